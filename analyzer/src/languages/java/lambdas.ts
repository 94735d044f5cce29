import { NOTHING } from '../../base/lists.ts';
import type { OperationIndex } from '../../facts/operations.ts';
import type { TypeRef } from '../../facts/type-refs.ts';
import { childInField, NO_NODE, type NodeIndex } from '../shared/flat-tree.ts';
import { closeRegion, emit, openRegion } from './body-builder.ts';
import { declareName, enterScope, leaveScope } from './locals.ts';
import { readParameters } from './parameters.ts';
import { Field, Kind } from './syntax.ts';
import { endLineOf, lineOf, textOf, type Unit } from './unit.ts';

/** Reads a lambda: its region with parameters and body, then the operation for the function itself. */
export function readLambda(unit: Unit, node: NodeIndex): OperationIndex {
  const { tree } = unit;
  const line = lineOf(unit, node);
  const region = openRegion(unit.body, 'lambda', { line });
  const mark = enterScope(unit.locals);
  const parameters = readLambdaParameters(unit, node + 1);
  const bodyNode = childInField(tree, node, Field.body);
  let result: OperationIndex | null = null;
  if (tree.kind[bodyNode] === Kind.block) unit.readers.block(unit, bodyNode);
  else if (bodyNode !== NO_NODE) result = unit.readers.expression(unit, bodyNode);
  leaveScope(unit.locals, mark);
  closeRegion(unit.body, endLineOf(unit, node));
  unit.whenTrue = NOTHING;
  unit.whenFalse = NOTHING;
  return emit(unit.body, { kind: 'lambda', line, parameters, region, result });
}

function readLambdaParameters(unit: Unit, node: NodeIndex): OperationIndex[] {
  const { tree } = unit;
  if (tree.kind[node] === Kind.formalParameters) {
    return readParameters(unit, node).map((parameter, index) => {
      const type = parameter.type.name === 'var' ? null : parameter.type;
      const { name, line } = parameter;
      return declareParameter(unit, { name, line, index, type });
    });
  }
  const names = tree.kind[node] === Kind.identifier ? [node] : identifiersIn(unit, node);
  return names.map((child, index) =>
    declareParameter(unit, { name: textOf(unit, child), line: lineOf(unit, child), index, type: null }),
  );
}

function declareParameter(
  unit: Unit,
  parameter: {
    readonly name: string;
    readonly line: number;
    readonly index: number;
    readonly type: TypeRef | null;
  },
): OperationIndex {
  const declaration = emit(unit.body, { kind: 'lambda-parameter', ...parameter });
  declareName(unit.locals, unit.body, { name: parameter.name, declaration });
  return declaration;
}

function identifiersIn(unit: Unit, node: NodeIndex): NodeIndex[] {
  const { tree } = unit;
  const found: NodeIndex[] = [];
  if (tree.kind[node] !== Kind.inferredParameters) return found;
  const end = tree.next[node] ?? 0;
  for (let child = node + 1; child < end; child = tree.next[child] ?? end) {
    if (tree.kind[child] === Kind.identifier) found.push(child);
  }
  return found;
}
