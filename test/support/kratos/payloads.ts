import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** An answer of a real server. */
export interface Payload {
  readonly status: number;
  readonly body: unknown;
}

/** Recorded from Kratos v26.2.0 with accounts of our own; scripts, profile fields and addresses of the machine were taken out. */
const lines = readFileSync(join(import.meta.dirname, 'recorded.jsonl'), 'utf8')
  .trim()
  .split('\n');
export const RECORDED: ReadonlyMap<string, Payload> = new Map(
  lines.map((line) => {
    const { name, ...payload } = JSON.parse(line) as Payload & { readonly name: string };
    return [name, payload];
  }),
);

/** Those of other projects, which are not part of this one and may not be there. */
const FOLDER = resolve(import.meta.dirname, '../../../../shared/backends/kratos-fixtures');
export const hasOthers = existsSync(FOLDER);
export const other = (file: string): unknown =>
  JSON.parse(readFileSync(join(FOLDER, `${file}.json`), 'utf8')) as unknown;

/** A form of these fields alone. */
export const formOf = (nodes: unknown): object => ({ id: 'f', ui: { nodes } });

export const answer = ({ status, body }: Payload): Response =>
  new Response(status === 204 ? null : JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  });
