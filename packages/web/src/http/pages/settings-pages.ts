import { type Language, SEVERITIES } from '@csqa/report';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { noteAct } from '../../data/audit.ts';
import { inTransaction } from '../../data/in-transaction.ts';
import {
  changeSettings,
  type GateSetting,
  loadSettings,
  type ProjectSettings,
  type SettingsChange,
  settingsChangeSchema,
} from '../../data/project-settings.ts';
import type { Project } from '../../data/projects.ts';
import { WebError } from '../../failures/web-error.ts';
import { type SettingsFields, type SettingsModel, SettingsPage } from '../../pages/settings-page.tsx';
import type { AppParts, WebApp } from '../app-parts.ts';
import { notFound } from '../problem.ts';
import { refuseBadTarget } from '../runs/webhook-setting.ts';
import { foundProject } from './found.ts';
import type { PageDesk } from './page-desk.ts';
import { originOf } from './share-signature.ts';

const MAX_TEXT = 2_048;
const text = z.string().trim().max(MAX_TEXT).default('');
const severity = z.enum(['', ...SEVERITIES]).default('');

const paramsSchema = z.object({ id: z.string() });
const querySchema = z.object({ saved: z.string().optional() });
const formSchema = z.object({
  ...{ defaultRef: text, cron: text, timeZone: text, failOn: severity, failOnNew: severity, maxRisk: text },
  ...{ webhookUrl: text, webhookSecret: text, pushSecret: text },
});
type Form = z.infer<typeof formSchema>;

/** The settings of a project as a form. */
export function settingsPages(app: WebApp, parts: AppParts, desk: PageDesk): void {
  const { db } = parts.database;
  app.get(
    '/projects/:id/settings',
    { config: { access: 'admin' }, schema: { params: paramsSchema, querystring: querySchema, hide: true } },
    async (request, reply) => {
      const project = await foundProject(parts, request.params.id);
      const settings = await settingsOf(parts, project.id);
      const model: SettingsModel = {
        ...{ ...keptOf(request, desk, { project, settings }), fields: fieldsOf(settings), wrong: {} },
        outcome: request.query.saved === undefined ? null : 'saved',
      };
      return desk.send({ request, reply }, SettingsPage, model);
    },
  );
  app.post(
    '/projects/:id/settings',
    { config: { access: 'admin' }, schema: { params: paramsSchema, body: formSchema, hide: true } },
    async (request, reply) => {
      const project = await foundProject(parts, request.params.id);
      const settings = await settingsOf(parts, project.id);
      const { language } = desk.contextOf(request);
      const wrong = await tried(language, async () => {
        const change = changeOf(request.body, settings);
        refuseBadTarget(change, parts);
        const actor = request.principal?.name ?? '';
        const now = parts.clock();
        await inTransaction(db, async (transaction) => {
          await noteAct(transaction, { actor, action: 'project.settings', subject: project.name }, now);
          await changeSettings(transaction, { ...change, projectId: project.id }, now);
        });
      });
      if (wrong === null) return reply.redirect(desk.link(`/projects/${project.id}/settings?saved=1`), 303);
      const kept = keptOf(request, desk, { project, settings });
      const model: SettingsModel = { ...kept, fields: request.body, outcome: 'invalid', wrong };
      return desk.send({ request, reply: reply.code(422) }, SettingsPage, model);
    },
  );
}

/** What a form shows and does not send. */
function keptOf(
  request: FastifyRequest,
  desk: PageDesk,
  { project, settings }: { readonly project: Project; readonly settings: ProjectSettings },
): Pick<SettingsModel, 'project' | 'hasSecret' | 'hasPushSecret' | 'pushUrl'> {
  return {
    project,
    hasSecret: settings.webhook?.isSigned === true,
    hasPushSecret: settings.hasPushSecret,
    pushUrl: `${originOf(request)}${desk.link(`/hooks/github/${project.id}`)}`,
  };
}

async function settingsOf({ database }: AppParts, projectId: string): Promise<ProjectSettings> {
  const settings = await loadSettings(database.db, projectId);
  if (settings === undefined) throw notFound('project');
  return settings;
}

function fieldsOf({ defaultRef, schedule, gate, webhook }: ProjectSettings): SettingsFields {
  return {
    defaultRef: defaultRef ?? '',
    cron: schedule?.cron ?? '',
    timeZone: schedule?.timeZone ?? 'UTC',
    failOn: gate?.failOn ?? '',
    failOnNew: gate?.failOnNew ?? '',
    maxRisk: gate?.maxRisk === undefined ? '' : String(gate.maxRisk),
    webhookUrl: webhook?.url ?? '',
  };
}

/** What the form asks for. Conditions of the gate that it has no field for stay as they are. */
function changeOf(form: Form, { gate }: ProjectSettings): SettingsChange {
  const timeZone = form.timeZone === '' ? 'UTC' : form.timeZone;
  return settingsChangeSchema.parse({
    defaultRef: form.defaultRef === '' ? null : form.defaultRef,
    gate: gateOf(form, gate),
    schedule: form.cron === '' ? null : { cron: form.cron, timeZone },
    webhook:
      form.webhookUrl === ''
        ? null
        : { url: form.webhookUrl, ...(form.webhookSecret === '' ? {} : { secret: form.webhookSecret }) },
    ...(form.pushSecret === '' ? {} : { pushSecret: form.pushSecret }),
  });
}

function gateOf({ failOn, failOnNew, maxRisk }: Form, stored: GateSetting | null): unknown {
  const asked = {
    ...stored,
    failOn: failOn === '' ? undefined : failOn,
    failOnNew: failOnNew === '' ? undefined : failOnNew,
    maxRisk: maxRisk === '' ? undefined : Number(maxRisk.replace(',', '.')),
  };
  const conditions = Object.entries(asked).filter(([, value]) => value !== undefined);
  return conditions.length === 0 ? null : Object.fromEntries(conditions);
}

type Field = keyof SettingsModel['wrong'];

const FIELDS: Readonly<Record<string, Field>> = {
  defaultRef: 'defaultRef',
  gate: 'maxRisk',
  schedule: 'cron',
  webhook: 'webhookUrl',
  pushSecret: 'pushSecret',
};

/** Does something; gives what was refused of the form, by field. */
async function tried(language: Language, work: () => Promise<void>): Promise<SettingsModel['wrong'] | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof z.ZodError) {
      return Object.fromEntries(
        error.issues.map((issue) => [FIELDS[String(issue.path[0])] ?? 'defaultRef', said(issue, language)]),
      );
    }
    if (error instanceof WebError && error.code === 'SETTING_INVALID') {
      const { message, ru = message } = error;
      return { [refusedField(message)]: language === 'ru' ? ru : message };
    }
    throw error;
  }
}

const inRussian = z.locales.ru().localeError;

/** What is wrong with a value, in the words of zod. */
function said(issue: z.core.$ZodIssue, language: Language): string {
  const told = language === 'ru' ? inRussian(issue as z.core.$ZodRawIssue) : null;
  return (typeof told === 'string' ? told : told?.message) ?? issue.message;
}

/** What is refused of a form that the schema has let through: a branch, a time zone, a schedule, the address of a webhook. */
function refusedField(message: string): Field {
  if (message.includes('branch')) return 'defaultRef';
  if (message.includes('time zone')) return 'timeZone';
  return message.includes('webhook') ? 'webhookUrl' : 'cron';
}
