/** Why the plain form led back to the challenge's page: `mfa` in its address. Never a code, and nothing of the person. */
export const FORM_FAULTS = [
  'no-code',
  'two-codes',
  'wrong-code',
  'used-code',
  'too-many-attempts',
  'challenge-over',
  'not-allowed',
  'server',
] as const;

export type FormFault = (typeof FORM_FAULTS)[number];

/** Anything that stands in an address, as such a word. */
export const formFault = (text: string | null | undefined): FormFault | undefined =>
  FORM_FAULTS.find((fault) => fault === text);
