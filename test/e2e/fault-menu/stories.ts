import { comesBack, expectProofs, isIn, isStillOut, reads, type Journey } from './journey';
import type { Story } from './table';
import type { Way } from './ways';

/** What comes of a proof whose answer was lost. */

/** The answer can be had all the same. */
export const IS_IN: Story = {
  then: 'is in by what was sent once',
  async live(journey, way) {
    await way.prove(journey);
    await isIn(journey, way);
    expectProofs(journey, 1);
  },
};

/** The words are those of a person who has lost nothing, and by the same gesture again they are in. */
export async function isNotInYet(journey: Journey, way: Way): Promise<void> {
  await reads(journey, way.says.notSpent);
  await isStillOut(journey);
  journey.network.heal();
  await way.again(journey);
  await isIn(journey, way);
  expectProofs(journey, 2);
}

export const IS_NOT_IN: Story = {
  then: 'reads that they are not in yet, and gets in by trying again',
  async live(journey, way) {
    await way.prove(journey);
    await isNotInYet(journey, way);
  },
};

async function asksAgain(journey: Journey): Promise<void> {
  await comesBack(journey);
  await journey.page.getByRole('button', { name: 'Check again' }).click();
}

/** Nobody can be asked for a while; then the server says that the proof never came. */
export const ASKS_AND_IS_NOT_IN: Story = {
  then: 'reads that nobody can tell yet, later that they are not in, and gets in by trying again',
  async live(journey, way) {
    await way.prove(journey);
    await reads(journey, way.says.unknown);
    await asksAgain(journey);
    await isNotInYet(journey, way);
  },
};

/** The same words while the server has let the person in; no proof is sent to find out. */
export const ASKS_AND_IS_IN: Story = {
  then: 'reads that nobody can tell yet, and is in once the server can be asked',
  async live(journey, way) {
    await way.prove(journey);
    await findsOut(journey, way);
  },
};

export async function findsOut(journey: Journey, way: Way): Promise<void> {
  await reads(journey, way.says.unknown);
  await asksAgain(journey);
  await isIn(journey, way);
  expectProofs(journey, 1);
}
