/** Where on the demo's own origin Kratos answers, so that its cookies are those of the page. */
export const KRATOS_PATH = '/kratos';

export interface KratosLocation {
  /** Its public address as this process reaches it, `http://127.0.0.1:4433`. */
  url: string;
  /** Its admin address; only a server may know it. Without one nobody is made, and sent codes are not shown. */
  adminUrl?: string | undefined;
}

/** Kratos as this process and as browsers reach it. */
export interface KratosSite {
  readonly url: string;
  readonly adminUrl: string | undefined;
  /** `serve.public.base_url` of its configuration: where browsers find it. */
  readonly base: string;
}

const trimmed = (url: string): string => url.replace(/\/+$/, '');

/** Asks Kratos where it believes to be: by the address of a form, since it tells its configuration to nobody. */
export async function openKratos({ url, adminUrl }: KratosLocation): Promise<KratosSite> {
  const site = trimmed(url);
  const response = await fetch(`${site}/self-service/login/browser`, { headers: { accept: 'application/json' } }).catch(
    (cause: unknown) => {
      throw new Error(`There is no Kratos at ${site}. demo/kratos/README.md says how to start one.`, { cause });
    },
  );
  const flow = (await response.json().catch(() => null)) as { ui?: { action?: unknown } } | null;
  const action = flow?.ui?.action;
  if (typeof action !== 'string') throw new Error(`What answers at ${site} is not Kratos's public address.`);
  const base = trimmed(action.replace(/self-service\/login\?.*$/, ''));
  return { url: site, adminUrl: adminUrl && trimmed(adminUrl), base };
}
