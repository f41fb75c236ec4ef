/// <reference types="vite/types/importMeta.d.ts" />

/** The words of a language are one module of `src/i18n/locales`, by its tag. */
const modules = import.meta.glob('../../src/i18n/locales/*.ts');
const tagOf = (path: string): string => path.replace(/^.*\/(.+)\.ts$/, '$1');

/** The languages that have words besides English. */
export const languages: readonly string[] = Object.keys(modules).map(tagOf);

/** Fetches the words of a language, where it has some. @param language null for English */
export async function loadLanguage(language: string | null): Promise<void> {
  const found = Object.entries(modules).find(([path]) => tagOf(path) === language);
  await found?.[1]();
}
