import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type GitHubState, nextId } from './github-state.ts';
import { askerOf, invalid, Refusal, require } from './refuse.ts';

/** Annotations of one request at most. */
const MOST_ANNOTATIONS = 50;
/** UTF-16 units of a summary or text at most. */
const MOST_TEXT = 65_535;

const outputSchema = z.object({
  title: z.string().min(1),
  summary: z.string().min(1),
  text: z.string().optional(),
  annotations: z
    .array(
      z.object({
        path: z.string().min(1),
        start_line: z.int().min(1),
        end_line: z.int().min(1),
        annotation_level: z.enum(['notice', 'warning', 'failure']),
        message: z.string().min(1),
      }),
    )
    .optional(),
});

const checkSchema = z.object({
  name: z.string().min(1),
  head_sha: z.string().regex(/^[0-9a-f]{40}$/),
  output: outputSchema.optional(),
});

/** Runs of checks, with the limits of their output. */
export function checkRoutes(app: FastifyInstance, state: GitHubState): void {
  app.post('/repos/:owner/:repo/check-runs', (request, reply) => {
    require(askerOf(state, request), ['checks=write']);
    const parsed = checkSchema.safeParse(request.body);
    if (!parsed.success)
      throw invalid('CheckRun', String(parsed.error.issues[0]?.path.join('.')), 'is invalid');
    const { name, head_sha: headSha, output } = parsed.data;
    const run = { id: nextId(state), name, headSha, annotations: annotationsOf(output) };
    state.checkRuns.push(run);
    return reply.code(201).send({ id: run.id, name, head_sha: headSha });
  });
  app.patch('/repos/:owner/:repo/check-runs/:id', (request) => {
    require(askerOf(state, request), ['checks=write']);
    const run = state.checkRuns.find(({ id }) => String(id) === (request.params as { id: string }).id);
    if (run === undefined) throw new Refusal(404, 'Not Found');
    const { output } = (request.body ?? {}) as { output?: unknown };
    const parsed = outputSchema.safeParse(output);
    if (!parsed.success) throw invalid('CheckRun', 'output', 'is invalid');
    run.annotations += annotationsOf(parsed.data);
    return { id: run.id, name: run.name };
  });
}

function annotationsOf(output: z.infer<typeof outputSchema> | undefined): number {
  const { summary = '', text = '', annotations = [] } = output ?? {};
  if (annotations.length > MOST_ANNOTATIONS)
    throw invalid('CheckRun', 'annotations', 'exceeds a maximum quantity of 50');
  if (summary.length > MOST_TEXT || text.length > MOST_TEXT)
    throw invalid('CheckRun', 'summary', 'exceeds a maximum of 65535 characters');
  return annotations.length;
}
