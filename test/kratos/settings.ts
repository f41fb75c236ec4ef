import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const CONFIG = join(import.meta.dirname, '../../demo/kratos/kratos.yml');

interface Config {
  selfservice: { flows: { settings: { privileged_session_max_age: string } } };
}

/** Where the live Kratos is; undefined where nobody said. */
export const LIVE =
  process.env.KRATOS_URL && process.env.KRATOS_ADMIN_URL
    ? { url: process.env.KRATOS_URL, adminUrl: process.env.KRATOS_ADMIN_URL }
    : undefined;

export const NOT_SET = 'KRATOS_URL and KRATOS_ADMIN_URL are not set';

function inOurs(): number {
  const { privileged_session_max_age: age } = (parse(readFileSync(CONFIG, 'utf8')) as Config).selfservice.flows
    .settings;
  const [, count = '', unit = ''] = /^(\d+)([sm])$/.exec(age) ?? [];
  return Number(count) * (unit === 'm' ? 60 : 1);
}

/** For how long a proof lasts there. Kratos tells it to nobody: it is what our configuration says, unless one is told. */
export const PRIVILEGED_SECONDS = Number(process.env.KRATOS_PRIVILEGED_SECONDS ?? inOurs());

const LONGEST_WAIT_SECONDS = 120;

/** Why nothing can be tried with a proof that is old; undefined: it is waited for, since a live clock can't be moved on. */
export const NO_OLD_PROOF =
  PRIVILEGED_SECONDS > LONGEST_WAIT_SECONDS
    ? `a proof lasts ${PRIVILEGED_SECONDS} s there, and is waited for up to ${LONGEST_WAIT_SECONDS} s; see demo/kratos/README.md`
    : undefined;
