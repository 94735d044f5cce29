import type { TypeName } from '../../base/ids.ts';
import { Modifier } from '../../facts/declarations.ts';
import type { AnnotatedArgument, ProgramField, ProgramType } from '../../link/program.ts';
import type { ResolvedType } from '../../link/resolved-type.ts';
import { ENTROPY_CLASSES, type EntropyClass } from '../kinds.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { canonicalName } from '../match/name-pattern.ts';
import { rememberedOf } from '../match/remembered.ts';
import { treeSupertypes } from '../match/tree-supertypes.ts';
import type { Row } from '../models.ts';

/** Data types inside data types: what lies deeper is taken as text. */
const DEEPEST = 5;
/** Fields looked at for one parameter; a cap against hostile types. */
const MOST_FIELDS = 400;
/** A type that nobody could look up is taken as the middle: neither harmless nor alarming. */
const UNKNOWN_CLASS: EntropyClass = 'string';

/** What a text can stand in: a field of a data type, or a type argument of a container. */
export type Part = ProgramField | AnnotatedArgument;

/** What the annotations on parts of a value do, where they are looked at. */
export interface PartChecks {
  /** Whether they bound what a text there may be; `isContainer` where texts stand in a container in that part. */
  bounds(part: Part, isContainer: boolean): boolean;
  /** Whether they ask that the parts of the part are checked as well. */
  cascades(part: Part): boolean;
}

/** A value as far as constraints on its parts will be checked. */
export interface CheckedValue {
  readonly checks: PartChecks;
  /** Those of its own fields are, and of what it holds where it is a container. */
  readonly isChecked: boolean;
  /** What stands on its type arguments. */
  readonly elements: readonly AnnotatedArgument[];
}

const UNCHECKED: CheckedValue = {
  checks: { bounds: () => false, cascades: () => false },
  isChecked: false,
  elements: [],
};

/** How loose the values of a type are: the loosest of what can be set in it and is not bounded by a constraint. */
export function loosenessOf(
  tools: MatchTools,
  type: ResolvedType,
  checked: CheckedValue = UNCHECKED,
): EntropyClass {
  const { checks, isChecked, elements } = checked;
  const state: Measuring = { tools, checks, fieldsLeft: { count: MOST_FIELDS }, open: new Set() };
  return measure(state, type, { depth: 0, isChecked, elements });
}

/** What is checked of the value of a field, in a checked object. */
export function fieldValue({ program }: MatchTools, field: ProgramField, checks: PartChecks): CheckedValue {
  const owner = program.type(field.owner);
  const elements = owner === undefined ? [] : program.argumentAnnotations(field.declaration.type, owner);
  return { checks, isChecked: checks.cascades(field), elements };
}

/** Whether the type is one value (number, text, date, enum …) and not an object with parts. */
export function isSimpleType(tools: MatchTools, type: ResolvedType): boolean {
  switch (type.kind) {
    case 'primitive':
      return true;
    case 'array':
      return isSimpleType(tools, type.element);
    case 'class': {
      const known = classByRow(tools, type);
      if (known !== undefined) return known === 'bounded' || known === 'string';
      const args = containerArguments(tools, type);
      return args !== undefined && args.length > 0 && args.every((each) => isSimpleType(tools, each));
    }
    default:
      return false;
  }
}

/** Type arguments where the type is a container (`Optional`, `List`), else undefined. */
export function containerArguments(
  tools: MatchTools,
  type: ResolvedType,
): readonly ResolvedType[] | undefined {
  return type.kind === 'class' && containerRow(tools, type.name) !== undefined ? type.args : undefined;
}

/** Whether what a container holds is checked as if it stood there itself, without any annotation inside. */
export function standsForContent(tools: MatchTools, type: ResolvedType): boolean {
  return type.kind === 'class' && containerRow(tools, type.name)?.content === true;
}

const containerRow = rememberedOf(
  ({ models, types }: MatchTools, name: TypeName): Row<'containers'> | undefined =>
    models.containers.find((row) => types.match(name, row.type) === 'certain'),
);

interface Measuring {
  readonly tools: MatchTools;
  readonly checks: PartChecks;
  readonly fieldsLeft: { count: number };
  readonly open: Set<string>;
}

type Place = Omit<CheckedValue, 'checks'> & { readonly depth: number };

function measure(state: Measuring, type: ResolvedType, place: Place): EntropyClass {
  switch (type.kind) {
    case 'primitive':
      return 'bounded';
    case 'array':
      return arrayClass(state, type.element, place);
    case 'variable':
      return place.depth > DEEPEST ? UNKNOWN_CLASS : measure(state, type.bound, deeper(place));
    case 'class':
      return measureClass(state, type, place);
    case 'null':
    case 'void':
      return 'bounded';
    case 'unknown':
      return UNKNOWN_CLASS;
  }
}

function deeper(place: Place): Place {
  return { ...place, depth: place.depth + 1 };
}

function arrayClass(state: Measuring, element: ResolvedType, place: Place): EntropyClass {
  if (element.kind === 'primitive' && element.name === 'byte') return 'binary';
  if (element.kind === 'primitive' && element.name === 'char') return 'string';
  return place.depth > DEEPEST ? UNKNOWN_CLASS : measure(state, element, deeper(place));
}

function measureClass(
  state: Measuring,
  type: Extract<ResolvedType, { readonly kind: 'class' }>,
  place: Place,
): EntropyClass {
  const { tools } = state;
  const known = classByRow(tools, type);
  if (known !== undefined) return known;
  if (place.depth > DEEPEST) return UNKNOWN_CLASS;
  const args = containerArguments(tools, type);
  if (args !== undefined) {
    return args.length === 0
      ? 'untyped'
      : loosest(args.map((each, index) => elementClass(state, each, { place, index })));
  }
  const declared = tools.program.type(type.name);
  if (declared === undefined) return UNKNOWN_CLASS;
  if (state.open.has(declared.name)) return 'bounded';
  state.open.add(declared.name);
  const result = measureFields(state, { declared, args: type.args }, place);
  state.open.delete(declared.name);
  return result;
}

/** Checking a container checks its elements, but not what containers in it hold: those need an annotation of their own. */
function elementClass(
  state: Measuring,
  type: ResolvedType,
  at: { readonly place: Place; readonly index: number },
): EntropyClass {
  const { tools, checks } = state;
  const { depth, isChecked, elements } = at.place;
  const written = elements[at.index];
  const isContainer = containerArguments(tools, type) !== undefined;
  const measured = measure(state, type, {
    depth: depth + 1,
    isChecked: (isChecked && !isContainer) || (written !== undefined && checks.cascades(written)),
    elements: written?.args ?? [],
  });
  const isBounded = measured === 'string' && written !== undefined && checks.bounds(written, isContainer);
  return isBounded ? 'bounded' : measured;
}

function measureFields(
  state: Measuring,
  { declared, args }: { readonly declared: ProgramType; readonly args: readonly ResolvedType[] },
  { depth, isChecked }: Place,
): EntropyClass {
  const { tools, checks } = state;
  const fields = settableFields(tools, declared);
  if (fields.length === 0) return declared.declaration.kind === 'interface' ? 'untyped' : 'bounded';
  const classes: EntropyClass[] = [];
  for (const field of fields) {
    if (state.fieldsLeft.count === 0) break;
    state.fieldsLeft.count -= 1;
    const type = bindVariables({ declared, args }, field.type);
    const value = isChecked ? fieldValue(tools, field, checks) : UNCHECKED;
    const measured = measure(state, type, { ...value, depth: depth + 1 });
    const isBounded = measured === 'string' && isChecked && checks.bounds(field, isSeveral(tools, type));
    classes.push(isBounded ? 'bounded' : measured);
  }
  return loosest(classes);
}

/** Whether values of the type hold any number of others. */
export function isSeveral(tools: MatchTools, type: ResolvedType): boolean {
  return type.kind === 'array' || containerArguments(tools, type) !== undefined;
}

/** `T` in a field's type stands for what the type parameter is bound to where the data type is used. */
function bindVariables(
  use: { readonly declared: ProgramType; readonly args: readonly ResolvedType[] },
  type: ResolvedType,
  depth = 0,
): ResolvedType {
  if (depth > DEEPEST) return type;
  if (type.kind === 'array') return { ...type, element: bindVariables(use, type.element, depth + 1) };
  if (type.kind === 'class') {
    return { ...type, args: type.args.map((each) => bindVariables(use, each, depth + 1)) };
  }
  if (type.kind !== 'variable') return type;
  const parameters = use.declared.declaration.typeParameters;
  return use.args[parameters.findIndex((parameter) => parameter.name === type.name)] ?? type;
}

/**
 * Fields that data from outside can set: through a setter, a constructor parameter or record component of the name, or
 * because they are public. Where nothing of that exists, all fields that belong to the object.
 */
export const settableFields = rememberedOf(
  ({ program }: MatchTools, type: ProgramType): readonly ProgramField[] => {
    const own: ProgramField[] = [];
    const settable: ProgramField[] = [];
    for (const each of treeSupertypes(program, type)) {
      const names = settableNames(each);
      for (const field of each.fields) {
        const { modifiers } = field.declaration;
        if ((modifiers & (Modifier.static | Modifier.transient)) !== 0) continue;
        own.push(field);
        if (names.has(field.name) || (modifiers & Modifier.public) !== 0) settable.push(field);
      }
    }
    return settable.length > 0 ? settable : own;
  },
);

function settableNames(type: ProgramType): ReadonlySet<string> {
  const names = new Set<string>(type.declaration.components.map((component) => component.name));
  for (const method of type.methods) {
    if (method.name === '<init>') for (const parameter of method.parameters) names.add(parameter.name);
    const setter = /^set([A-Z]\w*)$/u.exec(method.name)?.[1];
    if (setter !== undefined && method.parameters.length === 1) {
      names.add(setter.charAt(0).toLowerCase() + setter.slice(1));
    }
  }
  return names;
}

function classByRow(
  tools: MatchTools,
  { name }: Extract<ResolvedType, { readonly kind: 'class' }>,
): EntropyClass | undefined {
  return classOfName(tools, name);
}

/** A few types stand everywhere. */
const classOfName = rememberedOf(
  ({ models, types }: MatchTools, type: TypeName): EntropyClass | undefined => {
    const name = canonicalName(type);
    const exact = models.entropy.find((row) => row.type.some((each) => canonicalName(each) === name));
    if (exact !== undefined) return exact.class;
    return models.entropy.find((row) => !row.exact && types.match(type, row.type) === 'certain')?.class;
  },
);

function loosest(classes: readonly EntropyClass[]): EntropyClass {
  const index = classes.reduce((most, each) => Math.max(most, ENTROPY_CLASSES.indexOf(each)), 0);
  return ENTROPY_CLASSES[index] ?? 'bounded';
}
