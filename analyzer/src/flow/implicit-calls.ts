import type { MethodId } from '../base/ids.ts';
import type { CallSite, CallTarget, Program, ProgramMethod } from '../link/program.ts';
import type { ImplicitCall } from '../models/labels.ts';

/** Place of a call that no operation writes, as for the `super()` of a constructor. */
const ON_ENTRY = -1;

/**
 * The program with the calls that frameworks make among those of the source: whoever follows calls follows them too. A
 * target that a call has already is replaced, so that the models can say how sure it is. Calls on entry come first, each
 * a site of its own.
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
  const onEntry = implicit.filter(({ operation }) => operation === null);
  return [
    ...onEntry.map(({ target }) => entrySite(method, target)),
    ...method.calls.map((site) => {
      const added = implicit.filter(({ operation }) => operation === site.operation);
      return added.length === 0 ? site : { ...site, targets: mergeTargets(site, added) };
    }),
  ];
}

function mergeTargets({ targets }: CallSite, added: readonly ImplicitCall[]): readonly CallTarget[] {
  const byMethod = new Map(targets.map((target) => [target.method, target]));
  for (const { target } of added) byMethod.set(target.method, target);
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
