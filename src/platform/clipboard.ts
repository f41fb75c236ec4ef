import type { Platform } from '../ports/platform.js';

/** Plain text, written in the turn of the click; nothing is ever read from the clipboard, or taken out of it again. */
export const copy: Platform['copy'] = async (text) => {
  try {
    // Missing where the page is not secure, and in some in-app browsers.
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};
