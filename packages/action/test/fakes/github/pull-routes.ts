import type { FastifyInstance } from 'fastify';
import { comparedInHistory, textInHistory } from './git-history.ts';
import type { FakePull, GitHubState } from './github-state.ts';
import { page } from './page.ts';
import { askerOf, Refusal, require } from './refuse.ts';

/** Pull requests, comparisons of commits, and files at a commit, which are handed out raw to whoever asks for that. */
export function pullRoutes(app: FastifyInstance, state: GitHubState): void {
  app.get('/repos/:owner/:repo/pulls', (request, reply) => {
    require(askerOf(state, request), ['pull_requests=read']);
    const { state: wanted = 'open', head } = request.query as { state?: string; head?: string };
    const found = state.pulls.filter((pull) => {
      const owner = pull.headRepository?.split('/')[0] ?? '';
      const isWanted = wanted === 'all' || pull.state === wanted;
      return isWanted && (head === undefined || head === `${owner}:${pull.headBranch}`);
    });
    return page(found, request, reply).map(shown);
  });
  app.get('/repos/:owner/:repo/pulls/:number', (request) => {
    require(askerOf(state, request), ['pull_requests=read']);
    const number = Number((request.params as { number: string }).number);
    const pull = state.pulls.find((one) => one.number === number);
    if (pull === undefined) throw new Refusal(404, 'Not Found');
    return shown(pull);
  });
  app.get('/repos/:owner/:repo/contents/*', (request, reply) => {
    require(askerOf(state, request), ['contents=read']);
    const { ref = 'main' } = request.query as { ref?: string };
    const path = (request.params as { '*': string })['*'];
    const text = state.files.get(`${ref}:${path}`) ?? textInHistory(state, ref, path);
    if (text === undefined) throw new Refusal(404, 'Not Found');
    if (!/\.raw\b/.test(request.headers.accept ?? ''))
      throw new Refusal(415, 'the fake knows raw files only');
    return reply.type('application/vnd.github.raw+json; charset=utf-8').send(text);
  });
  app.get('/repos/:owner/:repo/compare/:basehead', (request) => {
    require(askerOf(state, request), ['contents=read']);
    const { basehead } = request.params as { basehead: string };
    const told = state.mergeBases.get(basehead);
    const compared = told === undefined ? comparedInHistory(state, basehead) : { sha: told, files: [] };
    if (compared === null) throw new Refusal(404, `Not Found: no common ancestor between ${basehead}`);
    const { sha, files } = compared;
    return { status: 'diverged', merge_base_commit: { sha }, commits: [], files };
  });
}

function shown({ number, state, headSha, headBranch, headRepository, baseRef }: FakePull) {
  return {
    ...{ number, state },
    head: {
      ...{ sha: headSha, ref: headBranch },
      repo: headRepository === null ? null : { full_name: headRepository },
    },
    base: { ref: baseRef },
  };
}
