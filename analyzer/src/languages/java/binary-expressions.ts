import { fittedIndices } from '../../base/lists.ts';
import type { OperationIndex } from '../../facts/operations.ts';
import { NO_NODE, type NodeIndex } from '../shared/flat-tree.ts';
import { emit } from './body-builder.ts';
import { type Binding, declareName, enterScope, leaveScope } from './locals.ts';
import { Kind, operatorKind, operatorOf } from './syntax.ts';
import { lineOf, type Unit } from './unit.ts';

const AND = operatorKind('&&');
const OR = operatorKind('||');
const NOTHING: readonly Binding[] = [];

/** A binary expression whose left operand is read; the expressions around it are on the spine from `mark` on. */
export interface BinaryStart {
  readonly mark: number;
  readonly node: NodeIndex;
  readonly left: OperationIndex;
}

/**
 * Reads a run of one operator, taking the expressions that go on with it off the spine; `&&` and `||` pass on what
 * their operands' patterns introduce (JLS 6.3.1).
 */
export function completeBinary(unit: Unit, { mark: spineMark, node, left }: BinaryStart): OperationIndex {
  const { tree, spine } = unit;
  const line = lineOf(unit, node);
  const operator = tree.kind[tree.next[node + 1] ?? 0] ?? 0;
  const operands = [left];
  const mark = enterScope(unit.locals);
  const introduced: Binding[] = [];
  let at = node;
  for (;;) {
    for (const binding of introducedBy(unit, operator)) {
      introduced.push(binding);
      declareName(unit.locals, unit.body, binding);
    }
    operands.push(readRight(unit, at));
    const parent = spine.length > spineMark ? (spine.at(-1) ?? NO_NODE) : NO_NODE;
    const goesOn = tree.kind[parent] === Kind.binaryExpression && tree.kind[tree.next[at] ?? 0] === operator;
    if (!goesOn) break;
    at = parent;
    spine.pop();
  }
  introduced.push(...introducedBy(unit, operator));
  leaveScope(unit.locals, mark);
  unit.whenTrue = operator === AND ? introduced : NOTHING;
  unit.whenFalse = operator === OR ? introduced : NOTHING;
  return emit(unit.body, {
    kind: 'binary',
    line,
    operator: operatorOf(operator) ?? '',
    operands: fittedIndices(operands),
  });
}

function readRight(unit: Unit, node: NodeIndex): OperationIndex {
  const { tree } = unit;
  const right = tree.next[tree.next[node + 1] ?? 0] ?? 0;
  if (right < (tree.next[node] ?? 0)) return unit.readers.expression(unit, right);
  return emit(unit.body, { kind: 'opaque', line: lineOf(unit, node), reason: 'syntax-error' });
}

/** What the operand read last introduces to the operands after it. */
function introducedBy(unit: Unit, operator: number): readonly Binding[] {
  if (operator === AND) return unit.whenTrue;
  return operator === OR ? unit.whenFalse : NOTHING;
}
