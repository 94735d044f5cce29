import type { ProgramMethod } from '../../link/program.ts';
import type { EntryDraft } from '../entries/entry-draft.ts';
import type { MatchTools } from '../match/match-tools.ts';

/** An entry point of the tree with the handler that answers. */
interface Answer {
  readonly entry: EntryDraft;
  readonly handler: ProgramMethod;
}

/** Entry points by verb and the shape of their path; those that take every verb under `*`. */
export function answersByRequest(
  tools: MatchTools,
  entries: readonly EntryDraft[],
): ReadonlyMap<string, readonly Answer[]> {
  const answers = new Map<string, Answer[]>();
  for (const entry of entries) {
    const handler = tools.program.method(entry.handler);
    if (handler === undefined || entry.kind !== 'http' || entry.dormant !== undefined) continue;
    const verbs = entry.verbs.includes('*') || entry.verbs.length === 0 ? VERBS : entry.verbs;
    for (const key of new Set(verbs.flatMap((verb) => entry.paths.map((path) => requestKey(verb, path))))) {
      const known = answers.get(key);
      if (known === undefined) answers.set(key, [{ entry, handler }]);
      else known.push({ entry, handler });
    }
  }
  return answers;
}

const VERBS: readonly string[] = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'];

/** Two requests are alike where only the names of their path variables differ; host and a slash at the end say nothing. */
export function requestKey(verb: string, path: string): string {
  const local = path.replace(/^[a-z]+:\/\/[^/]*/iu, '').split('?', 1)[0] ?? '';
  const segments = local.split('/').filter((segment) => segment !== '');
  return `${verb} /${segments.map((segment) => (/^\{[^*]*\}$/u.test(segment) ? '{}' : segment)).join('/')}`;
}
