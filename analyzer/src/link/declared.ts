import type { MethodId, RelativePath, TypeName } from '../base/ids.ts';
import { compareText } from '../base/ordering.ts';
import { declaredConstant } from './constants.ts';
import { type DeclaredHead, lineOf } from './declared-line.ts';
import { functionOf } from './functional-interfaces.ts';
import { methodsNamed } from './members.ts';
import type { ResolvedAnnotation } from './program.ts';
import type { ResolvedType } from './resolved-type.ts';
import { CONSTRUCTOR, type FieldShape, type MethodShape, type TypeDraft, type TypeShape } from './shapes.ts';
import { knownSupers } from './subtyping.ts';
import { classType, isUnbounded } from './types.ts';
import { shapeOf, type World } from './world.ts';

/** What other code can see of a type, written out: two types that are written alike cannot be told apart from outside. */
export interface DeclaredType extends Pick<DeclaredHead, 'simple' | 'isHidden'> {
  readonly name: TypeName;
  readonly path: RelativePath;
  /** All of it as `lineOf` writes it. */
  readonly line: string;
}

/** Kinds of members, in front of their names. */
const FIELD = 'f ';
const METHOD = 'm ';
export const CONSTRUCTORS = METHOD + CONSTRUCTOR;

/** What types of a world declare. */
export function declaredTypes(
  world: World,
  types: Iterable<readonly [TypeDraft, TypeShape | undefined]>,
): readonly DeclaredType[] {
  const inheriting = new Set(
    world.context.synthesis.flatMap(({ annotation, builder }) => (builder?.inherits ? [annotation] : [])),
  );
  const generating = new Set(world.context.synthesis.map(({ annotation }) => annotation));
  const found: DeclaredType[] = [];
  for (const [draft, shape] of types) {
    if (shape !== undefined) found.push(declaredType(world, { draft, shape, inheriting, generating }));
  }
  return found;
}

/** The methods of the tree that override one outside it, by what `World.externalOverriders` calls that. */
export function declaredOverriders({ externalOverriders }: World): ReadonlyMap<string, string> {
  return new Map(
    [...externalOverriders].map(([key, methods]) => [key, list(methods, ({ id }) => id)] as const),
  );
}

interface Declared {
  readonly draft: TypeDraft;
  readonly shape: TypeShape;
  readonly inheriting: ReadonlySet<string>;
  readonly generating: ReadonlySet<string>;
}

function declaredType(world: World, declared: Declared): DeclaredType {
  const { draft, shape } = declared;
  const isInterface = shape.kind === 'interface' || shape.kind === 'annotation';
  const members: string[] = [];
  for (const [name, methods] of shape.methods)
    members.push(
      METHOD + name,
      list(methods, (each) => methodText(world, each)),
    );
  for (const [name, field] of shape.fields) members.push(FIELD + name, fieldText(world, field));
  const head: DeclaredHead = {
    simple: draft.declaration.name,
    isHidden: isHidden(draft),
    head: headOf(declared),
    asFunction: isInterface ? functionText(world, shape) : '',
    abstracts: isInterface ? abstractsOf(world, shape) : '',
  };
  return {
    name: draft.name,
    path: draft.file.facts.path,
    simple: head.simple,
    isHidden: head.isHidden,
    line: lineOf(head, members),
  };
}

/** Inside a method, at any depth. */
function isHidden(draft: TypeDraft): boolean {
  for (let at: TypeDraft | null = draft; at !== null; at = at.outer)
    if (at.declaration.enclosingMethod !== null || at.declaration.kind === 'anonymous') return true;
  return false;
}

function headOf({ draft, shape, inheriting, generating }: Declared): string {
  const { declaration, superclass, interfaces, annotations } = draft;
  const isInherited = annotations.some(({ type }) => inheriting.has(type));
  return [
    shape.rules.rootType,
    draft.file.facts.language,
    shape.kind,
    flags(shape.isAbstract, shape.isStatic, shape.hasUnknownParent),
    shape.outer ?? '',
    list(shape.parameters, spelled),
    list(shape.parents, spelled),
    superclass === null ? '' : spelled(superclass),
    list(interfaces, spelled),
    list(declaration.components, ({ name }) => name),
    list(
      annotations.filter(({ type }) => generating.has(type)),
      annotationText,
    ),
    // A builder below has a method for each of them, and is free to call it something else.
    isInherited ? list(draft.fields, ({ name, type }) => `${name} ${spelled(type)}`) : '',
  ].join(';');
}

function methodText(world: World, method: MethodShape): string {
  const { draft } = method;
  const parts = [
    draft?.id ?? '',
    method.owner,
    flags(method.isStatic, method.isAbstract, method.isVarargs, draft?.declaration == null),
    method.visibility,
    method.parameters.length === 0 ? '' : list(method.parameters, spelled),
    spelled(method.returns),
  ];
  if (method.variables.length > 0) parts.push(list(method.variables, spelled));
  if (draft !== null) {
    if (draft.declaration?.body === null) parts.push('bodiless');
    if (draft.overriddenBy.length > 0) parts.push(list<MethodId>(draft.overriddenBy, (id) => id));
    if (world.replaced.has(draft)) parts.push('replaced');
  }
  return parts.join(';');
}

function fieldText(
  world: World,
  { owner, type, isStatic, visibility, isEnumConstant, field }: FieldShape,
): string {
  const text = `${owner};${spelled(type)};${flags(isStatic, isEnumConstant)};${visibility}`;
  if (field?.declaration.constant === undefined) return text;
  return `${text};${JSON.stringify(declaredConstant(world, field), printed)}`;
}

function annotationText({ type, args }: ResolvedAnnotation): string {
  return `${type} ${JSON.stringify(args, printed)}`;
}

/** JSON of values that hold maps. */
function printed(_: string, value: unknown): unknown {
  return value instanceof Map ? [...value] : value;
}

function functionText(world: World, shape: TypeShape): string {
  const found = functionOf(world, classType(shape.name));
  if (found === null || found === 'unknown') return '';
  return `${list(found.parameters, spelled)};${spelled(found.returns)}`;
}

/** All methods of names that have an abstract one here or above. */
function abstractsOf(world: World, shape: TypeShape): string {
  const names = new Set<string>();
  for (const type of [shape.name, ...knownSupers(world, shape.name).types.map(({ name }) => name)]) {
    for (const [name, methods] of shapeOf(world, type)?.methods ?? []) {
      if (methods.some(({ isAbstract }) => isAbstract)) names.add(name);
    }
  }
  return [...names]
    .map((name) =>
      list(methodsNamed(world, shape, name), ({ method, via }) =>
        [
          `${method.owner}#${name}`,
          list(method.parameters, spelled),
          spelled(method.returns),
          spelled(via),
          flags(method.isAbstract),
        ].join(';'),
      ),
    )
    .sort(compareText)
    .join(';');
}

function flags(...all: readonly boolean[]): string {
  let text = '';
  for (let i = 0; i < all.length; i++) text += all[i] === true ? '1' : '0';
  return text;
}

function list<T>(items: Iterable<T>, print: (item: T) => string): string {
  let text = '[';
  for (const item of items) text += `${print(item)}|`;
  return `${text}]`;
}

/** A type, so that two of them are spelled alike only where they are the same; linking bounds how deep it is. */
function spelled(type: ResolvedType): string {
  switch (type.kind) {
    case 'class':
      if (type.args.length > 0) return `${type.name}<${list(type.args, spelled)}>`;
      return isUnbounded(type) ? `?${type.name}` : type.name;
    case 'primitive':
      return `%${type.name}`;
    case 'array':
      return `${spelled(type.element)}[]`;
    case 'variable':
      return `'${type.name}@${type.owner}:${spelled(type.bound)}`;
    case 'unknown':
      return `~${type.reason}`;
    default:
      return `%${type.kind}`;
  }
}
