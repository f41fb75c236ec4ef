import { readFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What a file holds, or why it can't be said. */
export type Read = { readonly value: unknown } | { readonly why: string };

const MODULES = ['.js', '.mjs', '.cjs', '.ts', '.mts'];

/** Reads a JSON file, or runs a module and takes its default export. */
export async function readFrom(file: string): Promise<Read> {
  try {
    return { value: MODULES.includes(extname(file)) ? await exported(file) : parsed(await readFile(file, 'utf8')) };
  } catch (error) {
    return { why: error instanceof Error ? error.message : String(error) };
  }
}

/** Without the mark that some editors put before a text. */
const parsed = (text: string): unknown => JSON.parse(text.replace(/^\uFEFF/, ''));

/** The options, from the options themselves or from the plugin that was made of them. */
async function exported(file: string): Promise<unknown> {
  const module = (await import(pathToFileURL(resolve(file)).href)) as { default?: unknown };
  const { default: value } = module;
  const isPlugin = typeof value === 'object' && value !== null && 'endpoints' in value && 'options' in value;
  return isPlugin ? value.options : value;
}
