import type {} from 'mfa-elements/solid';

export const App = () => (
  <mfa-sign-in
    backend="rest"
    base-url="/api/auth/mfa"
    service="Fjord Bank"
    prop:contact={{ phone: '+47 22 00 00 00' }}
    on:mfa-verified={({ detail }) => console.log(detail.way)}
  />
);
