import type { Meta, StoryContext, StoryObj } from '@storybook/web-components-vite';
import { createRestBackend } from '../../src/backends/rest.js';
import '../../src/define.js';
import { placeState, reachState, stateOf, type Screen, type ScreenState } from '../../src/testing/states/index.js';
import { openServer } from './servers.js';

/** One per mounting of a story: turning a switch of the toolbar renders again, and must not start anew. */
const placed = new WeakMap<AbortSignal, { readonly box: HTMLElement; readonly screen: Screen }>();

function place(state: ScreenState, { abortSignal }: StoryContext) {
  let found = placed.get(abortSignal);
  if (!found) {
    const box = document.createElement('div');
    const connect = ({ baseUrl }: { baseUrl: string }) => createRestBackend({ baseUrl });
    found = { box, screen: placeState(state, box, connect, openServer(state.server, abortSignal)) };
    placed.set(abortSignal, found);
  }
  return found;
}

export const metaOf = (tag: string): Meta => ({ title: tag, component: tag });

/** The story of a state: the person's gestures are its play function. */
export function storyOf(id: string, tags: string[]): StoryObj {
  const state = stateOf(id);
  return {
    name: state.title,
    tags,
    render: (_, context) => {
      const { box, screen } = place(state, context);
      screen.element.toggleAttribute('unstyled', context.globals.look === 'unstyled');
      return box;
    },
    play: (context) => reachState(state, place(state, context).screen),
  };
}
