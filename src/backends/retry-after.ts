/** Until when, by a `Retry-After` header: an instant of the server's clock, and the milliseconds until then. */
export interface Wait {
  readonly retryAt: number;
  readonly waitFor?: number;
}

/**
 * RFC 9110 section 10.2.3: seconds, or an HTTP date. An `Instant` is on the server's clock, so seconds count from the
 * answer's own date where there is one, and a date stands as it is. How long a date is off can't be told without the other.
 * @param name where a server says it in a header of its own
 */
export function retryAfter(headers: Headers, name = 'retry-after'): Wait | undefined {
  const value = headers.get(name);
  if (value === null) return undefined;
  const sentAt = Date.parse(headers.get('date') ?? '');
  if (/^\d{1,9}$/.test(value)) {
    const waitFor = Number(value) * 1000;
    return { retryAt: (sentAt || Date.now()) + waitFor, waitFor };
  }
  const retryAt = Date.parse(value);
  if (Number.isNaN(retryAt)) return undefined;
  return { retryAt, ...(sentAt && { waitFor: retryAt - sentAt }) };
}
