import type { OperationIndex } from '../../facts/operations.ts';
import type { ProgramMethod } from '../../link/program.ts';
import type { EntryDraft } from '../entries/entry-draft.ts';
import type { PageAnswer } from '../labels.ts';
import { textsOf } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { simpleName } from '../match/name-pattern.ts';
import { classOf } from '../match/type-matcher.ts';
import type { Row } from '../models.ts';

type RedirectRow = Row<'redirectAnswers'>;

/** Handlers that answer with the name of a view, and at some `return` with a word that sends the browser to an address. */
export function findRedirectAnswers(
  tools: MatchTools,
  entries: readonly EntryDraft[],
): readonly PageAnswer[] {
  return tools.models.redirectAnswers.flatMap((row) => {
    const written = entries.flatMap(({ mechanism, handler, lambda }) =>
      lambda === undefined && row.entries.includes(mechanism) ? (tools.program.method(handler) ?? []) : [],
    );
    return [...new Set(written)]
      .filter((handler) => namesView(tools, row, handler))
      .flatMap((handler) => {
        const returns = redirectingReturns(tools, row, handler);
        return returns.size === 0 ? [] : [redirectAnswer(row, handler, returns)];
      });
  });
}

function namesView({ annotations, types }: MatchTools, row: RedirectRow, handler: ProgramMethod): boolean {
  const result = classOf(handler.returnType);
  return (
    result !== undefined &&
    types.match(result, row.text) === 'certain' &&
    annotations.onMethod(handler, row.unlessBody) === undefined &&
    annotations.onType(handler.owner, row.unlessBody) === undefined
  );
}

function redirectingReturns(
  { program }: MatchTools,
  row: RedirectRow,
  handler: ProgramMethod,
): ReadonlySet<OperationIndex> {
  const operations = handler.declaration?.body?.operations ?? [];
  return new Set(
    operations.flatMap((operation, at) => {
      if (operation.kind !== 'return' || operation.value === null) return [];
      const texts = textsOf(program.evaluateOperation(handler, operation.value));
      return texts.some((text) => row.words.some((word) => text.startsWith(word))) ? [at] : [];
    }),
  );
}

function redirectAnswer(
  row: RedirectRow,
  { id, owner, name, declaration }: ProgramMethod,
  returns: ReadonlySet<OperationIndex>,
): PageAnswer {
  return {
    id: `${id}@redirect`,
    kind: 'response',
    action: 'send',
    operation: `response ${simpleName(owner.name)}.${name}`,
    privileged: false,
    owner: owner.name,
    member: name,
    method: id,
    operationIndex: 0,
    location: { file: owner.file.facts.path, line: declaration?.line ?? 1 },
    dangers: [],
    mechanism: row.id,
    confidence: 'certain',
    from: row.from,
    taint: 'url-redirection',
    returns,
  };
}
