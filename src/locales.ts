/** Speaks the language of the page, and fetches it by itself. `mfa-elements/locales/<tag>` brings one at once. */
import { offerLocales } from './i18n/interpreter.js';

offerLocales({
  de: () => import('./locales/de.js'),
});
