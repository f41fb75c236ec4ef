import type { Proof } from '../../ports/backend.js';
import type { ContractCase } from './case.js';
import { offer, open, port, verify } from './challenge-tools.js';
import { call, hold, refused, same, wrong } from './check.js';
import type { ContractBrowser } from './world.js';

/** A challenge by a code that is sent, or by a passkey. */
export const otherWayCases: readonly ContractCase[] = [
  {
    name: 'sends a code and lets it in',
    uses: ['challenge.load', 'challenge.send', 'challenge.verify'],
    async run(world) {
      const { id } = offer(await open(world), 'delivered-code');
      const { sentAt } = await port(world).send(id, call());
      hold(sentAt > 0, 'It was not sent');
      const { by } = await verify(world, { kind: 'delivered-code', id, code: await world.sentCode() });
      same(by, 'delivered-code', 'The way');
      hold(await world.signedIn(), 'The person is not in');
    },
  },
  {
    name: 'refuses a wrong sent code',
    uses: ['challenge.load', 'challenge.send', 'challenge.verify'],
    async run(world) {
      const { id } = offer(await open(world), 'delivered-code');
      await port(world).send(id, call());
      await refused(verify(world, { kind: 'delivered-code', id, code: wrong(await world.sentCode()) }), 'wrong-code');
    },
  },
  {
    name: 'lets a passkey in as the second factor',
    uses: ['challenge.load', 'challenge.preparePasskey', 'challenge.verify'],
    async run(world) {
      offer(await open(world), 'passkey');
      const { by } = await verify(world, await assertion(world, world));
      same(by, 'passkey', 'The way');
      hold(await world.signedIn(), 'The person is not in');
    },
  },
  {
    name: 'refuses an assertion that was made for another challenge',
    uses: ['challenge.load', 'challenge.preparePasskey', 'challenge.verify'],
    async run(world) {
      const other = world.otherBrowser();
      await open(other);
      await open(world);
      const proof = await assertion(other, world);
      await refused(verify(world, proof), 'passkey-refused', 'challenge-over');
      hold(!(await world.signedIn()), 'The person is in');
    },
  },
];

/** A passkey's answer to the challenge of one browser, made by the authenticator of another. */
async function assertion(asked: ContractBrowser, holder: ContractBrowser): Promise<Proof> {
  const { id, options } = await port(asked).preparePasskey(call());
  const result = await holder.authenticator.get(options, call().signal);
  hold(result.is === 'done', `The ceremony ended as ${result.is}`);
  return { kind: 'passkey', ceremony: id, credential: result.credential };
}
