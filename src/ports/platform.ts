/**
 * Everything the screens ask of a browser besides the page itself. Pure types; one vendor library at most behind each.
 * What a person or a browser declines is a value here, never an error.
 */

/** How a WebAuthn ceremony ended. */
export type CeremonyResult<Credential> =
  | { readonly is: 'done'; readonly credential: Credential }
  /** Cancelled, timed out, or nothing fitting was there: browsers do not tell these apart. */
  | { readonly is: 'not-finished' }
  /** The authenticator holds a credential of this account already. */
  | { readonly is: 'exists' }
  /** This browser, or this page's origin, cannot do it at all. `developer`: why, in words for the console. */
  | { readonly is: 'impossible'; readonly developer: string };

export interface WebAuthnPort {
  /** Whether this browser knows passkeys and security keys (WebKitGTK does not). */
  readonly supported: boolean;
  /** Whether the frame around this page lets it make one. */
  readonly allowed: boolean;
  /** Whether this device can hold a passkey itself: fingerprint, face or screen lock. What is not told counts as no. Never fails. */
  deviceCan(): Promise<boolean>;
  /** Has to be called in the turn of the person's click: Safari wants the gesture. */
  get(
    options: PublicKeyCredentialRequestOptionsJSON,
    signal: AbortSignal,
  ): Promise<CeremonyResult<AuthenticationResponseJSON>>;
  /** As `get`. */
  create(
    options: PublicKeyCredentialCreationOptionsJSON,
    signal: AbortSignal,
  ): Promise<CeremonyResult<RegistrationResponseJSON>>;
  /** Signal API: tells the person's password manager which passkeys the account still takes. Never fails. */
  tellAccepted(relyingParty: string, userId: string, credentials: readonly string[]): Promise<void>;
}

/** What goes on paper, into a file and into the clipboard: one document for all, so that they cannot differ. */
export interface Sheet {
  readonly title: string;
  /** Whose it is and of when, one line each. */
  readonly about: readonly string[];
  /** In order, exact, one line each. */
  readonly codes: readonly string[];
  /** How they are used and replaced. */
  readonly notes: readonly string[];
}

/** Between the tabs of this origin. Whoever hears narrows what is told: any script of the origin may speak. */
export interface TabChannel {
  tell(message: object): void;
  close(): void;
}

export interface Platform {
  readonly webauthn: WebAuthnPort;
  /** Whether the browser let us put the text into the clipboard. To be called in the turn of the person's click. */
  copy(text: string): Promise<boolean>;
  /**
   * Opens the print dialog with this sheet and nothing of the page. Nobody can know whether it was printed.
   * @param life ends when the sheet must not be there any more, whatever the dialog does
   */
  print(sheet: Sheet, life: AbortSignal): Promise<'shown' | 'blocked'>;
  /**
   * Offers the text as a download. Nobody can know whether it was kept.
   * @param life ends when the browser must not hold the text any more
   */
  save(fileName: string, text: string, life: AbortSignal): Promise<'offered' | 'blocked'>;
  /**
   * The code of the next text message that names this page's origin, if the browser hands it over: null where it doesn't, the person
   * declines, or the signal ends it. Never fails.
   */
  codeOfMessage(signal: AbortSignal): Promise<string | null>;
  /** Whether the first pointer of this device is a finger. */
  isTouch(): boolean;
  /** Hands a set-up to the authenticator app of this device. To be called in the turn of the person's click. */
  openApp(uri: string): void;
  /** Opens a channel between the tabs of this origin. `hear` gets what the others tell. */
  openTabs(name: string, hear: (message: unknown) => void): TabChannel;
}
