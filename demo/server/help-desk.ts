import { AUDIT_TRIGGER, type AssistanceOptions } from '../../src/server/better-auth';
import type { DatabasePool } from './database';

/** Who answers at the made-up bank. Their accounts are seeded; a real app asks its own directory. */
export const AGENTS = ['ines@example.com', 'jon@example.com'];

export function helpDesk(origin: string, other: Partial<AssistanceOptions> = {}): AssistanceOptions {
  return {
    role: ({ email, emailVerified }) => (emailVerified && AGENTS.includes(email) ? 'help desk' : null),
    freezeUrl: `${origin}/freeze`,
    changePasswordUrl: '/new-password',
    contact: '+47 555 00 100, every day from 8 to 20',
    ...other,
  };
}

/** Has the database refuse what would change the audit log. */
export async function guardAuditLog(database: DatabasePool): Promise<void> {
  const client = await database.connect();
  try {
    for (const statement of AUDIT_TRIGGER) await client.query(statement);
  } finally {
    client.release();
  }
}
