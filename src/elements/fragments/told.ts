import { nothing, type TemplateResult } from 'lit/html.js';
import type { Known } from '../../core/factor.js';
import { fill } from '../../i18n/catalogue.js';
import { list } from '../../i18n/list.js';
import { ends } from '../../i18n/messages/ends.js';
import { text } from './parts.js';

/** Where the person was told of it, as far as the server says. */
export const told = (notified: Known<readonly string[]>): TemplateResult | typeof nothing =>
  notified === 'unknown' || notified.length === 0 ? nothing : text(fill(ends().told, { addresses: list(notified) }));
