import { renderFallback } from '../../src/fallback';

/** A page that is loaded cold, and what it is built from. */
export interface Candidate {
  readonly name: string;
  readonly title: string;
  /** The module it loads, from here; `cdn`: the one-file build. None: the page is its HTML. */
  readonly script?: string;
  readonly body: (challenge: unknown) => string;
  /** Comes from the registry, and is installed on demand. */
  readonly isPeer?: boolean;
}

const CHALLENGE = { backend: 'rest', service: 'Fjord Bank' };
const element = (backend: string, tag = 'mfa-challenge'): string =>
  `<${tag} backend="${backend}" service="Fjord Bank"></${tag}>`;

/** Nothing is ready before this one is. */
export const FLOOR = 'html';
/** What everything made by lit weighs anyway; and the same if it asks its server once. */
export const LIT = 'lit';
export const LIT_ASKING = 'lit-asking';

export const CANDIDATES: readonly Candidate[] = [
  {
    name: FLOOR,
    title: 'a form in HTML, without script',
    body: () => `<h1>Enter the code from your app</h1>
      <form method="post" action="/in">
        <p><label>App code <input name="totp" autocomplete="one-time-code" inputmode="numeric" /></label></p>
        <p><button>Continue</button></p>
      </form>`,
  },
  { name: LIT, title: 'a bare form by lit', script: 'pages/lit-form.ts', body: () => '<lit-form></lit-form>' },
  {
    name: LIT_ASKING,
    title: 'the same, asking its server once',
    script: 'pages/lit-form-asking.ts',
    body: () => '<lit-form-asking></lit-form-asking>',
  },
  {
    name: 'fallback',
    title: '`<mfa-challenge>` around a plain form',
    script: 'pages/challenge-rest.ts',
    body: () => renderFallback({ tag: 'mfa-challenge', attributes: CHALLENGE }),
  },
  {
    name: 'given',
    title: '`<mfa-challenge>`, the challenge in the page',
    script: 'pages/challenge-rest.ts',
    body: (challenge) =>
      `<mfa-challenge backend="rest" service="Fjord Bank"><script type="application/json">${JSON.stringify(challenge)}</script></mfa-challenge>`,
  },
  {
    name: 'rest',
    title: '`<mfa-challenge>`, asking the contract',
    script: 'pages/challenge-rest.ts',
    body: () => element('rest'),
  },
  {
    name: 'kratos',
    title: '`<mfa-challenge>`, asking Kratos',
    script: 'pages/challenge-kratos.ts',
    body: () => element('kratos'),
  },
  {
    name: 'better-auth',
    title: '`<mfa-challenge>`, asking stock Better Auth',
    script: 'pages/challenge-better-auth.ts',
    body: () => element('better-auth'),
  },
  {
    name: 'sign-in',
    title: '`<mfa-sign-in>`, asking the contract',
    script: 'pages/sign-in-rest.ts',
    body: () => element('rest', 'mfa-sign-in'),
  },
  { name: 'cdn', title: '`<mfa-challenge>` of the one-file build', script: 'cdn', body: () => element('rest') },
  {
    name: 'hanko',
    title: 'Hanko Elements 2.7.0',
    script: 'peers/hanko.mjs',
    body: () => '<hanko-auth></hanko-auth>',
    isPeer: true,
  },
  {
    name: 'ory',
    title: 'Ory Elements 0.9.1, with React 19.3.1',
    script: 'peers/ory.mjs',
    body: () => '<div id="root"></div>',
    isPeer: true,
  },
];
