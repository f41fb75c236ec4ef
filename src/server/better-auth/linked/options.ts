/** An OpenID provider at which people may have an account that gets them back in here. */
export interface LinkedProvider {
  /** What it is called by in addresses: letters, digits and dashes. */
  readonly id: string;
  /** What people know it as. */
  readonly label: string;
  /** As its discovery document says it, with https. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface LinkedOptions {
  /** With `<baseURL>/linked/<id>/callback` as an address of redirection. */
  readonly providers: readonly LinkedProvider[];
  /** The page that linking comes back to. Default `/`. */
  readonly returnUrl?: string;
}
