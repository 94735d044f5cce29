import type { Operation, OperationIndex } from '../../facts/operations.ts';
import type { ProgramMethod } from '../../link/program.ts';
import { argumentOperation, type CallFacts } from './call-facts.ts';
import { createCallMatcher } from './call-matcher.ts';
import type { MatchTools } from './match-tools.ts';

/** Questions in a question that are looked at. */
const MOST_PARTS = 40;
const LENGTHS: ReadonlySet<string> = new Set(['length', 'size']);

/** `value != null && !value.isEmpty()`, `name.length() > 0`: says nothing of the value but that there is one. */
export function asksOnlyForPresence(tools: MatchTools, call: CallFacts, position: number): boolean {
  return isPresenceQuestion(tools, call.caller, argumentOperation(call, position) ?? -1);
}

/** The same of any condition of a method. */
export function isPresenceQuestion(
  tools: MatchTools,
  method: ProgramMethod,
  question: OperationIndex,
): boolean {
  const operations = method.declaration?.body?.operations ?? [];
  const matchEmpty = createCallMatcher(tools.models.emptyTests, tools);
  const isEmptyTest = (at: OperationIndex): boolean => {
    const outside = tools.callAt(method, at);
    return outside !== undefined && matchEmpty(outside).length > 0;
  };
  const pending = [question];
  for (let at = pending.pop(), seen = 0; at !== undefined; at = pending.pop(), seen++) {
    const parts = partsOf(operations, at);
    if (seen > MOST_PARTS) return false;
    if (parts !== null) pending.push(...parts);
    else if (!comparesWithNothing(operations, at) && !isEmptyTest(at)) return false;
  }
  return true;
}

/** The questions that a question is made of; null for one by itself. */
function partsOf(operations: readonly Operation[], at: OperationIndex): readonly OperationIndex[] | null {
  const asked = operations[at];
  if (asked?.kind === 'unary' && asked.operator === '!') return [asked.operand];
  if (asked?.kind !== 'binary') return null;
  return asked.operator === '&&' || asked.operator === '||' ? asked.operands : null;
}

/** With null, or a length with zero. */
function comparesWithNothing(operations: readonly Operation[], at: OperationIndex): boolean {
  const asked = operations[at];
  const compared = asked?.kind === 'binary' ? asked.operands.map((operand) => operations[operand]) : [];
  const isNull = compared.some((each) => each?.kind === 'literal' && each.type === 'null');
  const isZero = compared.some((each) => each?.kind === 'literal' && each.value === '0');
  const isLength = compared.some(
    (each) => each?.kind === 'call' && each.args.length === 0 && LENGTHS.has(each.name),
  );
  return isNull || (isZero && isLength);
}
