import type { OperationIndex } from '../../facts/operations.ts';
import type { ProgramMethod } from '../../link/program.ts';
import type { EntryDraft } from '../entries/entry-draft.ts';
import type { PageAnswer } from '../labels.ts';
import { textsOf } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { classOf } from '../match/type-matcher.ts';
import type { Row } from '../models.ts';
import { answeringHandlers, handlerAnswer } from './handler-answers.ts';

type RedirectRow = Row<'redirectAnswers'>;

/** Handlers that answer with the name of a view, and at some `return` with a word that sends the browser to an address. */
export function findRedirectAnswers(
  tools: MatchTools,
  entries: readonly EntryDraft[],
): readonly PageAnswer[] {
  return tools.models.redirectAnswers.flatMap((row) =>
    answeringHandlers(tools, entries, row.entries)
      .filter((handler) => namesView(tools, row, handler))
      .flatMap((handler) => {
        const returns = redirectingReturns(tools, row, handler);
        if (returns.size === 0) return [];
        const { id: mechanism, from } = row;
        return handlerAnswer(handler, {
          ...{ name: 'redirect', mechanism, confidence: 'certain', from, taint: 'url-redirection', returns },
        });
      }),
  );
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
