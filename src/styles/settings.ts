import { css } from '@lit/reactive-element';

/** The look of the account page: a card for each way, under one another. As in `base`: each rule weighs one attribute. */
export const settings = css`
  :where([data-look='mfa']) [data-part~='cards'] {
    display: grid;
    gap: 8px;
    margin: 0 0 8px;
    padding: 0;
    list-style: none;
    color: inherit;
  }
  :where([data-look='mfa']) [data-part~='banner'] {
    display: grid;
    justify-items: start;
    gap: 0 12px;
    margin: 0 0 16px;
    padding: 12px 16px;
    border: 1px solid transparent;
    border-inline-start: 4px solid var(--mfa-warning, light-dark(#7a5200, #f3c969));
    border-radius: var(--_radius);
    background: var(--_sunken);
    text-wrap: pretty;
  }
  /* Which fact comes first depends on what the server tells. */
  :where([data-look='mfa']) [data-part~='cards'] [data-part~='card-line']::first-letter {
    text-transform: uppercase;
  }
  :where([data-look='mfa']) [data-part~='happenings'] {
    display: grid;
    font-size: 1rem;
    gap: 12px;
    margin: 0 0 16px;
    padding: 0;
    list-style: none;
    color: inherit;
  }
  :where([data-look='mfa']) [data-part~='happening'] {
    margin: 0;
    padding: 0;
    list-style: none;
    max-inline-size: none;
  }
  :where([data-look='mfa']) [data-part~='happening-line'] {
    display: block;
    color: var(--_muted);
    font-size: 0.875rem;
    line-height: 1.45;
  }
  @media (forced-colors: active) {
    :where([data-look='mfa']) [data-part~='banner'] {
      border-color: CanvasText;
    }
  }
`;
