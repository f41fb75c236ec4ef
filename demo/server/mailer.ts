import { createTransport } from 'nodemailer';
import type { DeliverOptions } from '../../src/server/better-auth';
import type { Outbox } from './outbox';

const FROM = 'Fjord Bank <no-reply@fjord-bank.example>';

/** How the demo sends: by a mail server if there is one, or else into its outbox; text messages always into the outbox. */
export function demoSenders(outbox: Outbox, smtpUrl: string | undefined): DeliverOptions {
  // Codes go where an account says, so that the demo's people differ.
  const common = { accountEmail: false, sms: outbox.put };
  if (!smtpUrl) return { ...common, email: outbox.put };
  const transport = createTransport(smtpUrl);
  return {
    ...common,
    email: async ({ to, subject, text }) => void (await transport.sendMail({ from: FROM, to, subject, text })),
  };
}
