import type { ProgramMethod } from '../../link/program.ts';
import type { EntryDraft } from '../entries/entry-draft.ts';
import type { PageAnswer } from '../labels.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { simpleName } from '../match/name-pattern.ts';

/** The methods of the tree that answer requests of entry points by some rows, each once. */
export function answeringHandlers(
  { program }: MatchTools,
  entries: readonly EntryDraft[],
  rows: readonly string[],
): readonly ProgramMethod[] {
  const written = entries.flatMap(({ mechanism, handler, lambda }) =>
    lambda === undefined && rows.includes(mechanism) ? (program.method(handler) ?? []) : [],
  );
  return [...new Set(written)];
}

/** What one kind of answer has of its own; `name` tells it from another answer of the same handler. */
export type Answered = Pick<PageAnswer, 'mechanism' | 'confidence' | 'from' | 'taint' | 'returns'> & {
  readonly name: string;
};

/** What a handler returns, as the answer that the framework makes of it. */
export function handlerAnswer(
  { id, owner, name: member, declaration }: ProgramMethod,
  { name, ...answered }: Answered,
): PageAnswer {
  return {
    id: `${id}@${name}`,
    kind: 'response',
    action: 'send',
    operation: `response ${simpleName(owner.name)}.${member}`,
    privileged: false,
    owner: owner.name,
    member,
    method: id,
    operationIndex: 0,
    location: { file: owner.file.facts.path, line: declaration?.line ?? 1 },
    dangers: [],
    ...answered,
  };
}
