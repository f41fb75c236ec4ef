import { isSameOrigin } from './urls.js';

/** Where a link of the server or the app may lead: this origin, or https. */
export function isSafeUrl(url: string): boolean {
  try {
    return isSameOrigin(url) || new URL(url, location.href).protocol === 'https:';
  } catch {
    return false;
  }
}
