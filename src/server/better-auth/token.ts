import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, for a cookie. */
export const newToken = () => randomBytes(32).toString('base64url');

/** What is kept of one: who reads the database can't take up a challenge, or a device's place. */
export const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');
