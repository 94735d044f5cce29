import type { OperationIndex } from '../../facts/operations.ts';
import type { Guard, Sink } from '../labels.ts';
import type { CallFacts } from '../match/call-facts.ts';
import { textsOf } from '../match/constant-texts.ts';
import type { ValuePlace } from '../match/handed-values.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { rememberedOf } from '../match/remembered.ts';
import type { Row } from '../models.ts';
import type { OwnedRecordRow } from '../schema/guard-rows.ts';
import { constantSql } from '../sinks/sql-text.ts';
import { createIdentityTest, type IdentityTest, resultsOf } from '../stored/caller-identity.ts';

type OwnedRow = Row<'guards'> & OwnedRecordRow;

/**
 * Authorization for single records: a query that is asked for by who calls finds, deletes or changes only what is his. What is
 * then done with the records it found is covered too, and nothing else: other records of the same store are not.
 */
export function ownedRecordGuards(tools: MatchTools, sinks: readonly Sink[]): readonly Guard[] {
  const row = tools.models.guards.find((each): each is OwnedRow => each.on === 'owned-record');
  const stored = sinks.filter(({ kind }) => kind === 'db');
  if (row === undefined || stored.length === 0) return [];
  const isCaller = createIdentityTest(tools);
  const selecting = new Set(
    stored.filter((sink) => selectsByCaller({ tools, row, isCaller }, sink)).map(placeOf),
  );
  if (selecting.size === 0) return [];
  return stored
    .filter((sink) => selecting.has(placeOf(sink)) || isDoneToFound(tools, selecting, sink))
    .map((sink) => ({
      category: row.category,
      mechanism: row.id,
      carrier: { kind: 'call', method: sink.method, operation: sink.operationIndex },
      // Written as code is, because it is shown in sentences of any language.
      evidence: { ...sink.location, text: `${sink.member}(caller)`.slice(0, 200) },
      confidence: 'certain',
      onlyHere: true,
    }));
}

function placeOf({ method, operationIndex }: Pick<Sink, 'method' | 'operationIndex'>): string {
  return `${method}@${operationIndex}`;
}

interface Asking {
  readonly tools: MatchTools;
  readonly row: OwnedRow;
  readonly isCaller: IdentityTest;
}

/** Whatever a read or delete is given selects; of a change only what stands behind `where`. */
function selectsByCaller({ tools, row, isCaller }: Asking, sink: Sink): boolean {
  const method = tools.program.method(sink.method);
  const call = method === undefined ? undefined : tools.callAt(method, sink.operationIndex);
  if (method === undefined || call === undefined) return false;
  const text = statementOf(tools, row, { call, sink });
  const condition =
    text === undefined ? undefined : /\bwhere\b(?<rest>[\s\S]*)/iu.exec(text)?.groups?.['rest'];
  if (condition !== undefined && row.callers.some((name) => asksCaller(condition, name))) return true;
  if (text !== undefined ? condition === undefined : sink.action === 'write') return false;
  return (call.args ?? []).some(
    (operation, position) =>
      (text === undefined || mayStandIn(call, condition ?? '', position)) && isCaller({ method, operation }),
  );
}

/** `?#{authentication.name}`, `:#{principal.id}`. */
function asksCaller(condition: string, name: string): boolean {
  return [...condition.matchAll(/#\{(?<expression>[^}]*)\}/gu)].some(({ groups }) =>
    new RegExp(`\\b${name}\\b`, 'u').test(groups?.['expression'] ?? ''),
  );
}

/** A parameter of the declared query stands in the condition by its name or number; others by a place of their own. */
function mayStandIn({ declared }: CallFacts, condition: string, position: number): boolean {
  const parameter = declared?.parameters[position];
  if (parameter === undefined) return condition.includes('?') || condition.includes(':');
  const named = parameter.annotations.flatMap((each) => textsOf(each.args.get('value')));
  const name = named[0] ?? parameter.name;
  return [...condition.matchAll(/[:?](?<name>\w+)/gu)].some(
    ({ groups }) => groups?.['name'] === name || groups?.['name'] === String(position + 1),
  );
}

/** The text of a statement, from the annotation of the method that is called or from an argument. */
function statementOf(
  tools: MatchTools,
  row: OwnedRow,
  { call, sink }: { readonly call: CallFacts; readonly sink: Sink },
): string | undefined {
  const annotated =
    call.declared === null ? undefined : tools.annotations.onMethod(call.declared, row.queries.annotation);
  const texts = row.queries.attributes.flatMap((name) => textsOf(annotated?.attributes.get(name)));
  if (texts.length > 0) return texts.join(' ');
  const sql = sinkRow(tools.models.sinks, sink.mechanism)?.sql;
  if (typeof sql !== 'object' || !('argument' in sql)) return undefined;
  const written = call.args?.[sql.argument];
  return written === undefined
    ? ''
    : (constantSql(tools.program.evaluateOperation(call.caller, written)) ?? '');
}

const sinkRow = rememberedOf((rows: readonly Row<'sinks'>[], wanted: string): Row<'sinks'> | undefined =>
  rows.find(({ id }) => id === wanted),
);

/** Steps from what is changed back to the query that found it. */
const LONGEST_WAY = 30;

/** An argument is, or comes out of, what such a query gave. */
function isDoneToFound(tools: MatchTools, selecting: ReadonlySet<string>, sink: Sink): boolean {
  const method = tools.program.method(sink.method);
  const call = method === undefined ? undefined : tools.callAt(method, sink.operationIndex);
  if (method === undefined || sink.action === 'read') return false;
  return (call?.args ?? []).some((operation) => comesOutOf(tools, selecting, { method, operation }));
}

function comesOutOf(tools: MatchTools, selecting: ReadonlySet<string>, start: ValuePlace): boolean {
  const pending: ValuePlace[] = [start];
  for (let step = 0; step < LONGEST_WAY; step += 1) {
    const place = pending.pop();
    if (place === undefined) return false;
    if (selecting.has(placeOf({ method: place.method.id, operationIndex: place.operation }))) return true;
    pending.push(...before(tools, place));
  }
  return false;
}

/** `found.orElseThrow()` gives what `found` holds; a loop gives what it runs over; a method of the tree what it returns. */
function before(tools: MatchTools, { method, operation }: ValuePlace): readonly ValuePlace[] {
  const written = method.declaration?.body?.operations[operation];
  const here = (value: OperationIndex | null): readonly ValuePlace[] =>
    value === null ? [] : [{ method, operation: value }];
  switch (written?.kind) {
    case 'local':
      return here(written.declaration);
    case 'declare':
      return here(written.value);
    case 'cast':
      return here(written.operand);
    case 'call': {
      const given = resultsOf(tools, { method, operation });
      return given.length > 0 ? given : here(written.object);
    }
    default:
      return [];
  }
}
