import { typeName } from '../base/ids.ts';
import { Modifier } from '../facts/declarations.ts';
import { accessorName, accessorStyle } from './accessor-names.ts';
import { generateBuilder } from './generated-builders.ts';
import { generateConstructor, initialisedFields } from './generated-constructors.ts';
import { addMember, erasedType, type NewMember, unnamedParameter } from './implicit-members.ts';
import type { ShapeDraft } from './index-symbols.ts';
import { instanceFields } from './instance-fields.ts';
import type { ProgramField, ResolvedAnnotation } from './program.ts';
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
    for (const kind of ['getter', 'setter', 'with'] as const) generateAccessors(generation, kind, onType);
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
  const declared = shape.methods
    .get(member.name)
    ?.some(({ parameters }) => parameters.length === member.parameters.length);
  if (declared !== true) addMember(owner, shape, member);
}

function generateAccessors(
  generation: Generation,
  kind: SynthesisKind & ('getter' | 'setter' | 'with'),
  onType: readonly Applied[],
): void {
  const { owner, rules } = generation;
  const general = onType.filter(({ rule }) => rule.generates === kind);
  for (const field of instanceFields(owner)) {
    const own = appliedAt(rules, field.annotations, 'field').filter(({ rule }) => rule.generates === kind);
    const applied = (own.length > 0 ? own : general).find((candidate) => !isSwitchedOff(candidate));
    if (applied === undefined || (own.length > 0 && own.some(isSwitchedOff))) continue;
    const isFinal = (field.declaration.modifiers & Modifier.final) !== 0;
    if (kind === 'setter' && isFinal) continue;
    addAccessor(generation, { kind, field, applied });
  }
}

function isSwitchedOff({ rule, annotation }: Applied): boolean {
  if (rule.unless === undefined) return false;
  const value = annotation.args.get(rule.unless.argument);
  return value?.kind === 'enum' && value.name === rule.unless.value;
}

function addAccessor(
  { owner, shape }: Generation,
  wanted: {
    readonly kind: 'getter' | 'setter' | 'with';
    readonly field: ProgramField;
    readonly applied: Applied;
  },
): void {
  const { kind, field, applied } = wanted;
  const from = applied.rule.accessorsFrom;
  const style = accessorStyle(
    from === undefined
      ? []
      : [
          field.annotations.find(({ type }) => type === from),
          owner.annotations.find(({ type }) => type === from),
        ],
  );
  const parameter = { name: field.name, type: field.type, declaration: null, annotations: field.annotations };
  const self = shape.self;
  addUnlessDeclared(owner, shape, {
    name: accessorName(kind, field, style),
    synthesised: 'generated',
    accesses: field.name,
    parameters: kind === 'getter' ? [] : [parameter],
    returns: kind === 'getter' ? field.type : kind === 'with' || style.chain ? self : VOID,
  });
}
