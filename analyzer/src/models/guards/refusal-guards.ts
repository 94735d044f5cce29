import type { Region } from '../../facts/control-flow.ts';
import { operandsOf } from '../../facts/operands.ts';
import type { Body, OperationIndex } from '../../facts/operations.ts';
import type { CallSite, ProgramMethod } from '../../link/program.ts';
import type { Guard } from '../labels.ts';
import { matchCalls } from '../match/call-matcher.ts';
import { textsOf } from '../match/constant-texts.ts';
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
  const byMethod = new Map<ProgramMethod, Refusal[]>();
  const add = (method: ProgramMethod, refusal: Refusal) => {
    const ofMethod = byMethod.get(method);
    if (ofMethod === undefined) byMethod.set(method, [refusal]);
    else ofMethod.push(refusal);
  };
  const called = rows.filter(({ made }) => made === undefined);
  for (const { call, matches } of matchCalls(called, tools)) {
    const row = matches[0]?.row;
    if (row !== undefined)
      add(call.caller, { row, site: call.site, what: simpleName(call.owners.at(-1) ?? call.member) });
  }
  for (const row of rows)
    madeFailures(tools, row).forEach(([method, refusal]) => {
      add(method, refusal);
    });
  return [...byMethod].flatMap(([method, calls]) => guardsOf({ method, calls, known }));
}

/** A call that refuses. */
interface Refusal {
  readonly row: RefusalRow;
  readonly site: CallSite;
  readonly what: string;
}

/** Where failures of the project are made whose type says what is answered to them. */
function madeFailures(
  { annotations, program }: MatchTools,
  row: RefusalRow,
): readonly (readonly [ProgramMethod, Refusal])[] {
  const { made } = row;
  if (made === undefined || !annotations.isUsed(made.annotation)) return [];
  const types = annotations
    .typesWith(made.annotation)
    .filter((type) =>
      annotations
        .find(type.annotations, made.annotation)
        .some(({ attributes }) =>
          made.attributes.some((name) =>
            textsOf(attributes.get(name)).some((text) => made.values.includes(text)),
          ),
        ),
    );
  return types.flatMap((type) =>
    type.methods
      .filter(({ name }) => name === '<init>')
      .flatMap(({ id }) => program.callersOf(id))
      .flatMap((site) => {
        const method = program.method(site.caller);
        const isProduction = method?.owner.file.role === 'production';
        return isProduction ? [[method, { row, site, what: type.declaration.name }] as const] : [];
      }),
  );
}

function guardsOf(found: {
  readonly method: ProgramMethod;
  readonly calls: readonly Refusal[];
  readonly known: readonly Guard[];
}): readonly Guard[] {
  const { method, calls, known } = found;
  const body = method.declaration?.body;
  if (!body) return [];
  const guards = new Map<string, Guard>();
  for (const { row, site, what } of calls) {
    const condition = refusingBranch(body, site.operation)?.condition;
    if (condition === undefined || asksOnlyForNull(body, condition)) continue;
    if (isForSomeOnly(body, condition)) continue;
    if (isKnown(known, method, { body, condition })) continue;
    guards.set(`${row.category} ${condition}`, {
      category: row.category,
      mechanism: row.id,
      carrier: { kind: 'call', method: method.id, operation: condition },
      evidence: {
        file: site.file,
        line: site.nameLine,
        text: `refuses by ${what}`.slice(0, 200),
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

/** `if (explain && !isAdmin()) throw …`: who leaves the parameter out is asked nothing. */
function isForSomeOnly({ operations }: Pick<Body, 'operations'>, condition: OperationIndex): boolean {
  const asked = operations[condition];
  if (asked?.kind !== 'binary' || asked.operator !== '&&') return false;
  return asked.operands.some((part) => {
    const plain = operations[part];
    const read = plain?.kind === 'unary' && plain.operator === '!' ? operations[plain.operand] : plain;
    const isParameter = read?.kind === 'local' && operations[read.declaration]?.kind === 'parameter';
    return isParameter || isForSomeOnly({ operations }, part);
  });
}

function asksOnlyForNull({ operations }: Body, condition: OperationIndex): boolean {
  const asked = operations[condition];
  if (asked?.kind !== 'binary') return false;
  return asked.operands.some((operand) => {
    const each = operations[operand];
    return each?.kind === 'literal' && each.type === 'null';
  });
}
