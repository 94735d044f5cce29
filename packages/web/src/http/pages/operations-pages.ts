import { z } from 'zod';
import { listActs, noteAct } from '../../data/audit.ts';
import { inTransaction } from '../../data/in-transaction.ts';
import { createToken, listTokens, revokeToken, SCOPES } from '../../data/tokens.ts';
import { listWorkers, queueState } from '../../data/workers.ts';
import { AuditPage } from '../../pages/audit-page.tsx';
import { QueuePage } from '../../pages/queue-page.tsx';
import { TokensPage } from '../../pages/tokens-page.tsx';
import type { AppParts, WebApp } from '../app-parts.ts';
import type { Exchange, PageDesk } from './page-desk.ts';
import { cursorOf, readCursor } from './run-cursor.ts';

/** Runs that wait which are listed; the others are counted. */
const WAITING = 100;
const ACTS = 100;

const newTokenSchema = z.object({ name: z.string().trim().min(1).max(100), scope: z.enum(SCOPES) });
const tokenSchema = z.object({ id: z.uuid() });
const listSchema = z.object({ after: z.string().max(100).optional() });

/** What whoever keeps the app running looks at: workers and queue, tokens, the audit log. */
export function operationsPages(app: WebApp, parts: AppParts, desk: PageDesk): void {
  const { db } = parts.database;
  app.get('/queue', { schema: { hide: true } }, async (request, reply) => {
    const { queued, waiting } = await queueState(db, WAITING);
    const model = { workers: await listWorkers(db), queued, waiting };
    return desk.send({ request, reply }, QueuePage, model);
  });
  app.get(
    '/audit',
    { config: { access: 'admin' }, schema: { querystring: listSchema, hide: true } },
    async (request, reply) => {
      const after = readCursor(request.query.after);
      const found = await listActs(db, {
        limit: ACTS + 1,
        ...(after === undefined ? {} : { after: { at: after.createdAt, id: after.id } }),
      });
      const acts = found.slice(0, ACTS);
      const last = found.length > ACTS ? acts.at(-1) : undefined;
      const older =
        last === undefined ? null : `/audit?after=${cursorOf({ created_at: last.at, id: last.id })}`;
      return desk.send({ request, reply }, AuditPage, { acts, older });
    },
  );
  tokenPages(app, parts, desk);
}

function tokenPages(app: WebApp, parts: AppParts, desk: PageDesk): void {
  const { db } = parts.database;
  const show = async (exchange: Exchange, created: string | null) => {
    const model = { tokens: await listTokens(db), created };
    return desk.send(exchange, TokensPage, model);
  };
  app.get('/tokens', { config: { access: 'admin' }, schema: { hide: true } }, (request, reply) =>
    show({ request, reply }, null),
  );
  // The token is in the answer and in no address, so that no history and no log has it.
  app.post(
    '/tokens',
    { config: { access: 'admin' }, schema: { body: newTokenSchema, hide: true } },
    async (request, reply) => {
      const { name, scope } = request.body;
      const now = parts.clock();
      const actor = request.principal?.name ?? '';
      const { secret } = await inTransaction(db, async (transaction) => {
        await noteAct(transaction, { actor, action: 'token.create', subject: `${name} (${scope})` }, now);
        return createToken(transaction, { name, scope }, now);
      });
      return show({ request, reply }, secret);
    },
  );
  app.post(
    '/tokens/:id/revoke',
    { config: { access: 'admin' }, schema: { params: tokenSchema, hide: true } },
    async (request, reply) => {
      const now = parts.clock();
      const actor = request.principal?.name ?? '';
      await inTransaction(db, async (transaction) => {
        if (!(await revokeToken(transaction, request.params.id, now))) return;
        await noteAct(transaction, { actor, action: 'token.revoke', subject: request.params.id }, now);
      });
      return reply.redirect(desk.link('/tokens'), 303);
    },
  );
}
