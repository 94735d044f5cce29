import { createHmac } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { pushSecretOf } from '../../data/project-settings.ts';
import { findProject, type Project } from '../../data/projects.ts';
import { idParams } from '../api/run-shape.ts';
import type { AppParts, WebApp } from '../app-parts.ts';
import { isSameSecret } from '../keys.ts';
import { Problem } from '../problem.ts';
import { submitAgain } from '../runs/submissions.ts';

/** GitHub sends no more than 25 MB; what is read of a push is small. */
const BODY_BYTES = 25 * 1024 * 1024;

/** What is read of a push; it tells much more. */
const pushSchema = z.object({
  ref: z.string().min(1).max(250),
  deleted: z.boolean().default(false),
});

const FORM = 'application/x-www-form-urlencoded';

const BRANCH = /^refs\/heads\/(.+)$/u;

/** What became of a message. */
const answerShape = z.object({ run: z.uuid().nullable(), why: z.string().optional() });

/**
 * `POST /hooks/github/{project}`: a push to the branch of the project asks for an analysis. The message is signed with the push
 * secret of the project's settings; what it names as repository is not believed, the address of the project is.
 */
export function githubRoutes(app: WebApp, parts: AppParts): void {
  // As it came: the signature is over the bytes. The form is what GitHub sends unless it is told otherwise.
  for (const type of ['application/json', FORM]) {
    if (app.hasContentTypeParser(type)) app.removeContentTypeParser(type);
    app.addContentTypeParser(type, { parseAs: 'buffer', bodyLimit: BODY_BYTES }, (_, body, done) =>
      done(null, body),
    );
  }
  app.post(
    '/hooks/github/:id',
    {
      config: { access: 'public' },
      bodyLimit: BODY_BYTES,
      schema: {
        tags: ['projects'],
        summary: 'Webhook of GitHub for pushes',
        params: idParams,
        response: { 202: answerShape, 200: answerShape },
      },
    },
    async (request, reply) => {
      const project = await signedProject(parts, request, request.params.id);
      const event = request.headers['x-github-event'];
      if (event !== 'push') return reply.code(200).send({ run: null, why: 'only pushes are of interest' });
      const { ref, deleted } = pushOf(request);
      const branch = BRANCH.exec(ref)?.[1];
      if (branch === undefined || deleted)
        return reply.code(200).send({ run: null, why: 'no branch was pushed to' });
      if (project.default_ref !== null && project.default_ref !== branch) {
        return reply.code(200).send({ run: null, why: `the project is judged by ${project.default_ref}` });
      }
      const run = await submitAgain(parts, project, {
        ref: branch,
        mode: 'fast',
        requestedBy: `webhook ${project.id}`,
      });
      return reply.code(202).send({ run: run.id });
    },
  );
}

/** The project whose secret has signed the message. A project that is not there, or has no secret, answers like a wrong signature. */
async function signedProject({ database }: AppParts, request: FastifyRequest, id: string): Promise<Project> {
  const [project, secret] = [await findProject(database.db, id), await pushSecretOf(database.db, id)];
  const given = request.headers['x-hub-signature-256'];
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const expected = `sha256=${createHmac('sha256', secret ?? '')
    .update(body)
    .digest('hex')}`;
  const isSigned = typeof given === 'string' && isSameSecret(given, expected);
  if (isSigned && project !== undefined && secret !== null) return project;
  throw new Problem('SIGNATURE_WRONG', 'the message is not signed with the push secret of such a project', {
    hint: 'set the same secret in the webhook and in the settings of the project',
  });
}

function pushOf({ body, headers }: FastifyRequest): z.output<typeof pushSchema> {
  const text = String(body);
  const isForm = headers['content-type']?.startsWith(FORM) === true;
  const push = pushSchema.safeParse(parsed(isForm ? (new URLSearchParams(text).get('payload') ?? '') : text));
  if (push.success) return push.data;
  throw new Problem('REQUEST_INVALID', 'the message is no push of GitHub', {
    hint: 'have the webhook send the event push',
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
