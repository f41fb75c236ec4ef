import type * as fc from 'fast-check';
import type { Fault, OperationId } from '../../../src/testing/index.js';
import { checkInvariants } from './invariants.js';
import { fitting, textFor, type Text } from './texts.js';
import type { World } from './world.js';

/** What of the world decides whether a command makes sense, as it was after the last one. */
export interface Seen {
  controls: number;
  fields: number;
  tabs: number;
  /** What can be chosen by its `data-action`. */
  actions: readonly string[];
}

type Act = (world: World) => void | Promise<void>;

/** One thing that a person, a network or time does; then what may never be wrong is looked at. */
export class Command implements fc.AsyncCommand<Seen, World> {
  constructor(
    readonly name: string,
    readonly act: Act,
    readonly fits: (seen: Seen) => boolean = () => true,
  ) {}

  check(seen: Readonly<Seen>): boolean {
    return this.fits(seen);
  }

  async run(seen: Seen, world: World): Promise<void> {
    const { tab } = world;
    tab.isTouched = tab.holdsFocus || (tab.isTouched && !tab.canHoldFocus);
    await world.run(() => this.act(world), this.name);
    await checkInvariants(world);
    Object.assign(seen, look(world));
  }

  toString(): string {
    return this.name;
  }
}

/** What a person does on the screen, which takes their focus there. */
export class Gesture extends Command {
  constructor(name: string, act: Act, fits?: (seen: Seen) => boolean) {
    super(
      name,
      (world) => {
        world.gesture();
        return act(world);
      },
      fits,
    );
  }
}

export const look = ({ tab, tabs }: World): Seen => ({
  controls: tab.controls.length,
  fields: tab.fields.length,
  tabs: tabs.length,
  actions: tab.controls.flatMap(({ dataset }) => dataset['action'] ?? []),
});

const hasControl = ({ controls }: Seen): boolean => controls > 0;
const hasField = ({ fields }: Seen): boolean => fields > 0;

/** The nth control on screen, from the start again where there are fewer. */
function press({ tab }: World, nth: number, times: number): void {
  const control = tab.controls[nth % tab.controls.length];
  for (let time = 0; time < times; time += 1) tab.press(control);
}

const fill = (world: World, text: Text): void => {
  const [field] = world.tab.fields;
  if (field) world.tab.type(field, textFor(text, world, field));
};
const enter = ({ tab }: World): void => {
  const [field] = tab.fields;
  tab.focus(field);
  field?.form?.requestSubmit();
};

export const click = (nth: number) => new Gesture(`click(${nth})`, (world) => press(world, nth, 1), hasControl);
export const doubleClick = (nth: number) =>
  new Gesture(`doubleClick(${nth})`, (world) => press(world, nth, 2), hasControl);
/** The first control with this `data-action`. */
export const choose = (action: string) =>
  new Gesture(
    `choose('${action}')`,
    ({ tab }) => tab.press(tab.controls.find(({ dataset }) => dataset['action'] === action)),
    ({ actions }) => actions.includes(action),
  );
export const write = (text: Text) => new Gesture(`write('${text}')`, (world) => fill(world, text), hasField);
export const send = (text: Text) =>
  new Gesture(
    `send('${text}')`,
    (world) => {
      fill(world, text);
      enter(world);
    },
    hasField,
  );
export const pressEnter = () => new Gesture('pressEnter()', enter, hasField);
export const pressEscape = () =>
  new Gesture(
    'pressEscape()',
    ({ tab }) => {
      const [control] = tab.controls;
      tab.focus(control);
      control?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
    },
    hasControl,
  );
/** What most people do: type what is asked for, tick what is to be ticked, and go on. */
export const goOn = () =>
  new Gesture(
    'goOn()',
    (world) => {
      const { fields, controls } = world.tab;
      for (const field of fields) world.tab.type(field, fitting(world, field));
      for (const tick of controls) if (tick instanceof HTMLInputElement && !tick.checked) tick.click();
      world.tab.press(controls.find(({ dataset }) => dataset['variant'] === 'primary') ?? controls[0]);
    },
    hasControl,
  );

export const reload = () => new Command('reload()', (world) => world.reload());
export const openTab = () =>
  new Command(
    'openTab()',
    (world) => world.addTab(),
    ({ tabs }) => tabs < 2,
  );
export const turnTab = () =>
  new Command(
    'turnTab()',
    (world) => world.turnTab(),
    ({ tabs }) => tabs > 1,
  );
/** The person gives the first factor again, and the page is loaded anew. */
export const signInAgain = () =>
  new Command('signInAgain()', (world) => {
    world.giveFirstFactor();
    world.reload();
  });
export const pass = (ms: number) => new Command(`pass(${ms})`, (world) => world.pass(ms));
export const meet = (operation: OperationId | '*', fault: Fault, times = 1) =>
  new Command(`meet('${operation}', ${JSON.stringify(fault)}, ${times})`, ({ server }) =>
    server.faults.next(operation, fault, { times }),
  );
export const release = () => new Command('release()', ({ server }) => server.faults.release());
export const online = (is: boolean) => new Command(`online(${is})`, (world) => void (world.isOnline = is));
export const endSessions = () => new Command('endSessions()', ({ server }) => server.desk.endSessions());
/** The person leaves the browser's next dialog. */
export const leaveDialog = () =>
  new Command('leaveDialog()', ({ platform }) => platform.endNextCeremony({ is: 'not-finished' }));
export const holdDialog = (hold: boolean) =>
  new Command(`holdDialog(${hold})`, ({ platform }) => platform.holdCeremonies(hold));
export const block = (what: 'clipboard' | 'printing' | 'saving') =>
  new Command(`block('${what}')`, ({ platform }) => platform.block(what));
