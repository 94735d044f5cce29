import { BANDS } from '@csqa/report';
import { z } from 'zod';
import { noteAct } from '../../data/audit.ts';
import { inTransaction } from '../../data/in-transaction.ts';
import { PORTFOLIO_ORDERS, type PortfolioRow, portfolio } from '../../data/portfolio.ts';
import {
  changeSettings,
  gateSettingSchema,
  loadSettings,
  settingsChangeSchema,
} from '../../data/project-settings.ts';
import { findProject, type Project } from '../../data/projects.ts';
import { trendOf } from '../../data/reports.ts';
import type { AppParts, WebApp } from '../app-parts.ts';
import { linksUnder } from '../links.ts';
import { notFound } from '../problem.ts';
import { submitAgain } from '../runs/submissions.ts';
import { refuseBadTarget } from '../runs/webhook-setting.ts';
import { limitSchema } from './paging.ts';
import { modeSchema } from './run-routes.ts';
import { findingCountsShape, groupValuesShape, idParams, runShape, shownRun } from './run-shape.ts';

const MAX_OFFSET = 1_000_000;
const MAX_REF = 250;
const MAX_POINTS = 1_000;

const projectShape = z
  .object({
    id: z.uuid(),
    name: z.string(),
    key: z.string().describe('Address of the repository, or the name of what is uploaded.'),
    index: z.number().nullable().describe('Of the newest run with a report.'),
    band: z.string().nullable(),
    groups: groupValuesShape.nullable(),
    findings: findingCountsShape.nullable(),
    trend: z.array(z.number()).describe('Index of the newest runs with a report, oldest first.'),
    badge: z.string().describe('Path of the badge, which needs no token.'),
  })
  .meta({ id: 'Project' });

const questionSchema = z.object({
  order: z.enum(PORTFOLIO_ORDERS).default('name'),
  descending: z.stringbool().default(false),
  text: z.string().max(200).optional().describe('Part of the name or the address.'),
  band: z.enum(BANDS).optional(),
  limit: limitSchema,
  offset: z.coerce.number().int().min(0).max(MAX_OFFSET).default(0),
});

const pointShape = z.object({
  runId: z.uuid(),
  at: z.iso.datetime(),
  revision: z.string().nullable(),
  gate: z.enum(['passed', 'failed']).nullable(),
  index: z.number(),
  groups: groupValuesShape.nullable(),
  findings: findingCountsShape.nullable(),
  metrics: z.record(z.string(), z.number().nullable()),
});

const settingsShape = z.object({
  defaultRef: z.string().nullable(),
  gate: gateSettingSchema.nullable(),
  schedule: z.object({ cron: z.string(), timeZone: z.string() }).nullable(),
  nextTickAt: z.iso.datetime().nullable(),
  webhook: z.object({ url: z.string(), isSigned: z.boolean() }).nullable(),
  hasPushSecret: z.boolean(),
});

const tags = ['projects'];

/** `/projects`: the table of them, each with its trend and settings, and another run of one. */
export function projectRoutes(app: WebApp, parts: AppParts): void {
  const { db } = parts.database;
  const link = linksUnder(parts.config.basePath);
  const page = z.object({ projects: z.array(projectShape), total: z.number() });
  app.get(
    '/projects',
    { schema: { tags, summary: 'Projects', querystring: questionSchema, response: { 200: page } } },
    async ({ query }) => {
      const { text, band, ...rest } = query;
      const { rows, total } = await portfolio(db, {
        ...rest,
        ...(text === undefined ? {} : { text }),
        ...(band === undefined ? {} : { band }),
      });
      return { projects: rows.map((row) => ({ ...shownRow(row), badge: link(badgePath(row.id)) })), total };
    },
  );
  app.get(
    '/projects/:id',
    { schema: { tags, summary: 'One project', params: idParams, response: { 200: projectShape } } },
    async ({ params }) => {
      const project = await knownProject(parts, params.id);
      return { ...shownProject(project), badge: link(badgePath(project.id)) };
    },
  );
  const points = z.object({ points: z.array(pointShape) });
  const trendQuestion = z.object({ limit: z.coerce.number().int().min(1).max(MAX_POINTS).default(100) });
  app.get(
    '/projects/:id/trend',
    {
      schema: {
        ...{ tags, summary: 'Index, groups, metrics and findings over time, oldest first' },
        ...{ params: idParams, querystring: trendQuestion, response: { 200: points } },
      },
    },
    async ({ params, query }) => {
      const { id } = await knownProject(parts, params.id);
      const trend = await trendOf(db, id, query.limit);
      return { points: trend.map((point) => ({ ...point, at: point.at.toISOString() })) };
    },
  );
  rerunRoute(app, parts);
  settingsRoutes(app, parts);
}

function rerunRoute(app: WebApp, parts: AppParts): void {
  const body = z.strictObject({
    ref: z.string().min(1).max(MAX_REF).nullable().default(null),
    mode: modeSchema,
  });
  app.post(
    '/projects/:id/runs',
    {
      config: { access: 'submit' },
      schema: {
        tags,
        summary: 'Analyse a project again',
        params: idParams,
        body,
        response: { 202: runShape },
      },
    },
    async (request, reply) => {
      const project = await knownProject(parts, request.params.id);
      const run = await submitAgain(parts, project, {
        ...request.body,
        requestedBy: request.principal?.name ?? '',
      });
      return reply.code(202).send(shownRun(run));
    },
  );
}

function settingsRoutes(app: WebApp, parts: AppParts): void {
  const { db } = parts.database;
  const shown = async (id: string) => {
    const settings = await loadSettings(db, id);
    if (settings === undefined) throw notFound('project');
    return { ...settings, nextTickAt: settings.nextTickAt?.toISOString() ?? null };
  };
  app.get(
    '/projects/:id/settings',
    {
      config: { access: 'admin' },
      schema: {
        tags,
        summary: 'Settings; secrets are only said to be there',
        params: idParams,
        response: { 200: settingsShape },
      },
    },
    ({ params }) => shown(params.id),
  );
  app.patch(
    '/projects/:id/settings',
    {
      config: { access: 'admin' },
      schema: {
        ...{ tags, summary: 'Change settings: what is absent stays, what is null is taken away' },
        ...{ params: idParams, body: settingsChangeSchema, response: { 200: settingsShape } },
      },
    },
    async ({ params, body, principal }) => {
      const project = await knownProject(parts, params.id);
      refuseBadTarget(body, parts);
      const act = { actor: principal?.name ?? '', action: 'project.settings', subject: project.name };
      await inTransaction(db, async (transaction) => {
        await changeSettings(transaction, { ...body, projectId: project.id }, parts.clock());
        await noteAct(transaction, act, parts.clock());
      });
      return shown(project.id);
    },
  );
}

/** A project by its id. Throws NOT_FOUND. */
async function knownProject({ database }: AppParts, id: string): Promise<Project> {
  const project = await findProject(database.db, id);
  if (project === undefined) throw notFound('project');
  return project;
}

function badgePath(id: string): string {
  return `/badges/${id}.svg`;
}

function shownRow({ id, name, key, index, band, groups, findings, trend }: PortfolioRow) {
  return { id, name, key, index, band, groups, findings, trend: [...trend] };
}

function shownProject(project: Project) {
  const { id, name, key, index_value: index, band, groups, findings, trend } = project;
  return { id, name, key, index, band, groups, findings, trend: [...trend] };
}
