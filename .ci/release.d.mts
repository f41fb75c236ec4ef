/** What stands against a release, in sentences. */
export function objections(facts: {
  readonly status: string;
  readonly tags: readonly string[];
  readonly manifest: { readonly version: string; readonly repository?: { readonly url: string } };
  readonly changelog: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}): readonly string[];
