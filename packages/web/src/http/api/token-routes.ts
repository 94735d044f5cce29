import { z } from 'zod';
import { listActs, noteAct } from '../../data/audit.ts';
import { inTransaction } from '../../data/in-transaction.ts';
import { type ApiToken, createToken, listTokens, revokeToken, SCOPES } from '../../data/tokens.ts';
import type { AppParts, WebApp } from '../app-parts.ts';
import { notFound } from '../problem.ts';
import { cursorSchema, cursorText, limitSchema, readCursor } from './paging.ts';
import { idParams } from './run-shape.ts';

const tokenShape = z
  .object({
    id: z.uuid(),
    name: z.string(),
    scope: z.enum(SCOPES),
    createdAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime().nullable(),
    revokedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Token' });

const newTokenSchema = z.strictObject({ name: z.string().trim().min(1).max(100), scope: z.enum(SCOPES) });

const createdShape = tokenShape.extend({ token: z.string().describe('Shown this once, and kept nowhere.') });

const tags = ['administration'];
const access = { config: { access: 'admin' } } as const;

/** `/tokens` and `/audit`: who may use the API, and what administrators did. */
export function tokenRoutes(app: WebApp, parts: AppParts): void {
  const { db } = parts.database;
  const listed = z.object({ tokens: z.array(tokenShape) });
  app.get(
    '/tokens',
    { ...access, schema: { tags, summary: 'Named tokens', response: { 200: listed } } },
    async () => ({
      tokens: (await listTokens(db)).map(shownToken),
    }),
  );
  app.post(
    '/tokens',
    {
      ...access,
      schema: { tags, summary: 'Make a token', body: newTokenSchema, response: { 201: createdShape } },
    },
    async ({ body, principal }, reply) => {
      const subject = `${body.name} (${body.scope})`;
      const { token, secret } = await inTransaction(db, async (transaction) => {
        await noteAct(
          transaction,
          { actor: principal?.name ?? '', action: 'token.create', subject },
          parts.clock(),
        );
        return createToken(transaction, body, parts.clock());
      });
      return reply.code(201).send({ ...shownToken(token), token: secret });
    },
  );
  app.delete(
    '/tokens/:id',
    {
      ...access,
      schema: { tags, summary: 'End a token at once', params: idParams, response: { 204: z.null() } },
    },
    async ({ params, principal }, reply) => {
      const act = { actor: principal?.name ?? '', action: 'token.revoke', subject: params.id };
      const isEnded = await inTransaction(db, async (transaction) => {
        if (!(await revokeToken(transaction, params.id, parts.clock()))) return false;
        await noteAct(transaction, act, parts.clock());
        return true;
      });
      if (!isEnded) throw notFound('token');
      return reply.code(204).send(null);
    },
  );
  auditRoute(app, parts);
}

function auditRoute(app: WebApp, { database }: AppParts): void {
  const act = z.object({ at: z.iso.datetime(), actor: z.string(), action: z.string(), subject: z.string() });
  const page = z.object({ acts: z.array(act), next: z.string().nullable() });
  const querystring = z.object({ after: cursorSchema, limit: limitSchema });
  app.get(
    '/audit',
    {
      ...access,
      schema: {
        tags,
        summary: 'What administrators did, newest first',
        querystring,
        response: { 200: page },
      },
    },
    async ({ query }) => {
      const after = readCursor(query.after);
      const acts = await listActs(database.db, {
        limit: query.limit,
        ...(after === undefined ? {} : { after: { at: after.createdAt, id: after.id } }),
      });
      const last = acts.length < query.limit ? undefined : acts.at(-1);
      return {
        acts: acts.map(({ at, actor, action, subject }) => ({
          at: at.toISOString(),
          actor,
          action,
          subject,
        })),
        next: last === undefined ? null : cursorText({ createdAt: last.at, id: last.id }),
      };
    },
  );
}

function shownToken({
  id,
  name,
  scope,
  created_at,
  last_used_at,
  revoked_at,
}: ApiToken): z.output<typeof tokenShape> {
  return {
    ...{ id, name, scope, createdAt: created_at.toISOString() },
    lastUsedAt: last_used_at?.toISOString() ?? null,
    revokedAt: revoked_at?.toISOString() ?? null,
  };
}
