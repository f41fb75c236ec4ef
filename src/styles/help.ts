import { css } from '@lit/reactive-element';

/** The look of what the help team did, and of the box for who never asked. As in `base`: each rule weighs one attribute. */
export const help = css`
  :where([data-look='mfa']) [data-part~='news'] {
    display: grid;
    justify-items: start;
    gap: 4px;
    margin: 20px 0 0;
    padding: 12px 16px;
    border: 1px solid transparent;
    border-inline-start: 4px solid var(--mfa-warning, light-dark(#7a5200, #f3c969));
    border-radius: var(--_radius);
    background: var(--_sunken);
    font-size: 0.9375rem;
    text-wrap: pretty;
  }
  :where([data-look='mfa'] [data-part~='news']) [data-part~='text'] {
    margin: 0;
  }
  :where([data-look='mfa'] [data-part~='news']) [data-part~='list-title'] {
    margin: 0;
  }
  @media (forced-colors: active) {
    :where([data-look='mfa']) [data-part~='news'] {
      border-color: CanvasText;
    }
  }
`;
