import type { GenericEndpointContext } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { formFault, type FormFault } from '../../../core/form-fault.js';
import { record } from '../activity.js';
import { answered, type Serve } from '../answered.js';
import { findChallenge, holdOpen, lockChallenge } from '../challenge.js';
import { database, equal, transaction } from '../database.js';
import { obstacleFor } from '../desk/standing.js';
import { noted } from '../enroll.js';
import { addFault, lead } from '../form.js';
import { tellPerson, type What } from '../notice.js';
import { settingsOf } from '../options.js';
import { isOffered } from '../policy.js';
import { emptyResponse, jsonResponse, Problem, problemOf, ruledOut, traceOf } from '../problem.js';
import { readObject } from '../request.js';
import { needSession } from '../session.js';
import { needFresh } from '../step-up.js';
import { lockFactors } from '../totp-setup.js';
import { whereOf } from '../where.js';
import { beginFlow, holdOwner, providerOf, subjectOf, takeFlow } from './flow.js';
import { dropLink, LINK_AGE, linkOfSubject, linksOf, makeLink, noteLinkUse, usableLink } from './links.js';
import { isRefusal } from './openid.js';
import type { LinkedProvider } from './options.js';
import type { LinkFlowRow } from './rows.js';

const REFUSED = 'mfa.linked_refused';

const notLinked = () => new Problem(ruledOut('No linked sign-in may be used here.'));

/** How long a browser that is being led on waits for a message to leave. */
const PATIENCE = 3_000;

/** What it tells of has been done, whatever becomes of the message. */
async function tell(ctx: GenericEndpointContext, userId: string, what: What, now: number): Promise<void> {
  try {
    await tellPerson(ctx.context, userId, what, now, { patience: PATIENCE, where: whereOf(ctx) });
  } catch (error) {
    ctx.context.logger.error('mfa-elements: nobody was told of a linked sign-in.', traceOf(error));
  }
}

/** `GET /linked/{provider}/start`: from the challenge to the provider. */
const start: Serve = (ctx) =>
  led(ctx, settingsOf(ctx.context).challengeUrl, async () => {
    const provider = providerOf(ctx.context, ctx.params?.provider);
    const { now: clock, policy } = settingsOf(ctx.context);
    const now = clock();
    const challenge = await findChallenge(ctx);
    holdOpen(challenge, now);
    const db = await database(ctx.context);
    const link = await usableLink(ctx.context, db, challenge.userId, provider, now);
    // Whoever holds the other account alone, and came by it, gave no password.
    const isOpen = isOffered(policy, 'federated') && challenge.openedBy === 'password';
    if (!link || !isOpen || (await obstacleFor(ctx.context, db, challenge))) throw notLinked();
    return beginFlow(ctx.context, provider, challenge, 'enroll');
  });

/** `GET /linked/{provider}/callback`: from the provider back, to what was begun. */
const callback: Serve = async (ctx) => {
  const { challengeUrl, linked } = settingsOf(ctx.context);
  const answer = new URL(ctx.request?.url ?? 'http://localhost').searchParams;
  let back = challengeUrl;
  return led(
    ctx,
    () => back,
    async () => {
      const provider = providerOf(ctx.context, ctx.params?.provider);
      const flow = await takeFlow(ctx.context, provider, answer);
      if (flow.purpose === 'link') {
        back = linked?.returnUrl ?? '/';
        await link(ctx, provider, flow, answer);
      } else {
        await openEnrollment(ctx, provider, flow, answer);
      }
      return back;
    },
  );
};

/** Gives a pass to set up a factor, and no session. */
async function openEnrollment(
  ctx: GenericEndpointContext,
  provider: LinkedProvider,
  flow: LinkFlowRow,
  answer: URLSearchParams,
): Promise<void> {
  const { now: clock, policy } = settingsOf(ctx.context);
  const now = clock();
  const challenge = await findChallenge(ctx);
  holdOpen(challenge, now);
  const { userId } = challenge;
  await noted(ctx, { userId }, REFUSED, async () => {
    holdOwner(flow, challenge);
    const sub = await subjectOrRefusal(ctx, provider, flow, answer);
    await transaction(ctx.context, async (db) => {
      const locked = await lockChallenge(ctx.context, db, challenge.id);
      holdOpen(locked, now);
      const found = await usableLink(ctx.context, db, userId, provider, now);
      // What the help team, or the owner, has closed opens by no link.
      const obstacle = await obstacleFor(ctx.context, db, locked);
      const isOpen = isOffered(policy, 'federated') && locked.openedBy === 'password';
      if (found?.sub !== sub || !isOpen || obstacle) throw notLinked();
      const update = { enrollsSince: new Date(now) };
      await db.updateMany({ model: 'mfaChallenge', where: equal({ id: locked.id }), update });
      await noteLinkUse(db, found, now);
      await record(db, userId, 'mfa.linked_used', now);
    });
  });
  await tell(ctx, userId, 'linked-used', now);
}

async function link(
  ctx: GenericEndpointContext,
  provider: LinkedProvider,
  flow: LinkFlowRow,
  answer: URLSearchParams,
): Promise<void> {
  const session = await needSession(ctx);
  const { userId } = session;
  const now = settingsOf(ctx.context).now();
  const isNew = await noted(ctx, session, REFUSED, async () => {
    holdOwner(flow, session);
    const sub = await subjectOrRefusal(ctx, provider, flow, answer);
    return transaction(ctx.context, async (db) => {
      // A reset that came meanwhile has ended what was linked, and this session with it.
      await lockFactors(db, userId);
      if (await obstacleFor(ctx.context, db, { userId, passFor: null })) throw notLinked();
      const known = await linkOfSubject(db, provider, sub);
      if (known && known.userId !== userId) throw notLinked();
      if (known) return false;
      await makeLink(db, userId, provider, sub, now);
      await record(db, userId, 'mfa.linked', now);
      return true;
    });
  });
  if (isNew) await tell(ctx, userId, 'linked-added', now);
}

async function subjectOrRefusal(
  { context }: GenericEndpointContext,
  provider: LinkedProvider,
  flow: LinkFlowRow,
  answer: URLSearchParams,
): Promise<string> {
  try {
    return await subjectOf(context, provider, answer, flow);
  } catch (error) {
    if (error instanceof Problem || !(await isRefusal(error))) throw error;
    throw new Problem(ruledOut('The provider did not say who came back.'));
  }
}

/** Leads the browser on, or back with the one word of what went wrong. */
async function led(
  ctx: GenericEndpointContext,
  back: string | (() => string),
  work: () => Promise<string>,
): Promise<Response> {
  try {
    return lead(await work());
  } catch (error) {
    const { code } = problemOf(error, ctx.context.logger);
    const fault: FormFault = formFault(code) ?? 'server';
    return lead(addFault(typeof back === 'string' ? back : back(), fault));
  }
}

/** `POST /linked/{provider}/link`: the address to sign in at, for a page to go to. */
const beginLink: Serve = async (ctx) => {
  readObject(ctx.body);
  const session = await needSession(ctx);
  const provider = providerOf(ctx.context, ctx.params?.provider);
  return noted(ctx, session, REFUSED, async () => {
    await needFresh(ctx, session);
    return jsonResponse({ url: await beginFlow(ctx.context, provider, session, 'link') });
  });
};

/** `POST /linked/{provider}/unlink` */
const unlink: Serve = async (ctx) => {
  readObject(ctx.body);
  const session = await needSession(ctx);
  const provider = providerOf(ctx.context, ctx.params?.provider);
  return noted(ctx, session, REFUSED, async () => {
    await needFresh(ctx, session);
    const now = settingsOf(ctx.context).now();
    const { userId } = session;
    const wasThere = await transaction(ctx.context, async (db) => {
      const isGone = await dropLink(db, userId, provider);
      if (isGone) await record(db, userId, 'mfa.unlinked', now);
      return isGone;
    });
    if (wasThere) await tell(ctx, userId, 'linked-removed', now);
    return emptyResponse();
  });
};

/** `GET /linked`: the person's linked sign-ins, and from when each is a way back. */
const list: Serve = async (ctx) => {
  const { userId } = await needSession(ctx);
  const links = await linksOf(ctx.context, await database(ctx.context), userId);
  return jsonResponse({
    links: links.map(({ link: { createdAt }, provider: { id, label } }) => ({
      provider: id,
      label,
      linkedAt: createdAt.getTime(),
      worksFrom: createdAt.getTime() + LINK_AGE,
    })),
  });
};

/** The routes of linked sign-ins. Not part of the contract, whose offers only lead here. */
export const linkedEndpoints = {
  mfaLinkedStart: createAuthEndpoint('/linked/:provider/start', { method: 'GET' }, answered(start)),
  mfaLinkedCallback: createAuthEndpoint('/linked/:provider/callback', { method: 'GET' }, answered(callback)),
  mfaBeginLink: createAuthEndpoint('/linked/:provider/link', { method: 'POST' }, answered(beginLink)),
  mfaUnlink: createAuthEndpoint('/linked/:provider/unlink', { method: 'POST' }, answered(unlink)),
  mfaListLinks: createAuthEndpoint('/linked', { method: 'GET' }, answered(list)),
};
