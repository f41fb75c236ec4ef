import { createHmac } from 'node:crypto';

/** A cookie's value as a server with this secret signs it. */
export const signed = (value: string, secret: string): string =>
  encodeURIComponent(`${value}.${createHmac('sha256', secret).update(value).digest('base64')}`);

/** What was signed. */
export const unsigned = (cookie: string): string => decodeURIComponent(cookie).replace(/\.[^.]*$/, '');
