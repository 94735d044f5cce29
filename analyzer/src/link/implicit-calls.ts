import type { CallSite, EdgeKind } from './program.ts';
import type { ResolvedType } from './resolved-type.ts';
import { CONSTRUCTOR, type MethodDraft, type MethodShape, type TypeDraft } from './shapes.ts';
import { TestMethod } from './test-method.ts';
import { classType } from './types.ts';
import { shapeOf, type World } from './world.ts';

/**
 * Pass: what the compiler puts into constructors: the `super()` where they do not begin with a call of another (JLS 8.8.7),
 * and the initializer of the object's fields unless they begin with `this()` (JLS 12.5). Such a call has no operation; its
 * index is -1. Only calls of the tree are told.
 */
export function addImplicitCalls(world: World): void {
  for (const owner of world.files.flatMap((file): readonly TypeDraft[] => file.types)) {
    const { kind } = owner.declaration;
    // The constructors of anonymous types come about with the bodies that create them.
    if (kind === 'anonymous') continue;
    const above = kind === 'class' ? superConstructor(world, owner)?.draft : null;
    const fields = fieldInitializer(owner);
    if (above == null && fields === undefined) continue;
    for (const method of owner.methods) {
      if (method.name === CONSTRUCTOR) beginWith(method, callsOnEntry(method, { above, fields }));
    }
  }
}

function beginWith(method: MethodDraft, calls: readonly CallSite[]): void {
  if (method instanceof TestMethod) method.beginWith(calls);
  else if (calls.length > 0) method.calls = [...calls, ...method.calls];
}

/** What gives the fields of an object their values. */
export function fieldInitializer({ methods }: TypeDraft): MethodDraft | undefined {
  return methods.find(({ declaration }) => declaration?.kind === 'instance-initializer');
}

function callsOnEntry(
  method: MethodDraft,
  to: { readonly above: MethodDraft | null | undefined; readonly fields: MethodDraft | undefined },
): readonly CallSite[] {
  const other = otherConstructor(method);
  const calls: CallSite[] = [];
  if (to.above != null && other === null) calls.push(superCall(method, to.above));
  if (to.fields !== undefined && other !== 'this') calls.push(fieldsCall(method, to.fields));
  return calls;
}

function superConstructor(world: World, owner: TypeDraft): MethodShape | undefined {
  if (owner.superclass?.kind !== 'class') return undefined;
  const constructors = shapeOf(world, owner.superclass.name)?.methods.get(CONSTRUCTOR) ?? [];
  return (
    constructors.find(({ parameters }) => parameters.length === 0) ??
    constructors.find(({ parameters, isVarargs }) => parameters.length === 1 && isVarargs)
  );
}

/** The constructor that one begins with, as written; null where it begins with none. */
function otherConstructor({ declaration }: MethodDraft): 'this' | 'super' | null {
  for (const operation of declaration?.body?.operations ?? []) {
    if (operation.kind === 'constructor-call') return operation.target;
  }
  return null;
}

function superCall(method: MethodDraft, target: MethodDraft): CallSite {
  const receiver = method.owner.superclass;
  return unwritten(method, { target, name: 'super', how: 'constructor', receiver });
}

/** The call of it that a constructor makes. */
export function fieldsCall(method: MethodDraft, target: MethodDraft): CallSite {
  const receiver = classType(method.owner.name);
  return unwritten(method, { target, name: target.name, how: 'instance-initialization', receiver });
}

function unwritten(
  method: MethodDraft,
  call: {
    readonly target: MethodDraft;
    readonly name: string;
    readonly how: EdgeKind;
    readonly receiver: ResolvedType | null;
  },
): CallSite {
  const { declaration, owner } = method;
  const line = declaration?.body?.regions[0]?.line ?? owner.declaration.line;
  return {
    caller: method.id,
    operation: -1,
    file: owner.file.facts.path,
    line,
    nameLine: line,
    name: call.name,
    receiver: call.receiver,
    resolution: { status: 'exact', declared: call.target.id, method: call.target },
    targets: [{ method: call.target.id, how: call.how, confidence: 'certain' }],
  };
}
