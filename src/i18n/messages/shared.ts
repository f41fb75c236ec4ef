import { catalogue } from '../catalogue.js';

/** Words that more than one of the later screens uses. */
export const shared = catalogue('shared', {
  whoIn: '{service} · {account}',
  /** Two sentences, one after the other. */
  both: '{first} {second}',
  errorPrefix: 'Error:',
  goBack: 'Go back',
  goTo: 'Go to {service}',
});
