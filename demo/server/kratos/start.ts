import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readAccounts, writeAccounts, type DemoAccount } from '../accounts-file';
import { seedKratos } from './people';
import { KRATOS_PATH, openKratos, type KratosLocation, type KratosSite } from './site';

/** Kratos and its people, noted in a folder of their own: each start of a Kratos without a database makes them anew. */
export async function startKratos(
  origin: string,
  location: KratosLocation,
  dataDir?: string,
): Promise<{ site: KratosSite; accounts: DemoAccount[] }> {
  const site = await openKratos(location);
  const wanted = origin + KRATOS_PATH;
  if (site.base !== wanted)
    throw new Error(
      `Kratos sends browsers to ${site.base}. Set serve.public.base_url to ${wanted}/ in its configuration.`,
    );
  const made = location.adminUrl ? await seedKratos(site) : [];
  if (dataDir === undefined) return { site, accounts: made };
  const folder = join(dataDir, 'kratos');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const known = (await readAccounts(folder)).filter(({ email }) => !made.some((one) => one.email === email));
  const accounts = location.adminUrl ? [...known, ...made] : [];
  if (made.length > 0) await writeAccounts(folder, accounts);
  return { site, accounts };
}
