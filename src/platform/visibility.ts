/** Tells when the page goes to the background and when it comes back. Returns the way to stop. */
export function watchVisibility(tell: (isHidden: boolean) => void): () => void {
  const look = (): void => tell(document.hidden);
  document.addEventListener('visibilitychange', look);
  return () => document.removeEventListener('visibilitychange', look);
}
