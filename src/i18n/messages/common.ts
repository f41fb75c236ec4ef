import { catalogue } from '../catalogue.js';

/** Words that more than one screen uses, the first among them. */
export const common = catalogue('common', {
  who: 'Signing in to {service}',
  whoAs: 'Signing in to {service} as {account}',
  loading: 'One moment…',
  checking: 'Checking…',
  notLoaded: "Error: Part of this page didn't load. Try again.",
  tryAgain: 'Try again',
  cancel: 'Cancel',
});
