import type { Choice, Control } from './control.js';

/** Languages that have no words yet, for what a browser writes in them by itself. */
const DATES_ONLY = ['nb', 'de', 'ar'];

const nameOf = (language: string): string => new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;

/** @param translated the languages that have words besides English */
export function languageControl(translated: readonly string[]): Control {
  const others = DATES_ONLY.filter((language) => !translated.includes(language));
  return {
    id: 'lang',
    label: 'Language',
    choices: [
      { id: 'en', label: nameOf('en') },
      ...translated.map((id) => ({ id, label: nameOf(id) })),
      ...others.map((id) => ({ id, label: `${nameOf(id)} (dates and times)` })),
    ],
  };
}

export const DIRECTION: Control = {
  id: 'dir',
  label: 'Direction',
  choices: [
    { id: 'ltr', label: 'Left to right' },
    { id: 'rtl', label: 'Right to left' },
  ],
};

export const THEME: Control = {
  id: 'theme',
  label: 'Theme',
  choices: [
    { id: 'system', label: "The system's" },
    { id: 'light', label: 'Light' },
    { id: 'dark', label: 'Dark' },
  ],
};

export const LOOK: Control = {
  id: 'look',
  label: 'Look',
  choices: [
    { id: 'ours', label: 'Ours' },
    { id: 'unstyled', label: 'None: unstyled' },
  ],
};

const px = (width: string): Choice => ({ id: width, label: `${width} px` });
export const WIDTH: Control = {
  id: 'width',
  label: 'Width',
  choices: [{ id: 'full', label: 'All there is' }, px('320'), px('390'), px('768')],
};

/** Who makes passkeys. What the browser makes is kept by the browser; the simulated server knows it until it starts anew. */
export const AUTHENTICATOR: Control = {
  id: 'authenticator',
  label: 'Passkeys are made by',
  choices: [
    { id: 'simulated', label: 'A simulated device' },
    { id: 'browser', label: 'This browser' },
  ],
};
