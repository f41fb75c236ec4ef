import type { Platform } from '../ports/platform.js';

/** Whether the person most likely holds the device that their app is on. */
export const isTouch: Platform['isTouch'] = () => matchMedia('(pointer: coarse)').matches;

/** The page stays: the browser hands an address of this kind to the app that takes it, or does nothing. */
export const openApp: Platform['openApp'] = (uri) => {
  if (uri.startsWith('otpauth://totp/')) location.assign(uri);
};
