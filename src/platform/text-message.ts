import type { Platform } from '../ports/platform.js';

/**
 * WebOTP: a browser on the phone hands over the code of a text message whose last line names this page's origin, once the person has
 * agreed. Others don't know it; nor may every frame.
 */
export const codeOfMessage: Platform['codeOfMessage'] = async (signal) => {
  if (!('OTPCredential' in globalThis)) return null;
  const asked = { otp: { transport: ['sms'] }, signal };
  try {
    const found = (await navigator.credentials.get(asked)) as { readonly code?: string } | null;
    return found?.code ?? null;
  } catch {
    return null;
  }
};
