import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Contact } from '../../core/contact.js';
import { fill } from '../../i18n/catalogue.js';
import { support as words } from '../../i18n/messages/support.js';
import { isSafeUrl } from '../safe-url.js';
import { anchor } from './later-parts.js';
import { text } from './parts.js';

/** What a page says of its help team. */
export interface HelpView {
  readonly contact: Contact | undefined;
  readonly helpUrl: string | null | undefined;
  readonly service: string;
}

/** How the help team is reached, as the page says it. */
export function facts({ contact, helpUrl: url, service }: HelpView): TemplateResult {
  const { phone, hours } = contact ?? {};
  const helpUrl = url && isSafeUrl(url) ? url : null;
  if (!phone && !hours && !helpUrl) return text(fill(words().nowhere, { service }));
  return html`<dl data-part="facts">
      ${phone ? fact(words().phone, phoneLink(phone)) : nothing}
      ${hours ? fact(words().hours, html`${hours}`) : nothing}
    </dl>
    ${helpUrl ? anchor(words().page, helpUrl) : nothing}`;
}

/** A sentence that holds a number, which a phone calls by a tap. */
export function withPhone(words: string, phone: string): TemplateResult {
  const [before = '', after = ''] = words.split(phone);
  return html`<p data-part="text">${before}${phoneLink(phone)}${after}</p>`;
}

const phoneLink = (phone: string): TemplateResult =>
  html`<a data-part="link" href="tel:${phone.replaceAll(/[^\d+]/g, '')}"><bdi>${phone}</bdi></a>`;

const fact = (name: string, value: TemplateResult): TemplateResult =>
  html`<div>
    <dt data-part="fact-name">${name}</dt>
    <dd data-part="fact">${value}</dd>
  </div>`;

/** What they will do, where the page says it, and what they never do. */
export const customs = ({ contact }: HelpView): TemplateResult =>
  html`${contact?.steps?.length ? list(words().will, contact.steps) : nothing}
  ${list(words().never, Object.values(words().nevers))}`;

const list = (name: string, lines: readonly string[]): TemplateResult =>
  html`<h3 data-part="list-title">${name}</h3>
    <ul data-part="list">
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>`;
