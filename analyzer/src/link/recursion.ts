import { ComponentSearch } from '../base/components.ts';
import type { MethodId, TypeName } from '../base/ids.ts';
import type { CallSite } from './program.ts';
import type { MethodDraft, TypeShape } from './shapes.ts';
import { TestMethod } from './test-method.ts';
import type { World } from './world.ts';

/** What a method must be to come back to itself. */
const IS_CALLED = 1;
const CALLS = 2;
const BOTH = IS_CALLED | CALLS;

/**
 * Pass: adds one to the cognitive complexity of every method that can come back to itself through the methods its calls
 * declare (the definition counts each method of a recursion cycle once).
 */
export function markRecursion(world: World): void {
  const methods = numberMethods(world);
  // Most methods call nothing of the tree, or nothing of it calls them.
  const traits = traitsOf(methods);
  const search = new ComponentSearch(
    { size: methods.length, ahead: (at) => calleesOf(methods[at], traits) },
    (members, aheadOfFirst) => {
      if (members.length === 1 && !aheadOfFirst.includes(members[0] ?? -1)) return;
      for (const member of members) {
        const method = methods[member];
        if (method !== undefined) method.cognitiveComplexity += 1;
      }
    },
  );
  // Of tests only what production code leads to.
  for (let at = 0; at < methods.length; at++)
    if (traits[at] === BOTH && !(methods[at] instanceof TestMethod)) search.from(at);
}

/** Gives each method a number; of several with one id all have that of the first, which stands for them. */
function numberMethods(world: World): readonly MethodDraft[] {
  const numbering: Numbering = { methods: [], namesakes: namesakesAmong(world), byId: new Map() };
  for (let at = 0; at < world.files.length; at++) {
    const { types, shapes } = world.files[at] ?? NOTHING;
    for (let type = 0; type < types.length; type++)
      number(types[type]?.methods ?? NOTHING.methods, shapes[type], numbering);
  }
  return numbering.methods;
}

const NOTHING = { types: [], shapes: [], methods: [] } as const;

interface Numbering {
  readonly methods: MethodDraft[];
  /** Names that several types have. */
  readonly namesakes: ReadonlySet<TypeName>;
  /** Numbers of methods of which there may be another with their id. */
  readonly byId: Map<MethodId, number>;
}

function namesakesAmong({ files, drafts }: World): ReadonlySet<TypeName> {
  const names = new Set<TypeName>();
  for (let at = 0; at < files.length; at++) {
    const types = files[at]?.types ?? NOTHING.types;
    for (let i = 0; i < types.length; i++) {
      const type = types[i];
      if (type !== undefined && drafts.get(type.name) !== type) names.add(type.name);
    }
  }
  return names;
}

function number(own: readonly MethodDraft[], shape: TypeShape | undefined, to: Numbering): void {
  for (let i = 0; i < own.length; i++) {
    const method = own[i];
    if (method === undefined) continue;
    method.number = to.methods.length;
    if (shape === undefined || mayHaveTwin(method, shape, to)) {
      method.number = to.byId.get(method.id) ?? method.number;
      to.byId.set(method.id, method.number);
    }
    if (method.number === to.methods.length) to.methods.push(method);
  }
}

/** Only overloads, and methods of types that have their name from nobody alone, can have the id of another. */
function mayHaveTwin(
  { name, owner }: MethodDraft,
  { methods }: TypeShape,
  { namesakes }: Numbering,
): boolean {
  return (namesakes.size > 0 && namesakes.has(owner.name)) || methods.get(name)?.length !== 1;
}

/** Which methods are called, and call others. Nobody asks what tests call: where one is called, all methods may be. */
function traitsOf(methods: readonly MethodDraft[]): Uint8Array {
  const traits = new Uint8Array(methods.length);
  for (let at = 0; at < methods.length; at++) {
    const method = methods[at];
    if (method === undefined || method instanceof TestMethod) continue;
    const { calls } = method;
    for (let i = 0; i < calls.length; i++) {
      const callee = calleeOf(calls[i]);
      if (callee === -1) continue;
      if (methods[callee] instanceof TestMethod) return traits.fill(BOTH);
      traits[at] = (traits[at] ?? 0) | CALLS;
      traits[callee] = (traits[callee] ?? 0) | IS_CALLED;
    }
  }
  return traits;
}

/** The number of the method that a call declares; -1 where that is none of the tree. */
function calleeOf(site: CallSite | undefined): number {
  const resolution = site?.resolution;
  if (resolution?.status !== 'exact' && resolution?.status !== 'narrowed') return -1;
  return (resolution.method as MethodDraft | undefined)?.number ?? -1;
}

/** What the calls of a method declare of what may come back; a method twice where it is called twice. */
function calleesOf(method: MethodDraft | undefined, traits: Uint8Array): readonly number[] {
  const calls = method?.calls ?? [];
  const found: number[] = [];
  for (let i = 0; i < calls.length; i++) {
    const callee = calleeOf(calls[i]);
    if (callee !== -1 && traits[callee] === BOTH) found.push(callee);
  }
  return found;
}
