import type { MethodId, TypeName } from '../base/ids.ts';
import { constrain, InferenceVariable, prune } from './inference.ts';
import { keptMethods } from './kept-methods.ts';
import { methodsNamed } from './members.ts';
import type { CallSite, CallTarget } from './program.ts';
import type { ResolvedType } from './resolved-type.ts';
import type { MethodDraft } from './shapes.ts';
import { substitute } from './substitution.ts';
import { isSubtype } from './subtyping.ts';
import type { VariableType } from './types.ts';
import { shapeOf, type World } from './world.ts';

/** A call of a method that any object has, on a value whose type is a type parameter of the method around it. */
interface OpenCall {
  readonly method: MethodDraft;
  readonly site: CallSite;
  readonly variable: VariableType;
  /** Key of what is called among `World.externalOverriders`. */
  readonly key: string;
}

/**
 * Pass: `<T> void show(Class<T> type, Object o) { type.cast(o).toString(); }` says of the object only that it is a T. Where
 * calls of the tree tell what T is, the call reaches what those types have; what no call tells adds nothing.
 */
export function reachBoundVariables(world: World): void {
  const methods = keptMethods(world);
  const open = methods.filter(isGeneric).flatMap((method) => openCallsIn(world, method));
  if (open.length === 0) return;
  const callers = callersOf(methods, open);
  const found = new Map<CallSite, readonly CallTarget[]>();
  for (const call of open) found.set(call.site, targetsOf(world, call, callers.get(call.method.id) ?? []));
  for (const method of new Set(open.map((call) => call.method))) {
    method.calls = method.calls.map((site) => {
      const targets = found.get(site) ?? [];
      return targets.length === 0 ? site : { ...site, targets };
    });
  }
}

function isGeneric({ declaration }: MethodDraft): boolean {
  return declaration !== null && declaration.typeParameters.length > 0;
}

function openCallsIn(world: World, method: MethodDraft): readonly OpenCall[] {
  const { declaration, calls, operationTypes } = method;
  const operations = declaration?.body?.operations ?? [];
  return calls.flatMap((site) => {
    const { resolution, targets, operation } = site;
    if (resolution.status !== 'external' || targets.length > 0) return [];
    const call = operations[operation];
    const variable = call?.kind === 'call' && call.object !== null ? operationTypes[call.object] : undefined;
    if (variable?.kind !== 'variable' || variable.owner !== method.id) return [];
    const { owner, member, parameterTypes } = resolution;
    const key = `${owner}#${member}(${(parameterTypes ?? ['?']).join(',')})`;
    return world.externalOverriders.has(key) ? [{ method, site, variable, key }] : [];
  });
}

interface Caller {
  readonly method: MethodDraft;
  readonly site: CallSite;
}

/** Written calls of methods alone tell what is handed in; they are told by their names before any target is looked at. */
function callersOf(
  methods: readonly MethodDraft[],
  open: readonly OpenCall[],
): ReadonlyMap<MethodId, readonly Caller[]> {
  const callers = new Map<MethodId, Caller[]>();
  const names = new Set<string>();
  for (const { method } of open) {
    callers.set(method.id, []);
    names.add(method.name);
  }
  for (let at = 0; at < methods.length; at++) {
    const method = methods[at];
    const calls = method?.calls ?? [];
    for (let i = 0; i < calls.length; i++) {
      const site = calls[i];
      if (method === undefined || site === undefined || site.targets.length === 0) continue;
      if (!names.has(site.name)) continue;
      for (const target of site.targets) callers.get(target.method)?.push({ method, site });
    }
  }
  return callers;
}

function targetsOf(world: World, call: OpenCall, callers: readonly Caller[]): readonly CallTarget[] {
  const types = new Set<TypeName>();
  for (const caller of callers) {
    const type = boundBy(world, call, caller);
    if (type?.kind === 'class') types.add(type.name);
  }
  const targets = new Set<MethodDraft>();
  for (const type of types) for (const target of reachedOn(world, call, type)) targets.add(target);
  return [...targets].map(({ id }) => ({ method: id, how: 'virtual', confidence: 'possible' }));
}

/** What a call of the method around says that its type parameter is. */
function boundBy(world: World, { method, variable }: OpenCall, caller: Caller): ResolvedType | null {
  const call = caller.method.declaration?.body?.operations[caller.site.operation];
  if (call?.kind !== 'call' || call.args.length !== method.parameters.length) return null;
  const { rules } = world.fileOf.get(method.owner) ?? {};
  if (rules === undefined) return null;
  const open = new InferenceVariable(variable, 0);
  for (const [i, argument] of call.args.entries()) {
    const formal = method.parameters[i]?.type;
    const actual = caller.method.operationTypes[argument];
    if (formal === undefined || actual === undefined) continue;
    constrain(
      { world, rules },
      { formal: substitute(formal, { variables: [variable], types: [open] }), actual },
    );
  }
  const type = prune(open);
  return type.kind === 'class' && type.name !== rules.rootType ? type : null;
}

/** The method that a type declares or inherits, and those below it. */
function reachedOn(world: World, { site, key }: OpenCall, type: TypeName): readonly MethodDraft[] {
  const shape = shapeOf(world, type);
  const overriders = world.externalOverriders.get(key);
  if (shape === undefined || overriders === undefined) return [];
  const own = methodsNamed(world, shape, site.name).flatMap(({ method: { draft } }) =>
    draft !== null && overriders.has(draft) ? [draft] : [],
  );
  return [...own, ...[...overriders].filter(({ owner }) => isSubtype(world, owner.name, type) === true)];
}
