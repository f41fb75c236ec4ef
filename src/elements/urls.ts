/** Where an element may send the person: a place on this origin. */
export function isSameOrigin(url: string): boolean {
  try {
    const { origin, protocol } = new URL(url, location.href);
    // A page without an origin of its own has the same one as a script: 'null'.
    return origin === location.origin && /^https?:$/.test(protocol);
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
