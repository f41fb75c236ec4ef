import type {} from 'mfa-elements/solid';

export const wrong = [
  <mfa-sign-in service={3} />,
  <mfa-sign-in nothing="x" />,
  <mfa-sign-in on:mfa-verified={({ detail }) => detail.nothing} />,
  <mfa-challenge on:mfa-verified={3} />,
];
