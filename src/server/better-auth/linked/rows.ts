/** An account elsewhere that a person has linked. It opens no session, but the set-up of a new factor. */
export interface LinkRow {
  id: string;
  userId: string;
  provider: string;
  /** By whom `sub` is given: with another issuer it is another person's. */
  issuer: string;
  sub: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}

/** A way to the provider and back that was begun. One answer ends it. */
export interface LinkFlowRow {
  id: string;
  userId: string;
  /** The challenge or the session that it was begun in. */
  owner: string;
  purpose: 'enroll' | 'link';
  provider: string;
  stateHash: string;
  nonce: string;
  /** PKCE's, encrypted. */
  verifier: string;
  createdAt: Date;
}
