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
