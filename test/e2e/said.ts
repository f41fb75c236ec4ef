import type { Locator, Page } from '@playwright/test';

/** The regions that say something: those that don't are there all the time, so that screen readers hear the first word too. */
const said = (within: Page | Locator, role: 'alert' | 'status'): Locator =>
  within.getByRole(role).filter({ hasText: /./ });

/** What went wrong. */
export const alert = (within: Page | Locator): Locator => said(within, 'alert');

/** What happened, or is happening. */
export const status = (within: Page | Locator): Locator => said(within, 'status');
