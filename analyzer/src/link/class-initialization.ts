import { type MethodId, typeName } from '../base/ids.ts';
import { Modifier } from '../facts/declarations.ts';
import { declaredConstant } from './constants.ts';
import type { CallSite, CallTarget, EdgeKind, FieldReference } from './program.ts';
import { CONSTRUCTOR, type MethodDraft, type TypeDraft, type TypeShape } from './shapes.ts';
import { isSubtype, knownSupers } from './subtyping.ts';
import { classType, erasedName } from './types.ts';
import { shapeOf, type World } from './world.ts';

/**
 * Answers which operations of a method set off the static initializers of types of the tree (JLS 12.4.1): the creation of
 * an object, the call of a static method, the use of a static field that is no constant variable. The superclasses of a
 * class are initialized with it, and those interfaces above it that declare a default method. One site for each body and
 * type, at the first operation that may do it; none for the type whose body it is, which has begun to be initialized by
 * then. The start of a program initializes the class of its `main` (JLS 12.1.3).
 */
export function initializationsIn(world: World): (method: MethodDraft) => readonly CallSite[] {
  const initializers = new Initializers(world);
  return (method) => (initializers.isEmpty ? NO_SITES : initializers.setOffBy(method));
}

type Place = Pick<CallSite, 'operation' | 'line' | 'nameLine'>;

class Initializers {
  readonly isEmpty: boolean;
  readonly #world: World;
  readonly #own = new Map<TypeDraft, MethodDraft>();
  readonly #targets = new Map<TypeDraft, readonly CallTarget[]>();
  /** Types that a call of a method or the use of a field initializes. */
  readonly #owners = new Map<MethodId, TypeDraft | null>();
  readonly #users = new Map<TreeField, TypeDraft | null>();

  constructor(world: World) {
    this.#world = world;
    for (const draft of world.drafts.values()) {
      const initializer = draft.methods.find(({ declaration }) => declaration?.kind === 'static-initializer');
      if (initializer !== undefined && runsCode(world, initializer)) this.#own.set(draft, initializer);
    }
    this.isEmpty = this.#own.size === 0;
  }

  /** The initializers that a body sets off, a site for each type, in the order of the operations. */
  setOffBy(method: MethodDraft): readonly CallSite[] {
    const found = new Map<TypeDraft, Place>();
    if (startsProgram(this.#world, method)) found.set(method.owner, onEntry(method));
    const add = (type: TypeDraft | null, place: Place): void => {
      if (type === null || type === method.owner || found.has(type)) return;
      if (!hasBegun(this.#world, method.owner, type)) found.set(type, place);
    };
    for (const site of method.calls) add(this.#calledOn(site), site);
    const operations = method.declaration?.body?.operations ?? [];
    method.fieldReferences?.forEach((reference, operation) => {
      const type = this.#usedOf(reference);
      if (type === null) return;
      const line = operations[operation]?.line ?? 0;
      add(type, { operation, line, nameLine: line });
    });
    if (found.size === 0) return NO_SITES;
    return [...found]
      .map(([type, place]) => this.#siteOf(method, type, place))
      .filter(({ targets }) => targets.length > 0)
      .sort((left, right) => left.operation - right.operation);
  }

  #siteOf(method: MethodDraft, type: TypeDraft, { operation, line, nameLine }: Place): CallSite {
    const targets = this.#initializersOf(type);
    return {
      caller: method.id,
      operation,
      file: method.owner.file.facts.path,
      line,
      nameLine,
      name: INITIALIZER,
      receiver: classType(type.name),
      resolution: { status: 'exact', declared: targets[0]?.method ?? method.id },
      targets,
    };
  }

  /** The type whose constructor or static method a call runs, where it has an initializer; null for all other calls. */
  #calledOn({ resolution, targets: [target] }: CallSite): TypeDraft | null {
    if (target === undefined || !MAY_BE_STATIC.has(target.how)) return null;
    if (resolution.status !== 'exact' && resolution.status !== 'narrowed') return null;
    const { declared } = resolution;
    let owner = this.#owners.get(declared);
    if (owner === undefined) {
      owner = this.#ownerOf(declared, target.how);
      this.#owners.set(declared, owner);
    }
    return owner;
  }

  #ownerOf(declared: MethodId, how: EdgeKind): TypeDraft | null {
    const owner = this.#world.drafts.get(typeName(declared.slice(0, declared.indexOf('#'))));
    if (owner === undefined || this.#initializersOf(owner).length === 0) return null;
    if (how !== 'method-reference') return owner;
    const method = owner.methods.find(({ id }) => id === declared);
    return method !== undefined && needsNoObject(this.#world, method) ? owner : null;
  }

  #usedOf({ field }: FieldReference): TypeDraft | null {
    if (field === undefined) return null;
    let owner = this.#users.get(field);
    if (owner === undefined) {
      owner = this.#initializedBy(field);
      this.#users.set(field, owner);
    }
    return owner;
  }

  /** The type that the use of a field initializes. */
  #initializedBy(field: TreeField): TypeDraft | null {
    const owner = this.#world.drafts.get(field.owner);
    if (owner === undefined || !isStaticField(owner, field)) return null;
    if (isConstantVariable(this.#world, field)) return null;
    return this.#initializersOf(owner).length === 0 ? null : owner;
  }

  /** The initializer of a type and of all that is initialized with it, its own first. */
  #initializersOf(type: TypeDraft): readonly CallTarget[] {
    const known = this.#targets.get(type);
    if (known !== undefined) return known;
    const own = this.#own.get(type);
    const above = isInterface(type) ? [] : this.#above(type);
    const targets = [...(own === undefined ? [] : [own]), ...above].map(
      ({ id }): CallTarget => ({ method: id, how: 'class-initialization', confidence: 'possible' }),
    );
    this.#targets.set(type, targets);
    return targets;
  }

  #above(type: TypeDraft): readonly MethodDraft[] {
    const found: MethodDraft[] = [];
    for (const { name } of knownSupers(this.#world, type.name).types) {
      const draft = this.#world.drafts.get(name);
      const initializer = draft === undefined ? undefined : this.#own.get(draft);
      if (draft === undefined || initializer === undefined) continue;
      if (!isInterface(draft) || hasDefaultMethod(draft)) found.push(initializer);
    }
    return found;
  }
}

const INITIALIZER = '<clinit>';
const NO_SITES: readonly CallSite[] = [];

const MAY_BE_STATIC: ReadonlySet<string> = new Set(['static', 'constructor', 'method-reference']);

function startsProgram(world: World, { id, owner, declaration }: MethodDraft): boolean {
  const starts = shapeOf(world, owner.name)?.rules.programStarts ?? [];
  return (
    ((declaration?.modifiers ?? 0) & Modifier.static) !== 0 && starts.includes(id.slice(id.indexOf('#') + 1))
  );
}

function onEntry({ declaration, owner }: MethodDraft): Place {
  const line = declaration?.line ?? owner.declaration.line;
  return { operation: -1, line, nameLine: line };
}

function isInterface({ declaration: { kind } }: TypeDraft): boolean {
  return kind === 'interface' || kind === 'annotation';
}

function hasDefaultMethod({ declaration }: TypeDraft): boolean {
  return declaration.methods.some(({ modifiers }) => (modifiers & Modifier.default) !== 0);
}

function needsNoObject(world: World, method: MethodDraft): boolean {
  if (method.name === CONSTRUCTOR) return true;
  const shapes = shapeOf(world, method.owner.name)?.methods.get(method.name) ?? [];
  return shapes.some((shape) => shape.draft === method && shape.isStatic);
}

type TreeField = NonNullable<FieldReference['field']>;

function isStaticField(owner: TypeDraft, { declaration }: TreeField): boolean {
  return isInterface(owner) || (declaration.modifiers & Modifier.static) !== 0;
}

/** A final variable of primitive type or text with a constant as its value (JLS 4.12.4): the compiler copies the value. */
function isConstantVariable(world: World, field: TreeField): boolean {
  const { kind } = declaredConstant(world, field);
  if (kind !== 'text' && kind !== 'number' && kind !== 'boolean') return false;
  const text = shapeOf(world, field.owner)?.rules.literalTypes.string;
  return field.type.kind === 'primitive' || erasedName(field.type) === text;
}

/** Whether the compiler makes an initializer at all: where it only gives constant variables their values there is none. */
function runsCode(world: World, initializer: MethodDraft): boolean {
  const operations = initializer.declaration?.body?.operations ?? [];
  const fields = initializer.fieldReferences;
  return operations.some((operation) => {
    if (operation.kind !== 'assign') return operation.kind === 'call' || operation.kind === 'new';
    const field = fields?.get(operation.target)?.field;
    return field === undefined || !isConstantVariable(world, field);
  });
}

/** A body of a type runs when the type, those above it and, for inner types, those around it have begun to be initialized. */
function hasBegun(world: World, owner: TypeDraft, type: TypeDraft): boolean {
  let at: TypeDraft | null = owner;
  while (at !== null) {
    if (isSubtype(world, at.name, type.name) === true) return true;
    at = isInner(shapeOf(world, at.name), at) ? at.outer : null;
  }
  return false;
}

function isInner(shape: TypeShape | undefined, { declaration }: TypeDraft): boolean {
  return declaration.enclosingMethod !== null || shape?.isStatic === false;
}
