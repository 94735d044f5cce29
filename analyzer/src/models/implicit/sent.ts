import type { OperationIndex } from '../../facts/operations.ts';
import type { EntryDraft } from '../entries/entry-draft.ts';
import type { ImplicitCall } from '../labels.ts';
import { argumentOperation, type CallFacts } from '../match/call-facts.ts';
import { matchCalls } from '../match/call-matcher.ts';
import { textsOf, UNKNOWN_PART } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { originOf } from '../match/value-origin.ts';
import type { ImplicitRowOf } from '../schema/implicit-rows.ts';
import { implicitCall } from './implicit-call.ts';

type SentRow = ImplicitRowOf<'sent'>;

/** Messages that one part of the tree sends to a topic that another part listens to. */
export function sentCalls(
  tools: MatchTools,
  rows: readonly SentRow[],
  entries: readonly EntryDraft[],
): readonly ImplicitCall[] {
  if (rows.length === 0) return [];
  return matchCalls(rows, tools).flatMap(({ call, matches }) =>
    matches.flatMap(({ row, confidence }) => {
      const written = topicOf(tools, row, call);
      if (confidence !== 'certain' || written === undefined) return [];
      const topics = textsOf(tools.program.evaluateOperation(call.caller, written)).filter(
        (topic) => !topic.includes(UNKNOWN_PART),
      );
      const from = row.value === 'last' ? (call.args?.length ?? 1) - 1 : row.value;
      return entries.flatMap((entry) => {
        const target = tools.program.method(entry.handler);
        const listens =
          row.entries.includes(entry.mechanism) && entry.paths.some((path) => topics.includes(path));
        if (target === undefined || !listens) return [];
        const to = entry.parameters.find(({ source }) => source === 'message')?.index;
        const passes = to === undefined ? [] : [{ from, to }];
        const place = { caller: call.caller, operation: call.site.operation };
        return [implicitCall(place, target, { row: row.id, confidence: 'likely', passes, entry: entry.id })];
      });
    }),
  );
}

/** The operation that gives the topic: an argument, or one of those that the record was made of. */
function topicOf(tools: MatchTools, row: SentRow, call: CallFacts): OperationIndex | undefined {
  const written = argumentOperation(call, row.topic);
  if (row.record === undefined || written === undefined) return written;
  const origin = originOf(call.caller, written);
  const made = origin === undefined ? undefined : call.caller.declaration?.body?.operations[origin];
  const type = origin === undefined ? undefined : call.caller.operationTypes[origin];
  const isRecord = type !== undefined && tools.types.matchResolved(type, row.record.type) === 'certain';
  return made?.kind === 'new' && isRecord ? made.args[row.record.topic] : undefined;
}
