import { createHash, createSign, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import type { WebAuthnPort } from '../../src/ports/platform';

const url64 = (data: Buffer | string) => Buffer.from(data).toString('base64url');
const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest();

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const BACKUP_ELIGIBLE = 0x08;
const BACKED_UP = 0x10;
const ATTESTED = 0x40;

/** What an answer says, where a test wants it to say something else. */
export interface Twist {
  origin?: string;
  rpId?: string;
  type?: string;
  challenge?: string;
  crossOrigin?: boolean;
  userHandle?: string;
  verified?: boolean;
  present?: boolean;
  /** The signature counter. Default: one more than the last time. */
  counter?: number;
  /** Another key than the credential's own. */
  key?: KeyObject;
}

/** What a registration says besides. */
export interface RegistrationTwist extends Omit<Twist, 'key' | 'counter' | 'userHandle'> {
  aaguid?: string;
  synced?: boolean;
}

const flagsOf = ({ present, verified }: Pick<Twist, 'present' | 'verified'>) =>
  (present === false ? 0 : USER_PRESENT) | (verified === false ? 0 : USER_VERIFIED);

/** A security key in software, with one P-256 credential: what it signs is what a real one signs. */
export class SoftwareAuthenticator {
  readonly id = url64(randomBytes(16));
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  counter = 0;

  constructor(private readonly origin: string) {}

  get privateKey(): KeyObject {
    return this.#keys.privateKey;
  }

  /** The private key as CDP's virtual authenticator takes it. */
  get pkcs8(): string {
    return this.#keys.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
  }

  /** RFC 9053, 7.1.1: {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y} in CBOR. */
  get publicKey(): string {
    // Not as JWK: Node 20 may stop for good there, when its garbage collector meets the key's job while the key is locked.
    const point = this.#keys.publicKey.export({ format: 'der', type: 'spki' }).subarray(-64);
    const part = (label: number, value: Buffer) => Buffer.concat([Buffer.from([label, 0x58, 0x20]), value]);
    const head = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01]);
    return url64(Buffer.concat([head, part(0x21, point.subarray(0, 32)), part(0x22, point.subarray(32))]));
  }

  /** What a server is told when the credential is registered. */
  get credential() {
    return { id: this.id, publicKey: this.publicKey };
  }

  /** Answers an assertion's options as a browser hands them on. */
  answer(options: PublicKeyCredentialRequestOptionsJSON, twist: Twist = {}): AuthenticationResponseJSON {
    this.counter = twist.counter ?? this.counter + 1;
    const clientData = this.#clientData('webauthn.get', options.challenge, twist);
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    const rpIdHash = sha256(twist.rpId ?? options.rpId ?? '');
    const authenticatorData = Buffer.concat([rpIdHash, Buffer.from([flagsOf(twist)]), counter]);
    const signature = createSign('sha256')
      .update(authenticatorData)
      .update(sha256(Buffer.from(clientData, 'base64url')))
      .sign(twist.key ?? this.#keys.privateKey);
    return {
      id: this.id,
      rawId: this.id,
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: clientData,
        authenticatorData: url64(authenticatorData),
        signature: url64(signature),
        ...(twist.userHandle !== undefined && { userHandle: twist.userHandle }),
      },
    };
  }

  /** Answers a registration's options as a browser hands them on, without attestation. */
  register(options: PublicKeyCredentialCreationOptionsJSON, twist: RegistrationTwist = {}): RegistrationResponseJSON {
    const clientData = this.#clientData('webauthn.create', options.challenge, twist);
    const id = Buffer.from(this.id, 'base64url');
    const length = Buffer.alloc(2);
    length.writeUInt16BE(id.length);
    const aaguid = Buffer.from((twist.aaguid ?? '').replaceAll('-', '').padEnd(32, '0'), 'hex');
    const backedUp = twist.synced === true ? BACKUP_ELIGIBLE | BACKED_UP : 0;
    const authenticatorData = Buffer.concat([
      sha256(twist.rpId ?? options.rp.id ?? ''),
      Buffer.from([flagsOf(twist) | ATTESTED | backedUp]),
      Buffer.alloc(4),
      aaguid,
      length,
      id,
      Buffer.from(this.publicKey, 'base64url'),
    ]);
    // WebAuthn, 6.5.4: {"fmt": "none", "attStmt": {}, "authData": bytes} in CBOR.
    const size = Buffer.from([0x59, authenticatorData.length >> 8, authenticatorData.length & 0xff]);
    const attestation = Buffer.concat([
      Buffer.from([0xa3, 0x63]),
      Buffer.from('fmt'),
      Buffer.from([0x64]),
      Buffer.from('none'),
      Buffer.from([0x67]),
      Buffer.from('attStmt'),
      Buffer.from([0xa0, 0x68]),
      Buffer.from('authData'),
      size,
      authenticatorData,
    ]);
    return {
      id: this.id,
      rawId: this.id,
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: clientData,
        attestationObject: url64(attestation),
        authenticatorData: url64(authenticatorData),
        transports: ['usb'],
        publicKeyAlgorithm: -7,
      },
    };
  }

  #clientData(type: string, challenge: string, twist: Twist): string {
    return url64(
      JSON.stringify({
        type: twist.type ?? type,
        challenge: twist.challenge ?? challenge,
        origin: twist.origin ?? this.origin,
        crossOrigin: twist.crossOrigin ?? false,
      }),
    );
  }

  /** The same as a page's port: it answers only where it is allowed to. */
  get port(): WebAuthnPort {
    const unused = () => Promise.reject(new Error('This authenticator tells nobody.'));
    return {
      supported: true,
      allowed: true,
      deviceCan: () => Promise.resolve(false),
      get: (options) => {
        const isAsked = options.allowCredentials?.some(({ id }) => id === this.id) ?? false;
        return Promise.resolve(isAsked ? { is: 'done', credential: this.answer(options) } : { is: 'not-finished' });
      },
      // What it holds for the site is not made again; otherwise another authenticator answers for it.
      create: (options) => {
        const isThere = options.excludeCredentials?.some(({ id }) => id === this.id) ?? false;
        if (isThere) return Promise.resolve({ is: 'exists' });
        const credential = new SoftwareAuthenticator(this.origin).register(options);
        return Promise.resolve({ is: 'done', credential });
      },
      tellAccepted: unused,
    };
  }
}
