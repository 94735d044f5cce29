import type { OperationIndex } from '../../facts/operations.ts';
import type { ProgramMethod } from '../../link/program.ts';
import type { EntryDraft } from '../entries/entry-draft.ts';
import type { PageAnswer } from '../labels.ts';
import { isConstant, textsOf } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { hasDependency } from '../match/named-dependency.ts';
import { classOf } from '../match/type-matcher.ts';
import type { Row } from '../models.ts';
import { type Answered, answeringHandlers, handlerAnswer } from './handler-answers.ts';

type RedirectRow = Row<'redirectAnswers'>;

/**
 * Handlers that answer with the name of a view: at some `return` with a word that sends the browser to an address, at others
 * with a name that an engine may take for a template.
 */
export function findRedirectAnswers(
  tools: MatchTools,
  entries: readonly EntryDraft[],
): readonly PageAnswer[] {
  return tools.models.redirectAnswers.flatMap((row) =>
    answeringHandlers(tools, entries, row.entries)
      .filter((handler) => namesView(tools, row, handler))
      .flatMap((handler) => {
        const { redirects, views } = returnsOf(tools, row, handler);
        const { id: mechanism, from } = row;
        const redirect: Answered = {
          ...{ name: 'redirect', mechanism, confidence: 'certain', from, taint: 'url-redirection' },
          returns: redirects,
        };
        const view: Answered = {
          ...{ name: 'view', mechanism, confidence: 'likely', from, taint: 'template' },
          returns: views,
        };
        return [
          ...(redirects.size === 0 ? [] : [handlerAnswer(handler, redirect)]),
          ...(views.size === 0 || !runsNames(tools, row) ? [] : [handlerAnswer(handler, view)]),
        ];
      }),
  );
}

/** An engine is there to which the name of a view is a template. */
function runsNames(tools: MatchTools, { engines }: RedirectRow): boolean {
  return engines !== undefined && hasDependency(tools, engines);
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

/** The returns that send the browser elsewhere, and those that give a name of a view which is not known. */
function returnsOf(
  { program }: MatchTools,
  row: RedirectRow,
  handler: ProgramMethod,
): { readonly redirects: ReadonlySet<OperationIndex>; readonly views: ReadonlySet<OperationIndex> } {
  const operations = handler.declaration?.body?.operations ?? [];
  const redirects = new Set<OperationIndex>();
  const views = new Set<OperationIndex>();
  operations.forEach((operation, at) => {
    if (operation.kind !== 'return' || operation.value === null) return;
    const value = program.evaluateOperation(handler, operation.value);
    const texts = textsOf(value);
    if (texts.some((text) => row.words.some((word) => text.startsWith(word)))) redirects.add(at);
    else if (!isConstant(value)) views.add(at);
  });
  return { redirects, views };
}
