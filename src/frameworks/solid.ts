/** Our elements in Solid's JSX: `import type {} from 'mfa-elements/solid'` once in an app. */
import type { JSX } from 'solid-js';
import type { Attributes, Fired, MfaEventMap, MfaTag, MfaTagMap, Properties } from '../jsx/index.js';

type Given<Tag extends MfaTag> = Properties<MfaTagMap[Tag]>;

/** Solid tells a property from an attribute, and an event from both, by what stands before the colon. */
type Own<Tag extends MfaTag> = Attributes<MfaTagMap[Tag]> &
  Given<Tag> & {
    [Name in keyof Given<Tag> & string as `prop:${Name}`]?: Given<Tag>[Name];
  } & { [Name in Fired<Tag> as `on:${Name}`]?: ((event: MfaEventMap[Name]) => void) | undefined };

export type MfaSolidElements = {
  [Tag in MfaTag]: Own<Tag> & Omit<JSX.HTMLAttributes<MfaTagMap[Tag]>, keyof Own<Tag>>;
};

declare module 'solid-js' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- where Solid has its list
  namespace JSX {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- this is how a list of elements is extended
    interface IntrinsicElements extends MfaSolidElements {}
  }
}
