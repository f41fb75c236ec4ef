/** Our elements in React 19's JSX: `import type {} from 'mfa-elements/jsx/react'` once in an app. */
import type * as React from 'react';
import type { MfaElements } from './index.js';

type Common = React.DetailedHTMLProps<React.HTMLAttributes<HTMLElement>, HTMLElement>;

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- where React has its list
  namespace JSX {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- this is how a list of elements is extended
    interface IntrinsicElements extends MfaElements<Common> {}
  }
}
