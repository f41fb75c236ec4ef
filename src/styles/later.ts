import { css } from 'lit';

/** The look of what comes after the first screen. As in `base`: each rule weighs one attribute. */
export const later = css`
  :where([data-look='mfa']) [data-part~='choices'] {
    display: grid;
    gap: 8px;
    margin: 20px 0 0;
    padding: 0;
    list-style: none;
  }
  :where([data-look='mfa']) [data-part~='choice'] {
    margin: 0;
    padding: 0;
  }
  :where([data-look='mfa']) [data-part~='choice-button'] {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0 12px;
    align-items: center;
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 44px;
    margin: 0;
    padding: 14px 16px;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 1.25);
    background: transparent;
    color: inherit;
    font-family: inherit;
    font-size: 1rem;
    font-weight: 400;
    line-height: 1.5;
    letter-spacing: normal;
    text-align: start;
    text-decoration: none;
    text-transform: none;
    cursor: pointer;
  }
  /* The recommended one. */
  :where([data-look='mfa'] [data-part~='choice']:first-child) [data-part~='choice-button'] {
    border-color: var(--_accent);
  }
  :where([data-look='mfa']) [data-part~='choice-button']::after {
    grid-area: 1 / 2 / span 2;
    color: var(--_muted);
    font-size: 1.25rem;
    line-height: 1;
    /* Mirrored where the text runs from right to left; said by no screen reader that knows how not to. */
    content: '›';
    content: '›' / '';
  }
  :where([data-look='mfa']) [data-part~='choice-title'] {
    grid-column: 1;
    font-weight: 600;
  }
  :where([data-look='mfa']) [data-part~='choice-line'] {
    grid-column: 1;
    color: var(--_muted);
    font-size: 0.875rem;
    line-height: 1.45;
  }
  :where([data-look='mfa']) [data-part~='after'] {
    margin: 16px 0 0;
  }
  :where([data-look='mfa'] [data-part~='after']) [data-part~='hint'] {
    display: block;
    margin: -8px 0 0;
  }
  :where([data-look='mfa']) [data-part~='facts'] {
    display: grid;
    gap: 8px;
    margin: 0 0 8px;
    padding: 12px 16px;
    background: var(--_sunken);
    border: 1px solid transparent;
    border-radius: calc(var(--_radius) * 1.25);
  }
  :where([data-look='mfa']) [data-part~='fact-name'] {
    color: var(--_muted);
    font-size: 0.875rem;
    line-height: 1.45;
  }
  :where([data-look='mfa']) [data-part~='fact'] {
    margin: 0;
  }
  :where([data-look='mfa']) [data-part~='list-title'] {
    margin: 24px 0 4px;
    font-family: inherit;
    font-size: 1rem;
    font-weight: 600;
    line-height: 1.5;
    color: inherit;
  }
  :where([data-look='mfa']) [data-part~='list'] {
    margin: 0;
    padding-inline-start: 1.25em;
    list-style: disc;
  }
`;
