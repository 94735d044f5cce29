import type { FastifyInstance } from 'fastify';
import type { GitHubState } from './github-state.ts';
import { page } from './page.ts';
import { askerOf, Refusal, require } from './refuse.ts';

/** Artifacts that runs have left, as the REST API hands them out: a list, and an archive that another address has. */
export function artifactRoutes(app: FastifyInstance, state: GitHubState): void {
  app.get('/repos/:owner/:repo/actions/runs/:run/artifacts', (request, reply) => {
    require(askerOf(state, request), ['actions=read']);
    const run = Number((request.params as { run: string }).run);
    const found = state.artifacts.filter(({ runId }) => runId === run);
    const shown = page(found, request, reply).map(({ id, name, content }) => ({
      ...{ id, name, size_in_bytes: content.length, expired: false },
    }));
    return { total_count: found.length, artifacts: shown };
  });
  app.get('/repos/:owner/:repo/actions/artifacts/:id/zip', (request, reply) => {
    require(askerOf(state, request), ['actions=read']);
    return reply.redirect(`/blobs/${(request.params as { id: string }).id}`);
  });
  app.get('/blobs/:id', (request, reply) => {
    const id = Number((request.params as { id: string }).id);
    const found = state.artifacts.find((one) => one.id === id);
    if (found === undefined) throw new Refusal(404, 'Not Found');
    return reply.type('application/zip').send(found.content);
  });
}
