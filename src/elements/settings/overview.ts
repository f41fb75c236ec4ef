import type { Known } from '../../core/factor.js';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { maskedAccount } from '../../core/codes-document.js';
import { noticeAdvice } from '../../core/notified.js';
import { bannerOf, progressOf, type Banner, type HeldFactor, type SettingsGround } from '../../core/settings.js';
import type { SettingsNews, SettingsState } from '../../core/settings-state.js';
import { fill } from '../../i18n/catalogue.js';
import { both } from '../../i18n/describe.js';
import { list } from '../../i18n/list.js';
import { backupCodes } from '../../i18n/messages/backup-codes.js';
import { settings as words } from '../../i18n/messages/settings.js';
import { second } from '../fragments/buttons.js';
import { codesLine, hasCodes, promptWords } from '../fragments/codes-line.js';
import { errorContent } from '../fragments/later-parts.js';
import { whoIn } from '../fragments/who-in.js';
import { alert, link, status, text, title } from '../fragments/parts.js';
import type { SettingsScene } from './scene.js';

type Overview = Extract<SettingsState, { status: 'overview' | 'working' }>;

/** What a factor is called: by its name, or by what it is. */
export const nameOf = ({ name, kind }: Pick<HeldFactor, 'name' | 'kind'>): string =>
  name === 'unknown' || name === '' ? words().kinds[kind] : name;

/** Everything that opens the account, a card each. */
export function renderOverview(state: Overview, scene: SettingsScene): TemplateResult {
  const { ground } = state;
  const { account, controller, errorId, service } = scene;
  const isEnding = state.status === 'working';
  const trouble = isEnding ? null : state.trouble;
  const progress = progressOf(ground);
  return html`<div data-part="screen">
    ${title(words().title)} ${whoIn(service, account ? maskedAccount(account) : null)}
    ${
      progress
        ? html`<p data-part="progress">${fill(words().progress, { count: progress.done, total: progress.of })}</p>
            ${text(fill(words().needed, { service, count: progress.of }))}`
        : nothing
    }
    ${status(isEnding ? words().ending : state.news ? newsOf(state.news, ground) : nothing)}
    ${alert(errorId, trouble ? errorContent(scene.problem(trouble)) : nothing)} ${renderBanner(ground, scene)}
    ${ground.factors.length === 0 ? text(words().none) : nothing}
    <ul role="list" data-part="cards">
      ${ground.factors.map((factor) => card(factor, ground, scene))} ${codes(ground, scene)}
    </ul>
    <div data-part="save-buttons">
      ${ground.adds.map((kind) =>
        second(`add-${kind}`, kind === 'totp' && hasApp(ground) ? words().anotherApp : words().add[kind], () =>
          controller.dispatch({ type: 'opened', view: kind }),
        ),
      )}
    </div>
    <div data-part="out">
      ${
        ground.activity
          ? link('activity', words().activity, () => controller.dispatch({ type: 'opened', view: 'activity' }))
          : nothing
      }
      ${ground.may.endOthers ? link('elsewhere', words().elsewhere, () => void controller.endOthers(), true) : nothing}
    </div>
  </div>`;
}

const hasApp = ({ factors }: SettingsGround): boolean => factors.some(({ kind }) => kind === 'totp');

/** One at a time: the most pressing. */
function renderBanner(ground: SettingsGround, { controller }: SettingsScene): TemplateResult | typeof nothing {
  const banner = bannerOf(ground);
  if (!banner) return nothing;
  return html`<div data-part="banner" data-variant=${banner.because}>
    <span>${bannerWords(banner, ground)}</span>
    ${banner.mayWait ? link('later', words().later, () => controller.dispatch({ type: 'dismissed' }), true) : nothing}
  </div>`;
}

const bannerWords = (banner: Banner, { codes }: SettingsGround): string =>
  banner.because === 'one-way' ? words().oneWay : promptWords(banner, codes?.left ?? 'unknown');

function card(factor: HeldFactor, ground: SettingsGround, { controller, date }: SettingsScene): TemplateResult {
  const { id, kind, opens, removal, synced, added, lastUsed, canRename } = factor;
  const name = nameOf(factor);
  const ask = (what: 'rename' | 'remove') => (): void => controller.dispatch({ type: 'asked', what, id });
  const facts = [
    ...(name === words().kinds[kind] ? [] : [words().kinds[kind]]),
    ...(added === 'unknown' ? [] : [fill(words().added, { date: date(added) })]),
    ...(lastUsed === 'unknown' ? [] : [fill(words().lastUsed, { date: date(lastUsed) })]),
  ];
  return html`<li data-part="card" data-variant=${kind}>
    <h3 data-part="card-title" dir="auto">${name}</h3>
    ${facts.length > 0 ? html`<p data-part="card-line">${facts.join(' · ')}</p>` : nothing}
    <p data-part="card-line">
      ${words().opens[opens]} ${synced === 'unknown' ? '' : synced ? words().synced : words().notSynced}
    </p>
    ${removal === 'not-here' ? html`<p data-part="card-line">${words().notHere}</p>` : nothing}
    <div data-part="card-actions">
      ${canRename && ground.may.rename ? act('rename', words().rename, fill(words().renameNamed, { name }), ask('rename')) : nothing}
      ${removal === 'not-here' ? nothing : act('remove', words().remove, fill(words().removeNamed, { name }), ask('remove'))}
    </div>
  </li>`;
}

/** A link that stands on every card: who hears it alone hears of which one. */
const act = (action: 'rename' | 'remove', short: string, whole: string, go: () => void): TemplateResult =>
  html`<button
    type="button"
    role="link"
    data-part="link"
    data-variant="quiet"
    data-action=${action}
    aria-label=${whole}
    @click=${go}
  >
    ${short}
  </button>`;

/** Backup codes, as a way of their own. */
function codes({ codes: set, policy, may }: SettingsGround, scene: SettingsScene): TemplateResult | typeof nothing {
  if (!set) return nothing;
  const { controller, date } = scene;
  const open = (step: 'make' | 'remove') => (): void => controller.dispatch({ type: 'codes', step });
  return html`<li data-part="card" data-variant="backup-codes">
    <h3 data-part="card-title">${backupCodes().cardTitle}</h3>
    <p data-part="card-line">${codesLine(set, policy.lowAt, date)}</p>
    ${set.temporary ? html`<p data-part="card-line">${backupCodes().temporary}</p>` : nothing}
    <div data-part="card-actions">
      ${second('make', backupCodes().make, open('make'))}
      ${may.turnOffCodes && hasCodes(set, policy.lowAt) ? link('turn-off', backupCodes().turnOff, open('remove'), true) : nothing}
    </div>
  </li>`;
}

/** What happened. Only what is true. */
function newsOf(news: SettingsNews, { codes: set, factors }: SettingsGround): string {
  switch (news.what) {
    case 'proved':
      return fill(words().proved, { button: words().elsewhere });
    case 'renamed':
      return words().renamed;
    case 'codes-off':
      return words().codesOff;
    case 'signed-out':
      return both(signedOut(news.ended), words().devices[news.trustedDevices]);
    case 'removed': {
      const { factor, notified } = news;
      const sentTo = factors.flatMap(({ kind, name }) => (kind === 'delivered-code' ? [name] : []));
      const advice = noticeAdvice(notified, sentTo);
      return [
        fill(words().removed, { name: nameOf(factor) }),
        ...(factor.removal === 'all-second-factors' && set ? [words().codesOff] : []),
        // The browser can't be told: only a ceremony knows under which user the key was made.
        ...(factor.kind === 'passkey' ? [words().managerToo] : []),
        ...(notified === 'unknown' || notified.length === 0 ? [] : [fill(words().told, { addresses: list(notified) })]),
        ...(advice === null ? [] : [words().advice[advice]]),
      ].reduce(both);
    }
  }
}

function signedOut(ended: Known<number>): string {
  const { signedOut: counted, signedOutNowhere, signedOutUncounted } = words();
  if (ended === 'unknown') return signedOutUncounted;
  return ended === 0 ? signedOutNowhere : fill(counted, { count: ended });
}
