import type { AuthContext, GenericEndpointContext } from 'better-auth';
import type { components } from '../../backends/rest/contract.js';
import { record } from './activity.js';
import type { AuditEvent } from './audit/events.js';
import { findChallenge } from './challenge.js';
import { database, equal, type Database } from './database.js';
import { caseUnderWay, takeFollowUp } from './desk/finish.js';
import { tellOfDesk } from './desk/notices.js';
import { carryOn, type Enroller } from './enroller.js';
import { notifiedOf, tellPerson, type What } from './notice.js';
import { settingsOf } from './options.js';
import { passwordMark } from './password.js';
import { Problem } from './problem.js';
import { planAfterEnrollment, todoOf } from './repair.js';
import { giveRotated, rotateSession } from './rotation.js';
import { giveSession, type Session } from './session.js';
import { forgetDevices } from './trusted-device.js';
import { whereOf } from './where.js';

type Schemas = components['schemas'];

/** Something that was begun in a session or before one, to be finished in it. */
interface Begun {
  id: string;
  userId: string;
  sessionId: string;
  passwordMark: string | null;
  notified: string | null;
}

/** Whether it was begun here, and by the password that still is. */
export async function isOf(
  context: AuthContext,
  begun: Begun,
  session: Pick<Session, 'id' | 'userId'>,
): Promise<boolean> {
  const isSame = begun.userId === session.userId && begun.sessionId === session.id;
  return isSame && (await passwordMark(context, session.userId)) === begun.passwordMark;
}

/** What any change of the factors brings with it, in its transaction: every device is asked again, the session is renamed. */
export async function changed(ctx: GenericEndpointContext, db: Database, session: Session, now: number): Promise<void> {
  await forgetDevices(db, session.userId);
  await rotateSession(ctx, db, session, now);
}

/** What was added, and when. */
export interface Added {
  readonly factor: 'totp' | 'passkey' | 'security-key';
  readonly now: number;
}

/** What a new factor brings with it. */
export async function enrolled(ctx: GenericEndpointContext, db: Database, enroller: Enroller, added: Added) {
  const { factor, now } = added;
  await planAfterEnrollment(ctx.context, db, enroller.userId, now);
  await record(db, enroller.userId, 'mfa.factor_enrolled', now, {
    factor,
    ...(await caseUnderWay(db, enroller.userId)),
  });
  await forgetDevices(db, enroller.userId);
  await carryOn(ctx, db, enroller, now);
}

/** Tells the person, outside of any transaction, and keeps who was told. */
export async function tellOf(
  ctx: GenericEndpointContext,
  model: 'mfaSetup' | 'mfaRegistration',
  { id, userId }: Begun,
  what: What,
  now: number,
): Promise<void> {
  const { context } = ctx;
  const db = await database(context);
  const isFollowUp = await takeFollowUp(db, userId, now);
  const where = whereOf(ctx);
  const notified = isFollowUp
    ? await tellOfDesk(context, userId, 'reset-followed-up', { at: now, where })
    : await tellPerson(context, userId, what, now, { where });
  await db.updateMany({ model, where: equal({ id }), update: { notified: JSON.stringify(notified) } });
}

/** What is answered to who has a new factor, the first time and again. */
export async function answerFor(
  ctx: GenericEndpointContext,
  begun: Begun,
  { challenge }: Enroller,
): Promise<Schemas['Enrolled']> {
  const db = await database(ctx.context);
  const passed = challenge && (await findChallenge(ctx));
  if (!passed || !(await giveSession(ctx, passed, settingsOf(ctx.context).now())))
    await giveRotated(ctx, begun.sessionId);
  return { todo: await todoOf(ctx.context, db, begun.userId), notified: notifiedOf(begun) };
}

/** Notes a refusal. The transaction that refused has left nothing. */
export async function noted<T>(
  { context }: GenericEndpointContext,
  { userId }: Pick<Session, 'userId'>,
  refused: AuditEvent,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem) {
      const what = error.body.code === 'step-up-required' ? 'mfa.step_up_asked' : refused;
      await record(await database(context), userId, what, settingsOf(context).now());
    }
    throw error;
  }
}
