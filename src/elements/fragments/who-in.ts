import type { TemplateResult } from 'lit/html.js';
import { fill } from '../../i18n/catalogue.js';
import { shared } from '../../i18n/messages/shared.js';
import { who } from './parts.js';

/** Where the person is, and as whom. */
export const whoIn = (service: string, account: string | null): TemplateResult =>
  who(account === null ? service : fill(shared().whoIn, { service, account }));
