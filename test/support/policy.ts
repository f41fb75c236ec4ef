import type { BrowserContext } from '@playwright/test';

/** What the pages' policy blocks, on every page of this context. */
export async function watchPolicy(context: BrowserContext): Promise<readonly string[]> {
  const seen: string[] = [];
  await context.exposeFunction('cspViolation', (what: string) => seen.push(what));
  await context.addInitScript(() => {
    addEventListener(
      'securitypolicyviolation',
      ({ effectiveDirective, blockedURI, sample }) =>
        void (globalThis as unknown as { cspViolation: (what: string) => Promise<void> }).cspViolation(
          `${effectiveDirective} ${blockedURI} ${sample}`,
        ),
      true,
    );
  });
  return seen;
}
