import { expect } from '@open-wc/testing';
import { createRestBackend } from '../../src/backends/rest.js';
import '../../src/define.js';
import { createSimulatedServer, type SimulatedServer } from '../../src/testing/index.js';
import { placeState, reachState, stateOf, STATES } from '../../src/testing/states/index.js';
import { HOSTILE, placesIn, TYPES, withValue } from '../support/hostile.js';
import { beStrict, faultsIn, happened, hostileFetch, waysOn } from './hostile.js';

const TEXTS = Object.values(HOSTILE);
/** On these screens something is under way: they have no way on with any server. */
const UNDER_WAY = ['loading', 'notice'];

/** Nothing is left to do on these by themselves: the page around says how it goes on, or there is nothing to show. */
const ENDS = ['elsewhere', 'absent'];

const leadsOn = (element: HTMLElement): boolean =>
  waysOn(element) > 0 || ENDS.includes(element.querySelector<HTMLElement>('[data-part=box]')?.dataset['state'] ?? '');

/** How many frames a server that says anything may take to bring a state on screen, if it does at all. */
const PATIENCE = 180;
const frames = async (count: number): Promise<false> => {
  for (let frame = 0; frame < count; frame += 1) await new Promise(requestAnimationFrame);
  return false;
};

/** Every state, with every text in every place that a server fills. */
describe('every state, on a server that says anything', () => {
  const host = document.createElement('main');
  before(() => {
    document.body.append(host);
    beStrict();
  });
  after(() => host.remove());
  afterEach(() => host.replaceChildren());
  let reached = 0;

  for (const [at, state] of STATES.entries()) {
    it(`${state.id} shows it as text, and leads on`, async function () {
      this.timeout(60_000);
      // Over all states each text comes to stand in each place.
      const texts = [...TEXTS.slice(at % TEXTS.length), ...TEXTS.slice(0, at % TEXTS.length)];
      const connect = (server: SimulatedServer) =>
        createRestBackend({ baseUrl: server.baseUrl, fetch: hostileFetch(server, texts) });
      const screen = placeState(state, host, connect);
      // What makes no sense to an element may lead to another screen, which has to stand the same.
      const isReached = await Promise.race([
        reachState(state, screen).then(
          () => true,
          () => false,
        ),
        frames(PATIENCE),
      ]);
      if (isReached) reached += 1;
      expect(faultsIn(screen.element)).to.deep.equal([]);
      const mayLeadOn = isReached && !UNDER_WAY.includes(state.status);
      const plainWays = mayLeadOn ? await waysOfPlain(state.id) : 0;
      if (plainWays > 0) expect(waysOn(screen.element)).to.be.greaterThan(0);
      expect(await happened()).to.deep.equal([]);
    });
  }

  it('most of them came on screen', () => expect(reached).to.be.greaterThan(STATES.length / 2));

  /** How many ways on a state has on a server that means well. */
  async function waysOfPlain(id: string): Promise<number> {
    const place = document.createElement('div');
    host.append(place);
    const screen = placeState(stateOf(id), place, ({ baseUrl, fetch }) => createRestBackend({ baseUrl, fetch }));
    await reachState(stateOf(id), screen);
    const ways = waysOn(screen.element);
    place.remove();
    return ways;
  }

  for (const tag of ['mfa-challenge', 'mfa-settings', 'mfa-backup-codes', 'mfa-repair', 'mfa-support']) {
    it(`${tag} stands answers whose values are of any type, one after the other`, async function () {
      this.timeout(300_000);
      for (const body of await answersTo(tag)) {
        for (const [place, value] of placesIn(body.json)) {
          for (const wrong of Object.values(TYPES)) {
            const server = createSimulatedServer({ account: { passkeys: 1 } });
            if (tag === 'mfa-settings' || tag === 'mfa-backup-codes' || tag === 'mfa-repair') server.signIn();
            else server.passFirstFactor();
            const element = document.createElement(tag);
            const fetching: typeof fetch = async (input, init) => {
              const answer = await server.fetch(input, init);
              const path = input instanceof Request ? input.url : input.toString();
              if (path !== body.path) return answer;
              const told = JSON.stringify(withValue(body.json, place, wrong));
              return new Response(told, { status: 200, headers: { 'content-type': 'application/json' } });
            };
            const backend = createRestBackend({ baseUrl: server.baseUrl, fetch: fetching });
            Object.assign(element, { backend, service: 'Fjord Bank' });
            host.replaceChildren(element);
            await toStand(element);
            const where = `${body.path} ${place.join('.')} was ${String(value)}`;
            expect([where, leadsOn(element), ...faultsIn(element)]).to.deep.equal([where, true]);
          }
        }
      }
      expect(await happened()).to.deep.equal([]);
    });
  }

  interface Answered {
    readonly path: string;
    readonly json: unknown;
  }

  /** What an element asks for its first screen, and what it is told. */
  async function answersTo(tag: string): Promise<readonly Answered[]> {
    const found: Answered[] = [];
    const state = STATES.find((one) => one.tag === tag && !one.reach && !UNDER_WAY.includes(one.status));
    if (!state) throw new Error(`${tag} has no first screen.`);
    const screen = placeState(state, host, (server) =>
      createRestBackend({
        baseUrl: server.baseUrl,
        fetch: async (input, init) => {
          const answer = await server.fetch(input, init);
          const path = input instanceof Request ? input.url : input.toString();
          found.push({ path, json: await answer.clone().json() });
          return answer;
        },
      }),
    );
    await reachState(state, screen);
    return found;
  }

  async function toStand(element: HTMLElement): Promise<void> {
    for (let frames = 0; frames < 200; frames += 1) {
      if (leadsOn(element)) return;
      await new Promise((done) => setTimeout(done));
    }
  }
});
