/** Where an element may send the person: a place on this origin. */
export function isSameOrigin(url: string): boolean {
  try {
    return new URL(url, location.href).origin === location.origin;
  } catch {
    return false;
  }
}

/** Where a link of the server or the app may lead: this origin, or https. */
export function isSafeUrl(url: string): boolean {
  try {
    return isSameOrigin(url) || new URL(url, location.href).protocol === 'https:';
  } catch {
    return false;
  }
}
