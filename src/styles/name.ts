import { css } from '@lit/reactive-element';

/** A field for words: it needs nothing of what tells the characters of a code apart. */
export const name = css`
  :where([data-look='mfa']) [data-part~='input']:where([data-variant='name']) {
    font-family: inherit;
    font-size: 1rem;
    letter-spacing: normal;
  }
`;
