import { typeName } from '../base/ids.ts';
import { capitalised } from './accessor-names.ts';
import type { Applied, Generation } from './generated-members.ts';
import { addMember } from './implicit-members.ts';
import { addShape, type ShapeDraft, shapeFor } from './index-symbols.ts';
import { instanceFields } from './instance-fields.ts';
import type { ConstantValue, ProgramParameter, ResolvedAnnotation } from './program.ts';
import type { ResolvedType } from './resolved-type.ts';
import { CONSTRUCTOR, type MethodDraft, type TypeDraft } from './shapes.ts';
import type { BuilderNames } from './synthesis-rules.ts';
import { type ClassType, classType, VOID } from './types.ts';

/** Inheritance chains are followed this far for the properties of a builder. */
const MAX_PARENTS = 50;

/**
 * Adds a builder: its type with a method for each property, the method that makes it and the one that ends it. Made from
 * the fields of the type, or from the parameters of the constructor or method the annotation stands on.
 */
export function generateBuilder(generation: Generation, applied: Applied, from: MethodDraft | null): void {
  const { owner, shape } = generation;
  const names = applied.rule.builder;
  if (names === undefined || applied.rule.generates !== 'builder') return;
  const { annotation } = applied;
  const built: ResolvedType = from === null || from.name === CONSTRUCTOR ? shape.self : from.returnType;
  const properties = from === null ? fieldProperties(generation, names, annotation) : from.parameters;
  const builtName =
    built.kind === 'class'
      ? built.name.slice(Math.max(built.name.lastIndexOf('.'), built.name.lastIndexOf('$')) + 1)
      : owner.declaration.name;
  const className = textOf(annotation, names.classFrom, names.className.replace('*', builtName));
  const builder = builderType(generation, className);
  const type = classType(builder.owner.name);
  const prefix = textOf(annotation, names.prefixFrom, '');
  for (const property of properties) addProperty(builder, type, { property, prefix });
  addMember(builder.owner, builder.shape, {
    name: textOf(annotation, names.buildFrom, names.build),
    synthesised: 'generated',
    parameters: [],
    returns: built,
  });
  const method = textOf(annotation, names.methodFrom, names.method);
  if (method !== '') {
    addMember(owner, shape, {
      name: method,
      synthesised: 'generated',
      parameters: [],
      returns: type,
      isStatic: true,
    });
  }
  if (isTrue(annotation.args.get(names.toBuilderFrom))) {
    addMember(owner, shape, {
      name: names.toBuilder,
      synthesised: 'generated',
      parameters: [],
      returns: type,
    });
  }
  if (from === null && !shape.methods.has(CONSTRUCTOR)) {
    const parameters = names.inherits
      ? [{ name: 'b', type, declaration: null, annotations: [] }]
      : properties;
    addMember(owner, shape, {
      name: CONSTRUCTOR,
      synthesised: 'generated',
      parameters,
      returns: VOID,
      visibility: names.inherits ? 'protected' : 'package',
    });
  }
}

function textOf(annotation: ResolvedAnnotation, argument: string, otherwise: string): string {
  const value = annotation.args.get(argument);
  return value?.kind === 'text' ? value.value : otherwise;
}

function isTrue(value: ConstantValue | undefined): boolean {
  return value?.kind === 'boolean' && value.value;
}

function fieldProperties(
  { world, owner }: Generation,
  names: BuilderNames,
  annotation: ResolvedAnnotation,
): readonly ProgramParameter[] {
  const found: ProgramParameter[] = [];
  let at: TypeDraft | undefined = owner;
  for (let steps = 0; at !== undefined && steps < MAX_PARENTS; steps++) {
    for (const field of instanceFields(at)) {
      found.push({ name: field.name, type: field.type, declaration: null, annotations: field.annotations });
    }
    const above: ResolvedType | null = at.superclass;
    at = names.inherits && above?.kind === 'class' ? world.drafts.get(above.name) : undefined;
    if (at?.annotations.every(({ type }) => type !== annotation.type) === true) break;
  }
  return found;
}

interface Builder {
  readonly owner: TypeDraft;
  readonly shape: ShapeDraft;
}

/** The builder type: the one the source declares under that name, else a new one. */
function builderType({ world, file, owner, shape }: Generation, className: string): Builder {
  const name = typeName(`${owner.name}$${className}`);
  const known = world.drafts.get(name);
  const knownShape = world.shapes.get(name);
  if (known !== undefined && knownShape !== undefined)
    return { owner: known, shape: knownShape as ShapeDraft };
  const { declaration } = owner;
  const draft: TypeDraft = {
    name,
    declaration: {
      ...declaration,
      name: className,
      binaryName: name,
      kind: 'class',
      annotations: [],
      typeParameters: [],
      extends: null,
      implements: [],
      permits: [],
      enclosingMethod: null,
      components: [],
      fields: [],
      methods: [],
    },
    file: file.input,
    superclass: classType(typeName(file.rules.rootType)),
    interfaces: [],
    outer: owner,
    annotations: [],
    fields: [],
    methods: [],
  };
  const made: ShapeDraft = {
    ...shapeFor(draft, file.rules),
    outer: shape.name,
    isStatic: true,
    parents: [classType(typeName(file.rules.rootType))],
  };
  world.drafts.set(name, draft);
  addShape(world, made);
  if (world.nameAnswers !== null) world.nameAnswers = {};
  world.memberOwners?.clear();
  world.superAnswers.clear();
  world.fileOf.set(draft, file);
  world.generatedTypes.push(draft);
  return { owner: draft, shape: made };
}

function addProperty(
  { owner, shape }: Builder,
  type: ClassType,
  { property, prefix }: { readonly property: ProgramParameter; readonly prefix: string },
): void {
  const name = prefix === '' ? property.name : prefix + capitalised(property.name);
  if (shape.methods.get(name)?.some(({ parameters }) => parameters.length === 1) === true) return;
  addMember(owner, shape, {
    name,
    synthesised: 'generated',
    accesses: property.name,
    parameters: [property],
    returns: type,
  });
}
