import { byNumber } from '../../base/ordering.ts';
import type { Program, ProgramMethod, ProgramType, ResolvedAnnotation } from '../../link/program.ts';
import type { AliasAnnotationRow, AnnotationTypeRow } from '../model-schema.ts';
import { type AnnotationIndex, createAnnotationIndex } from './annotation-index.ts';
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
export interface AnnotationLookup extends AnnotationIndex {
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

  const find = (annotations: readonly ResolvedAnnotation[], wanted: readonly string[]) => {
    if (annotations.length === 0) return NOTHING;
    let found: FoundAnnotation[] | undefined;
    for (let i = 0; i < annotations.length; i++) {
      const written = annotations[i] as ResolvedAnnotation;
      const attributes = composed.resolve(written.type, written.args, wanted);
      if (attributes === undefined) continue;
      found ??= [];
      found.push({ written, attributes });
    }
    return found ?? NOTHING;
  };
  const orders = new Map<ProgramType, readonly ProgramType[]>();
  const supertypesOf = (type: ProgramType): readonly ProgramType[] => {
    const known = orders.get(type) ?? inSearchOrder(program, type);
    orders.set(type, known);
    return known;
  };
  /** Most types and methods have no annotation that counts, and every row asks for each of them. */
  const annotated = new Map<ProgramType | ProgramMethod, readonly Annotated[]>();
  const annotatedAbove = (type: ProgramType): readonly Annotated[] => {
    const known = annotated.get(type) ?? supertypesOf(type).filter(isAnnotated);
    annotated.set(type, known);
    return known;
  };
  const annotatedOverridden = (method: ProgramMethod): readonly Annotated[] => {
    const known = annotated.get(method);
    if (known !== undefined) return known;
    const overridden = method.overrides.flatMap((id) => program.method(id) ?? []).filter(isAnnotated);
    if (overridden.length > 1) {
      const order = supertypesOf(method.owner);
      overridden.sort(byNumber((each) => order.indexOf(each.owner)));
    }
    annotated.set(method, overridden);
    return overridden;
  };
  return {
    ...createAnnotationIndex(program, (type) => composed.reachedFrom(type)),
    find,
    onType: (type, wanted) => firstOf(annotatedAbove(type), (each) => find(each.annotations, wanted)[0]),
    onMethod(method, wanted) {
      const own = find(method.annotations, wanted)[0];
      if (own !== undefined || method.overrides.length === 0) return own;
      return firstOf(annotatedOverridden(method), (each) => find(each.annotations, wanted)[0]);
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

type Annotated = Pick<ProgramType, 'annotations'>;

function isAnnotated({ annotations }: Annotated): boolean {
  return annotations.length > 0;
}

const NOTHING: readonly FoundAnnotation[] = [];

function firstOf<T, R>(items: readonly T[], ask: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const answer = ask(item);
    if (answer !== undefined) return answer;
  }
  return undefined;
}
