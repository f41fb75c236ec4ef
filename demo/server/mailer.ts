import { createTransport } from 'nodemailer';
import type { DeliverOptions, SendNotice } from '../../src/server/better-auth';
import type { Outbox } from './outbox';

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

function mailer(smtpUrl: string) {
  const transport = createTransport(smtpUrl);
  return async ({ to, subject, text }: { to: string; subject: string; text: string }): Promise<void> => {
    await transport.sendMail({ from: FROM, to, subject, text });
  };
}
