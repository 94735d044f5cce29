import { typeName } from '../base/ids.ts';
import { Modifier } from '../facts/declarations.ts';
import { accessorName, accessorStyle, PLAIN } from './accessor-names.ts';
import { generateBuilder } from './generated-builders.ts';
import { generateConstructor, initialisedFields } from './generated-constructors.ts';
import { addMember, erasedType, type NewMember, unnamedParameter } from './implicit-members.ts';
import type { ShapeDraft } from './index-symbols.ts';
import { instanceFields } from './instance-fields.ts';
import type { ProgramField, ProgramParameter, ResolvedAnnotation } from './program.ts';
import { fieldShape } from './resolve-types.ts';
import { CONSTRUCTOR, type MethodDraft, type TypeDraft } from './shapes.ts';
import type { SynthesisKind, SynthesisPlace, SynthesisRule } from './synthesis-rules.ts';
import { VOID } from './types.ts';
import type { SourceFile, World } from './world.ts';

/** A type with the rules whose annotations stand on it. */
export interface Generation {
  readonly world: World;
  readonly file: SourceFile;
  readonly owner: TypeDraft;
  readonly shape: ShapeDraft;
  readonly rules: RuleTable;
}

type RuleTable = ReadonlyMap<string, readonly SynthesisRule[]>;

/** A rule that applies, with the annotation that made it. */
export interface Applied {
  readonly rule: SynthesisRule;
  readonly annotation: ResolvedAnnotation;
}

/** Pass: the members that code generators add, as rules of the models describe them. */
export function addGeneratedMembers(world: World): void {
  const rules = new Map<string, SynthesisRule[]>();
  for (const rule of world.context.synthesis) {
    const same = rules.get(rule.annotation);
    if (same === undefined) rules.set(rule.annotation, [rule]);
    else same.push(rule);
  }
  if (rules.size === 0) return;
  for (const file of world.files) {
    for (let index = 0; index < file.types.length; index++) {
      const owner = file.types[index];
      const shape = file.shapes[index] as ShapeDraft | undefined;
      if (owner !== undefined && shape !== undefined) generate({ world, file, owner, shape, rules });
    }
  }
}

const NONE: readonly Applied[] = [];

/** The rules of annotations at a place. */
function appliedAt(
  rules: RuleTable,
  annotations: readonly ResolvedAnnotation[],
  on: SynthesisPlace,
): readonly Applied[] {
  let found: Applied[] | null = null;
  for (let i = 0; i < annotations.length; i++) {
    const annotation = annotations[i];
    const named = annotation === undefined ? undefined : rules.get(annotation.type);
    // Most annotations are those of tests and of frameworks, and make nothing.
    if (annotation === undefined || named === undefined) continue;
    for (const rule of named) {
      if (rule.on !== on) continue;
      found ??= [];
      found.push({ rule, annotation });
    }
  }
  return found ?? NONE;
}

function generate(generation: Generation): void {
  const { owner, rules } = generation;
  const onType = appliedAt(rules, owner.annotations, 'type');
  if (onType.length > 0 || owner.fields.some(isAnnotated)) {
    generateAccessors(generation, onType);
    generateConstructors(generation, onType);
    for (const applied of onType) generateForType(generation, applied);
  }
  // Those that are added meanwhile stand behind.
  const { length } = owner.methods;
  for (let i = 0; i < length; i++) {
    const method = owner.methods[i];
    if (method !== undefined && isAnnotated(method)) generateFor(generation, method);
  }
}

function generateFor(generation: Generation, method: MethodDraft): void {
  const place = method.name === CONSTRUCTOR ? 'constructor' : 'method';
  const all = appliedAt(generation.rules, method.annotations, place);
  for (let i = 0; i < all.length; i++) {
    const applied = all[i];
    if (applied !== undefined) generateBuilder(generation, applied, method);
  }
}

function isAnnotated({ annotations }: { readonly annotations: readonly ResolvedAnnotation[] }): boolean {
  return annotations.length > 0;
}

function generateConstructors(generation: Generation, onType: readonly Applied[]): void {
  const wanted = onType.filter(({ rule }) => isConstructor(rule));
  if (wanted.length === 0) return;
  const initialised = initialisedFields(generation.owner);
  const hasAnother =
    generation.owner.methods.some(({ name }) => name === CONSTRUCTOR) ||
    wanted.some(({ rule }) => rule.onlyWithoutConstructor !== true);
  for (const applied of wanted) {
    if (applied.rule.onlyWithoutConstructor === true && hasAnother) continue;
    generateConstructor(generation, applied, initialised);
  }
}

function isConstructor(rule: SynthesisRule): boolean {
  return rule.generates.endsWith('-constructor');
}

function generateForType(generation: Generation, applied: Applied): void {
  const { rule } = applied;
  switch (rule.generates) {
    case 'equals':
    case 'to-string':
      addObjectMembers(generation, rule.generates);
      break;
    case 'logger':
      if (rule.logger !== undefined) addLogger(generation, rule.logger);
      break;
    case 'builder':
      generateBuilder(generation, applied, null);
      break;
    default:
      break;
  }
}

/** The members that compare and print objects: the same ones the language gives records. */
function addObjectMembers({ owner, shape, file }: Generation, kind: 'equals' | 'to-string'): void {
  for (const { name, parameters, returns, isText } of file.rules.recordMembers) {
    if (isText !== (kind === 'to-string')) continue;
    addUnlessDeclared(owner, shape, {
      name,
      synthesised: 'generated',
      parameters: parameters.map((type, i) => unnamedParameter(i, erasedType(file.rules, type))),
      returns: erasedType(file.rules, returns),
    });
  }
}

/** The static field that a logging annotation makes. */
function addLogger(
  { owner, shape }: Generation,
  logger: { readonly field: string; readonly type: string },
): void {
  if (shape.fields.has(logger.field)) return;
  const field: ProgramField = {
    owner: owner.name,
    name: logger.field,
    type: { kind: 'class', name: typeName(logger.type), args: [] },
    declaration: {
      name: logger.field,
      type: { name: logger.type },
      modifiers: Modifier.private | Modifier.static | Modifier.final,
      annotations: [],
      line: owner.declaration.line,
    },
    annotations: [],
  };
  owner.fields = [...owner.fields, field];
  shape.fields.set(field.name, fieldShape(owner, field));
}

/** Adds a member where the type does not declare one of that name and number of parameters. */
function addUnlessDeclared(owner: TypeDraft, shape: ShapeDraft, member: NewMember): void {
  if (!isDeclared(shape, member.name, member.parameters.length)) addMember(owner, shape, member);
}

function isDeclared(shape: ShapeDraft, name: string, count: number): boolean {
  return shape.methods.get(name)?.some(({ parameters }) => parameters.length === count) === true;
}

type AccessorKind = SynthesisKind & ('getter' | 'setter' | 'with');

const ACCESSORS: readonly AccessorKind[] = ['getter', 'setter', 'with'];

function generateAccessors(generation: Generation, onType: readonly Applied[]): void {
  const fields = instanceFields(generation.owner);
  const onFields = fields.map(({ annotations }) => appliedAt(generation.rules, annotations, 'field'));
  for (const kind of ACCESSORS) {
    const general = onType.find((applied) => applied.rule.generates === kind && !isSwitchedOff(applied));
    for (let i = 0; i < fields.length; i++) {
      const field = fields[i];
      const applied = field === undefined ? null : accessorFor(kind, onFields[i] ?? NONE, general);
      if (field !== undefined && applied !== null) addAccessor(generation, { kind, field, applied });
    }
  }
}

/** What makes an accessor of a kind for a field: an annotation on it, else one on its type. */
function accessorFor(
  kind: AccessorKind,
  onField: readonly Applied[],
  general: Applied | undefined,
): Applied | null {
  let found: Applied | null = general ?? null;
  for (let i = onField.length - 1; i >= 0; i--) {
    const own = onField[i];
    if (own === undefined || own.rule.generates !== kind) continue;
    if (isSwitchedOff(own)) return null;
    found = own;
  }
  return found;
}

function isSwitchedOff({ rule, annotation }: Applied): boolean {
  if (rule.unless === undefined) return false;
  const value = annotation.args.get(rule.unless.argument);
  return value?.kind === 'enum' && value.name === rule.unless.value;
}

function addAccessor(
  { owner, shape }: Generation,
  wanted: { readonly kind: AccessorKind; readonly field: ProgramField; readonly applied: Applied },
): void {
  const { kind, field, applied } = wanted;
  if (kind === 'setter' && (field.declaration.modifiers & Modifier.final) !== 0) return;
  const from = applied.rule.accessorsFrom;
  const style = from === undefined ? PLAIN : accessorStyle([named(field, from), named(owner, from)]);
  const name = accessorName(kind, field, style);
  const isGetter = kind === 'getter';
  if (isDeclared(shape, name, isGetter ? 0 : 1)) return;
  addMember(owner, shape, {
    name,
    synthesised: 'generated',
    accesses: field.name,
    parameters: isGetter
      ? NO_PARAMETERS
      : [{ name: field.name, type: field.type, declaration: null, annotations: field.annotations }],
    returns: isGetter ? field.type : kind === 'with' || style.chain ? shape.self : VOID,
  });
}

const NO_PARAMETERS: readonly ProgramParameter[] = [];

/** The annotation of a type on a declaration. */
function named(
  { annotations }: { readonly annotations: readonly ResolvedAnnotation[] },
  type: string,
): ResolvedAnnotation | undefined {
  for (let i = 0; i < annotations.length; i++) if (annotations[i]?.type === type) return annotations[i];
  return undefined;
}
