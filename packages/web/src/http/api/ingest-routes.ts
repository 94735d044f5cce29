import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { readCombined } from '@csqa/report';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ingestReport } from '../../data/ingest-report.ts';
import { findProject, type Project } from '../../data/projects.ts';
import { packReport } from '../../data/reports.ts';
import { newReportOf } from '../../jobs/new-report.ts';
import type { AppParts, WebApp } from '../app-parts.ts';
import { notFound, Problem } from '../problem.ts';
import { gitProject } from '../runs/submissions.ts';
import { runShape, shownRun } from './run-shape.ts';

const unpack = promisify(gunzip);

const MAX_KEY = 500;
const BODY_SECONDS = 5 * 60;

const paramsSchema = z.object({
  project: z
    .string()
    .min(1)
    .max(MAX_KEY)
    .regex(/^\P{Cc}+$/u)
    .describe('Id of a project, or its key (address of the repository), encoded; one that is new is made.'),
});

/**
 * `POST /projects/{project}/reports`: takes combined.json of an analysis that ran elsewhere, in a pipeline of CI. The same commit
 * handed in twice is one run.
 */
export function ingestRoutes(app: WebApp, parts: AppParts): void {
  const { reportBytes } = parts.config.limits;
  app.addContentTypeParser(
    ['application/json', 'application/gzip'],
    { parseAs: 'buffer', bodyLimit: reportBytes },
    (_, body, done) => done(null, body),
  );
  app.post(
    '/projects/:project/reports',
    {
      config: { access: 'submit', bodySeconds: BODY_SECONDS, rateLimit: { max: 60, timeWindow: 60_000 } },
      bodyLimit: reportBytes,
      schema: {
        ...{
          tags: ['projects'],
          summary: 'Hand in a finished report',
          consumes: ['application/json', 'application/gzip'],
        },
        description:
          'The body is combined.json, plain or gzipped (Content-Encoding or application/gzip). 200 where that commit is known, 201 where it is new.',
        ...{ params: paramsSchema, response: { 200: runShape, 201: runShape } },
      },
    },
    async (request, reply) => {
      const document = await documentOf(request, reportBytes);
      const { run, isNew } = await ingest(parts, document, {
        project: request.params.project,
        requestedBy: request.principal?.name ?? '',
      });
      return reply.code(isNew ? 201 : 200).send(shownRun(run));
    },
  );
}

async function documentOf({ body, headers }: FastifyRequest, limit: number): Promise<string> {
  if (!Buffer.isBuffer(body)) throw unreadable('there is none');
  const isPacked =
    headers['content-encoding'] === 'gzip' || (headers['content-type'] ?? '').startsWith('application/gzip');
  if (!isPacked) return body.toString('utf8');
  try {
    return (await unpack(body, { maxOutputLength: limit })).toString('utf8');
  } catch (error) {
    const isLarge = error instanceof RangeError;
    if (isLarge) throw tooLarge(limit, error);
    throw unreadable('it is no gzip', error);
  }
}

async function ingest(
  parts: AppParts,
  document: string,
  given: { readonly project: string; readonly requestedBy: string },
) {
  const read = readCombined(document, { maxBytes: parts.config.limits.reportBytes });
  if (!read.ok) throw unreadable(`${read.code}: ${read.message}`);
  const { report, orchestrator } = read.value;
  if (report === null) throw unreadable('it holds no report');
  const revision = orchestrator.source.revision ?? report.meta.revision;
  if (revision === null) {
    throw new Problem('REPORT_UNREADABLE', 'the report names no commit', {
      hint: 'analyse a checkout of git, without changes',
    });
  }
  const project = await projectOf(parts, given.project);
  const { db } = parts.database;
  return ingestReport(
    db,
    {
      ...{ projectId: project.id, revision, mode: report.meta.mode, requestedBy: given.requestedBy },
      state: orchestrator.outcome === 'incomplete' ? 'incomplete' : 'succeeded',
      pack: async (inside, run) => packReport(await newReportOf(inside, run, { report, document })),
    },
    parts.clock(),
  );
}

async function projectOf(parts: AppParts, named: string): Promise<Project> {
  if (z.uuid().safeParse(named).success) {
    const project = await findProject(parts.database.db, named);
    if (project === undefined) throw notFound('project');
    return project;
  }
  const url = URL.canParse(named) ? new URL(named) : null;
  const isAddress =
    url !== null && /^https?:$/u.test(url.protocol) && url.username === '' && url.password === '';
  if (isAddress) return gitProject(parts, url.href);
  throw new Problem('REQUEST_INVALID', 'project: is neither an id nor the address of a repository', {
    hint: 'give the address that the repository is cloned from, by https and without credentials',
  });
}

function unreadable(why: string, cause?: unknown): Problem {
  return new Problem('REPORT_UNREADABLE', `the report cannot be read: ${why}`, {
    hint: 'send combined.json as csqa analyze left it',
    ...(cause === undefined ? {} : { cause }),
  });
}

function tooLarge(limit: number, cause: unknown): Problem {
  return new Problem('BODY_TOO_LARGE', `the report is larger than ${limit} bytes`, {
    hint: 'raise CSQA_REPORT_MIB',
    cause,
  });
}
