import type {} from 'mfa-elements/jsx/react';

/** The tag itself, without a component. */
export const Tag = () => (
  <mfa-challenge
    backend="rest"
    service="Fjord Bank"
    base-url="/api/auth/mfa"
    onmfa-verified={({ detail }) => console.log(detail.codesLeft)}
  />
);
