import type { ResolveHost } from '@csqa/orchestrator';
import type { Kysely } from 'kysely';
import {
  type Attempt,
  announceEnds,
  type DueDelivery,
  noteAttempt,
  takeDueDelivery,
} from '../../data/deliveries.ts';
import type { WebTables } from '../../data/schema.ts';
import { messageAbout } from './run-message.ts';
import { sendWebhook } from './send-webhook.ts';
import type { TargetRules } from './webhook-target.ts';

/** What sends messages. */
export interface DeliveryParts {
  readonly db: Kysely<WebTables>;
  readonly rules: TargetRules;
  readonly resolveHost: ResolveHost;
  readonly now: () => Date;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** Pauses before the second attempt and each one after it; the last of them ends it. In all three hours and three quarters. */
const PAUSES_MS = [10 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, 60 * MINUTE, 120 * MINUTE];
/** Milliseconds after which an attempt counts as lost with the process that made it. */
const LOST_AFTER_MS = 30 * SECOND;
/** Messages that are sent at a time. */
const AT_A_TIME = 8;
/** HTTP 410: the receiver says that it wants no more. */
const GONE = 410;

/** Notes messages about runs that have ended, and sends those that are due. Gives how many attempts it made. */
export async function deliverWebhooks(parts: DeliveryParts): Promise<number> {
  while ((await announceEnds(parts.db, parts.now())) > 0);
  const lanes = Array.from({ length: AT_A_TIME }, () => sendDue(parts));
  return (await Promise.all(lanes)).reduce((sum, sent) => sum + sent, 0);
}

async function sendDue(parts: DeliveryParts): Promise<number> {
  for (let sent = 0; ; sent++) {
    const now = parts.now();
    const due = await takeDueDelivery(parts.db, now, new Date(now.getTime() + LOST_AFTER_MS));
    if (due === undefined) return sent;
    const made = await attempt(parts, due);
    await noteAttempt(parts.db, { ...made, taken: due.delivery }, parts.now());
  }
}

async function attempt(parts: DeliveryParts, due: DueDelivery): Promise<Attempt> {
  const { delivery, secret } = due;
  if (!due.isWanted) return { status: null, error: 'the webhook was taken away', nextAt: null };
  const { rules, resolveHost } = parts;
  try {
    const body = await messageAbout(parts.db, delivery);
    const message = { id: delivery.id, url: delivery.url, secret, body };
    const status = await sendWebhook(message, { rules, resolveHost, now: parts.now() });
    if (status >= 200 && status < 300) return { status, error: null, nextAt: null };
    const nextAt = status === GONE ? null : nextAttempt(delivery.attempt, parts.now());
    return { status, error: `HTTP ${status}`, nextAt };
  } catch (error) {
    return { status: null, error: reasonOf(error), nextAt: nextAttempt(delivery.attempt, parts.now()) };
  }
}

function nextAttempt(made: number, now: Date): Date | null {
  const pause = PAUSES_MS[made - 1];
  return pause === undefined ? null : new Date(now.getTime() + pause);
}

/** One short line without the address, which may hold a secret. */
function reasonOf(error: unknown): string {
  const { code, name, message } = error as NodeJS.ErrnoException;
  if (name === 'TimeoutError') return 'no answer in time';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'no public address could be reached';
  return (code ?? message).slice(0, 200);
}
