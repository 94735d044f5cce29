import { fitted, NOTHING } from '../../base/lists.ts';
import type { OperationIndex } from '../../facts/operations.ts';
import type { TypeRef } from '../../facts/type-refs.ts';
import { childInField, childOfKind, NO_NODE, type NodeIndex } from '../shared/flat-tree.ts';
import { emit } from './body-builder.ts';
import { Field, Kind } from './syntax.ts';
import { countDimensions, firstTypeChild } from './type-names.ts';
import { readType } from './type-refs.ts';
import { lineOf, MAX_DEPTH, reportTooDeep, type Unit } from './unit.ts';

/** Reads `new int[n][]` and `new String[] { … }`. */
export function readArrayCreation(unit: Unit, node: NodeIndex): OperationIndex {
  const { tree } = unit;
  const line = lineOf(unit, node);
  const dimensions: OperationIndex[] = [];
  let dims = countDimensions(unit, childOfKind(tree, node, Kind.dimensions));
  const end = tree.next[node] ?? 0;
  for (let child = node + 1; child < end; child = tree.next[child] ?? end) {
    if (tree.kind[child] !== Kind.dimensionsExpr) continue;
    dims++;
    const size = sizeOf(unit, child);
    if (size !== NO_NODE) dimensions.push(unit.readers.expression(unit, size));
  }
  const type = readType(unit, firstTypeChild(unit, node), dims);
  const initializer = childInField(tree, node, Field.value);
  if (initializer !== NO_NODE) return readArrayInitializer(unit, initializer, { type, line });
  return emit(unit.body, { kind: 'new-array', line, type, dimensions: fitted(dimensions), items: NOTHING });
}

/** Reads `{ a, b }` for an array of the given type, with the arrays nested in it. */
export function readArrayInitializer(
  unit: Unit,
  node: NodeIndex,
  { type, line = lineOf(unit, node) }: { readonly type: TypeRef; readonly line?: number },
): OperationIndex {
  const { tree } = unit;
  if (unit.depth >= MAX_DEPTH) {
    reportTooDeep(unit, node);
    return emit(unit.body, { kind: 'opaque', line, reason: 'too-deep' });
  }
  unit.depth++;
  const items: OperationIndex[] = [];
  const end = tree.next[node] ?? 0;
  for (let child = node + 1; child < end; child = tree.next[child] ?? end) {
    if (tree.kind[child] === Kind.error) continue;
    const isNested = tree.kind[child] === Kind.arrayInitializer;
    items.push(
      isNested
        ? readArrayInitializer(unit, child, { type: elementOf(type) })
        : unit.readers.expression(unit, child),
    );
  }
  unit.depth--;
  return emit(unit.body, { kind: 'new-array', line, type, dimensions: NOTHING, items: fitted(items) });
}

/** Reads what a variable is initialised with: an expression, or `{ … }` for its declared array type. */
export function readInitializer(unit: Unit, node: NodeIndex, type: TypeRef): OperationIndex {
  if (unit.tree.kind[node] === Kind.arrayInitializer) return readArrayInitializer(unit, node, { type });
  return unit.readers.expression(unit, node);
}

function elementOf(type: TypeRef): TypeRef {
  const { dims = 1, ...element } = type;
  return dims > 1 ? { ...element, dims: dims - 1 } : element;
}

function sizeOf(unit: Unit, node: NodeIndex): NodeIndex {
  const { tree } = unit;
  const end = tree.next[node] ?? 0;
  for (let child = node + 1; child < end; child = tree.next[child] ?? end) {
    if (tree.kind[child] !== Kind.markerAnnotation && tree.kind[child] !== Kind.annotation) return child;
  }
  return NO_NODE;
}
