import type { Region } from '../../facts/control-flow.ts';
import { operandsOf } from '../../facts/operands.ts';
import type { Body, OperationIndex } from '../../facts/operations.ts';
import type { ProgramMethod } from '../../link/program.ts';
import type { Guard } from '../labels.ts';
import { type MatchedCall, matchCalls } from '../match/call-matcher.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { simpleName } from '../match/name-pattern.ts';
import type { Row } from '../models.ts';
import type { RefusalGuardRow } from '../schema/guard-rows.ts';

type RefusalRow = Row<'guards'> & RefusalGuardRow;

/**
 * Checks that a project writes itself: a branch that ends the work with a refusal which says what was asked, as "not
 * yours" or "too often". What runs after the branch, or in the other one, has passed the check. A branch that only asks
 * whether something is there checks nothing.
 */
export function refusalGuards(tools: MatchTools, known: readonly Guard[]): readonly Guard[] {
  const rows = tools.models.guards.filter((row): row is RefusalRow => row.on === 'refusal');
  const byMethod = new Map<ProgramMethod, MatchedCall<RefusalRow>[]>();
  for (const matched of matchCalls(rows, tools)) {
    const ofMethod = byMethod.get(matched.call.caller);
    if (ofMethod === undefined) byMethod.set(matched.call.caller, [matched]);
    else ofMethod.push(matched);
  }
  return [...byMethod].flatMap(([method, calls]) => guardsOf({ method, calls, known }));
}

function guardsOf(found: {
  readonly method: ProgramMethod;
  readonly calls: readonly MatchedCall<RefusalRow>[];
  readonly known: readonly Guard[];
}): readonly Guard[] {
  const { method, calls, known } = found;
  const body = method.declaration?.body;
  if (!body) return [];
  const guards = new Map<string, Guard>();
  for (const { call, matches } of calls) {
    const row = matches[0]?.row;
    const branch = row === undefined ? undefined : refusingBranch(body, call.site.operation);
    const condition = branch?.condition;
    if (row === undefined || condition === undefined || asksOnlyForNull(body, condition)) continue;
    if (isKnown(known, method, { body, condition })) continue;
    guards.set(`${row.category} ${condition}`, {
      category: row.category,
      mechanism: row.id,
      carrier: { kind: 'call', method: method.id, operation: condition },
      evidence: {
        file: call.site.file,
        line: call.site.nameLine,
        text: `refuses by ${simpleName(call.owners.at(-1) ?? call.member)}`.slice(0, 200),
      },
      confidence: 'likely',
    });
  }
  return [...guards.values()];
}

/** The branch of an `if` that the refusal stands in, where it ends the work: by a throw, or by a return after it. */
function refusingBranch({ operations, regions }: Body, refusal: OperationIndex): Region | undefined {
  const branch = regions.findLast(({ start, end }) => refusal >= start && refusal < end);
  if (branch === undefined || (branch.kind !== 'then' && branch.kind !== 'else')) return undefined;
  const last = operations[branch.end - 1];
  return last?.kind === 'throw' || last?.kind === 'return' ? branch : undefined;
}

/** A row says of the condition what it checks: a path outside of its base is refused as "not yours" too. */
function isKnown(
  known: readonly Guard[],
  method: ProgramMethod,
  asked: { readonly body: Body; readonly condition: OperationIndex },
): boolean {
  const parts = partsOf(asked.body, asked.condition);
  return known.some(
    ({ carrier }) => carrier.kind === 'call' && carrier.method === method.id && parts.has(carrier.operation),
  );
}

/** The operations that a value is made of. */
function partsOf({ operations }: Body, value: OperationIndex): ReadonlySet<OperationIndex> {
  const parts = new Set([value]);
  for (const part of parts) {
    const operation = operations[part];
    for (const operand of operation === undefined ? [] : operandsOf(operation)) parts.add(operand);
  }
  return parts;
}

function asksOnlyForNull({ operations }: Body, condition: OperationIndex): boolean {
  const asked = operations[condition];
  if (asked?.kind !== 'binary') return false;
  return asked.operands.some((operand) => {
    const each = operations[operand];
    return each?.kind === 'literal' && each.type === 'null';
  });
}
