import { byNumber } from '../../base/ordering.ts';
import type { Program, ProgramMethod, ProgramType, ResolvedAnnotation } from '../../link/program.ts';
import type { AliasAnnotationRow, AnnotationTypeRow } from '../model-schema.ts';
import { type Attributes, ComposedAnnotations } from './composed-annotations.ts';
import { canonicalName } from './name-pattern.ts';
import { classOf } from './type-matcher.ts';

/** An annotation that a row names, found directly or behind composed annotations. */
export interface FoundAnnotation {
  /** What stands in the source: the evidence. */
  readonly written: ResolvedAnnotation;
  /** Attributes of the annotation that was looked for, with those that the composed annotation sets or passes on. */
  readonly attributes: Attributes;
}

/** Finds annotations as frameworks do: through annotations of annotations, and through overridden methods. */
export interface AnnotationLookup {
  /** In source order; the same annotation twice gives two. */
  find(annotations: readonly ResolvedAnnotation[], wanted: readonly string[]): readonly FoundAnnotation[];
  /** On the type, else on the first supertype of the tree that has one: interfaces before the superclass, each with its own. */
  onType(type: ProgramType, wanted: readonly string[]): FoundAnnotation | undefined;
  /** On the method, else on the first method it overrides that has one, by the same order of its types. */
  onMethod(method: ProgramMethod, wanted: readonly string[]): FoundAnnotation | undefined;
}

/** A cap against hostile hierarchies. */
const MOST_SUPERTYPES = 200;

/** Builds a lookup over the program's own annotation types and what the models say of library ones. */
export function createAnnotationLookup(
  program: Program,
  models: {
    readonly annotations: readonly AnnotationTypeRow[];
    readonly aliasAnnotations: readonly AliasAnnotationRow[];
  },
): AnnotationLookup {
  const library = new Map<string, AnnotationTypeRow>();
  for (const row of models.annotations) for (const type of row.type) library.set(canonicalName(type), row);
  const composed = new ComposedAnnotations({ program, library, aliases: models.aliasAnnotations });

  const find = (annotations: readonly ResolvedAnnotation[], wanted: readonly string[]) =>
    annotations.flatMap((written) => {
      const attributes = composed.resolve(written.type, written.args, wanted);
      return attributes === undefined ? [] : [{ written, attributes }];
    });
  const orders = new Map<ProgramType, readonly ProgramType[]>();
  const supertypesOf = (type: ProgramType): readonly ProgramType[] => {
    const known = orders.get(type) ?? inSearchOrder(program, type);
    orders.set(type, known);
    return known;
  };
  const overriddenBy = (method: ProgramMethod): readonly ProgramMethod[] => {
    const overridden = method.overrides.flatMap((id) => program.method(id) ?? []);
    if (overridden.length < 2) return overridden;
    const order = supertypesOf(method.owner);
    return overridden.toSorted(byNumber((each) => order.indexOf(each.owner)));
  };
  return {
    find,
    onType: (type, wanted) => firstOf(supertypesOf(type), (each) => find(each.annotations, wanted)[0]),
    onMethod(method, wanted) {
      const own = find(method.annotations, wanted)[0];
      if (own !== undefined) return own;
      return firstOf(overriddenBy(method), (overridden) => find(overridden.annotations, wanted)[0]);
    },
  };
}

/** The type, then for each of its interfaces and last its superclass the same again: how Spring searches. */
function inSearchOrder(program: Program, start: ProgramType): readonly ProgramType[] {
  const found = new Set<ProgramType>();
  const waiting = [start];
  for (let type = waiting.pop(); type !== undefined; type = waiting.pop()) {
    if (found.has(type) || found.size >= MOST_SUPERTYPES) continue;
    found.add(type);
    const next = [...type.interfaces, type.superclass].flatMap((each) => {
      const name = each === null ? undefined : classOf(each);
      return name === undefined ? [] : (program.type(name) ?? []);
    });
    waiting.push(...next.reverse());
  }
  return [...found];
}

function firstOf<T, R>(items: readonly T[], ask: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const answer = ask(item);
    if (answer !== undefined) return answer;
  }
  return undefined;
}
