/**
 * What the challenge needs once there is more to say than its first screen: words for what went wrong, how it ends, and the
 * other ways. In one file: it is fetched as a whole while the person reads.
 */
import { nothing, type TemplateResult } from 'lit/html.js';
import type { OnScreenState, Trouble } from '../core/machines/challenge.js';
import { timeOfDay } from '../i18n/format.js';
import { describe, unsettled } from '../i18n/describe.js';
import { common } from '../i18n/messages/common.js';
import { after } from '../i18n/messages/after.js';
import { adopt } from '../styles/adopt.js';
import { later } from '../styles/later.js';
import type * as NoticesModule from './challenge/notices.js';
import { errorContent } from './fragments/later-parts.js';
import type { ChallengeScreen, FormView } from './screen.js';

export { renderEnd } from './fragments/ends.js';
export { renderWay } from './challenge/ways.js';

let notices: typeof NoticesModule | undefined;
/** The screens that wait for its code: several may stand on one page. */
const waiting = new Set<ChallengeScreen>();

async function fetchNotices(): Promise<void> {
  notices = await import('./challenge/notices.js').catch(() => undefined);
  for (const screen of waiting) if (notices) screen.requestUpdate();
  waiting.clear();
}

/** What the person is told besides. Its code comes only where there is something. */
export function renderNotices({ challenge }: OnScreenState, screen: ChallengeScreen): TemplateResult | undefined {
  if (challenge.notices.length === 0 && !challenge.assistance) return undefined;
  if (notices) return notices.renderNotices(challenge, screen);
  const isFirst = waiting.size === 0;
  waiting.add(screen);
  if (isFirst) void fetchNotices();
  return undefined;
}

/** Gives the root an element stands in the look of what comes later. */
export const adoptLater = (element: Element): void => adopt(element, later);

/** The words of a form that has been used. @param shape how a backup code looks here, or empty */
export function view(
  state: OnScreenState,
  { serviceName: service, language }: ChallengeScreen,
  shape: string,
): Partial<FormView> {
  const trouble = state.status === 'asking' ? state.trouble : null;
  const news = state.status === 'asking' ? state.news : null;
  const way = state.offer?.kind ?? null;
  const time = (at: number): string => timeOfDay(at, language);
  const problem =
    state.status === 'unsettled' ? unsettled(way) : trouble && describe(trouble, { way, service, shape, time });
  return {
    invalid: trouble !== null && OF_THE_CODE.includes(trouble.code),
    error: problem === null ? nothing : errorContent(problem),
    status: state.status === 'settling' ? after().settling : news ? after()[news] : nothing,
    again: state.status === 'unsettled' ? after().checkAgain : trouble?.code === 'not-spent' ? common().tryAgain : null,
  };
}

/** What a person mends by typing something else. */
const OF_THE_CODE: readonly Trouble['code'][] = ['typed', 'wrong-code', 'used-code', 'delivered-code-expired'];
