/** What of the standards the elements meet, and which tests say so. `npm run docs` writes it into `docs/accessibility.md`. */

export interface Proof {
  readonly file: string;
  /** The title of the test; what differs from case to case is `…`. */
  readonly sentence: string;
}

export type Verdict = 'Supports' | 'Partially supports' | 'Not applicable';

export interface Criterion {
  readonly id: string;
  readonly name: string;
  readonly level: 'A' | 'AA';
  readonly verdict: Verdict;
  readonly remark: string;
  /** Empty where nothing of it is there. */
  readonly tests: readonly Proof[];
}

const of =
  (file: string) =>
  (sentence: string): Proof => ({ file, sentence });
const states = of('test/elements/states.test.ts');
const conditions = of('test/elements/conditions.test.ts');
const spoken = of('test/elements/spoken.test.ts');
const smoke = of('test/elements/smoke.test.ts');
const filling = of('test/elements/autofill.test.ts');
const challenge = of('test/elements/challenge.test.ts');
const backupCode = of('test/elements/backup-code-form.test.ts');
const signIn = of('test/e2e/sign-in.spec.ts');

const AXE = states('can be used by everyone: …');
const MEANT = states('means the same to who hears it, or speaks to it, as to who sees it');
const FOLLOWED = states('is where the focus of who came to it is, and was announced');
const BY_KEYS = of('test/e2e/keyboard.spec.ts')('“…” is walked by keys alone, and nothing is asked twice');
const TREE = states('tells a screen reader the roles, names, descriptions and errors that it told before');
const HEARD = spoken('on the way “…”');
const KEYS = smoke('… sends a code that is typed on the keyboard, with Enter');
const TAB = smoke('the Tab key goes through the screen in the order it is read');
const NARROW = states('fits 320 px with names of sixty letters, and nothing in it stays while the page scrolls');
const CONTRAST = states('stands out by 7 to 1 for who wants more contrast, and does not move for who wants that');
const FORCED = states('tells nothing by a color alone where the system has its own');
const ZOOM = conditions('at 400 % zoom all of … is reached by scrolling one way, and what has the focus is seen whole');
const everyone = of('test/elements/everyone.test.ts');
const REGIONS = backupCode('has its live regions in place before they speak');
const FIELD_TABLE = states('has fields that tell browsers and password managers what they are for');

type Row = readonly [id: string, name: string, level: 'A' | 'AA', remark: string, ...tests: Proof[]];
const by =
  (verdict: Verdict) =>
  ([id, name, level, remark, ...tests]: Row): Criterion => ({ id, name, level, verdict, remark, tests });

const MEDIA = 'There is no sound and no video.';

const supported: readonly Row[] = [
  [
    '1.4.12',
    'Text Spacing',
    'AA',
    'States take turns with the spacing in each run, and all have it in the long one.',
    AXE,
  ],
  [
    '2.5.8',
    'Target Size (Minimum)',
    'AA',
    'Buttons are 48 px high, links 44.',
    AXE,
    everyone('would be seen to aim at what is too small, and at what lies under something'),
  ],
  [
    '3.2.6',
    'Consistent Help',
    'A',
    'Help stands after the other ways on each screen of the way back. Once the person is in, it is your page’s.',
    MEANT,
    HEARD,
  ],
  [
    '1.1.1',
    'Non-text Content',
    'A',
    'The picture of a key says what it is for, and the key stands beside it as text.',
    TREE,
    AXE,
  ],
  ['1.3.1', 'Info and Relationships', 'A', 'Headings, lists, labels and descriptions are native.', TREE, AXE, MEANT],
  ['1.3.2', 'Meaningful Sequence', 'A', 'What is heard from top to bottom is kept for each journey.', HEARD],
  ['1.3.3', 'Sensory Characteristics', 'A', 'Words name a button by its text.', HEARD],
  ['1.3.4', 'Orientation', 'AA', 'Nothing asks how a screen is held; the layout needs 320 px.', NARROW],
  [
    '1.3.5',
    'Identify Input Purpose',
    'AA',
    'A password is a `current-password`, a code that is sent or shown a `one-time-code`.',
    FIELD_TABLE,
  ],
  ['1.4.1', 'Use of Color', 'A', '', FORCED],
  ['1.4.3', 'Contrast (Minimum)', 'AA', 'With our look. Colors of your own are yours to check.', AXE, CONTRAST],
  [
    '1.4.4',
    'Resize Text',
    'AA',
    '',
    ZOOM,
    of('test/elements/host-styles.test.ts')('a larger rem, all of it grows along'),
  ],
  ['1.4.5', 'Images of Text', 'AA', 'There are none.', TREE],
  ['1.4.10', 'Reflow', 'AA', '', NARROW, ZOOM],
  ['1.4.11', 'Non-text Contrast', 'AA', '', CONTRAST, FORCED],
  ['2.1.1', 'Keyboard', 'A', '', KEYS, TAB, BY_KEYS],
  [
    '2.1.2',
    'No Keyboard Trap',
    'A',
    '',
    TAB,
    of('test/e2e/keyboard.spec.ts')('the keys lead out of the element again, both ways'),
  ],
  [
    '2.2.1',
    'Timing Adjustable',
    'A',
    'The server may end a challenge, for safety. It starts again in its place, and no code is lost by that.',
    signIn('a challenge that ran out starts again in its place, with the code still good'),
    everyone('can leave … alone for a day: it says little, and there is a way on'),
  ],
  ['2.4.2', 'Page Titled', 'A', 'The title is the page’s. Each screen has a heading of its own.', HEARD],
  ['2.4.3', 'Focus Order', 'A', '', TAB, smoke('focus goes with the person to the next screen'), HEARD, FOLLOWED],
  ['2.4.4', 'Link Purpose (In Context)', 'A', 'In a list, the name of a link holds what it is about.', TREE],
  ['2.4.6', 'Headings and Labels', 'AA', '', TREE],
  ['2.4.7', 'Focus Visible', 'AA', '', FORCED, ZOOM],
  [
    '2.4.11',
    'Focus Not Obscured (Minimum)',
    'AA',
    'The elements have nothing that stays while the page scrolls. What your page has, is yours to check.',
    NARROW,
    ZOOM,
    everyone('what has the focus is seen between the page’s own parts: …'),
  ],
  [
    '2.5.2',
    'Pointer Cancellation',
    'A',
    'Everything is done by `click`, when the pointer is let go.',
    smoke('a code that a manager filled is sent by a click'),
  ],
  ['2.5.3', 'Label in Name', 'A', '', TREE, AXE, MEANT],
  [
    '3.1.1',
    'Language of Page',
    'A',
    'The language is the page’s; the words follow it.',
    states('says all of it in the language of the page, once that is another'),
  ],
  [
    '3.1.2',
    'Language of Parts',
    'AA',
    'An element that speaks another language than the page around it says so.',
    of('test/elements/languages.test.ts')('shows each element in the language around it'),
  ],
  ['3.2.1', 'On Focus', 'A', '', TAB],
  [
    '3.2.2',
    'On Input',
    'A',
    'Nothing is sent by itself, however a field was filled.',
    filling('sends nothing by itself'),
    everyone('sends what is typed when they say so, and not before: …'),
  ],
  [
    '3.2.4',
    'Consistent Identification',
    'AA',
    'One word for one thing, in every screen.',
    TREE,
    of('test/i18n/plain.test.ts')('has no word of the trade, and none that presses'),
  ],
  ['3.3.1', 'Error Identification', 'A', '', TREE, HEARD],
  ['3.3.2', 'Labels or Instructions', 'A', '', TREE, AXE],
  [
    '3.3.3',
    'Error Suggestion',
    'AA',
    '',
    backupCode('has words for …, keeps the text, and goes back to the field'),
    challenge('has words for …'),
  ],
  [
    '3.3.4',
    'Error Prevention (Legal, Financial, Data)',
    'AA',
    'What can not be undone asks first.',
    of('test/elements/backup-codes.test.ts')('warn first, and keep them by the first button'),
    HEARD,
  ],
  [
    '3.3.7',
    'Redundant Entry',
    'A',
    'What was typed stays, also into another field where it belongs there.',
    signIn('an app code typed into the wrong field gets in by the right one'),
    backupCode('has words for …, keeps the text, and goes back to the field'),
    BY_KEYS,
  ],
  [
    '3.3.8',
    'Accessible Authentication (Minimum)',
    'AA',
    'Codes can be pasted and filled; a passkey asks for no code. No puzzle is asked.',
    smoke('a line copied from a list and pasted whole is sent in the server’s spelling'),
    filling('keeps what was filled, and sends it by … (events: …)'),
    BY_KEYS,
  ],
  ['4.1.2', 'Name, Role, Value', 'A', '', TREE, AXE],
];

const partial: readonly Row[] = [
  [
    '4.1.3',
    'Status Messages',
    'AA',
    'Errors, and what happens on a screen, are in regions that are there before. What came of a step that led to a new screen stands on it, after its heading, and is not said by itself. While a code is checked, the name of its button says so, and no region.',
    REGIONS,
    HEARD,
    FOLLOWED,
  ],
];

const absent: readonly Row[] = [
  ['1.2.1', 'Audio-only and Video-only (Prerecorded)', 'A', MEDIA],
  ['1.2.2', 'Captions (Prerecorded)', 'A', MEDIA],
  ['1.2.3', 'Audio Description or Media Alternative (Prerecorded)', 'A', MEDIA],
  ['1.2.4', 'Captions (Live)', 'AA', MEDIA],
  ['1.2.5', 'Audio Description (Prerecorded)', 'AA', MEDIA],
  ['1.4.2', 'Audio Control', 'A', MEDIA],
  ['1.4.13', 'Content on Hover or Focus', 'AA', 'Nothing appears by hover or focus.'],
  ['2.1.4', 'Character Key Shortcuts', 'A', 'There are none.'],
  ['2.2.2', 'Pause, Stop, Hide', 'A', 'Nothing moves or changes by itself for more than five seconds.'],
  ['2.3.1', 'Three Flashes or Below Threshold', 'A', 'Nothing flashes.'],
  ['2.4.1', 'Bypass Blocks', 'A', 'It is for pages. An element begins with a heading.'],
  ['2.4.5', 'Multiple Ways', 'AA', 'It is for sets of pages. The steps are a process.'],
  ['2.5.1', 'Pointer Gestures', 'A', 'There are none but a click.'],
  ['2.5.4', 'Motion Actuation', 'A', 'Nothing is done by motion.'],
  ['2.5.7', 'Dragging Movements', 'AA', 'Nothing is dragged.'],
  ['3.2.3', 'Consistent Navigation', 'AA', 'It is for sets of pages.'],
];

const byId = (one: Criterion, other: Criterion): number => one.id.localeCompare(other.id, 'en', { numeric: true });

export const CRITERIA: readonly Criterion[] = [
  ...supported.map(by('Supports')),
  ...partial.map(by('Partially supports')),
  ...absent.map(by('Not applicable')),
].sort(byId);

/** Of EN 301 549 V3.2.1, what is not WCAG. */
export const CLAUSES: readonly Omit<Criterion, 'level'>[] = [
  {
    id: '5.2',
    name: 'Activation of accessibility features',
    verdict: 'Not applicable',
    remark: 'None has to be turned on.',
    tests: [],
  },
  {
    id: '5.3',
    name: 'Biometrics',
    verdict: 'Supports',
    remark: 'A passkey is never the only way that the elements know: codes stand beside it.',
    tests: [of('test/elements/step-up.test.ts')('asks for the strongest way, and links to the others in their order')],
  },
  {
    id: '5.4',
    name: 'Preservation of accessibility information during conversion',
    verdict: 'Not applicable',
    remark: 'Nothing is converted. Codes are downloaded as plain text.',
    tests: [],
  },
  {
    id: '5.5–5.8',
    name: 'Operable parts, locking controls, key repeat, double-strike',
    verdict: 'Not applicable',
    remark: 'There is no hardware.',
    tests: [],
  },
  {
    id: '5.9',
    name: 'Simultaneous user actions',
    verdict: 'Supports',
    remark: 'No two keys or fingers at once.',
    tests: [KEYS, TAB],
  },
  {
    id: '9.6',
    name: 'WCAG conformance requirements',
    verdict: 'Partially supports',
    remark:
      'They are for whole pages, which are yours. A process is looked at whole, from the first screen to the last.',
    tests: [HEARD],
  },
  {
    id: '12.1.1',
    name: 'Accessibility and compatibility features',
    verdict: 'Supports',
    remark: 'This page, and [password managers](password-managers.md).',
    tests: [of('test/docs/accessibility.test.ts')('is what the table of criteria says')],
  },
  {
    id: '12.1.2',
    name: 'Accessible documentation',
    verdict: 'Partially supports',
    remark: 'It is Markdown with headings, lists and tables. How it is shown depends on where you read it.',
    tests: [of('test/docs/accessibility.test.ts')('is what the table of criteria says')],
  },
  {
    id: '12.2',
    name: 'Support services',
    verdict: 'Not applicable',
    remark: 'There are none but the reports of faults.',
    tests: [],
  },
];
