import type { CeremonyResult, Platform, Sheet, TabChannel, WebAuthnPort } from '../ports/platform.js';
import { createAuthenticator, type FakeCredential } from './authenticator.js';

export interface FakePlatformOptions {
  /** [true] Whether the browser knows passkeys at all. */
  readonly supported?: boolean;
  /** [true] Whether the frame around the page lets it make passkeys. */
  readonly allowed?: boolean;
  /** [true] Whether this device can hold a passkey itself. */
  readonly deviceCan?: boolean;
  /** [false] Whether the first pointer is a finger. */
  readonly touch?: boolean;
  /** [none] What the authenticator holds: `server.account.passkeys` puts the account's own on it. */
  readonly passkeys?: readonly FakeCredential[];
}

/** How the next ceremony ends instead of done. */
export type FakeCeremonyEnd = Exclude<CeremonyResult<never>, { is: 'done' }>;

/**
 * A browser's abilities without a browser: what they were asked is to be read here, and they can be blocked. Elements with the
 * same one are tabs of one browser.
 */
export interface FakePlatform extends Platform {
  readonly webauthn: WebAuthnPort;
  /** What the authenticator holds now. */
  readonly passkeys: readonly FakeCredential[];
  /** Puts more on the authenticator. */
  addPasskeys(passkeys: readonly FakeCredential[]): void;
  /** Lets the next ceremony end so: cancelled by the person, for one. */
  endNextCeremony(end: FakeCeremonyEnd): void;
  /** Lets ceremonies wait for the person, until they are let go or aborted. */
  holdCeremonies(hold: boolean): void;
  /** Every ceremony that was begun, with the options as they came. */
  readonly ceremonies: readonly { readonly kind: 'get' | 'create'; readonly options: object }[];
  /** What the password manager was told by the Signal API. */
  readonly accepted: readonly {
    readonly relyingParty: string;
    readonly userId: string;
    readonly passkeys: readonly string[];
  }[];
  /** What was copied last; null: nothing. */
  readonly clipboard: string | null;
  /** Sheets that were shown for printing. */
  readonly sheets: readonly Sheet[];
  /** Files that were offered. */
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /** Set-ups that were handed to the device's authenticator app. */
  readonly opened: readonly string[];
  /** How many ask for the code of a text message now. */
  readonly awaitingMessage: number;
  /** A text message comes, with this code, and the person lets the page have it. */
  receiveMessage(code: string): void;
  /** Whether the first pointer is a finger. */
  touch: boolean;
  /** Blocks one of these, as a browser's settings do, or no longer. */
  block(what: 'clipboard' | 'printing' | 'saving', blocked?: boolean): void;
}

/** Works together with the simulated server; a real server refuses what its authenticator makes, since nothing is signed. */
export function createFakePlatform(options: FakePlatformOptions = {}): FakePlatform {
  const authenticator = createAuthenticator(options);
  const blocked = new Set<string>();
  const sheets: Sheet[] = [];
  const files: { name: string; text: string }[] = [];
  const channels = new Map<TabChannel, { readonly name: string; readonly hear: (message: unknown) => void }>();
  const opened: string[] = [];
  const messages = new Set<(code: string | null) => void>();
  let clipboard: string | null = null;
  let touch = options.touch ?? false;

  return {
    ...authenticator.controls,
    webauthn: authenticator.port,
    get passkeys() {
      return authenticator.passkeys();
    },
    ceremonies: authenticator.ceremonies,
    accepted: authenticator.accepted,
    get clipboard() {
      return clipboard;
    },
    sheets,
    files,
    opened,
    get touch() {
      return touch;
    },
    set touch(on) {
      touch = on;
    },
    get awaitingMessage() {
      return messages.size;
    },
    receiveMessage(code) {
      for (const tell of [...messages]) tell(code);
    },
    codeOfMessage: (signal) =>
      new Promise((resolve) => {
        const tell = (code: string | null): void => {
          messages.delete(tell);
          resolve(code);
        };
        messages.add(tell);
        signal.addEventListener('abort', () => tell(null), { once: true });
      }),
    isTouch: () => touch,
    openApp: (uri) => void opened.push(uri),
    block(what, on = true) {
      if (on) blocked.add(what);
      else blocked.delete(what);
    },
    copy(text) {
      if (blocked.has('clipboard')) return Promise.resolve(false);
      clipboard = text;
      return Promise.resolve(true);
    },
    print(sheet) {
      if (blocked.has('printing')) return Promise.resolve('blocked');
      sheets.push(sheet);
      return Promise.resolve('shown');
    },
    save(name, text) {
      if (blocked.has('saving')) return Promise.resolve('blocked');
      files.push({ name, text });
      return Promise.resolve('offered');
    },
    openTabs(name, hear) {
      const channel: TabChannel = {
        tell(message) {
          const others = [...channels].filter(([other, its]) => other !== channel && its.name === name);
          for (const [, its] of others) queueMicrotask(() => its.hear(structuredClone(message)));
        },
        close: () => void channels.delete(channel),
      };
      channels.set(channel, { name, hear });
      return channel;
    },
  };
}
