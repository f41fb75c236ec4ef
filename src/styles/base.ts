import { css } from '@lit/reactive-element';

/**
 * The look of the first screen, without comments inside, since they would be loaded. The title is as wide as its words, for the
 * focus ring. Each rule weighs one attribute and stands in no layer: adopted sheets come after the
 * document's, so anything heavier would beat the host rule that should win. The values are `look.md`'s; a host changes
 * them by the `--mfa-*` properties, on the element or any ancestor.
 */
export const base = css`
  [data-look='mfa'] {
    --_text: var(--mfa-text, light-dark(#1b1d22, #eceef2));
    --_muted: var(--mfa-muted, light-dark(#565c68, #a9b0bd));
    --_border: var(--mfa-border, light-dark(#767c88, #7d8592));
    --_accent: var(--mfa-accent, light-dark(#1d5fd1, #8fb6ff));
    --_on-accent: var(--mfa-on-accent, light-dark(#ffffff, #0a1830));
    --_radius: var(--mfa-radius, 8px);
    --_code: var(--mfa-code-font, ui-monospace, monospace);
    box-sizing: border-box;
    max-inline-size: var(--mfa-width, 26rem);
    padding: var(--mfa-padding, 0);
    background: var(--mfa-surface, transparent);
    border-radius: calc(var(--_radius) * 1.5);
    color: var(--_text);
    font-size: 1rem;
    line-height: 1.5;
    text-align: start;
    overflow-wrap: anywhere;
  }
  @media (prefers-contrast: more) {
    [data-look='mfa'] {
      --_muted: var(--_text);
      --_border: var(--_text);
      --_accent: var(--mfa-accent, light-dark(#1b1d22, #eceef2));
    }
  }
  :where([data-look='mfa']) [data-part~='title'] {
    margin: 0 0 4px;
    font-family: inherit;
    font-size: 1.375rem;
    font-weight: 600;
    line-height: 1.25;
    color: inherit;
    inline-size: fit-content;
    max-inline-size: none;
    text-wrap: balance;
  }
  :where([data-look='mfa']) [data-part~='who'] {
    margin: 0 0 16px;
    color: var(--_muted);
    font-size: 0.875rem;
    line-height: 1.45;
  }
  :where([data-look='mfa']) [data-part~='text'] {
    margin: 0 0 24px;
    font-size: 1rem;
    text-wrap: pretty;
    color: inherit;
  }
  :where([data-look='mfa']) [data-part~='form'] {
    display: block;
    margin: 0;
  }
  :where([data-look='mfa']) [data-part~='label'] {
    display: block;
    margin: 0 0 4px;
    font-size: 0.9375rem;
    font-weight: 600;
    color: inherit;
  }
  :where([data-look='mfa']) [data-part~='hint'] {
    margin: 0 0 8px;
    color: var(--_muted);
    font-size: 0.875rem;
    line-height: 1.45;
  }
  :where([data-look='mfa']) [data-part~='input'] {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 52px;
    margin: 0 0 8px;
    padding: 8px 14px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: transparent;
    color: inherit;
    font-family: var(--_code);
    font-size: 1.5rem;
    font-variant-numeric: tabular-nums slashed-zero;
    line-height: 1.2;
    letter-spacing: 0.15em;
    box-shadow: none;
    direction: ltr;
  }
  :where([data-look='mfa']) [data-part~='input']:where([data-variant='short']) {
    max-inline-size: 9.4em;
  }
  :where([data-look='mfa']) [data-part~='tick'] {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 12px;
    margin: 12px 0 0;
    font-size: 1rem;
  }
  :where([data-look='mfa']) [data-part~='checkbox'] {
    inline-size: 22px;
    block-size: 22px;
    margin: 1px 0 0;
    accent-color: var(--_accent);
  }
  :where([data-look='mfa'] [data-part~='tick']) [data-part~='hint'] {
    grid-column: 2;
    margin: 0;
  }
  :where([data-look='mfa']) [data-part~='button'] {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 48px;
    margin: 16px 0 0;
    padding: 8px 16px;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_accent);
    color: var(--_on-accent);
    font-family: inherit;
    font-size: 1rem;
    font-weight: 600;
    line-height: 1.25;
    text-align: center;
    text-decoration: none;
    text-transform: none;
    cursor: pointer;
  }
  :where([data-look='mfa']) [data-part~='out'] {
    display: grid;
    justify-items: start;
    margin: 32px 0 0;
  }
  :where([data-look='mfa']) [data-part~='link'] {
    display: inline-block;
    box-sizing: border-box;
    min-block-size: 44px;
    margin: 0;
    padding: 10px 0;
    border: 0;
    background: none;
    color: var(--_accent);
    font-family: inherit;
    font-size: 1rem;
    font-weight: 400;
    line-height: 1.5;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    text-transform: none;
    cursor: pointer;
  }
  :where([data-look='mfa']) [data-part~='link']:where([data-variant='quiet']) {
    color: var(--_muted);
  }
  :where([data-look='mfa']) [data-part~='link-hint'] {
    margin: -8px 0 0;
    color: var(--_muted);
    font-size: 0.875rem;
    line-height: 1.45;
  }
  :where([data-look='mfa']) [data-part~='notice'] {
    margin: 0;
    padding: 12px 16px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  :where([data-look='mfa']) :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
`;
