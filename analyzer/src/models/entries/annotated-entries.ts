import type { Text } from '../../base/text.ts';
import { Modifier } from '../../facts/declarations.ts';
import type { ProgramMethod, ProgramType } from '../../link/program.ts';
import type { FoundAnnotation } from '../match/annotation-lookup.ts';
import { isConcrete } from '../match/exposed-methods.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { classOf } from '../match/type-matcher.ts';
import type { Row } from '../models.ts';
import type { AnnotatedEntryRow, MemberEntryRow } from '../schema/entry-rows.ts';
import { type AddedPrefixes, addedPrefixes } from './added-prefixes.ts';
import { askedAnnotations } from './class-tests.ts';
import type { EntryDraft } from './entry-draft.ts';
import { attributeText, type EntryFactory } from './entry-factory.ts';
import { type PathContext, readPaths, readPrefixes, readVerbs } from './entry-paths.ts';
import { joinAll } from './join-paths.ts';
import { registeredTypes } from './registered-types.ts';

type FrameworkRow<Shape> = Row<'entries'> & Shape;
/** Sub-resources inside sub-resources: deeper ones are cut. */
const DEEPEST_LOCATOR = 4;

/** Entry points that an annotation on the method (or on what it overrides) makes. */
export function annotatedEntries(
  tools: MatchTools,
  row: FrameworkRow<AnnotatedEntryRow>,
  factory: EntryFactory,
): readonly EntryDraft[] {
  const families = tools.annotations.familiesWith([...row.annotation, ...(row.locator?.annotation ?? [])]);
  if (families.size === 0) return [];
  const asked = row.handlerTests === undefined ? [] : askedAnnotations(tools, row.handlerTests);
  const added = addedPrefixes(tools, row.paths);
  const leftOut = registeredTypes(tools, row.registered);
  return tools.productionTypes
    .filter(
      (type) =>
        families.has(type) &&
        isConcrete(type) &&
        (ownerFits(tools, type, row) || tools.annotations.onType(type, asked) !== undefined),
    )
    .flatMap((owner) => {
      const unlisted = leftOut(owner);
      const entries = entriesOf(tools, { row, owner, factory, added, prefixes: undefined, depth: 0 });
      return unlisted === undefined ? entries : entries.map((each) => ({ dormant: unlisted, ...each }));
    });
}

function ownerFits(tools: MatchTools, type: ProgramType, row: AnnotatedEntryRow): boolean {
  if (
    row.unlessOwnerAnnotation !== undefined &&
    tools.annotations.onType(type, row.unlessOwnerAnnotation) !== undefined
  ) {
    return false;
  }
  if (row.ownerAlso !== undefined && tools.annotations.onType(type, row.ownerAlso) === undefined)
    return false;
  if (row.ownerAnnotation === undefined && row.ownerType === undefined) return true;
  const annotated =
    row.ownerAnnotation !== undefined && tools.annotations.onType(type, row.ownerAnnotation) !== undefined;
  return (
    annotated || (row.ownerType !== undefined && tools.types.match(type.name, row.ownerType) !== undefined)
  );
}

interface OwnerStep {
  readonly row: FrameworkRow<AnnotatedEntryRow>;
  readonly owner: ProgramType;
  readonly factory: EntryFactory;
  readonly added: AddedPrefixes;
  /** Of a sub-resource; undefined where the owner's own annotation says it. */
  readonly prefixes: readonly string[] | undefined;
  readonly depth: number;
}

function entriesOf(tools: MatchTools, step: OwnerStep): readonly EntryDraft[] {
  const { row, owner, factory } = step;
  return tools.exposedMethods(owner).flatMap((handler) => {
    const found = matchingAnnotation(tools, handler, row);
    if (found === undefined) return subResources(tools, step, handler);
    if (isTrue(found, row.unlessTrue)) return [];
    const context = {
      tools,
      owner,
      handler,
      found,
      properties: factory.propertiesOf(owner),
      added: step.added(owner),
      ...(step.prefixes === undefined ? {} : { prefixes: step.prefixes }),
    };
    const dormant = hiddenReason(context, row);
    return [
      factory.create({
        row,
        owner,
        handler,
        paths: readPaths(context, row.paths),
        verbs: readVerbs(context, row.verbs),
        ...(dormant === undefined ? {} : { dormant }),
      }),
    ];
  });
}

/** Elements that a list in the settings may have of their own. */
const MOST_LISTED = 30;

/** Why an endpoint that settings have to name is not served. */
function hiddenReason(
  context: PathContext,
  { exposure, paths }: FrameworkRow<AnnotatedEntryRow>,
): Text | undefined {
  if (exposure === undefined || paths === undefined) return undefined;
  const listed = (key: string) =>
    [key, ...Array.from({ length: MOST_LISTED }, (_, index) => `${key}[${index}]`)]
      .flatMap((each) => context.properties.value(each)?.split(',') ?? [])
      .map((name) => name.trim());
  const included = listed(exposure.include);
  const open = included.length === 0 ? exposure.usual : included;
  const excluded = listed(exposure.exclude);
  const covers = (list: readonly string[], name: string) => list.includes('*') || list.includes(name);
  const names = readPrefixes(context, paths);
  return names.some((name) => covers(open, name) && !covers(excluded, name))
    ? undefined
    : { en: `${exposure.include} does not name it`, ru: `${exposure.include} её не называет` };
}

function matchingAnnotation(
  tools: MatchTools,
  method: ProgramMethod,
  row: AnnotatedEntryRow,
): FoundAnnotation | undefined {
  const { unlessAnnotation } = row;
  if (
    unlessAnnotation !== undefined &&
    tools.annotations.find(method.annotations, unlessAnnotation).length > 0
  ) {
    return undefined;
  }
  const own = tools.annotations.find(method.annotations, row.annotation)[0];
  if (own !== undefined || row.inherit === 'no') return own;
  if (row.inherit === 'unless-own' && method.annotations.some((each) => !isLanguageAnnotation(each.type))) {
    return undefined;
  }
  return tools.annotations.onMethod(method, row.annotation);
}

/** `@WebMethod(exclude = true)` */
function isTrue({ attributes }: FoundAnnotation, attribute: string | undefined): boolean {
  const value = attribute === undefined ? undefined : attributes.get(attribute);
  return value?.kind === 'boolean' && value.value;
}

/** `@Override` and its like say nothing to a framework. */
function isLanguageAnnotation(type: string): boolean {
  return type.startsWith('java.lang.');
}

/** A method that hands on to an object of its return type, whose methods continue the path. */
function subResources(tools: MatchTools, step: OwnerStep, method: ProgramMethod): readonly EntryDraft[] {
  const { locator, paths } = step.row;
  if (locator === undefined || paths === undefined || step.depth >= DEEPEST_LOCATOR) return [];
  const found = tools.annotations.onMethod(method, locator.annotation);
  const returned = classOf(method.returnType);
  const resource = returned === undefined ? undefined : tools.program.type(returned);
  if (found === undefined || resource === undefined || !isConcrete(resource)) return [];
  const own = attributeText(found, locator.attributes);
  const context = {
    tools,
    owner: step.owner,
    handler: method,
    found,
    properties: step.factory.propertiesOf(step.owner),
  };
  const before = step.prefixes ?? readPrefixes(context, paths);
  const prefixes = joinAll(before, own === undefined ? [] : [own], paths.join);
  return entriesOf(tools, { ...step, owner: resource, prefixes, depth: step.depth + 1 });
}

/** Public methods of types that an annotation exports as a whole. */
export function memberEntries(
  tools: MatchTools,
  row: FrameworkRow<MemberEntryRow>,
  factory: EntryFactory,
): readonly EntryDraft[] {
  const { unlessAnnotation, unlessAnyAnnotation = [] } = row;
  const isMarked = (method: ProgramMethod) => {
    const mark = tools.annotations.onMethod(method, unlessAnyAnnotation);
    return mark !== undefined && !isTrue(mark, row.unlessTrue);
  };
  const families = tools.annotations.familiesWith(row.typeAnnotation);
  return tools.productionTypes
    .filter((type) => families.has(type) && isConcrete(type))
    .filter((type) => tools.annotations.onType(type, row.typeAnnotation) !== undefined)
    .filter((type) => !tools.exposedMethods(type).some(isMarked))
    .flatMap((owner) =>
      tools
        .exposedMethods(owner)
        .filter((handler) => isPublicInstance(handler))
        .filter(
          (handler) =>
            unlessAnnotation === undefined ||
            tools.annotations.onMethod(handler, unlessAnnotation) === undefined,
        )
        .map((handler) => {
          const context = { tools, owner, handler, found: null, properties: factory.propertiesOf(owner) };
          return factory.create({ row, owner, handler, verbs: [], paths: readPaths(context, row.paths) });
        }),
    );
}

function isPublicInstance(method: ProgramMethod): boolean {
  const modifiers = method.declaration?.modifiers ?? 0;
  return (modifiers & Modifier.public) !== 0 && (modifiers & Modifier.static) === 0;
}
