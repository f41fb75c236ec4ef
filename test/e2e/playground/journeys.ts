import type { Page } from '@playwright/test';
import { JOURNEY, type Journey } from '../../../demo/playground/journeys';
import type { Step } from '../../../demo/playground/steps';
import { expect, press, send, stage } from './page';

/** Walked in every run. */
export const ALWAYS: readonly string[] = ['lost-factor', 'required'];

/** As a person does it who reads the page. */
async function take(page: Page, step: Step): Promise<void> {
  switch (step.does) {
    case 'press':
      return press(page, step.name);
    case 'follow':
      return stage(page).getByRole('link', { name: step.name }).click();
    case 'tick':
      return stage(page).getByLabel(step.name).check();
    case 'write':
      return stage(page).getByLabel(step.field).fill(step.text);
    case 'give':
      return send(page, step.field, step.what, step.button);
  }
}

/** From the first screen to the last. */
export async function walk(page: Page, { steps, end }: Journey): Promise<void> {
  for (const step of steps) await take(page, step);
  await expect(stage(page)).toContainText(end);
}

export function journeyOf(id: string): Journey {
  const found = JOURNEY.choices.find((journey) => journey.id === id);
  if (!found) throw new Error(`There is no journey "${id}".`);
  return found;
}
