import type { OperationIndex } from '../../facts/operations.ts';
import type { TypeRef } from '../../facts/type-refs.ts';
import { childInField, NO_NODE, type NodeIndex } from '../shared/flat-tree.ts';
import { readInitializer } from './arrays.ts';
import { emit } from './body-builder.ts';
import { declareName } from './locals.ts';
import { Field, Kind } from './syntax.ts';
import { countDimensions, firstTypeChild } from './type-names.ts';
import { readType } from './type-refs.ts';
import { lineOf, textOf, type Unit } from './unit.ts';

/** Reads `T a = x, b[];`: each value, then the local that gets it. */
export function readLocals(unit: Unit, node: NodeIndex): void {
  const { tree } = unit;
  const typeNode = firstTypeChild(unit, node);
  const end = tree.next[node] ?? 0;
  for (let child = node + 1; child < end; child = tree.next[child] ?? end) {
    if (tree.kind[child] !== Kind.variableDeclarator) continue;
    const dims = countDimensions(unit, childInField(tree, child, Field.dimensions));
    const type = readType(unit, typeNode, dims);
    const initializer = childInField(tree, child, Field.value);
    const value = initializer === NO_NODE ? null : readInitializer(unit, initializer, type);
    declareLocal(unit, childInField(tree, child, Field.name), { type, role: 'local', value });
  }
}

/** Declares a named local in the current scope; `var` has no type. */
export function declareLocal(
  unit: Unit,
  nameNode: NodeIndex,
  local: {
    readonly type: TypeRef | null;
    readonly role: 'local' | 'foreach' | 'resource' | 'catch';
    readonly value: OperationIndex | null;
  },
): OperationIndex {
  const name = nameNode === NO_NODE ? '' : textOf(unit, nameNode);
  const type = local.type?.name === 'var' ? null : local.type;
  const declaration = emit(unit.body, {
    kind: 'declare',
    line: lineOf(unit, nameNode),
    name,
    type,
    role: local.role,
    value: local.value,
  });
  if (name !== '') declareName(unit.locals, unit.body, { name, declaration });
  return declaration;
}
