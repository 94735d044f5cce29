import { Modifier } from '../facts/declarations.ts';
import type { Applied, Generation } from './generated-members.ts';
import { addMember } from './implicit-members.ts';
import { instanceFields } from './instance-fields.ts';
import type { ProgramField, ProgramParameter } from './program.ts';
import { CONSTRUCTOR, type TypeDraft } from './shapes.ts';
import type { SynthesisRule } from './synthesis-rules.ts';
import { erasedName, VOID } from './types.ts';

/** Names of instance fields that get a value where they are declared or in an initializer block. */
export function initialisedFields(owner: TypeDraft): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { name, declaration } of owner.fields) if (declaration.constant !== undefined) found.add(name);
  const initializer = owner.methods.find(({ declaration }) => declaration?.kind === 'instance-initializer');
  const operations = initializer?.declaration?.body?.operations ?? [];
  for (const operation of operations) {
    const target = operation.kind === 'assign' ? operations[operation.target] : undefined;
    if (target?.kind === 'name' || target?.kind === 'field') found.add(target.name);
  }
  return found;
}

/** Adds the constructor a rule asks for, and the static factory where the annotation names one. */
export function generateConstructor(
  { owner, shape }: Generation,
  { rule, annotation }: Applied,
  initialised: ReadonlySet<string>,
): void {
  const parameters = constructorFields(owner, rule, initialised).map(
    (field): ProgramParameter => ({
      name: field.name,
      type: field.type,
      declaration: null,
      annotations: field.annotations,
    }),
  );
  const factory = rule.staticNameFrom === undefined ? undefined : annotation.args.get(rule.staticNameFrom);
  const hasFactory = factory?.kind === 'text' && factory.value !== '';
  const signature = parameters.map(({ type }) => erasedName(type)).join(',');
  const declared = shape.methods
    .get(CONSTRUCTOR)
    ?.some((method) => method.parameters.map((type) => erasedName(type)).join(',') === signature);
  if (declared !== true) {
    addMember(owner, shape, {
      name: CONSTRUCTOR,
      synthesised: 'generated',
      parameters,
      returns: VOID,
      visibility: hasFactory ? 'private' : 'public',
    });
  }
  if (hasFactory) {
    addMember(owner, shape, {
      name: factory.value,
      synthesised: 'generated',
      parameters,
      returns: shape.self,
      isStatic: true,
    });
  }
}

function constructorFields(
  owner: TypeDraft,
  rule: SynthesisRule,
  initialised: ReadonlySet<string>,
): readonly ProgramField[] {
  const fields = instanceFields(owner);
  const isFinal = ({ declaration }: ProgramField): boolean => (declaration.modifiers & Modifier.final) !== 0;
  switch (rule.generates) {
    case 'all-args-constructor':
      return fields.filter((field) => !(isFinal(field) && initialised.has(field.name)));
    case 'required-args-constructor':
      return fields.filter(
        (field) => !initialised.has(field.name) && (isFinal(field) || isRequired(field, rule)),
      );
    default:
      return [];
  }
}

function isRequired(field: ProgramField, rule: SynthesisRule): boolean {
  return field.annotations.some(({ type }) => rule.requiredBy?.includes(type) === true);
}
