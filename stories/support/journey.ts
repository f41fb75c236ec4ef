import type { StoryContext, StoryObj } from '@storybook/web-components-vite';
import { button, make } from '../../demo/playground/dom.js';
import { showHand } from '../../demo/playground/hand.js';
import { JOURNEY, type Journey } from '../../demo/playground/journeys.js';
import { createStage, type Stage } from '../../demo/playground/stage.js';
import { sentenceOf } from '../../demo/playground/steps.js';
import './pages.css';

interface Walk {
  readonly page: HTMLElement;
  readonly stage: Stage;
  look: unknown;
}

/** One per mounting of a story: turning a switch of the toolbar renders again, and must not start anew. */
const begun = new WeakMap<AbortSignal, Walk>();

const NOBODY_READS = { add: () => undefined, clear: () => undefined };

/** The journey with what it takes beside it: its steps, and what the person has at hand. */
function begin({ id, label, does, steps, end }: Journey, look: unknown): Walk {
  const said = make('p', { role: 'status' });
  const hand = make('dl', { id: 'hand' });
  const frame = make('div', { id: 'stage' });
  const stage = createStage(frame, NOBODY_READS, () => {
    if (stage.server) showHand(hand, stage.server, (words) => (said.textContent = words));
  });
  const settings = () => ({ journey: id, look: String(walk.look) });
  const walk: Walk = {
    look,
    stage,
    page: make(
      'div',
      { class: 'journey' },
      make(
        'section',
        { class: 'journey-way', 'aria-labelledby': 'journey-title' },
        make('h1', { id: 'journey-title' }, label),
        make('p', {}, does),
        make('ol', {}, ...steps.map((step) => make('li', {}, sentenceOf(step)))),
        make('p', {}, `It ends with: “${end}”`),
      ),
      frame,
      make(
        'section',
        { class: 'journey-way', 'aria-labelledby': 'hand-title' },
        make('h2', { id: 'hand-title' }, 'At hand'),
        make('p', {}, 'What the person has. Choose one to copy it.'),
        hand,
        make(
          'p',
          {},
          button('Start anew', () => void stage.begin(settings())),
        ),
        said,
      ),
    ),
  };
  void stage.begin(settings());
  return walk;
}

/** The story of a journey: nothing is done in it until somebody walks. */
export function storyOf(id: string, tags: string[]): StoryObj {
  const journey = JOURNEY.choices.find((one) => one.id === id);
  if (!journey) throw new Error(`There is no journey "${id}".`);
  return {
    name: journey.label,
    tags,
    render: (_, { abortSignal, globals }: StoryContext) => {
      const look = globals.look === 'unstyled' ? 'unstyled' : 'ours';
      const walk = begun.get(abortSignal) ?? begin(journey, look);
      begun.set(abortSignal, walk);
      if (walk.look !== look) {
        walk.look = look;
        void walk.stage.dress({ journey: id, look });
      }
      return walk.page;
    },
  };
}
