import type { OperationIndex } from '../../facts/operations.ts';
import type { TypeRef } from '../../facts/type-refs.ts';
import { childrenOf, type NodeIndex } from '../shared/flat-tree.ts';
import { emit } from './body-builder.ts';
import { Kind } from './syntax.ts';
import { dottedName, isTypeKind } from './type-names.ts';
import { readType } from './type-refs.ts';
import { lineOf, textOf, type Unit } from './unit.ts';

/** The type before `::new` or `::name`, where it is certainly one. */
export function readReferredType(unit: Unit, node: NodeIndex): TypeRef {
  return isTypeKind(unit.tree.kind[node]) ? readType(unit, node) : { name: dottedName(unit, node) };
}

/** Emits `object::name` or `type::name`. */
export function emitReference(
  unit: Unit,
  node: NodeIndex,
  target: { readonly object: OperationIndex | null; readonly type: TypeRef | null },
): OperationIndex {
  const { tree } = unit;
  const last = childrenOf(tree, node)
    .slice(1)
    .findLast((child) => tree.kind[child] === Kind.identifier);
  const name = last === undefined ? 'new' : textOf(unit, last);
  return emit(unit.body, { kind: 'method-reference', line: lineOf(unit, node), ...target, name });
}
