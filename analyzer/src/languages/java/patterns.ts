import type { OperationIndex } from '../../facts/operations.ts';
import type { TypeRef } from '../../facts/type-refs.ts';
import { childOfKind, NO_NODE, type NodeIndex } from '../shared/flat-tree.ts';
import { emit } from './body-builder.ts';
import type { Binding } from './locals.ts';
import { Kind } from './syntax.ts';
import { firstTypeChild, readType } from './type-refs.ts';
import { lineOf, MAX_DEPTH, reportTooDeep, textOf, type Unit } from './unit.ts';

/**
 * Reads a type pattern or record pattern that is matched against an operation; gives the names it introduces.
 * A record pattern declares an unnamed local `_` of the record's type, and its components from that.
 */
export function matchPattern(
  unit: Unit,
  node: NodeIndex,
  operand: OperationIndex,
  component?: number,
): Binding[] {
  const { tree } = unit;
  if (tree.kind[node] === Kind.recordPattern) return matchRecord(unit, node, { operand, component });
  const name = lastIdentifier(unit, node);
  const typeNode = firstTypeChild(unit, node);
  if (name === NO_NODE) return [];
  const type = typeNode === NO_NODE ? null : readType(unit, typeNode);
  const binding = {
    name: textOf(unit, name),
    type: type?.name === 'var' ? null : type,
    line: lineOf(unit, name),
  };
  return [{ name: binding.name, declaration: declare(unit, binding, { operand, component }) }];
}

interface Matched {
  readonly operand: OperationIndex;
  readonly component: number | undefined;
}

function matchRecord(unit: Unit, node: NodeIndex, matched: Matched): Binding[] {
  const { tree } = unit;
  if (unit.depth >= MAX_DEPTH) {
    reportTooDeep(unit, node);
    return [];
  }
  unit.depth++;
  const type = readType(unit, node + 1);
  const whole = declare(unit, { name: '_', type, line: lineOf(unit, node) }, matched);
  const components = childOfKind(tree, node, Kind.recordPatternBody);
  const bindings: Binding[] = [];
  const end = components === NO_NODE ? 0 : (tree.next[components] ?? 0);
  let index = 0;
  for (let child = components + 1; child < end; child = tree.next[child] ?? end) {
    if (tree.kind[child] !== Kind.error) bindings.push(...matchPattern(unit, child, whole, index++));
  }
  unit.depth--;
  return bindings;
}

function declare(
  unit: Unit,
  local: { readonly name: string; readonly type: TypeRef | null; readonly line: number },
  { operand, component }: Matched,
): OperationIndex {
  const position = component === undefined ? {} : { component };
  return emit(unit.body, { kind: 'declare', ...local, role: 'pattern', value: operand, ...position });
}

function lastIdentifier(unit: Unit, node: NodeIndex): NodeIndex {
  const { tree } = unit;
  let found = NO_NODE;
  const end = tree.next[node] ?? 0;
  for (let child = node + 1; child < end; child = tree.next[child] ?? end) {
    if (tree.kind[child] === Kind.identifier) found = child;
  }
  return found;
}
