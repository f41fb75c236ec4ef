import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { webauthn } from '../../src/platform/webauthn.js';

const isChromium = /Chrome\//.test(navigator.userAgent);

/** Speaks to the page's DevTools. */
const cdp = <Answer>(method: string, params: object = {}): Promise<Answer> =>
  executeServerCommand('cdp', { method: `WebAuthn.${method}`, params });

const CHALLENGE = 'Y2hhbGxlbmdl';
const NOBODY: AbortSignal = new AbortController().signal;

const asking = (credentials: readonly string[] = [], more: object = {}): PublicKeyCredentialRequestOptionsJSON => ({
  challenge: CHALLENGE,
  rpId: 'localhost',
  allowCredentials: credentials.map((id) => ({ type: 'public-key', id })),
  userVerification: 'required',
  timeout: 300_000,
  ...more,
});

const making = (excluded: readonly string[] = [], more: object = {}): PublicKeyCredentialCreationOptionsJSON => ({
  challenge: CHALLENGE,
  rp: { id: 'localhost', name: 'Fjord Bank' },
  user: { id: 'dXNlci0x', name: 'ada@example.com', displayName: 'Ada' },
  pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
  excludeCredentials: excluded.map((id) => ({ type: 'public-key', id })),
  authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  timeout: 300_000,
  ...more,
});

const clientData = ({ response }: { response: { clientDataJSON: string } }): unknown =>
  JSON.parse(atob(response.clientDataJSON.replaceAll('-', '+').replaceAll('_', '/')));

interface Dialogs {
  get?(options?: CredentialRequestOptions): Promise<unknown>;
  create?(options?: CredentialCreationOptions): Promise<unknown>;
}
const container = (globalThis as { CredentialsContainer?: { prototype: Dialogs } }).CredentialsContainer?.prototype;
const { get, create } = container ?? {};

/** In the place of the browser's dialogs, until the test is over. */
const stub = (dialogs: Dialogs): void => void Object.assign(container ?? {}, dialogs);
afterEach(() => stub({ ...(get && { get }), ...(create && { create }) }));

/** How the browser's own port ends, on an authenticator that obeys the test. Only Chromium's DevTools have one. */
(isChromium ? describe : describe.skip)('a passkey in the browser', () => {
  let authenticatorId: string;

  beforeEach(async () => {
    await cdp('enable');
    ({ authenticatorId } = await cdp<{ authenticatorId: string }>('addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    }));
  });
  afterEach(async () => {
    await cdp('removeVirtualAuthenticator', { authenticatorId });
    await cdp('disable');
  });

  async function made(): Promise<RegistrationResponseJSON> {
    const result = await webauthn.create(making(), NOBODY);
    if (result.is !== 'done') throw new Error(`It was ${result.is}.`);
    return result.credential;
  }

  it('is known to it', async () => {
    expect([webauthn.supported, await webauthn.deviceCan()]).to.deep.equal([true, true]);
  });

  it('is made', async () => {
    const credential = await made();
    expect([credential.type, credential.id === credential.rawId]).to.deep.equal(['public-key', true]);
    expect(clientData(credential)).to.include({ type: 'webauthn.create', challenge: CHALLENGE });
  });

  it('is used', async () => {
    const { id } = await made();
    const result = await webauthn.get(asking([id]), NOBODY);
    expect(result.is === 'done' && result.credential.id).to.equal(id);
    expect(result.is === 'done' && clientData(result.credential)).to.include({
      type: 'webauthn.get',
      challenge: CHALLENGE,
    });
  });

  it('is used where the server names none', async () => {
    const { id } = await made();
    const result = await webauthn.get(asking(), NOBODY);
    expect(result.is === 'done' && result.credential.id).to.equal(id);
    expect(result.is === 'done' && result.credential.response.userHandle).to.equal('dXNlci0x');
  });

  it('does not finish where the person is not recognised', async () => {
    const { id } = await made();
    await cdp('setUserVerified', { authenticatorId, isUserVerified: false });
    expect([await webauthn.get(asking([id]), NOBODY), await webauthn.create(making(), NOBODY)]).to.deep.equal([
      { is: 'not-finished' },
      { is: 'not-finished' },
    ]);
  });

  it('is not made twice', async () => {
    const { id } = await made();
    expect(await webauthn.create(making([id]), NOBODY)).to.deep.equal({ is: 'exists' });
  });

  describe('whose dialog is closed by the page', () => {
    // Nobody touches it: the dialog stays until it is closed.
    beforeEach(() => cdp('setAutomaticPresenceSimulation', { authenticatorId, enabled: false }));

    it('does not finish, and leaves room for the next', async () => {
      const closing = new AbortController();
      const result = webauthn.create(making(), closing.signal);
      closing.abort();
      expect(await result).to.deep.equal({ is: 'not-finished' });
      await cdp('setAutomaticPresenceSimulation', { authenticatorId, enabled: true });
      expect((await webauthn.create(making(), NOBODY)).is).to.equal('done');
    });

    it('before it was opened, is never opened', async () => {
      let opened = 0;
      stub({ get: () => Promise.resolve((opened += 1)) });
      const result = await webauthn.get(asking(), AbortSignal.abort());
      expect([result, opened]).to.deep.equal([{ is: 'not-finished' }, 0]);
    });
  });

  it('with options that no browser can read is impossible, and the developer is told so', async () => {
    const result = await webauthn.get(asking([], { challenge: 'no base64 at all!' }), NOBODY);
    expect(result).to.deep.equal({
      is: 'impossible',
      developer: "The browser can't read the options that the server sent.",
    });
  });

  it('of another site is impossible, and the developer is told where', async () => {
    const result = await webauthn.get(asking([], { rpId: 'elsewhere.example' }), NOBODY);
    expect(result.is).to.equal('impossible');
    expect(result.is === 'impossible' && result.developer).to.contain(location.origin);
  });
});

/** By the names that the specification gives; the texts are the browser's and are looked at by nobody. */
('PublicKeyCredential' in globalThis ? describe : describe.skip)('a dialog that ends with', () => {
  for (const [name, is] of [
    ['NotAllowedError', 'not-finished'],
    ['AbortError', 'not-finished'],
    ['UnknownError', 'not-finished'],
    ['ConstraintError', 'not-finished'],
    ['InvalidStateError', 'exists'],
    ['SecurityError', 'impossible'],
    ['NotSupportedError', 'impossible'],
  ] as const) {
    it(`${name} is ${is}, and says nothing of the browser’s`, async () => {
      const fail = (): Promise<never> => Promise.reject(new DOMException('A text of the browser.', name));
      stub({ get: fail, create: fail });
      const results = [await webauthn.get(asking(), NOBODY), await webauthn.create(making(), NOBODY)];
      expect(results.map((result) => result.is)).to.deep.equal([is, is]);
      expect(JSON.stringify(results)).not.to.contain('A text of the browser.');
    });
  }

  it('nothing at all is not finished', async () => {
    const nothing = (): Promise<null> => Promise.resolve(null);
    stub({ get: nothing, create: nothing });
    expect((await webauthn.get(asking(), NOBODY)).is).to.equal('not-finished');
  });

  it('its opening alone was called in the turn of the click', () => {
    let opened = 0;
    const open = (): Promise<never> => {
      opened += 1;
      return new Promise(() => undefined);
    };
    stub({ get: open, create: open });
    void webauthn.get(asking(), NOBODY);
    void webauthn.create(making(), NOBODY);
    expect(opened).to.equal(2);
  });

  it('options hands them to the browser as the server gave them', async () => {
    const seen: (CredentialRequestOptions | undefined)[] = [];
    stub({
      get: (options?: CredentialRequestOptions) => {
        seen.push(options);
        return Promise.resolve(null);
      },
    });
    await webauthn.get(asking([], { hints: ['security-key'] }), NOBODY);
    expect(seen[0]?.publicKey).to.deep.include({
      rpId: 'localhost',
      userVerification: 'required',
      timeout: 300_000,
      hints: ['security-key'],
    });
  });
});

/** PK-3: what the server says is what the browser gets, whether or not it can read it by itself. */
('PublicKeyCredential' in globalThis ? describe : describe.skip)('the options of a new passkey', () => {
  const browser = (globalThis as { PublicKeyCredential?: { parseCreationOptionsFromJSON?: unknown } })
    .PublicKeyCredential;
  const own = browser && Object.getOwnPropertyDescriptor(browser, 'parseCreationOptionsFromJSON');
  afterEach(() => {
    if (browser && own) Object.defineProperty(browser, 'parseCreationOptionsFromJSON', own);
  });

  const written = (bytes: BufferSource): string => {
    const view = ArrayBuffer.isView(bytes) ? new Uint8Array(bytes.buffer) : new Uint8Array(bytes);
    return btoa(String.fromCharCode(...view))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', '');
  };

  /** As the server would have written what the browser was given; to a browser, a member that is undefined is not there. */
  const asJson = ({ challenge, user, excludeCredentials = [], ...rest }: PublicKeyCredentialCreationOptions): unknown =>
    JSON.parse(
      JSON.stringify({
        ...rest,
        challenge: written(challenge),
        user: { ...user, id: written(user.id) },
        excludeCredentials: excludeCredentials.map(({ id, ...more }) => ({ ...more, id: written(id) })),
      }),
    );

  for (const isNative of [true, false]) {
    it(`come through untouched ${isNative ? 'where the browser reads them itself' : 'where it does not'}`, async () => {
      if (!isNative && browser) Reflect.deleteProperty(browser, 'parseCreationOptionsFromJSON');
      const seen: (PublicKeyCredentialCreationOptions | undefined)[] = [];
      stub({
        create: (options?: CredentialCreationOptions) => {
          seen.push(options?.publicKey);
          return Promise.resolve(null);
        },
      });
      const options = making(['cGFzc2tleQ', 'a2V5'], {
        hints: ['security-key', 'hybrid'],
        attestation: 'none',
        authenticatorSelection: { authenticatorAttachment: 'cross-platform', userVerification: 'discouraged' },
        extensions: { credProps: true },
      });
      const given = structuredClone(options);
      expect(await webauthn.create(options, NOBODY)).to.deep.equal({ is: 'not-finished' });
      expect([asJson(seen[0]!), options]).to.deep.equal([given, given]);
    });
  }

  it('get no time that the server did not give', async () => {
    const seen: (number | undefined)[] = [];
    stub({
      create: (options?: CredentialCreationOptions) => {
        seen.push(options?.publicKey?.timeout);
        return Promise.resolve(null);
      },
    });
    await webauthn.create(making([], { timeout: undefined }), NOBODY);
    expect(seen).to.deep.equal([undefined]);
  });
});

/** PK-1: what a browser does not tell counts as no, and nothing that it does is an error. */
describe('a device', () => {
  const scope = globalThis as { PublicKeyCredential?: object };
  const own = scope.PublicKeyCredential;
  afterEach(() => {
    scope.PublicKeyCredential = own;
  });

  /** Something that can be called, as the library wants it to be. */
  const browserOf = (statics: object): object => Object.assign(() => undefined, statics);
  const old = (can: boolean) => ({ isUserVerifyingPlatformAuthenticatorAvailable: () => Promise.resolve(can) });
  const told = (capabilities: unknown) => ({ getClientCapabilities: () => Promise.resolve(capabilities) });

  for (const [what, browser, can] of [
    ['that says so', told({ userVerifyingPlatformAuthenticator: true }), true],
    [
      'that says no, whatever it said before',
      { ...old(true), ...told({ userVerifyingPlatformAuthenticator: false }) },
      false,
    ],
    [
      'that names other capabilities alone, and said so before',
      { ...old(true), ...told({ hybridTransport: true }) },
      true,
    ],
    ['that names other capabilities alone', told({ hybridTransport: true }), false],
    ['that says no yes or no', told({ userVerifyingPlatformAuthenticator: 'yes' }), false],
    ['that says nothing', told(undefined), false],
    ['whose answer fails', { getClientCapabilities: () => Promise.reject(new TypeError('no')) }, false],
    [
      'whose answer fails at once, and said so before',
      {
        ...old(true),
        getClientCapabilities: () => {
          throw new TypeError('no');
        },
      },
      true,
    ],
    [
      'whose older answer fails',
      { isUserVerifyingPlatformAuthenticatorAvailable: () => Promise.reject(new Error()) },
      false,
    ],
    ['that was never asked', {}, false],
  ] as const) {
    it(`${what} ${can ? 'can' : 'can’t'}`, async () => {
      scope.PublicKeyCredential = browserOf(browser);
      expect(await webauthn.deviceCan()).to.equal(can);
    });
  }

  it('without the API can’t', async () => {
    scope.PublicKeyCredential = undefined;
    expect(await webauthn.deviceCan()).to.equal(false);
  });
});

/** PK-10: whether the frame around the page lets it. */
describe('a page', () => {
  afterEach(() => void Reflect.deleteProperty(document, 'featurePolicy'));
  const policyOf = (features: readonly string[], allowed: boolean): void =>
    void Object.defineProperty(document, 'featurePolicy', {
      configurable: true,
      value: { features: () => features, allowsFeature: () => allowed },
    });

  for (const [what, features, allowed, may] of [
    ['whose policy allows it', ['publickey-credentials-create'], true, true],
    ['whose policy does not', ['publickey-credentials-create'], false, false],
    ['whose browser does not know the permission, on top,', [], false, true],
  ] as const) {
    it(`${what} ${may ? 'may' : 'may not'}`, () => {
      policyOf(features, allowed);
      expect(webauthn.allowed).to.equal(may);
    });
  }
});

/** The Signal API: what the password manager is told. */
describe('the passkeys that an account still takes', () => {
  const scope = globalThis as { PublicKeyCredential?: object };
  const own = scope.PublicKeyCredential;
  afterEach(() => {
    scope.PublicKeyCredential = own;
  });

  it('are told to a browser that listens', async () => {
    const told: object[] = [];
    scope.PublicKeyCredential = {
      signalAllAcceptedCredentials: (list: object) => Promise.resolve(void told.push(list)),
    };
    await webauthn.tellAccepted('localhost', 'dXNlci0x', ['cGFzc2tleQ']);
    expect(told).to.deep.equal([{ rpId: 'localhost', userId: 'dXNlci0x', allAcceptedCredentialIds: ['cGFzc2tleQ'] }]);
  });

  for (const [what, browser] of [
    ['knows no passkeys', undefined],
    ['does not listen', {}],
    ['refuses', { signalAllAcceptedCredentials: () => Promise.reject(new TypeError('no')) }],
  ] as const) {
    it(`are no trouble to a browser that ${what}`, async () => {
      scope.PublicKeyCredential = browser;
      expect(await webauthn.tellAccepted('localhost', 'dXNlci0x', [])).to.equal(undefined);
    });
  }
});
