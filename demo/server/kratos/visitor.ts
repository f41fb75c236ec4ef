import type { KratosSite } from './site';

/** A node of a form, as far as who makes accounts has to know it. */
interface FormNode {
  attributes: { name?: string; id?: string; value?: unknown; text?: { context?: Record<string, unknown> } };
}

/** One of Kratos's forms. */
export interface KratosForm {
  id: string;
  state: string;
  ui: { action: string; nodes: FormNode[] };
}

export interface KratosAnswer {
  readonly status: number;
  readonly json: unknown;
}

export const isForm = (json: unknown): json is KratosForm => typeof json === 'object' && json !== null && 'ui' in json;

/** The attributes of the node of this name. */
export function nodeOf({ ui }: KratosForm, name: string): FormNode['attributes'] {
  const found = ui.nodes.find(({ attributes }) => attributes.name === name || attributes.id === name);
  if (!found) throw new Error(`The form has no ${name}.`);
  return found.attributes;
}

/** A browser in front of Kratos, with its cookies: for who makes accounts, and for tests. */
export class KratosVisitor {
  readonly cookies = new Map<string, string>();

  constructor(private readonly site: KratosSite) {}

  /** For an adapter: what a page would ask of Kratos's address goes to where this process reaches it. */
  readonly fetch: typeof fetch = async (input, init) => {
    const { url, base } = this.site;
    const asked = input instanceof Request ? input.url : String(input);
    const headers = new Headers(init?.headers);
    if (this.cookies.size > 0)
      headers.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(asked.startsWith(base) ? url + asked.slice(base.length) : asked, { ...init, headers });
    this.#keep(response);
    return response;
  };

  #keep(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/;\s*max-age=0\b/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }

  async ask(method: 'GET' | 'POST', path: string, body?: object): Promise<KratosAnswer> {
    const response = await this.fetch(path.startsWith('/') ? this.site.base + path : path, {
      method,
      redirect: 'manual',
      headers: { accept: 'application/json', ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, json: text === '' ? null : (JSON.parse(text) as unknown) };
  }

  /** Begins a flow and gives its form. */
  async form(path: string): Promise<KratosForm> {
    const { status, json } = await this.ask('GET', path);
    if (!isForm(json)) throw new Error(`Kratos answered ${path} with ${status} and no form.`);
    return json;
  }

  /** Sends one action of a form. */
  send(form: KratosForm, action: object): Promise<KratosAnswer> {
    return this.ask('POST', form.ui.action, { csrf_token: nodeOf(form, 'csrf_token').value, ...action });
  }

  settings = (): Promise<KratosForm> => this.form('/self-service/settings/browser');

  /** The first factor. Who has a second one holds a session afterwards that opens nothing yet. */
  async passFirstFactor({ email, password }: { email: string; password: string }): Promise<void> {
    const form = await this.form('/self-service/login/browser');
    const { status } = await this.send(form, { method: 'password', identifier: email, password });
    if (status !== 200 && status !== 422) throw new Error(`Kratos answered the password of ${email} with ${status}.`);
  }

  /** Kratos begins no sign-in beside a session. */
  async signOut(): Promise<void> {
    const { status, json } = await this.ask('GET', '/self-service/logout/browser');
    if (status === 200) await this.ask('GET', (json as { logout_url: string }).logout_url);
  }

  whoAmI = (): Promise<KratosAnswer> => this.ask('GET', '/sessions/whoami');
}
