import multipart from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Run } from '../../data/runs.ts';
import { refuseWithoutToken } from '../access/csrf.ts';
import type { AppParts, WebApp } from '../app-parts.ts';
import { Problem } from '../problem.ts';
import { submitArchive } from '../runs/submissions.ts';
import { modeSchema } from './run-routes.ts';
import { runShape, shownRun } from './run-shape.ts';

const FIELD_BYTES = 500;
const UPLOAD_SECONDS = 10 * 60;
const ARCHIVE = /\.(?:zip|tar|tar\.gz|tgz)$/iu;

const fieldsSchema = z.object({
  // A form sends a field that was left empty.
  project: z
    .string()
    .trim()
    .max(200)
    .optional()
    .transform((name) => (name === '' ? undefined : name)),
  mode: modeSchema,
  _csrf: z.string().optional(),
});

/** Lets a group of routes take `multipart/form-data`, one file at most. */
export async function takeUploads(app: WebApp, { jobs }: AppParts): Promise<void> {
  await app.register(multipart, {
    limits: {
      files: 1,
      fields: 10,
      fieldSize: FIELD_BYTES,
      fieldNameSize: 100,
      // One more, so that what is too large is refused by whoever keeps it, and never cut off in silence.
      fileSize: jobs.uploadBytes + 1,
      parts: 12,
    },
  });
}

/** Settings of a route that takes an archive. */
export function uploadRoute({ jobs }: AppParts) {
  return {
    config: { access: 'submit', checksCsrf: true, bodySeconds: UPLOAD_SECONDS } as const,
    // A little for the fields and boundaries around the file.
    bodyLimit: jobs.uploadBytes + 64 * 1024,
  };
}

/**
 * Takes an archive as it arrives and puts its analysis in line: the field `archive`, before it `project` (the name of the
 * archive where absent), `mode`, and `_csrf` in a form. Nothing of the archive is opened here.
 */
export async function receiveArchive(parts: AppParts, request: FastifyRequest): Promise<Run> {
  if (!request.isMultipart()) {
    throw new Problem('MEDIA_TYPE_UNSUPPORTED', 'expected multipart/form-data', {
      hint: 'send the archive as the field `archive`',
    });
  }
  const file = await request.file();
  if (file === undefined || file.fieldname !== 'archive') {
    throw new Problem('REQUEST_INVALID', 'expected the field `archive`, and before it `project` and `mode`', {
      hint: 'see the description of the API',
    });
  }
  const fields = fieldsOf(file.fields);
  refuseWithoutToken(parts.secret, request, fields._csrf);
  const name = nameOf(file.filename);
  if (!ARCHIVE.test(name)) {
    throw new Problem('MEDIA_TYPE_UNSUPPORTED', 'the archive is neither .zip nor .tar, .tar.gz or .tgz', {
      hint: 'pack it as one of these',
      ru: 'Архив — не .zip, не .tar, не .tar.gz и не .tgz.',
    });
  }
  const { project = name.replace(ARCHIVE, ''), mode } = fields;
  return submitArchive(
    parts,
    { name, project, content: file.file },
    { mode, requestedBy: request.principal?.name ?? '' },
  );
}

/** The API's own door for archives. */
export function uploadRoutes(app: WebApp, parts: AppParts): void {
  const summary = 'Analyse an uploaded archive';
  const description =
    'multipart/form-data with the fields `project`, `mode` and, after them, the file `archive`.';
  app.post(
    '/runs/archive',
    {
      ...uploadRoute(parts),
      schema: {
        tags: ['runs'],
        summary,
        description,
        consumes: ['multipart/form-data'],
        response: { 202: runShape },
      },
    },
    async (request, reply) => reply.code(202).send(shownRun(await receiveArchive(parts, request))),
  );
}

/** What the fields beside the file say; which of them is wrong and how, but never its value. */
function fieldsOf(given: Readonly<Record<string, unknown>>): z.output<typeof fieldsSchema> {
  const fields = fieldsSchema.safeParse(textsOf(given));
  if (fields.success) return fields.data;
  const issues = fields.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Problem('REQUEST_INVALID', issues.join('; '), { hint: 'see the description of the API' });
}

/** Fields that came before the file. */
function textsOf(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) =>
      typeof field === 'object' && field !== null && 'value' in field ? [[name, field.value]] : [],
    ),
  );
}

/** The last part of a name that a browser, or somebody else, has sent. */
function nameOf(given: string): string {
  const last = given.split(/[/\\]/u).at(-1) ?? '';
  return last.replaceAll(/\p{Cc}/gu, '').slice(-200);
}
