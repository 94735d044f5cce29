import { fitted, NOTHING } from '../../base/lists.ts';
import type { Annotation, AnnotationArgument } from '../../facts/declarations.ts';
import { Modifier } from '../../facts/declarations.ts';
import { childInField, NO_NODE, type NodeIndex } from '../shared/flat-tree.ts';
import { annotationArguments, readConstant } from './constants.ts';
import { Field, Kind, keywordOf } from './syntax.ts';
import { dottedName } from './type-names.ts';
import { lineOf, textOf, type Unit } from './unit.ts';

/** What stands before a declaration. */
export interface Modifiers {
  readonly bits: number;
  readonly annotations: readonly Annotation[];
}

const NO_MODIFIERS: Modifiers = { bits: 0, annotations: NOTHING };

const BITS: Readonly<Record<string, number>> = {
  ...{ public: Modifier.public, protected: Modifier.protected, private: Modifier.private },
  ...{
    static: Modifier.static,
    final: Modifier.final,
    abstract: Modifier.abstract,
    default: Modifier.default,
  },
  ...{ synchronized: Modifier.synchronized, native: Modifier.native, sealed: Modifier.sealed },
  ...{ 'non-sealed': Modifier.nonSealed, transient: Modifier.transient, volatile: Modifier.volatile },
};

/** Reads the `modifiers` among the children of a declaration. */
export function readModifiers(unit: Unit, declaration: NodeIndex): Modifiers {
  const node = declaration + 1;
  const { tree } = unit;
  if (node >= (tree.next[declaration] ?? 0) || tree.kind[node] !== Kind.modifiers) return NO_MODIFIERS;
  const annotations: Annotation[] = [];
  let bits = 0;
  const end = tree.next[node] ?? 0;
  for (let child = node + 1; child < end; child = tree.next[child] ?? end) {
    const kind = tree.kind[child] ?? 0;
    if (kind === Kind.markerAnnotation || kind === Kind.annotation)
      annotations.push(readAnnotation(unit, child));
    else bits |= BITS[keywordOf(kind) ?? ''] ?? 0;
  }
  return { bits, annotations: fitted(annotations) };
}

/** Reads one annotation with its arguments. */
export function readAnnotation(unit: Unit, node: NodeIndex, depth = 0): Annotation {
  const list = annotationArguments(unit, node);
  return {
    name: dottedName(unit, node + 1),
    args: list === NO_NODE ? NOTHING : readArguments(unit, list, depth),
    line: lineOf(unit, node),
  };
}

function readArguments(unit: Unit, list: NodeIndex, depth: number): readonly AnnotationArgument[] {
  const { tree } = unit;
  const args: AnnotationArgument[] = [];
  const nested = { annotation: readAnnotation, depth };
  const end = tree.next[list] ?? 0;
  for (let child = list + 1; child < end; child = tree.next[child] ?? end) {
    if (tree.kind[child] === Kind.error) continue;
    const isPair = tree.kind[child] === Kind.elementValuePair;
    const value = isPair ? childInField(tree, child, Field.value) : child;
    if (value === NO_NODE) continue;
    args.push({
      name: isPair ? textOf(unit, child + 1) : 'value',
      value: readConstant(unit, value, nested),
      line: lineOf(unit, child),
    });
  }
  return fitted(args);
}
