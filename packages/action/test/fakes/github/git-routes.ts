import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { askGit } from './git-history.ts';
import type { GitHubState } from './github-state.ts';
import { askerOf, invalid, Refusal, require } from './refuse.ts';

/** Commits, trees and archives of the repository behind the fake, which is one of git. */
export function gitRoutes(app: FastifyInstance, state: GitHubState): void {
  const links = new Map<string, string>();
  app.get('/repos/:owner/:repo/commits/*', (request, reply) => {
    require(askerOf(state, request), ['contents=read']);
    if (!/\.sha\b/.test(request.headers.accept ?? '')) throw new Refusal(415, 'the fake knows ids only');
    const { '*': ref } = request.params as { '*': string };
    const sha = ['refs/', 'refs/heads/', 'refs/tags/', '']
      .map((prefix) => askGit(state, ['rev-parse', '--verify', '--quiet', `${prefix}${ref}^{commit}`]))
      .find((found) => found !== null);
    if (sha === undefined) throw invalid('Commit', 'sha', `No commit found for SHA: ${ref}`);
    return reply.type('application/vnd.github.sha; charset=utf-8').send(sha.toString().trim());
  });
  app.get('/repos/:owner/:repo/git/commits/:sha', (request) => {
    require(askerOf(state, request), ['contents=read']);
    const { sha } = request.params as { sha: string };
    const raw = /^[0-9a-f]{40}$/.test(sha) ? askGit(state, ['cat-file', 'commit', sha]) : null;
    if (raw === null) throw new Refusal(404, 'Not Found');
    const header = raw.toString().split('\n\n', 1)[0] ?? '';
    const ids = (name: string): readonly string[] =>
      [...header.matchAll(new RegExp(`^${name} ([0-9a-f]+)$`, 'gm'))].map(([, id]) => id as string);
    return { sha, tree: { sha: ids('tree')[0] }, parents: ids('parent').map((parent) => ({ sha: parent })) };
  });
  app.get('/repos/:owner/:repo/git/trees/:sha', (request) => treeOf(state, request));
  app.get('/repos/:owner/:repo/tarball/:ref', (request, reply) => {
    require(askerOf(state, request), ['contents=read']);
    const link = randomUUID();
    links.set(link, (request.params as { ref: string }).ref);
    // Another server, by its name: credentials of this one must stay here.
    const port = new URL(`http://${request.headers.host}`).port;
    return reply.redirect(`http://localhost:${port}/codeload?token=${link}`);
  });
  app.get('/codeload', (request, reply) => {
    if (request.headers.authorization !== undefined)
      throw new Refusal(400, 'credentials of another server were sent along');
    const sha = links.get((request.query as { token?: string }).token ?? '');
    if (sha === undefined) throw new Refusal(404, 'Not Found');
    const { owner, name } = state.repository;
    const prefix = `--prefix=${owner}-${name}-${sha.slice(0, 7)}/`;
    const archive = state.archives.get(sha) ?? askGit(state, ['archive', '--format=tar.gz', prefix, sha]);
    if (archive === null) throw new Refusal(404, 'Not Found');
    return reply.type('application/x-gzip').send(archive);
  });
}

function treeOf(state: GitHubState, request: FastifyRequest) {
  require(askerOf(state, request), ['contents=read']);
  const { sha } = request.params as { sha: string };
  const listed = /^[0-9a-f]{40}$/.test(sha) ? askGit(state, ['ls-tree', '-z', sha]) : null;
  if (listed === null) throw new Refusal(404, 'Not Found');
  const entries = listed
    .toString()
    .split('\0')
    .filter((line) => line !== '')
    .map((line) => {
      const [, mode, type, id, path] = /^(\d+) (\w+) ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
      return { path, mode, type, sha: id };
    });
  const tree = entries.slice(0, state.mostTreeEntries);
  return { sha, tree, truncated: tree.length < entries.length };
}
