import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type FakeComment, type GitHubState, nextId } from './github-state.ts';
import { page } from './page.ts';
import { askerOf, invalid, Refusal, require } from './refuse.ts';

/** UTF-16 units of a comment at most. */
const MOST = 65_536;
const READ = ['issues=read', 'pull_requests=read'];
const WRITE = ['issues=write', 'pull_requests=write'];

/** Comments of issues and pull requests. */
export function commentRoutes(app: FastifyInstance, state: GitHubState): void {
  const thread = '/repos/:owner/:repo/issues/:number/comments';
  const single = '/repos/:owner/:repo/issues/comments/:id';
  app.get(thread, (request, reply) => {
    require(askerOf(state, request), READ);
    const issue = issueOf(state, request);
    const found = state.comments.filter((comment) => comment.issue === issue);
    return page(found, request, reply).map((comment) => shown(comment, request));
  });
  app.post(thread, (request, reply) => {
    const token = askerOf(state, request);
    require(token, WRITE);
    const issue = issueOf(state, request);
    const comment = { id: nextId(state), issue, login: token.login, body: bodyOf(request), isLocked: false };
    state.comments.push(comment);
    return reply.code(201).send(shown(comment, request));
  });
  app.patch(single, (request) => {
    require(askerOf(state, request), WRITE);
    const comment = commentOf(state, request);
    comment.body = bodyOf(request);
    return shown(comment, request);
  });
  app.delete(single, (request, reply: FastifyReply) => {
    require(askerOf(state, request), WRITE);
    state.comments.splice(state.comments.indexOf(commentOf(state, request)), 1);
    return reply.code(204).send();
  });
}

function issueOf(state: GitHubState, request: FastifyRequest): number {
  const number = Number((request.params as { number: string }).number);
  if (!state.pulls.some((pull) => pull.number === number)) throw new Refusal(404, 'Not Found');
  return number;
}

function commentOf(state: GitHubState, request: FastifyRequest): FakeComment {
  const id = Number((request.params as { id: string }).id);
  const comment = state.comments.find((one) => one.id === id);
  if (comment === undefined) throw new Refusal(404, 'Not Found');
  if (comment.isLocked)
    throw new Refusal(403, 'Unable to update comment because the conversation is locked.');
  return comment;
}

function bodyOf(request: FastifyRequest): string {
  const { body } = (request.body ?? {}) as { body?: unknown };
  if (typeof body !== 'string' || body.trim() === '')
    throw invalid('IssueComment', 'body', "body can't be blank");
  if (body.length > MOST)
    throw invalid('IssueComment', 'body', 'body is too long (maximum is 65536 characters)');
  return body;
}

function shown({ id, issue, login, body }: FakeComment, request: FastifyRequest) {
  const { owner, repo } = request.params as { owner: string; repo: string };
  return {
    ...{ id, body },
    user: { login, type: login.endsWith('[bot]') ? 'Bot' : 'User' },
    html_url: `https://github.com/${owner}/${repo}/pull/${issue}#issuecomment-${id}`,
  };
}
