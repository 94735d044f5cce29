import { byNumber, byText, inOrder } from '../../base/ordering.ts';
import type { EntryDraft } from '../entries/entry-draft.ts';
import type { ErrorHandler, ImplicitCall } from '../labels.ts';
import type { MatchTools } from '../match/match-tools.ts';
import type { Row } from '../models.ts';
import type { ImplicitRowOf } from '../schema/implicit-rows.ts';
import { addressedCalls } from './addressed.ts';
import { type Advice, adviceCalls } from './advice.ts';
import { callsBeforeHandlers } from './before-handlers.ts';
import { constructCalls, textCalls } from './compiler-calls.ts';
import { generatedBodyCalls } from './generated-bodies.ts';
import { handedOverCalls } from './handed-over.ts';
import { narrowedCalls } from './injection.ts';
import { lifecycleCalls } from './lifecycle.ts';
import { namedMethodCalls } from './named-methods.ts';
import { publishedCalls } from './published.ts';
import { requestedCalls } from './requested.ts';
import { sentCalls } from './sent.ts';
import { startedCalls } from './started.ts';
import { thrownCalls } from './thrown.ts';

/** What implicit calls start from, beside the program. */
export interface ImplicitContext {
  readonly entries: readonly EntryDraft[];
  readonly errorHandlers: readonly ErrorHandler[];
  readonly advice: readonly Advice[];
}

/** Finds all calls that frameworks make where the source writes none, in order of caller and place. */
export function findImplicitCalls(
  tools: MatchTools,
  { entries, errorHandlers, advice }: ImplicitContext,
): readonly ImplicitCall[] {
  const rows = <On extends Row<'implicit'>['on']>(on: On) =>
    tools.models.implicit.filter((row): row is Row<'implicit'> & ImplicitRowOf<On> => row.on === on);
  const found = [
    ...publishedCalls(tools, rows('published')),
    ...callsBeforeHandlers(tools, rows('before-handlers'), entries),
    ...startedCalls(tools, rows('started')),
    ...handedOverCalls(tools, rows('handed-over'), entries),
    ...adviceCalls(advice),
    ...thrownCalls(tools, rows('thrown'), { errorHandlers, entries }),
    ...namedMethodCalls(tools, rows('named-method')),
    ...sentCalls(tools, rows('sent'), entries),
    ...requestedCalls(tools, rows('requested'), entries),
    ...addressedCalls(tools, rows('addressed'), entries),
    ...generatedBodyCalls(tools, rows('generated-body')),
    ...lifecycleCalls(tools, rows('lifecycle')),
    ...constructCalls(tools, rows('construct')),
    ...textCalls(tools, rows('text')),
    ...narrowedCalls(tools, rows('injection')),
  ];
  const byKey = new Map<string, ImplicitCall>();
  for (const call of found) {
    const key = [call.caller, call.operation ?? '', call.target.method].join(' ');
    if (!byKey.has(key)) byKey.set(key, call);
  }
  return [...byKey.values()].sort(compareImplicit);
}

const compareImplicit = inOrder<ImplicitCall>(
  byText((call) => call.caller),
  byNumber((call) => call.operation ?? -1),
  byText((call) => call.target.method),
);
