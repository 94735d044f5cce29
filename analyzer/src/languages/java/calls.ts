import { fittedIndices, NOTHING } from '../../base/lists.ts';
import type { Operation, OperationIndex } from '../../facts/operations.ts';
import { childInField, childOfKind, NO_NODE, type NodeIndex } from '../shared/flat-tree.ts';
import { emit } from './body-builder.ts';
import { Field, Kind } from './syntax.ts';
import { readType, readTypeArguments } from './type-refs.ts';
import { lineOf, textOf, type Unit } from './unit.ts';

/** Reads an argument list in order; stretches that could not be parsed are left out. */
export function readArguments(unit: Unit, node: NodeIndex): readonly OperationIndex[] {
  if (node === NO_NODE) return NOTHING;
  const { tree } = unit;
  const args: OperationIndex[] = [];
  const end = tree.next[node] ?? 0;
  for (let child = node + 1; child < end; child = tree.next[child] ?? end) {
    if (tree.kind[child] !== Kind.error) args.push(unit.readers.expression(unit, child));
  }
  unit.whenTrue = NOTHING;
  unit.whenFalse = NOTHING;
  return fittedIndices(args);
}

/** Reads the arguments of a call whose receiver has been read, and the call itself. */
export function readCall(unit: Unit, node: NodeIndex, object: OperationIndex | null): OperationIndex {
  const { tree } = unit;
  const name = childInField(tree, node, Field.name);
  const typeArguments = childInField(tree, node, Field.typeArguments);
  const args = readArguments(unit, childInField(tree, node, Field.arguments));
  const call: Operation = {
    kind: 'call',
    line: lineOf(unit, node),
    object,
    name: name === NO_NODE ? '' : textOf(unit, name),
    nameLine: lineOf(unit, name === NO_NODE ? node : name),
    args,
  };
  if (typeArguments === NO_NODE) return emit(unit.body, call);
  return emit(unit.body, { ...call, typeArgs: readTypeArguments(unit, typeArguments) });
}

/** Reads `new T(…)` with the anonymous body it may have; the outer instance has been read. */
export function readInstanceCreation(
  unit: Unit,
  node: NodeIndex,
  object: OperationIndex | null,
): OperationIndex {
  const { tree } = unit;
  const line = lineOf(unit, node);
  const type = readType(unit, childInField(tree, node, Field.type));
  const args = readArguments(unit, childInField(tree, node, Field.arguments));
  const bodyNode = childOfKind(tree, node, Kind.classBody);
  const body =
    bodyNode === NO_NODE ? null : unit.readers.anonymousType(unit, bodyNode, { extends: type, line });
  return emit(unit.body, { kind: 'new', line, type, args, object, body });
}
