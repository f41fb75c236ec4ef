import { html } from 'hono/html';
import type { CodeMessage, NoticeMessage } from '../../src/server/better-auth';

const MOST = 50;

type Message = CodeMessage | NoticeMessage;

/** What the page shows of a message. */
export type Shown = Pick<Message, 'channel' | 'to' | 'subject' | 'text'>;

/** Messages that nobody delivers, for who tries the demo. A real app has nothing like it: it would show every code. */
export class Outbox {
  readonly #messages: Message[] = [];

  readonly put = (message: Message): Promise<void> => {
    this.#messages.unshift(message);
    this.#messages.length = Math.min(this.#messages.length, MOST);
    return Promise.resolve();
  };

  /** Newest first. */
  get all(): readonly Message[] {
    return this.#messages;
  }

  /** Those with a code, newest first. */
  get messages(): readonly CodeMessage[] {
    return this.#messages.filter((message) => 'code' in message);
  }
}

/** The page that lists them. */
export function outboxPage(messages: readonly Shown[]) {
  const shown = messages.map(
    ({ channel, to, subject, text }) => html`
      <article>
        <h2>${channel === 'email' ? subject : 'Text message'}</h2>
        <p>To ${to}</p>
        <pre>${text}</pre>
      </article>
    `,
  );
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Outbox · Fjord Bank</title>
      </head>
      <body>
        <main>
          <h1>Outbox</h1>
          <p>What the demo would have sent, newest first. Load again for more.</p>
          ${shown.length > 0 ? shown : html`<p>Nothing yet.</p>`}
        </main>
      </body>
    </html>`;
}
