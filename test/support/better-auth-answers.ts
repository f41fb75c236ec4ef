/** What a stock Better Auth answers on each path that the adapter asks, as one that was recorded says it. */
export const BETTER_AUTH_ANSWERS: Readonly<Record<string, unknown>> = {
  '/get-session': {
    session: { id: 's1', createdAt: '2026-11-22T10:00:00.000Z', userAgent: 'Firefox', ipAddress: '127.0.0.1' },
    user: { id: 'u1', name: 'Ada', email: 'ada@example.com', twoFactorEnabled: true },
  },
  '/two-factor/enable': {
    totpURI:
      'otpauth://totp/Fjord%20Bank:ada%40example.com?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Fjord%20Bank',
    backupCodes: ['aBcDe-fGhIj', 'kLmNo-pQrSt'],
  },
  '/two-factor/disable': { status: true },
  '/two-factor/generate-backup-codes': { status: true, backupCodes: ['aBcDe-fGhIj', 'kLmNo-pQrSt'] },
  '/two-factor/send-otp': { status: true },
  '/two-factor/verify-totp': { token: 't', user: { id: 'u1' } },
  '/two-factor/verify-backup-code': { token: 't', user: { id: 'u1' } },
  '/two-factor/verify-otp': { token: 't', user: { id: 'u1' } },
  '/passkey/list-user-passkeys': [
    { id: 'p1', name: 'Blue phone', createdAt: '2026-11-22T10:00:00.000Z', backedUp: true },
    { id: 'p2', name: null, createdAt: '2026-11-22T10:00:00.000Z', backedUp: false },
  ],
  '/passkey/generate-register-options': {
    challenge: 'AQ',
    rp: { name: 'Fjord Bank', id: 'localhost' },
    user: { id: 'dTE', name: 'ada@example.com', displayName: 'Ada' },
    pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
  },
  '/passkey/verify-registration': {
    id: 'p3',
    name: 'Red phone',
    createdAt: '2026-11-22T10:00:00.000Z',
    backedUp: true,
  },
  '/passkey/update-passkey': { passkey: { id: 'p1' } },
  '/passkey/delete-passkey': { status: true },
  '/revoke-other-sessions': { status: true },
};

/** Answers by path, each changed on its way. @param base where the paths begin */
export const betterAuthFetch =
  (base: string, change: (body: unknown, path: string) => unknown = (body) => body): typeof fetch =>
  (input) => {
    const path = (input instanceof Request ? input.url : input.toString()).slice(base.length).split('?')[0] ?? '';
    const body = BETTER_AUTH_ANSWERS[path];
    return Promise.resolve(
      body === undefined ? new Response(null, { status: 404 }) : Response.json(change(body, path)),
    );
  };
