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
  /** Whether this device can hold a passkey itself: fingerprint, face or screen lock. */
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

/** What goes on paper and into a file: one text for both, so that they cannot differ. */
export interface Sheet {
  readonly title: string;
  /** In order, one line each; codes exact. */
  readonly lines: readonly string[];
}

export interface Platform {
  readonly webauthn: WebAuthnPort;
  /** Whether the browser let us put the text into the clipboard. */
  copy(text: string): Promise<boolean>;
  /** Opens the print dialog with this sheet and nothing of the page. Nobody can know whether it was printed. */
  print(sheet: Sheet): Promise<'shown' | 'blocked'>;
  /** Offers the text as a download. Nobody can know whether it was kept. */
  save(fileName: string, text: string): Promise<'offered' | 'blocked'>;
}
