import { describe, expect, it } from 'vitest';
import { BackupCodesController } from '../../src/controllers/backup-codes-controller.js';
import { followCodeTabs } from '../../src/controllers/code-tabs.js';
import { asked, signedIn } from '../support/signed-in.js';

/** Tabs of one browser, each with a channel to the others. */
function tabs() {
  const { server, backend } = signedIn();
  const told: unknown[] = [];
  const hearing = new Set<(message: unknown) => void>();
  const say = (message: unknown, from?: (message: unknown) => void): void => {
    told.push(message);
    for (const hear of hearing) if (hear !== from) hear(message);
  };
  async function open() {
    const controller = new BackupCodesController(backend, { now: server.clock.now });
    const close = followCodeTabs(controller, (hear) => {
      hearing.add(hear);
      return { tell: (message) => say(message, hear), close: () => void hearing.delete(hear) };
    });
    await controller.load();
    return { controller, close };
  }
  return { server, open, told, say };
}

/** Lets what was heard be dealt with. */
const settled = () => new Promise((done) => setTimeout(done));

describe('two tabs', () => {
  it('show one set of codes: a newer one elsewhere takes the older one away', async () => {
    const { open } = tabs();
    const [a, b] = [await open(), await open()];
    await a.controller.make();
    await b.controller.make();
    expect([a.controller.state.status, b.controller.state.status]).toEqual(['replaced', 'showing']);
  });

  it('agree on the count once the codes are on', async () => {
    const { open, server } = tabs();
    const [a, b] = [await open(), await open()];
    server.backupCode();
    await a.controller.make();
    await a.controller.finish({ ticked: true });
    await settled();
    expect(b.controller.state).toMatchObject({ status: 'overview', ground: { codes: { made: server.clock.now() } } });
  });

  it('agree that the codes are off', async () => {
    const { open } = tabs();
    const [a, b] = [await open(), await open()];
    a.controller.askRemoval();
    await a.controller.remove();
    await settled();
    expect(b.controller.state).toMatchObject({ status: 'overview', ground: { codes: { state: 'none' } } });
  });

  it('leave alone what may be on by now', async () => {
    const { open, server } = tabs();
    const [a, b] = [await open(), await open()];
    await a.controller.make();
    server.faults.next('confirmBackupCodes', { kind: 'lost', committed: true });
    await a.controller.finish({ ticked: true });
    await b.controller.make();
    expect([a.controller.state.status, b.controller.state.status]).toEqual(['unsure', 'showing']);
  });

  it('leave alone what may be on by now while it is asked whether to leave it', async () => {
    const { open, server } = tabs();
    const [a, b] = [await open(), await open()];
    await a.controller.make();
    server.faults.next('confirmBackupCodes', { kind: 'lost', committed: true });
    await a.controller.finish({ ticked: true });
    await a.controller.leave();
    await b.controller.make();
    expect([a.controller.state.status, b.controller.state.status]).toEqual(['leaving', 'showing']);
  });

  it('tell each other no code', async () => {
    const { open, told } = tabs();
    const { controller } = await open();
    await controller.make();
    const { set } = controller.state.status === 'showing' ? controller.state.shown : { set: null };
    await controller.finish({ ticked: true });
    expect(told).toEqual([
      { type: 'codes-made', flow: set?.id },
      { type: 'codes-changed', flow: set?.id },
    ]);
    expect(JSON.stringify(told)).not.toMatch(/canary/i);
    expect(JSON.stringify(set)).toMatch(/CANA/);
  });

  it.each([null, 'passed', {}, { type: 'codes-made' }, { type: 'codes-made', flow: 7 }, { type: 'other', flow: null }])(
    'ignore what is no message of theirs: %j',
    async (message) => {
      const { open, say, server } = tabs();
      const { controller } = await open();
      await controller.make();
      const reads = asked(server, 'backupCodesStatus');
      say(message);
      await settled();
      expect([controller.state.status, asked(server, 'backupCodesStatus')]).toEqual(['showing', reads]);
    },
  );

  it('go their own ways once one is closed', async () => {
    const { open } = tabs();
    const [a, b] = [await open(), await open()];
    await a.controller.make();
    a.close();
    await b.controller.make();
    expect(a.controller.state.status).toBe('showing');
  });
});
