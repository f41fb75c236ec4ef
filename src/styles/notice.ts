import { css } from 'lit';

/** The look of the notice for a page that is set up wrong. As in `base`: each rule weighs one attribute. */
export const notice = css`
  :where([data-look='mfa']) [data-part~='notice'] {
    margin: 0;
    padding: 12px 16px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
`;
