import { css } from '@lit/reactive-element';

/**
 * The look of what comes after the first screen. As in `base`: each rule weighs one attribute.
 * Second buttons have equal weight: none of them is the one to choose. The first choice is the recommended one. Its arrow is
 * mirrored where the text runs from right to left, and said by no screen reader that knows how not to. A screen that stands
 * already when this comes does not move: `@starting-style` is for new ones. A region that has nothing to say takes no room, and is
 * there: screen readers don't hear what comes with its words. What has the focus is scrolled clear of what a page keeps in view.
 */
export const later = css`
  [data-look='mfa'] {
    --_sunken: var(--mfa-sunken, light-dark(#f4f5f7, #20242b));
    --_danger: var(--mfa-danger, light-dark(#b3261e, #ffb4ab));
  }
  @media (prefers-contrast: more) {
    [data-look='mfa'] {
      --_danger: var(--mfa-danger, light-dark(#8c1a13, #ffb4ab));
    }
  }
  :where([data-look='mfa']) [data-part~='status'] {
    margin: 0 0 16px;
    padding: 12px 16px;
    background: var(--_sunken);
    border: 1px solid transparent;
    border-radius: calc(var(--_radius) * 1.25);
    font-size: 0.9375rem;
    color: inherit;
  }
  :where([data-look='mfa']) [data-part~='error'] {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 8px;
    margin: 0 0 12px;
    color: var(--_danger);
    font-size: 0.9375rem;
  }
  :where([data-look='mfa']) [role]:where(:empty) {
    margin: 0;
    padding: 0;
    border: 0;
  }
  :where([data-look='mfa']) :focus {
    scroll-margin: 6rem 0;
  }
  :where([data-look='mfa']) [data-part~='error-icon'] {
    inline-size: 1em;
    block-size: 1em;
    margin-block-start: 0.25em;
    fill: currentColor;
  }
  :where([data-look='mfa']) [data-part~='error-action'] {
    grid-column: 2;
  }
  :where([data-look='mfa']) [data-part~='input']:where([aria-invalid]) {
    border-color: var(--_danger);
  }
  :where([data-look='mfa']) [data-part~='button']:where([aria-busy]) {
    cursor: progress;
  }
  :where([data-look='mfa']) [data-part~='fold'] {
    margin: 16px 0 0;
  }
  :where([data-look='mfa']) [data-part~='fold-title'] {
    padding: 10px 0;
    color: var(--_accent);
    cursor: pointer;
  }
  :where([data-look='mfa']) [data-part~='fold-text'] {
    margin: 0;
    color: var(--_muted);
    font-size: 0.875rem;
    line-height: 1.45;
  }
  [data-part~='input'][data-hidden] {
    -webkit-text-security: disc;
  }
  :where([data-look='mfa']) [data-part~='choices'] {
    display: grid;
    gap: 8px;
    margin: 20px 0 0;
    padding: 0;
    list-style: none;
    color: inherit;
  }
  :where([data-look='mfa']) [data-part~='choice'] {
    margin: 0;
    padding: 0;
    list-style: none;
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
    text-align: start;
    text-decoration: none;
    text-transform: none;
    cursor: pointer;
  }
  :where([data-look='mfa']) [data-part~='second-button'] {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 44px;
    margin: 0;
    padding: 8px;
    overflow-wrap: normal;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: transparent;
    color: inherit;
    font-family: inherit;
    font-size: 1rem;
    font-weight: 600;
    line-height: 1.25;
    text-align: center;
    text-decoration: none;
    text-transform: none;
    cursor: pointer;
  }
  :where([data-look='mfa'] [data-part~='choice']:first-child) [data-part~='choice-button'] {
    border-color: var(--_accent);
  }
  :where([data-look='mfa']) [data-part~='choice-button']::after {
    grid-area: 1 / 2 / span 2;
    color: var(--_muted);
    font-size: 1.25rem;
    line-height: 1;
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
    font-size: 1rem;
    padding: 12px 16px;
    background: var(--_sunken);
    border: 1px solid transparent;
    border-radius: calc(var(--_radius) * 1.25);
    color: inherit;
  }
  :where([data-look='mfa']) [data-part~='fact-name'] {
    max-inline-size: none;
    margin: 0;
    color: var(--_muted);
    font-weight: 400;
    font-size: 0.875rem;
    line-height: 1.45;
  }
  :where([data-look='mfa']) [data-part~='fact'] {
    margin: 0;
  }
  :where([data-look='mfa']) [data-part~='list-title'] {
    max-inline-size: none;
    margin: 24px 0 4px;
    font-family: inherit;
    font-size: 1rem;
    font-weight: 600;
    line-height: 1.5;
    color: inherit;
  }
  :where([data-look='mfa']) [data-part~='list'] {
    margin: 0;
    font-size: 1rem;
    padding-inline-start: 1.25em;
    list-style: disc;
    color: inherit;
  }
  @media (prefers-reduced-motion: no-preference) {
    :where([data-look='mfa']) [data-part~='screen'] {
      transition:
        opacity 140ms ease-out,
        transform 140ms ease-out;
      @starting-style {
        opacity: 0;
        transform: translateY(4px);
      }
    }
  }
  @media (forced-colors: active) {
    :where([data-look='mfa']) [data-part~='button'],
    :where([data-look='mfa']) [data-part~='second-button'] {
      border-color: ButtonText;
    }
    :where([data-look='mfa']) [data-part~='status'] {
      border-color: CanvasText;
    }
  }
`;
