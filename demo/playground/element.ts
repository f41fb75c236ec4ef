import { chosen, type Settings } from './control.js';
import { JOURNEY, type Journey } from './journeys.js';
import { DIRECTION, LOOK } from './surroundings.js';

/** What a login page and an account page tell their element. */
const PAGES: Readonly<Record<'login' | 'account', Readonly<Record<string, string>>>> = {
  login: { 'sign-in-url': '/login', 'continue-url': '/account', 'help-url': '/help' },
  account: { 'sign-in-url': '/login', 'help-url': '/help' },
};
/** Those that lead on to a page once they are through. */
const LEADS_ON = ['mfa-sign-in', 'mfa-repair'];

/** The attributes of the journey's element, besides the backend's. @param language what the words are in, if it isn't English */
export function attributesOf(settings: Settings, language: string | null): Readonly<Record<string, string>> {
  const { tag, attributes = {} } = chosen(settings, JOURNEY);
  const direction = chosen(settings, DIRECTION).id;
  return {
    service: 'Fjord Bank',
    ...attributes,
    ...PAGES[LEADS_ON.includes(tag) ? 'login' : 'account'],
    ...(language !== null && { lang: language }),
    ...(direction !== 'ltr' && { dir: direction }),
    ...(chosen(settings, LOOK).id === 'unstyled' && { unstyled: '' }),
  };
}

/** Whether the journey ends where the app begins. */
export const leadsOn = ({ tag }: Journey): boolean => LEADS_ON.includes(tag);
