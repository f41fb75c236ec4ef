import { css } from '@lit/reactive-element';

/** The look of connecting an app: the picture, the key, the steps. As in `base`: each rule weighs one attribute. */
export const totp = css`
  :where([data-look='mfa']) [data-part~='step'] {
    display: grid;
    grid-template-columns: 1.75em 1fr;
    margin: 12px 0 0;
    text-wrap: pretty;
    color: inherit;
  }
  :where([data-look='mfa']) [data-part~='step-number'] {
    color: var(--_muted);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  /* Its height is there before the picture is, so that nothing moves. */
  :where([data-look='mfa']) [data-part~='qr'] {
    min-block-size: 240px;
    margin: 12px 0;
    text-align: center;
  }
  /* Black on white in every theme: an inverted picture is not read by every app. */
  :where([data-look='mfa']) [data-part~='qr-image'] {
    display: inline-block;
    max-inline-size: 100%;
    block-size: auto;
    vertical-align: middle;
    border-radius: 4px;
    forced-color-adjust: none;
  }
  :where([data-look='mfa']) [data-part~='key'] {
    margin: 12px 0 0;
    padding: 12px 16px;
    border: 1px solid transparent;
    border-radius: calc(var(--_radius) * 1.25);
    background: var(--_sunken);
    direction: ltr;
    user-select: all;
  }
  :where([data-look='mfa']) [data-part~='key'] > code {
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font-family: var(--_code);
    font-size: 1.125rem;
    font-variant-numeric: tabular-nums slashed-zero;
    font-variant-ligatures: none;
    line-height: 1.6;
    letter-spacing: 0.03em;
    text-transform: none;
    white-space: nowrap;
  }
  @media (forced-colors: active) {
    :where([data-look='mfa']) [data-part~='key'] {
      border-color: CanvasText;
    }
  }
`;
