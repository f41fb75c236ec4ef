import { oneLine } from './one-line.js';
import type { CodeMessage } from './options.js';

type Parts = Pick<CodeMessage, 'channel' | 'purpose' | 'to' | 'code' | 'service' | 'minutes'> & {
  /** Where the page that asks for the code stands. */
  readonly host: string;
  readonly helpUrl: string | undefined;
};

const WORDS = {
  'sign-in': { what: 'finish signing in to', ifNot: 'somebody else is signing in as you' },
  'step-up': { what: "confirm that it's you at", ifNot: 'somebody else is signed in as you' },
} as const;

/** The words of a message with a code. Its only address is the fixed help page. */
export function codeMessage({ host, helpUrl, ...parts }: Parts): CodeMessage {
  const { channel, code, minutes } = parts;
  const service = oneLine(parts.service);
  const { what, ifNot } = WORDS[parts.purpose];
  const subject = `Your code for ${service}`;
  const byEmail = [
    `Here is the code to ${what} ${service}:`,
    code,
    `It works once, for ${minutes} minutes.`,
    `If this was not you, ${ifNot}: change your password, and give this code to nobody. ` +
      `${service} never asks you for it.${helpUrl === undefined ? '' : ` Our help team: ${helpUrl}`}`,
  ];
  // The last line ties the code to the site: phones that know it fill the code in nowhere else.
  const bySms = [`${code} is your code for ${service}. If this was not you, give it to nobody.`, `@${host} #${code}`];
  return { ...parts, service, subject, text: (channel === 'email' ? byEmail : bySms).join('\n\n') };
}
