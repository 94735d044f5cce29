import { describe, expect, it } from 'vitest';
import { lacking, lossOf } from './failure-text.ts';

const ATTEMPT = { said: { en: 'It failed', ru: 'Не вышло' }, permission: 'pull-requests: write' };

function answered(status: number, headers: object = {}, message = 'no'): Error {
  return Object.assign(new Error(message), { status, response: { headers } });
}

describe('the right that is lacking', () => {
  it('is the documented one where it is an alternative, or where GitHub names none', () => {
    expect(lacking('issues=write; pull_requests=write', 'pull-requests: write')).toBe('pull-requests: write');
    expect(lacking('', 'pull-requests: write')).toBe('pull-requests: write');
    expect(lacking('issues=read; pull_requests=read', 'pull-requests: write')).toBe('pull-requests: write');
    expect(lacking('???', 'pull-requests: write')).toBe('pull-requests: write');
  });

  it('is what GitHub asks for otherwise: the first alternative, all rights of it', () => {
    expect(lacking('issues=write', 'pull-requests: write')).toBe('issues: write');
    expect(lacking('contents=read,security_events=write; issues=write', 'pull-requests: write')).toBe(
      'contents: read, security-events: write',
    );
  });
});

describe('a failure in one sentence', () => {
  it.each([
    ['a token that is wrong', answered(401), /does not accept the token/],
    ['a thing that is hidden', answered(404, { date: 'x' }), /shows the token nothing/],
    ['a failing server', answered(502, { date: 'x' }), /failed with 502/],
    ['a broken connection', answered(500), /cannot be reached/],
    ['an error of ours', new TypeError('x is not a function'), /cannot be reached \(x is not a function\)/],
    ['a rate limit', answered(429, { 'retry-after': '9000' }), /rate limit/],
    ['a refused request', answered(409, {}, 'Conflict'), /refused it with 409 \(Conflict\)/],
  ])('tells of %s', (_what, error, sentence) => {
    const { said } = lossOf(error, ATTEMPT);
    expect(said.en).toMatch(sentence);
    expect(said.en).toMatch(/^It failed: [^\n]*\.$/);
    expect(said.ru).toMatch(/^Не вышло: [^\n]*\.$/);
  });

  it('repeats no more of a message than a line, and no controls of it', () => {
    const { said } = lossOf(answered(422, {}, `a\n::error::b\u001b[31m${'x'.repeat(5_000)}`), ATTEMPT);
    expect(said.en).not.toMatch(/\p{Cc}/u);
    expect(said.en.length).toBeLessThan(300);
  });
});
