/** What the demo's own pages ask of Kratos: the first factor, who is in, and the way out. The elements ask for the rest. */
const BASE = '/kratos';

interface Form {
  readonly ui: {
    readonly nodes: readonly { readonly attributes: { readonly name?: string; readonly value?: unknown } }[];
  };
}

async function ask(path: string, body?: object): Promise<{ status: number; json: unknown }> {
  const response = await fetch(BASE + path, {
    method: body ? 'POST' : 'GET',
    // Without it Kratos answers with a redirect.
    headers: { accept: 'application/json', ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, json: text === '' ? null : (JSON.parse(text) as unknown) };
}

/** Where a password leads: to the second factor, into the account, or nowhere. */
export async function signIn(identifier: string, password: string): Promise<'challenge' | 'account' | 'refused'> {
  // Whoever left a sign-in half done, or is somebody else: Kratos begins none beside a session.
  await signOut();
  const { json } = await ask('/self-service/login/browser');
  const { id, ui } = json as Form & { id: string };
  const csrf = ui.nodes.find(({ attributes }) => attributes.name === 'csrf_token')?.attributes.value;
  const { status } = await ask(`/self-service/login?flow=${id}`, {
    csrf_token: csrf,
    method: 'password',
    identifier,
    password,
  });
  if (status === 200) return 'account';
  if (status === 422) return 'challenge';
  if (status === 400) return 'refused';
  throw new Error(`Kratos answered the password with ${status}.`);
}

/** Their e-mail address; null for who is not wholly in. */
export async function whoIsIn(): Promise<string | null> {
  const { status, json } = await ask('/sessions/whoami');
  return status === 200 ? (json as { identity: { traits: { email: string } } }).identity.traits.email : null;
}

export async function signOut(): Promise<void> {
  const { status, json } = await ask('/self-service/logout/browser');
  if (status === 200) {
    const { logout_token } = json as { logout_token: string };
    await ask(`/self-service/logout?token=${encodeURIComponent(logout_token)}`);
  }
}
