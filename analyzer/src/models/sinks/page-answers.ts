import type { ConstantValue, ProgramMethod } from '../../link/program.ts';
import type { ResolvedType } from '../../link/resolved-type.ts';
import type { EntryDraft } from '../entries/entry-draft.ts';
import { fluentCalls } from '../entries/fluent-calls.ts';
import type { PageAnswer } from '../labels.ts';
import { argumentOperation, type CallFacts } from '../match/call-facts.ts';
import { createCallMatcher } from '../match/call-matcher.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny } from '../match/name-pattern.ts';
import { originOf } from '../match/value-origin.ts';
import type { Row } from '../models.ts';
import { answeringHandlers, handlerAnswer } from './handler-answers.ts';

type PageRow = Row<'pageAnswers'>;

/** Results that come later or have the body in them, in each other. */
const DEEPEST_RESULT = 4;

/**
 * Handlers that answer with text which a browser takes for a page. Without a content type the browser's own wish decides, and
 * it wishes for pages. A content type that nobody can read is not taken for that of a page.
 */
export function findPageAnswers(tools: MatchTools, entries: readonly EntryDraft[]): readonly PageAnswer[] {
  return tools.models.pageAnswers.flatMap((row) => {
    const setters = createCallMatcher(row.contentType, tools);
    const takers = createCallMatcher(row.headers, tools);
    return answeringHandlers(tools, entries, row.entries)
      .filter((handler) => answersText(tools, row, handler))
      .flatMap((handler) => {
        const calls = [...tools.outsideCalls(handler), ...fluentCalls(tools, handler)];
        const set = calls.flatMap((call) =>
          setters(call).map((match) => textsAt(tools, call, match.row.value)),
        );
        const taken = calls.flatMap((call) =>
          takers(call).flatMap((match) => (isMadeHere(call, match.row.value) ? [] : [['']])),
        );
        const said = [declaredTypes(tools, row, handler), ...set, ...taken];
        return said.every((types) => isRendered(row, types)) ? [pageAnswer(row, handler, said)] : [];
      });
  });
}

function pageAnswer(row: PageRow, handler: ProgramMethod, said: readonly (readonly string[])[]): PageAnswer {
  return handlerAnswer(handler, {
    name: 'result',
    mechanism: row.id,
    confidence: said.some((types) => types.length > 0) ? 'certain' : 'likely',
    from: row.from,
    taint: 'html',
  });
}

/** The result is text, alone or in what carries it. */
function answersText(tools: MatchTools, row: PageRow, handler: ProgramMethod): boolean {
  let type: ResolvedType | undefined = handler.returnType;
  let isBody =
    tools.annotations.onMethod(handler, row.body) !== undefined ||
    tools.annotations.onType(handler.owner, row.body) !== undefined;
  for (let depth = 0; type?.kind === 'class' && depth < DEEPEST_RESULT; depth += 1) {
    if (isBody && tools.types.match(type.name, row.text) === 'certain') return true;
    const isWrapper = tools.types.match(type.name, row.wrappers) === 'certain';
    if (!isWrapper && tools.types.match(type.name, row.later) !== 'certain') return false;
    isBody ||= isWrapper;
    type = type.args[0];
  }
  return false;
}

/** The content types that the handler says, else its class; none where neither does. */
function declaredTypes(tools: MatchTools, row: PageRow, handler: ProgramMethod): readonly string[] {
  const { annotation, attributes } = row.produces;
  for (const found of [
    tools.annotations.onMethod(handler, annotation),
    tools.annotations.onType(handler.owner, annotation),
  ]) {
    const texts = attributes.flatMap((name) => namesIn(found?.attributes.get(name)));
    if (texts.length > 0) return texts;
  }
  return [];
}

function isRendered({ rendered }: PageRow, types: readonly string[]): boolean {
  return types.length === 0 || types.some((type) => fitsAny(type, rendered));
}

/** The handler has made the object itself, so that its own calls say what is in it. */
function isMadeHere(call: CallFacts, position: number): boolean {
  const operation = argumentOperation(call, position);
  const origin = operation === undefined ? undefined : originOf(call.caller, operation);
  return call.caller.declaration?.body?.operations[origin ?? -1]?.kind === 'new';
}

/** Text of an argument, or the own name of a library's constant; what cannot be read is no text that anybody knows. */
function textsAt(tools: MatchTools, call: CallFacts, position: number): readonly string[] {
  const operation = argumentOperation(call, position);
  if (operation === undefined) return [''];
  const written = call.caller.declaration?.body?.operations[operation];
  const named = written?.kind === 'field' ? [written.name] : [];
  const texts = [...named, ...namesIn(tools.program.evaluateOperation(call.caller, operation))];
  return texts.length === 0 ? [''] : texts;
}

function namesIn(value: ConstantValue | undefined): readonly string[] {
  switch (value?.kind) {
    case 'text':
      return [value.value];
    case 'list':
      return value.items.flatMap((item) => (item.kind === 'list' ? [''] : namesIn(item)));
    case 'enum':
      return [value.name];
    case 'unknown':
      return [value.name ?? ''];
    case undefined:
      return [];
    default:
      return [''];
  }
}
