import { Modifier } from '../facts/declarations.ts';
import { declaredConstant } from './constants.ts';
import type { CallSite, CallTarget, FieldReference } from './program.ts';
import { CONSTRUCTOR, type MethodDraft, type TypeDraft, type TypeShape } from './shapes.ts';
import { isSubtype, knownSupers } from './subtyping.ts';
import { classType, erasedName } from './types.ts';
import { shapeOf, type World } from './world.ts';

/**
 * Pass: which operations set off the static initializers of types of the tree (JLS 12.4.1): the creation of an object, the
 * call of a static method, the use of a static field that is no constant variable. The superclasses of a class are
 * initialized with it, and those interfaces above it that declare a default method. One site for each body and type, at
 * the first operation that may do it; none for the type whose body it is, which has begun to be initialized by then. The
 * start of a program initializes the class of its `main` (JLS 12.1.3).
 */
export function addInitializations(world: World): void {
  const initializers = new Initializers(world);
  if (initializers.isEmpty) return;
  for (const file of world.files) {
    for (const owner of file.types) {
      for (const method of owner.methods) {
        const sites = initializers.setOffBy(method);
        if (sites.length > 0) method.initializations = sites;
      }
    }
  }
}

interface Trigger {
  readonly type: TypeDraft;
  readonly site: Pick<CallSite, 'operation' | 'line' | 'nameLine'>;
}

class Initializers {
  readonly isEmpty: boolean;
  readonly #world: World;
  readonly #own = new Map<TypeDraft, MethodDraft>();
  readonly #targets = new Map<TypeDraft, readonly CallTarget[]>();

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
    const sites = new Map<TypeDraft, CallSite>();
    const add = ({ type, site }: Trigger): void => {
      const targets = this.#initializersOf(type);
      const [first] = targets;
      if (first === undefined) return;
      sites.set(type, {
        caller: method.id,
        file: method.owner.file.facts.path,
        ...site,
        name: INITIALIZER,
        receiver: classType(type.name),
        resolution: { status: 'exact', declared: first.method },
        targets,
      });
    };
    if (startsProgram(this.#world, method)) add({ type: method.owner, site: onEntry(method) });
    for (const trigger of this.#triggers(method)) {
      if (!sites.has(trigger.type) && !hasBegun(this.#world, method.owner, trigger.type)) add(trigger);
    }
    return [...sites.values()].sort((left, right) => left.operation - right.operation);
  }

  *#triggers(method: MethodDraft): Generator<Trigger> {
    for (const site of method.calls) {
      const type = this.#calledOn(site);
      if (type !== null) yield { type, site: placeOf(site) };
    }
    for (const [operation, reference] of this.#world.fieldReferences.get(method) ?? []) {
      const type = this.#usedOf(reference);
      const line = method.declaration?.body?.operations[operation]?.line ?? 0;
      if (type !== null) yield { type, site: { operation, line, nameLine: line } };
    }
  }

  /** The type whose constructor or static method a call runs; null for all other calls. */
  #calledOn({ resolution, targets: [target] }: CallSite): TypeDraft | null {
    if (target === undefined || (resolution.status !== 'exact' && resolution.status !== 'narrowed'))
      return null;
    if (!MAY_BE_STATIC.has(target.how)) return null;
    const { declared } = resolution;
    const owner = this.#world.drafts.get(declared.slice(0, declared.indexOf('#')) as TypeDraft['name']);
    if (owner === undefined || this.#initializersOf(owner).length === 0) return null;
    if (target.how !== 'method-reference') return owner;
    return owner.methods.some((method) => method.id === declared && needsNoObject(this.#world, method))
      ? owner
      : null;
  }

  #usedOf({ field }: FieldReference): TypeDraft | null {
    const owner = field === undefined ? undefined : this.#world.drafts.get(field.owner);
    if (field === undefined || owner === undefined || this.#initializersOf(owner).length === 0) return null;
    return isStaticField(owner, field) && !isConstantVariable(this.#world, field) ? owner : null;
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
    for (const name of knownSupers(this.#world, type.name).types.keys()) {
      const draft = this.#world.drafts.get(name);
      const initializer = draft === undefined ? undefined : this.#own.get(draft);
      if (draft === undefined || initializer === undefined) continue;
      if (!isInterface(draft) || hasDefaultMethod(draft)) found.push(initializer);
    }
    return found;
  }
}

const INITIALIZER = '<clinit>';

const MAY_BE_STATIC: ReadonlySet<string> = new Set(['static', 'constructor', 'method-reference']);

function placeOf({ operation, line, nameLine }: CallSite): Trigger['site'] {
  return { operation, line, nameLine };
}

function startsProgram(world: World, { id, owner, declaration }: MethodDraft): boolean {
  const starts = shapeOf(world, owner.name)?.rules.programStarts ?? [];
  return (
    ((declaration?.modifiers ?? 0) & Modifier.static) !== 0 && starts.includes(id.slice(id.indexOf('#') + 1))
  );
}

function onEntry({ declaration, owner }: MethodDraft): Trigger['site'] {
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
  const fields = world.fieldReferences.get(initializer);
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
