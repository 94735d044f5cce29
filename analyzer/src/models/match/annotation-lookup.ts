import type { MethodId } from '../../base/ids.ts';
import type {
  ConstantValue,
  Program,
  ProgramMethod,
  ProgramType,
  ResolvedAnnotation,
} from '../../link/program.ts';
import type { AliasAnnotationRow, AnnotationTypeRow } from '../model-schema.ts';
import { textsOf } from './constant-texts.ts';
import { canonicalName } from './name-pattern.ts';
import { treeSupertypes } from './tree-supertypes.ts';

type Attributes = ReadonlyMap<string, ConstantValue>;

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
  /** On the type, else on the nearest superclass or interface of the tree that has one. */
  onType(type: ProgramType, wanted: readonly string[]): FoundAnnotation | undefined;
  /** On the method, else on the nearest method it overrides. */
  onMethod(method: ProgramMethod, wanted: readonly string[]): FoundAnnotation | undefined;
}

/** Composed annotations are followed this far; the deepest in use are three. */
const DEEPEST_META = 6;

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
  const resolver = new MetaResolver({ program, library, aliases: models.aliasAnnotations });

  const find = (annotations: readonly ResolvedAnnotation[], wanted: readonly string[]) =>
    annotations.flatMap((written) => {
      const attributes = resolver.resolve(written.type, written.args, wanted);
      return attributes === undefined ? [] : [{ written, attributes }];
    });
  return {
    find,
    onType: (type, wanted) =>
      firstOf(treeSupertypes(program, type), (each) => find(each.annotations, wanted)[0]),
    onMethod(method, wanted) {
      const own = find(method.annotations, wanted)[0];
      if (own !== undefined) return own;
      return firstOf(method.overrides, (id: MethodId) => {
        const overridden = program.method(id);
        return overridden === undefined ? undefined : find(overridden.annotations, wanted)[0];
      });
    },
  };
}

function firstOf<T, R>(items: readonly T[], ask: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const answer = ask(item);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

interface MetaKnowledge {
  readonly program: Program;
  readonly library: ReadonlyMap<string, AnnotationTypeRow>;
  readonly aliases: readonly AliasAnnotationRow[];
}

/** Follows annotations of annotations and carries attribute values along. */
class MetaResolver {
  readonly #knowledge: MetaKnowledge;
  /** Annotation types that lead nowhere, by what was looked for: most annotations of a program. */
  readonly #barren = new Map<readonly string[], Set<string>>();

  constructor(knowledge: MetaKnowledge) {
    this.#knowledge = knowledge;
  }

  resolve(type: string, args: Attributes, wanted: readonly string[]): Attributes | undefined {
    let barren = this.#barren.get(wanted);
    if (barren === undefined) {
      barren = new Set();
      this.#barren.set(wanted, barren);
    }
    if (barren.has(type)) return undefined;
    const found = this.#follow({ type, args, wanted: new Set(wanted.map(canonicalName)), depth: 0 });
    if (found === undefined) barren.add(type);
    return found;
  }

  #follow(step: {
    readonly type: string;
    readonly args: Attributes;
    readonly wanted: ReadonlySet<string>;
    readonly depth: number;
  }): Attributes | undefined {
    if (step.wanted.has(canonicalName(step.type))) return step.args;
    if (step.depth >= DEEPEST_META) return undefined;
    return firstOf(this.#metas(step.type, step.args), (meta) =>
      this.#follow({ ...step, type: meta.type, args: meta.args, depth: step.depth + 1 }),
    );
  }

  #metas(type: string, args: Attributes): readonly { readonly type: string; readonly args: Attributes }[] {
    const declared = this.#knowledge.program.type(type as ProgramType['name']);
    if (declared !== undefined) {
      return declared.annotations
        .filter((meta) => meta.resolved && meta.type !== type)
        .map((meta) => ({
          type: meta.type,
          args: passOn(this.#knowledge, { composed: declared, args, meta }),
        }));
    }
    const row = this.#knowledge.library.get(canonicalName(type));
    return (row?.meta ?? []).flatMap((meta) =>
      meta.type.map((target) => ({ type: target, args: passOnKnown(meta, args) })),
    );
  }
}

/** Attributes of a meta-annotation, overridden by the elements of the composed annotation that stand for them. */
function passOn(
  { program, aliases }: MetaKnowledge,
  step: { readonly composed: ProgramType; readonly args: Attributes; readonly meta: ResolvedAnnotation },
): Attributes {
  const attributes = new Map(step.meta.args);
  for (const element of step.composed.methods) {
    const target = aliasTarget(element, step.meta, aliases);
    if (target === undefined) continue;
    const written = step.args.get(element.name);
    const fallback = element.declaration?.defaultValue;
    const value = written ?? (fallback === undefined ? undefined : program.evaluate(fallback, step.composed));
    if (value !== undefined && (written !== undefined || textsOf(value).some((text) => text !== ''))) {
      attributes.set(target, value);
    }
  }
  return attributes;
}

/** The attribute of the meta-annotation that an element stands for: by alias, or by its own name (except `value`). */
function aliasTarget(
  element: ProgramMethod,
  meta: ResolvedAnnotation,
  aliases: readonly AliasAnnotationRow[],
): string | undefined {
  for (const row of aliases) {
    const alias = element.annotations.find((annotation) => row.annotation.includes(annotation.type));
    if (alias === undefined) continue;
    const annotation = textsOf(alias.args.get(row.target))[0];
    // Without a target it joins two elements of the composed annotation itself.
    if (annotation === undefined || canonicalName(annotation) !== canonicalName(meta.type)) return undefined;
    return firstOf(row.attributes, (name) => textsOf(alias.args.get(name))[0]) ?? element.name;
  }
  return element.name === 'value' ? undefined : element.name;
}

function passOnKnown(meta: AnnotationTypeRow['meta'][number], args: Attributes): Attributes {
  const attributes = new Map<string, ConstantValue>();
  for (const [key, value] of Object.entries(meta.set)) {
    const items = Array.isArray(value) ? value : [value];
    attributes.set(key, {
      kind: 'list',
      items: items.map((item) => ({ kind: 'text', value: String(item) })),
    });
  }
  for (const name of meta.same ?? []) {
    const value = args.get(name);
    if (value !== undefined) attributes.set(name, value);
  }
  return attributes;
}
