import { sendKeys } from '@web/test-runner-commands';

/** The letter with Control held down, as a real key. WebDriver knows no `down`, but holds all that it types at once. */
export async function withControl(letter: string): Promise<void> {
  if (navigator.userAgent.includes('AppleWebKit') && !/Chrom(e|ium)\//.test(navigator.userAgent)) {
    await sendKeys({ type: `\uE009${letter}` });
    return;
  }
  await sendKeys({ down: 'Control' });
  await sendKeys({ press: letter });
  await sendKeys({ up: 'Control' });
}
