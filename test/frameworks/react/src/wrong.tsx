import type {} from 'mfa-elements/jsx/react';
import { MfaSignIn } from 'mfa-elements/react';

export const wrong = [
  <MfaSignIn service={3} />,
  <MfaSignIn nothing="x" />,
  <MfaSignIn onMfaVerified={({ detail }) => detail.nothing} />,
  <MfaSignIn onMfaCodesMissing={() => undefined} />,
  <mfa-challenge onmfa-verified={3} />,
];
