import { createTransport } from 'nodemailer';
import type { DeliverOptions, SendNotice } from '../../src/server/better-auth';
import type { Outbox } from './outbox';
import type { StockAuthOptions } from './stock';

const FROM = 'Fjord Bank <no-reply@fjord-bank.example>';

/** How the demo sends: by a mail server if there is one, or else into its outbox; text messages always into the outbox. */
export function demoSenders(
  outbox: Outbox,
  smtpUrl: string | undefined,
): { deliver: DeliverOptions; notify: SendNotice } {
  const email = smtpUrl ? mailer(smtpUrl) : outbox.put;
  // Codes go where an account says, so that the demo's people differ.
  return { deliver: { accountEmail: false, sms: outbox.put, email }, notify: email };
}

/** How the second app sends the codes of `sendOTP`; their words are its own to find. */
export function stockSender(email: DeliverOptions['email']): StockAuthOptions['sendOTP'] {
  const [service, minutes] = ['Fjord Bank', 3];
  return async ({ to, code }) => {
    const subject = `Your code for ${service}`;
    const text = `${code} is your code for ${service}. It works for ${minutes} minutes.`;
    await email?.({ channel: 'email', purpose: 'sign-in', to, code, service, minutes, subject, text });
  };
}

function mailer(smtpUrl: string) {
  const transport = createTransport(smtpUrl);
  return async ({ to, subject, text }: { to: string; subject: string; text: string }): Promise<void> => {
    await transport.sendMail({ from: FROM, to, subject, text });
  };
}
