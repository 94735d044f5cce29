import { Modifier } from '../../facts/declarations.ts';
import type { ProgramField, ProgramType } from '../../link/program.ts';
import type { ResolvedType } from '../../link/resolved-type.ts';
import { ENTROPY_CLASSES, type EntropyClass } from '../kinds.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { canonicalName } from '../match/name-pattern.ts';
import { treeSupertypes } from '../match/tree-supertypes.ts';

/** Data types inside data types: what lies deeper is taken as text. */
const DEEPEST = 5;
/** Fields looked at for one parameter; a cap against hostile types. */
const MOST_FIELDS = 400;
/** A type that nobody could look up is taken as the middle: neither harmless nor alarming. */
const UNKNOWN_CLASS: EntropyClass = 'string';

/** Whether a text field of a data type is bounded by a constraint that will be checked. */
export type BoundedField = (field: ProgramField) => boolean;

/** How loose the values of a type are: the loosest of what can be set in it. */
export function loosenessOf(
  tools: MatchTools,
  type: ResolvedType,
  isBounded: BoundedField = () => false,
): EntropyClass {
  return measure({ tools, isBounded, fieldsLeft: { count: MOST_FIELDS }, open: new Set() }, type, 0);
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
  if (type.kind !== 'class') return undefined;
  const isContainer = tools.models.containers.some(
    (row) => tools.types.match(type.name, row.type) === 'certain',
  );
  return isContainer ? type.args : undefined;
}

interface Measuring {
  readonly tools: MatchTools;
  readonly isBounded: BoundedField;
  readonly fieldsLeft: { count: number };
  readonly open: Set<string>;
}

function measure(state: Measuring, type: ResolvedType, depth: number): EntropyClass {
  switch (type.kind) {
    case 'primitive':
      return 'bounded';
    case 'array':
      return arrayClass(state, type.element, depth);
    case 'variable':
      return depth > DEEPEST ? UNKNOWN_CLASS : measure(state, type.bound, depth + 1);
    case 'class':
      return measureClass(state, type, depth);
    case 'null':
    case 'void':
      return 'bounded';
    case 'unknown':
      return UNKNOWN_CLASS;
  }
}

function arrayClass(state: Measuring, element: ResolvedType, depth: number): EntropyClass {
  if (element.kind === 'primitive' && element.name === 'byte') return 'binary';
  if (element.kind === 'primitive' && element.name === 'char') return 'string';
  return depth > DEEPEST ? UNKNOWN_CLASS : measure(state, element, depth + 1);
}

function measureClass(
  state: Measuring,
  type: Extract<ResolvedType, { readonly kind: 'class' }>,
  depth: number,
): EntropyClass {
  const { tools } = state;
  const known = classByRow(tools, type);
  if (known !== undefined) return known;
  if (depth > DEEPEST) return UNKNOWN_CLASS;
  const args = containerArguments(tools, type);
  if (args !== undefined) {
    return args.length === 0 ? 'untyped' : loosest(args.map((each) => measure(state, each, depth + 1)));
  }
  const declared = tools.program.type(type.name);
  if (declared === undefined) return UNKNOWN_CLASS;
  if (state.open.has(declared.name)) return 'bounded';
  state.open.add(declared.name);
  const result = measureFields(state, { declared, args: type.args }, depth);
  state.open.delete(declared.name);
  return result;
}

function measureFields(
  state: Measuring,
  { declared, args }: { readonly declared: ProgramType; readonly args: readonly ResolvedType[] },
  depth: number,
): EntropyClass {
  const fields = settableFields(state.tools, declared);
  if (fields.length === 0) return declared.declaration.kind === 'interface' ? 'untyped' : 'bounded';
  const classes: EntropyClass[] = [];
  for (const field of fields) {
    if (state.fieldsLeft.count === 0) break;
    state.fieldsLeft.count -= 1;
    const bound = bindVariables({ declared, args }, field.type);
    const measured = measure(state, bound, depth + 1);
    classes.push(measured === 'string' && state.isBounded(field) ? 'bounded' : measured);
  }
  return loosest(classes);
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
export function settableFields(tools: MatchTools, type: ProgramType): readonly ProgramField[] {
  const own: ProgramField[] = [];
  const settable: ProgramField[] = [];
  for (const each of treeSupertypes(tools.program, type)) {
    const names = settableNames(each);
    for (const field of each.fields) {
      const { modifiers } = field.declaration;
      if ((modifiers & (Modifier.static | Modifier.transient)) !== 0) continue;
      own.push(field);
      if (names.has(field.name) || (modifiers & Modifier.public) !== 0) settable.push(field);
    }
  }
  return settable.length > 0 ? settable : own;
}

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
  type: Extract<ResolvedType, { readonly kind: 'class' }>,
): EntropyClass | undefined {
  const name = canonicalName(type.name);
  const exact = tools.models.entropy.find((row) => row.type.some((each) => canonicalName(each) === name));
  if (exact !== undefined) return exact.class;
  const above = tools.models.entropy.find(
    (row) => !row.exact && tools.types.match(type.name, row.type) === 'certain',
  );
  return above?.class;
}

function loosest(classes: readonly EntropyClass[]): EntropyClass {
  const index = classes.reduce((most, each) => Math.max(most, ENTROPY_CLASSES.indexOf(each)), 0);
  return ENTROPY_CLASSES[index] ?? 'bounded';
}
