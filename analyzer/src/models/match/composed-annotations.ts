import type { ConstantValue, Program, ProgramMethod, ProgramType } from '../../link/program.ts';
import type { AliasAnnotationRow, AnnotationTypeRow } from '../model-schema.ts';
import { textsOf } from './constant-texts.ts';
import { canonicalName } from './name-pattern.ts';

/** Attribute values of one annotation, by name. */
export type Attributes = ReadonlyMap<string, ConstantValue>;

/** What is known of annotations on annotations. */
export interface MetaKnowledge {
  readonly program: Program;
  /** Library annotations by canonical name. */
  readonly library: ReadonlyMap<string, AnnotationTypeRow>;
  readonly aliases: readonly AliasAnnotationRow[];
}

/** Composed annotations are followed this far; the deepest in use are three. */
const DEEPEST_META = 6;

/** One annotation on the way from the written one to the one that is looked for. */
interface Hop {
  readonly type: string;
  /** As the declaration of the annotation before carries it; of the first nothing, its values come with each use. */
  readonly args: Attributes;
}

/**
 * Follows annotations of annotations and carries attribute values along, as Spring merges them: an element that stands
 * for an attribute of an inner annotation replaces it, with its default where nothing is written; of elements that stand
 * for the same attribute the written one counts; outer annotations win.
 */
export class ComposedAnnotations {
  readonly #knowledge: MetaKnowledge;
  /** The way from an annotation type, by what was looked for; null for the many that lead nowhere. */
  readonly #routes = new Map<readonly string[], Map<string, readonly Hop[] | null>>();

  constructor(knowledge: MetaKnowledge) {
    this.#knowledge = knowledge;
  }

  /** Attributes of the wanted annotation that an annotation with these values amounts to; undefined where it is none. */
  resolve(type: string, args: Attributes, wanted: readonly string[]): Attributes | undefined {
    const route = this.#routeFrom(type, wanted);
    const last = route?.at(-1);
    if (route === null || last === undefined) return undefined;
    if (route.length === 1) return mirrored(this.#knowledge, last.type, args);
    const hops = [{ type, args }, ...route.slice(1)];
    let merged = mirrored(this.#knowledge, last.type, last.args);
    for (const hop of hops.slice(0, -1).reverse()) {
      merged = new Map([...merged, ...overriding(this.#knowledge, hop, last.type)]);
    }
    return merged;
  }

  /** Canonical names of the annotation types that one of this type amounts to: its own, and what it is composed of. */
  reachedFrom(type: string): ReadonlySet<string> {
    const reached = new Set([canonicalName(type)]);
    let level = [type];
    for (let depth = 0; depth < DEEPEST_META && level.length > 0; depth += 1) {
      const metas = new Set(level.flatMap((each) => metasOf(this.#knowledge, each).map((meta) => meta.type)));
      level = [...metas].filter((each) => !reached.has(canonicalName(each)));
      for (const each of level) reached.add(canonicalName(each));
    }
    return reached;
  }

  #routeFrom(type: string, wanted: readonly string[]): readonly Hop[] | null {
    let known = this.#routes.get(wanted);
    if (known === undefined) {
      known = new Map();
      this.#routes.set(wanted, known);
    }
    const before = known.get(type);
    if (before !== undefined) return before;
    const names = new Set(wanted.map(canonicalName));
    const found = this.#search({ type, args: new Map() }, names, 0);
    known.set(type, found);
    return found;
  }

  #search(hop: Hop, wanted: ReadonlySet<string>, depth: number): readonly Hop[] | null {
    if (wanted.has(canonicalName(hop.type))) return [hop];
    if (depth >= DEEPEST_META) return null;
    for (const meta of metasOf(this.#knowledge, hop.type)) {
      const found = this.#search(meta, wanted, depth + 1);
      if (found !== null) return [hop, ...found];
    }
    return null;
  }
}

function metasOf(knowledge: MetaKnowledge, type: string): readonly Hop[] {
  const declared = declaredType(knowledge, type);
  if (declared !== undefined) {
    return declared.annotations.filter((meta) => meta.resolved && meta.type !== type);
  }
  const row = knowledge.library.get(canonicalName(type));
  return (row?.meta ?? []).flatMap((meta) =>
    meta.type.map((target) => ({ type: target, args: setBy(meta) })),
  );
}

function setBy(meta: AnnotationTypeRow['meta'][number]): Attributes {
  return new Map(
    Object.entries(meta.set).map(([key, value]): [string, ConstantValue] => {
      const items = Array.isArray(value) ? value : [value];
      return [key, { kind: 'list', items: items.map((item) => ({ kind: 'text', value: String(item) })) }];
    }),
  );
}

/** What an annotation says of attributes of one further in. */
function overriding(knowledge: MetaKnowledge, hop: Hop, target: string): Attributes {
  const declared = declaredType(knowledge, hop.type);
  const written = mirrored(knowledge, hop.type, hop.args);
  const values = new Map<string, ConstantValue>();
  const put = (name: string, value: ConstantValue | undefined) => {
    const attribute = targetOf(knowledge, { type: hop.type, name, target });
    if (attribute === undefined || value === undefined) return;
    for (const same of mirrorsOf(knowledge, target, attribute))
      if (!values.has(same)) values.set(same, value);
  };
  for (const [name, value] of written) put(name, value);
  for (const element of declared?.methods ?? []) {
    const fallback = element.declaration?.defaultValue;
    if (declared === undefined || fallback === undefined || written.has(element.name)) continue;
    put(element.name, knowledge.program.evaluate(fallback, declared));
  }
  return values;
}

/** The attribute of the target annotation that an element stands for: by alias, or by its own name (except `value`). */
function targetOf(
  knowledge: MetaKnowledge,
  step: { readonly type: string; readonly name: string; readonly target: string },
): string | undefined {
  const declared = declaredType(knowledge, step.type);
  if (declared === undefined) return aliasedName(knowledge, step, 0);
  const element = declared.methods.find((method) => method.name === step.name);
  if (element !== undefined && aliasOf(knowledge, element) !== undefined) {
    return aliasedName(knowledge, step, 0);
  }
  return step.name === 'value' ? undefined : step.name;
}

/** Follows aliases of aliases up to the target annotation. */
function aliasedName(
  knowledge: MetaKnowledge,
  step: { readonly type: string; readonly name: string; readonly target: string },
  depth: number,
): string | undefined {
  if (canonicalName(step.type) === canonicalName(step.target)) return step.name;
  if (depth >= DEEPEST_META) return undefined;
  for (const next of aliasesFrom(knowledge, step.type, step.name)) {
    const found = aliasedName(knowledge, { ...next, target: step.target }, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

interface AttributePlace {
  readonly type: string;
  readonly name: string;
}

/** Attributes of other annotations, or of the same one, that an element stands for directly. */
function aliasesFrom(knowledge: MetaKnowledge, type: string, name: string): readonly AttributePlace[] {
  const declared = declaredType(knowledge, type);
  if (declared !== undefined) {
    const element = declared.methods.find((method) => method.name === name);
    const alias = element === undefined ? undefined : aliasOf(knowledge, element);
    return alias === undefined ? [] : [{ type: alias.type ?? type, name: alias.name }];
  }
  const row = knowledge.library.get(canonicalName(type));
  return (row?.meta ?? [])
    .filter((meta) => meta.same?.includes(name))
    .flatMap((meta) => meta.type.map((target) => ({ type: target, name })));
}

/** What an element's alias annotation says: another annotation where it names one, and the attribute. */
function aliasOf(
  { aliases }: MetaKnowledge,
  element: ProgramMethod,
): { readonly type: string | undefined; readonly name: string } | undefined {
  for (const row of aliases) {
    const alias = element.annotations.find((annotation) => row.annotation.includes(annotation.type));
    if (alias === undefined) continue;
    const named = row.attributes.flatMap((name) => textsOf(alias.args.get(name)))[0];
    return { type: textsOf(alias.args.get(row.target))[0], name: named ?? element.name };
  }
  return undefined;
}

/** An annotation's values, where one of several names for the same attribute is written: under all of them. */
function mirrored(knowledge: MetaKnowledge, type: string, args: Attributes): Attributes {
  if (args.size === 0) return args;
  const values = new Map(args);
  for (const [name, value] of args) {
    for (const same of mirrorsOf(knowledge, type, name)) if (!args.has(same)) values.set(same, value);
  }
  return values;
}

/** Names of the same attribute of an annotation, the given one among them. */
function mirrorsOf(knowledge: MetaKnowledge, type: string, name: string): readonly string[] {
  const declared = declaredType(knowledge, type);
  if (declared === undefined) {
    const groups = knowledge.library.get(canonicalName(type))?.mirrors ?? [];
    return groups.find((group) => group.includes(name)) ?? [name];
  }
  const partners = declared.methods.filter((element) => {
    const alias = aliasOf(knowledge, element);
    return alias !== undefined && element.name !== name && alias.name === name && isOwn(alias.type, type);
  });
  const own = aliasesFrom(knowledge, type, name).filter((alias) => isOwn(alias.type, type));
  return [...new Set([name, ...own.map((alias) => alias.name), ...partners.map((each) => each.name)])];
}

function isOwn(named: string | undefined, type: string): boolean {
  return named === undefined || canonicalName(named) === canonicalName(type);
}

function declaredType({ program }: MetaKnowledge, type: string): ProgramType | undefined {
  return program.type(type as ProgramType['name']);
}
