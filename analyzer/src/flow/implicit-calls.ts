import type { MethodId } from '../base/ids.ts';
import type { OperationIndex } from '../facts/operations.ts';
import type { CallSite, CallTarget, Program, ProgramMethod } from '../link/program.ts';
import type { ImplicitCall } from '../models/labels.ts';

/** Place of a call that no operation writes, as for the `super()` of a constructor. */
const ON_ENTRY = -1;

/**
 * The program with the calls that frameworks make among those of the source: whoever follows calls follows them too. A
 * target that a call has already is replaced, so that the models can say how sure it is. Calls on entry come first, each
 * a site of its own; what an operation sets off that is no call is a site at that operation.
 */
export function withImplicitCalls(program: Program, implicit: readonly ImplicitCall[]): Program {
  if (implicit.length === 0) return program;
  const byCaller = new Map<MethodId, ImplicitCall[]>();
  for (const call of implicit) {
    const calls = byCaller.get(call.caller);
    if (calls) calls.push(call);
    else byCaller.set(call.caller, [call]);
  }
  const extended = new Map<MethodId, ProgramMethod>();
  const replaced = new Map<ProgramMethod, ProgramMethod>();
  for (const [caller, calls] of byCaller) {
    const method = program.method(caller);
    if (!method) continue;
    const longer = { ...method, calls: extendCalls(method, calls) };
    extended.set(caller, longer);
    replaced.set(method, longer);
  }
  /** Queries about operations know the method as it was linked. */
  const asLinked = (method: ProgramMethod) =>
    extended.get(method.id) === method ? (program.method(method.id) ?? method) : method;
  return {
    ...program,
    methods: program.methods.map((method) => replaced.get(method) ?? method),
    method: (id) => extended.get(id) ?? program.method(id),
    initializationsIn: (method) => program.initializationsIn(asLinked(method)),
    evaluateOperation: (method, operation) => program.evaluateOperation(asLinked(method), operation),
    foldWith: (method, operation, constantOf) => program.foldWith(asLinked(method), operation, constantOf),
    fieldOf: (method, operation) => program.fieldOf(asLinked(method), operation),
  };
}

function extendCalls(method: ProgramMethod, implicit: readonly ImplicitCall[]): readonly CallSite[] {
  const onEntry: CallTarget[] = [];
  const added = new Map<OperationIndex, CallTarget[]>();
  for (const { operation, target } of implicit) {
    const targets = operation === null ? onEntry : (added.get(operation) ?? []);
    targets.push(target);
    if (operation !== null) added.set(operation, targets);
  }
  const calls = method.calls.map((site) => {
    const targets = added.get(site.operation);
    return targets === undefined ? site : { ...site, targets: mergeTargets(site, targets) };
  });
  for (const { operation } of method.calls) added.delete(operation);
  const unwritten = [...added].flatMap(
    ([operation, targets]) => unwrittenSite(method, operation, targets) ?? [],
  );
  if (unwritten.length > 0) {
    calls.push(...unwritten);
    calls.sort((left, right) => left.operation - right.operation);
  }
  return [...onEntry.map((target) => entrySite(method, target)), ...calls];
}

/** A call at an operation that is none: a text that is joined, a loop, a resource. */
function unwrittenSite(
  { id, declaration, owner }: ProgramMethod,
  operation: OperationIndex,
  targets: readonly CallTarget[],
): CallSite | undefined {
  const line = declaration?.body?.operations[operation]?.line;
  const [first] = targets;
  if (line === undefined || first === undefined) return undefined;
  const name = first.method.slice(first.method.indexOf('#') + 1).replace(/\(.*$/su, '');
  return {
    caller: id,
    operation,
    file: owner.file.facts.path,
    line,
    nameLine: line,
    name,
    receiver: null,
    resolution: { status: targets.length === 1 ? 'exact' : 'narrowed', declared: first.method },
    targets,
  };
}

function mergeTargets({ targets }: CallSite, added: readonly CallTarget[]): readonly CallTarget[] {
  const byMethod = new Map(targets.map((target) => [target.method, target]));
  for (const target of added) byMethod.set(target.method, target);
  return [...byMethod.values()];
}

function entrySite(method: ProgramMethod, target: CallTarget): CallSite {
  const { declaration, owner } = method;
  const line = declaration?.line ?? owner.declaration.line;
  return {
    caller: method.id,
    operation: ON_ENTRY,
    file: owner.file.facts.path,
    line,
    nameLine: line,
    name: method.name,
    receiver: null,
    resolution: { status: 'exact', declared: target.method },
    targets: [target],
  };
}
