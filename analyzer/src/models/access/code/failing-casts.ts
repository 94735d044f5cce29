import type { TypeName } from '../../../base/ids.ts';
import type { Body, OperationIndex } from '../../../facts/operations.ts';
import type { ProgramMethod } from '../../../link/program.ts';
import type { Guard } from '../../labels.ts';
import { argumentOperation } from '../../match/call-facts.ts';
import { matchCalls } from '../../match/call-matcher.ts';
import { isConstant } from '../../match/constant-texts.ts';
import type { MatchTools } from '../../match/match-tools.ts';
import { fitsAny, simpleName } from '../../match/name-pattern.ts';
import type { Row } from '../../models.ts';
import type { CastGuardRow } from '../../schema/guard-rows.ts';
import { onlyTarget } from './sure-operations.ts';

type CastRow = Row<'guards'> & CastGuardRow;

/**
 * Casts that fail for strangers: what a library says who calls is text for somebody who has not logged in, so that a cast
 * to a type of one's own throws. One to a type that text has too checks nothing, nor one that run time forgets. It is about
 * the caller alone, not about somebody whose password has just been asked for.
 */
export function failingCasts(tools: MatchTools): readonly Guard[] {
  const rows = tools.models.guards.filter((row): row is CastRow => row.on === 'cast');
  const acting = rows.filter((row) => !givesStrangersAnother(tools, row));
  return matchCalls(acting, tools).flatMap(({ call, matches }): readonly Guard[] => {
    const { caller, receiver } = call;
    const match = matches.find(
      ({ row }) =>
        receiver !== null && isAlwaysOf(tools, { method: caller, operation: receiver, depth: 0 }, row.of),
    );
    if (match === undefined) return [];
    return castsOf(caller, call.site.operation).flatMap(({ cast, line, type }): readonly Guard[] => {
      if (fitsAny(type, match.row.strangersHave)) return [];
      return [
        {
          category: match.row.category,
          mechanism: match.row.id,
          carrier: { kind: 'call', method: caller.id, operation: cast },
          evidence: {
            file: call.site.file,
            line,
            text: `(${simpleName(type)}) ${call.member}`.slice(0, 200),
          },
          confidence: match.confidence,
        },
      ];
    });
  });
}

/** The application says itself what stands for a stranger, and it is no text. */
function givesStrangersAnother(tools: MatchTools, { unlessGiven }: CastRow): boolean {
  return matchCalls(unlessGiven, tools).some(({ call, matches }) =>
    matches.some(({ row }) => {
      if (call.args !== null && call.args.length <= row.argument) return false;
      const given = argumentOperation(call, row.argument);
      return given === undefined || !isConstant(tools.program.evaluateOperation(call.caller, given));
    }),
  );
}

/** Helpers that give what helpers give. */
const DEEPEST = 3;
/** Locals that one value goes through. */
const LONGEST_CHAIN = 10;

/** Whether a value can be nothing but what such a call gives, here or in helpers of the tree. */
function isAlwaysOf(
  tools: MatchTools,
  value: { readonly method: ProgramMethod; readonly operation: OperationIndex; readonly depth: number },
  wanted: CastRow['of'],
): boolean {
  const { method, depth } = value;
  const operation = madeBy(method, value.operation);
  if (operation === undefined) return false;
  const call = tools.callAt(method, operation);
  if (call !== undefined) {
    return (
      fitsAny(call.member, wanted.method) &&
      call.owners.some((owner) => tools.types.match(owner, wanted.type) === 'certain')
    );
  }
  const helper = depth < DEEPEST ? onlyTarget(tools, method, operation) : undefined;
  const returned = helper?.declaration?.body?.operations.flatMap((each) =>
    each.kind === 'return' ? [each.value] : [],
  );
  if (helper === undefined || returned === undefined || returned.length === 0) return false;
  return returned.every(
    (at) => at !== null && isAlwaysOf(tools, { method: helper, operation: at, depth: depth + 1 }, wanted),
  );
}

/** The operation that makes a value, through locals that never get another. */
function madeBy(method: ProgramMethod, value: OperationIndex): OperationIndex | undefined {
  const body = method.declaration?.body;
  let at = value;
  for (let step = 0; body && step < LONGEST_CHAIN; step += 1) {
    const each = body.operations[at];
    if (each?.kind !== 'local') return at;
    const declared = body.operations[each.declaration];
    if (declared?.kind !== 'declare' || declared.value === null || declared.role !== 'local')
      return undefined;
    if (isAssigned(body, each.declaration)) return undefined;
    at = declared.value;
  }
  return undefined;
}

interface CastOfCall {
  readonly cast: OperationIndex;
  readonly line: number;
  readonly type: TypeName;
}

/** The casts of what a call gives, on the spot or of a local that holds it and nothing else ever. */
function castsOf(method: ProgramMethod, called: OperationIndex): readonly CastOfCall[] {
  return (method.declaration?.body?.operations ?? []).flatMap((each, cast): readonly CastOfCall[] => {
    if (each.kind !== 'cast' || madeBy(method, each.operand) !== called) return [];
    const type = method.operationTypes[cast];
    return type?.kind === 'class' ? [{ cast, line: each.line, type: type.name }] : [];
  });
}

function isAssigned({ operations }: Body, declaration: OperationIndex): boolean {
  return operations.some((each) => {
    const target = each.kind === 'assign' ? operations[each.target] : undefined;
    return target?.kind === 'local' && target.declaration === declaration;
  });
}
