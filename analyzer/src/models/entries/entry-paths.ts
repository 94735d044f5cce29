import type { ConstantValue, ProgramMethod, ProgramType } from '../../link/program.ts';
import { HTTP_VERBS } from '../kinds.ts';
import type { FoundAnnotation } from '../match/annotation-lookup.ts';
import { textsOf, UNKNOWN_PART } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { simpleName } from '../match/name-pattern.ts';
import type { PathRule, VerbRule } from '../schema/entry-rows.ts';
import type { ApplicationProperties } from './application-properties.ts';
import { joinAll } from './join-paths.ts';

type BaseStep = NonNullable<PathRule['base']>[number];

/** What is known of a handler when its paths are read. */
export interface PathContext {
  readonly tools: MatchTools;
  readonly owner: ProgramType;
  readonly handler: ProgramMethod;
  /** The annotation that the row matched; null for rows about something else. */
  readonly found: FoundAnnotation | null;
  readonly properties: ApplicationProperties;
  /** Paths that are known from elsewhere; the rule's own attributes are not read then. */
  readonly written?: readonly string[];
  /** What the configuration puts before all paths of the owner. */
  readonly added?: readonly string[];
  /** Replaces the prefix of the owner (sub-resources). */
  readonly prefixes?: readonly string[];
}

export interface EntryPaths {
  readonly paths: readonly string[];
  /** Without the base that the server adds. */
  readonly applicationPaths: readonly string[];
}

/** Reads the paths of a handler: attributes, prefixes of the type, base of the application, placeholders. */
export function readPaths(context: PathContext, rule: PathRule | undefined): EntryPaths {
  if (rule === undefined) return { paths: [], applicationPaths: [] };
  const prefixes = context.prefixes ?? readPrefixes(context, rule);
  const own = context.written ?? ownPaths(context, rule);
  const isWeb = rule.join === 'slash';
  if (!isWeb && own.length + prefixes.length === 0) return { paths: [], applicationPaths: [] };
  const joined = joinAll(prefixes, own, rule.join);
  const { added = [] } = context;
  const applicationPaths = (added.length === 0 ? joined : joinAll(added, joined, rule.join)).map((path) =>
    rule.template === undefined ? path : rule.template.replace('{}', () => path),
  );
  return withBases(context, rule, applicationPaths);
}

/** Paths of the application with what the rule's base puts before them. */
export function withBases(
  context: PathContext,
  rule: PathRule | undefined,
  applicationPaths: readonly string[],
): EntryPaths {
  const bases = rule === undefined ? [] : readBases(context, rule);
  return {
    applicationPaths,
    paths: bases.length === 0 ? applicationPaths : joinAll(bases, applicationPaths, rule?.join ?? 'slash'),
  };
}

/** Prefixes that the owner's annotation sets. */
export function readPrefixes(context: PathContext, rule: PathRule): readonly string[] {
  if (rule.prefix === undefined) return [];
  const found = context.tools.annotations.onType(context.owner, rule.prefix.annotation);
  return attributeTexts(context, found, rule.prefix.attributes);
}

function ownPaths(context: PathContext, rule: PathRule): readonly string[] {
  const found = pathAnnotation(context, rule);
  const written = attributeTexts(context, found, rule.attributes ?? []);
  if (written.length > 0) return written;
  switch (rule.otherwise) {
    case 'method-name':
      return [context.handler.name];
    case 'type-name':
      return [simpleName(context.owner.name)];
    case 'nothing':
      return [];
  }
}

/** The annotation with the path: on the method; for rows that matched no annotation also on the type. */
function pathAnnotation(context: PathContext, rule: PathRule): FoundAnnotation | undefined {
  if (rule.annotation === undefined) return context.found ?? undefined;
  const { annotations } = context.tools;
  const own = annotations.onMethod(context.handler, rule.annotation);
  if (own !== undefined || context.found !== null) return own;
  return annotations.onType(context.owner, rule.annotation);
}

function readBases(context: PathContext, rule: PathRule): readonly string[] {
  const steps = (rule.base ?? []).map((step) => readBase(context, step)).filter((step) => step.length > 0);
  return steps.reduce<readonly string[]>(
    (before, step) => (before.length === 0 ? step : joinAll(before, step, rule.join)),
    [],
  );
}

function readBase(context: PathContext, step: BaseStep): readonly string[] {
  const property = step.properties?.map((key) => context.properties.value(key)).find((value) => value);
  const found =
    property === undefined ? annotatedBase(context, step) : [context.properties.resolve(property)];
  const known = found.length > 0 || step.otherwise === undefined ? found : [step.otherwise];
  return known.filter((path) => path !== '/');
}

function annotatedBase(context: PathContext, { annotation, attributes = [] }: BaseStep): readonly string[] {
  if (annotation === undefined) return [];
  for (const type of context.tools.productionTypes) {
    if (type.file.module !== context.owner.file.module) continue;
    const found = context.tools.annotations.find(type.annotations, annotation)[0];
    const texts = attributeTexts(context, found, attributes);
    if (texts.length > 0) return texts;
  }
  return [];
}

function attributeTexts(
  context: PathContext,
  found: FoundAnnotation | undefined,
  attributes: readonly string[],
): readonly string[] {
  if (found === undefined) return [];
  const texts = attributes.flatMap((name) => {
    const [first = name, ...inner] = name.split('.');
    return valuesIn(found.attributes.get(first), inner).flatMap((value) => textsOf(value));
  });
  return [...new Set(texts.filter((text) => text !== '').map((text) => context.properties.resolve(text)))];
}

/** Values of an attribute of the annotations that an attribute holds: `bindings.value.name`. */
function valuesIn(value: ConstantValue | undefined, inner: readonly string[]): readonly ConstantValue[] {
  let level = value === undefined ? [] : [value];
  for (const name of inner) {
    level = level
      .flatMap((each) => (each.kind === 'list' ? each.items : [each]))
      .flatMap((each) => (each.kind === 'annotation' ? (each.annotation.args.get(name) ?? []) : []));
  }
  return level;
}

/** Constants of a type that is not known, where all of them are named after verbs: `Route.HttpMethod.GET`. */
function verbNames(value: ConstantValue | undefined): readonly string[] {
  const items = value?.kind === 'list' ? value.items : value === undefined ? [] : [value];
  const verbs = items.flatMap((item) =>
    item.kind === 'unknown' && item.name !== undefined && HTTP_VERBS.has(item.name) ? [item.name] : [],
  );
  return verbs.length === items.length ? verbs : [];
}

/** Reads the verbs of a handler, upper case. */
export function readVerbs(context: PathContext, rule: VerbRule | undefined): readonly string[] {
  if (rule === undefined) return [];
  const found =
    rule.annotation === undefined
      ? (context.found ?? undefined)
      : context.tools.annotations.onMethod(context.handler, rule.annotation);
  const prefix =
    rule.prefix === undefined
      ? []
      : attributeTexts(
          context,
          context.tools.annotations.onType(context.owner, rule.prefix.annotation),
          rule.prefix.attributes,
        );
  const named = (rule.attributes ?? []).flatMap((name) => verbNames(found?.attributes.get(name)));
  const verbs = [
    ...prefix,
    ...(named.length > 0 ? named : attributeTexts(context, found, rule.attributes ?? [])),
  ];
  const known = verbs.length > 0 ? verbs : (rule.otherwise ?? []);
  // A verb that nobody can read may be any.
  return [...new Set(known.map((verb) => (verb.includes(UNKNOWN_PART) ? '*' : verb.toUpperCase())))];
}
