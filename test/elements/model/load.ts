/** Fetches what the elements fetch when they need it: no walk waits for a network. */
export async function loadAll(): Promise<void> {
  await Promise.all([
    import('../../../src/define.js'),
    import('../../../src/elements/later.js'),
    import('../../../src/elements/gestures.js'),
    import('../../../src/elements/developer.js'),
    import('../../../src/elements/challenge/notices.js'),
    import('../../../src/elements/repair/forced.js'),
    import('../../../src/platform/webauthn.js'),
    import('../../../src/platform/qr.js'),
    import('../../../src/backends/rest/account.js'),
    import('../../../src/backends/rest/challenge.js'),
  ]);
}
