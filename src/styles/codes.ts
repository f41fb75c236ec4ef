import { css } from '@lit/reactive-element';

/** The look of backup codes: the card, the list, the ways to save them. As in `base`: each rule weighs one attribute. */
export const codes = css`
  :where([data-look='mfa']) [data-part~='places'] {
    display: grid;
    gap: 6px;
    margin: 0;
    padding: 0;
    font-size: 0.9375rem;
    list-style: none;
    text-wrap: pretty;
    color: inherit;
  }
  :where([data-look='mfa']) [data-part~='codes'] {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 12.5rem), 1fr));
    gap: 8px 20px;
    margin: 16px 0 0;
    padding: 16px 20px;
    border: 1px solid transparent;
    border-radius: calc(var(--_radius) * 1.25);
    background: var(--_sunken);
    counter-reset: mfa-code;
    list-style: none;
    user-select: text;
    color: inherit;
  }
  :where([data-look='mfa']) [data-part~='progress'] {
    margin: 0 0 8px;
    color: var(--_muted);
    font-size: 0.875rem;
  }
  :where([data-look='mfa']) [data-part~='code-item'] {
    margin: 0;
    padding: 0;
    counter-increment: mfa-code;
    list-style: none;
    white-space: nowrap;
  }
  /* In a pseudo-element: what is selected and copied is the codes alone. */
  :where([data-look='mfa']) [data-part~='code-item']::before {
    display: inline-block;
    min-inline-size: 2.25em;
    color: var(--_muted);
    font-size: 0.75rem;
    font-variant-numeric: tabular-nums;
    content: counter(mfa-code);
  }
  :where([data-look='mfa']) [data-part~='code'] {
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font-family: var(--_code);
    font-size: 1.125rem;
    font-weight: 400;
    /* Tells 0 from O, and 1 from l and I, where the font has the shapes: zero with a slash, no ligatures. */
    font-variant-numeric: tabular-nums slashed-zero;
    font-variant-ligatures: none;
    line-height: 1.5;
    letter-spacing: 0.03em;
    text-transform: none;
    direction: ltr;
    unicode-bidi: isolate;
  }
  :where([data-look='mfa']) [data-part~='code']:where([data-variant='used']) {
    font-family: inherit;
    font-size: 1rem;
    white-space: normal;
    direction: inherit;
    color: var(--_muted);
    text-decoration: line-through;
  }
  :where([data-look='mfa']) [data-part~='masked'] {
    display: grid;
    justify-items: start;
    margin: 16px 0 0;
    padding: 16px 20px;
    border-radius: calc(var(--_radius) * 1.25);
    background: var(--_sunken);
  }
  :where([data-look='mfa']) [data-part~='save-buttons'] {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(6.5rem, 1fr));
    gap: 8px;
    margin: 12px 0 8px;
  }
  :where([data-look='mfa']) [data-part~='card'] {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 2px 12px;
    align-items: start;
    margin: 0;
    padding: 14px 16px;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 1.25);
    list-style: none;
  }
  :where([data-look='mfa']) [data-part~='card-title'] {
    grid-column: 1;
    max-inline-size: none;
    margin: 0;
    font-family: inherit;
    font-size: 1rem;
    font-weight: 600;
    line-height: 1.5;
    color: inherit;
  }
  :where([data-look='mfa']) [data-part~='card-line'] {
    grid-column: 1;
    margin: 0;
    text-wrap: pretty;
    color: var(--_muted);
    font-size: 0.875rem;
    line-height: 1.45;
  }
  :where([data-look='mfa']) [data-part~='card-prompt'] {
    grid-column: 1;
    margin: 8px 0 0;
    text-wrap: pretty;
  }
  :where([data-look='mfa']) [data-part~='card-actions'] {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    gap: 0 20px;
    margin: 8px 0 0;
  }
  @media print {
    /* Whoever prints the page itself: no code over two lines or two pages. */
    :where([data-look='mfa']) [data-part~='code-item'] {
      break-inside: avoid;
    }
  }
  @media (forced-colors: active) {
    :where([data-look='mfa']) [data-part~='codes'] {
      border-color: CanvasText;
    }
  }
`;
