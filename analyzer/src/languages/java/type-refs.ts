import { fitted, NOTHING } from '../../base/lists.ts';
import type { Annotation } from '../../facts/declarations.ts';
import type { TypeParameter, TypeRef } from '../../facts/type-refs.ts';
import { childInField, childOfKind, NO_NODE, type NodeIndex } from '../shared/flat-tree.ts';
import { readAnnotation } from './annotations.ts';
import { Field, Kind, keywordKind } from './syntax.ts';
import { countDimensions, dottedName, firstTypeChild, isTypeKind, withDims } from './type-names.ts';
import { MAX_DEPTH, reportTooDeep, textOf, type Unit } from './unit.ts';

const EXTENDS = keywordKind('extends');

/**
 * Reads a type as written. Annotations are told of type arguments alone, and left out elsewhere, as are type arguments
 * nested beyond the cap.
 */
export function readType(unit: Unit, node: NodeIndex, extraDims = 0): TypeRef {
  const { tree } = unit;
  switch (tree.kind[node]) {
    case Kind.annotatedType:
      return readType(unit, lastTypeChild(unit, node), extraDims);
    case Kind.arrayType: {
      const dimensions = childInField(tree, node, Field.dimensions);
      const element = firstTypeChild(unit, node);
      return readType(unit, element, extraDims + countDimensions(unit, dimensions));
    }
    case Kind.genericType: {
      const name = dottedName(unit, node + 1);
      const args = childOfKind(tree, node, Kind.typeArguments);
      if (unit.depth >= MAX_DEPTH) {
        reportTooDeep(unit, node);
        return withDims({ name }, extraDims);
      }
      return withDims({ name, args: readTypeArguments(unit, args) }, extraDims);
    }
    case Kind.wildcard:
      return readWildcard(unit, node);
    case Kind.scopedTypeIdentifier:
    case Kind.scopedIdentifier:
      return withDims({ name: dottedName(unit, node) }, extraDims);
    default:
      return withDims({ name: node === NO_NODE ? '' : textOf(unit, node) }, extraDims);
  }
}

/** Reads `<A, ? extends B>`; the diamond gives an empty list. */
export function readTypeArguments(unit: Unit, node: NodeIndex): readonly TypeRef[] {
  const { tree } = unit;
  const types: TypeRef[] = [];
  unit.depth++;
  const end = tree.next[node] ?? 0;
  for (let child = node + 1; child < end; child = tree.next[child] ?? end) {
    if (isTypeOrWildcard(tree.kind[child])) types.push(readTypeArgument(unit, child));
  }
  unit.depth--;
  return fitted(types);
}

/** The annotations before an array mean its elements, and are left out. */
function readTypeArgument(unit: Unit, node: NodeIndex): TypeRef {
  const type = readType(unit, node);
  const kind = unit.tree.kind[node];
  if ((kind !== Kind.annotatedType && kind !== Kind.wildcard) || type.dims !== undefined) return type;
  const annotations = annotationsIn(unit, node);
  return annotations.length === 0 ? type : { ...type, annotations };
}

function annotationsIn(unit: Unit, node: NodeIndex): readonly Annotation[] {
  const found: Annotation[] = [];
  const end = unit.tree.next[node] ?? 0;
  for (let child = node + 1; child < end; child = unit.tree.next[child] ?? end) {
    const kind = unit.tree.kind[child];
    if (kind === Kind.markerAnnotation || kind === Kind.annotation) found.push(readAnnotation(unit, child));
  }
  return fitted(found);
}

/** All types among the children of a node: a type list, a throws clause, alternatives of a catch. */
export function readTypes(unit: Unit, node: NodeIndex): readonly TypeRef[] {
  const { tree } = unit;
  if (node === NO_NODE) return NOTHING;
  const types: TypeRef[] = [];
  const end = tree.next[node] ?? 0;
  for (let child = node + 1; child < end; child = tree.next[child] ?? end) {
    if (isTypeOrWildcard(tree.kind[child])) types.push(readType(unit, child));
  }
  return fitted(types);
}

/** Reads `<T extends A & B, U>`. */
export function readTypeParameters(unit: Unit, node: NodeIndex): readonly TypeParameter[] {
  const { tree } = unit;
  if (node === NO_NODE) return NOTHING;
  const parameters: TypeParameter[] = [];
  const end = tree.next[node] ?? 0;
  for (let child = node + 1; child < end; child = tree.next[child] ?? end) {
    if (tree.kind[child] !== Kind.typeParameter) continue;
    const name = childOfKind(tree, child, Kind.typeIdentifier);
    const bound = childOfKind(tree, child, Kind.typeBound);
    parameters.push({ name: name === NO_NODE ? '' : textOf(unit, name), bounds: readTypes(unit, bound) });
  }
  return parameters;
}

function readWildcard(unit: Unit, node: NodeIndex): TypeRef {
  const bound = firstTypeChild(unit, node);
  if (bound === NO_NODE) return { name: '?' };
  const isUpper = childOfKind(unit.tree, node, EXTENDS) !== NO_NODE;
  return { name: '?', bound: isUpper ? 'extends' : 'super', args: [readType(unit, bound)] };
}

function isTypeOrWildcard(kind: number | undefined): boolean {
  return kind === Kind.wildcard || isTypeKind(kind);
}

function lastTypeChild({ tree }: Unit, node: NodeIndex): NodeIndex {
  let found = NO_NODE;
  const end = tree.next[node] ?? 0;
  for (let child = node + 1; child < end; child = tree.next[child] ?? end) {
    if (isTypeOrWildcard(tree.kind[child])) found = child;
  }
  return found;
}
