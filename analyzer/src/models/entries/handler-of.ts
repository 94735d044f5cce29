import { Modifier } from '../../facts/declarations.ts';
import type { Operation, OperationIndex } from '../../facts/operations.ts';
import { callAt, type ProgramMethod } from '../../link/program.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { classOf } from '../match/type-matcher.ts';
import { originOf } from '../match/value-origin.ts';

type Lambda = Extract<Operation, { readonly kind: 'lambda' }>;

/** Code that a registration hands over: a method, or a lambda inside one. */
export interface FoundHandler {
  readonly handler: ProgramMethod;
  /** The `lambda` operation in the handler's body; absent where the whole method is meant. */
  readonly lambda?: OperationIndex;
}

/** The method behind a handler argument: referenced, called by a lambda that does nothing else, or holding the lambda. */
export function handlerOf(tools: MatchTools, caller: ProgramMethod, operation: OperationIndex): FoundHandler {
  const origin = originOf(caller, operation) ?? operation;
  const written = caller.declaration?.body?.operations[origin];
  if (written?.kind === 'lambda') {
    const forwarded = forwardedTo(tools, caller, written);
    return forwarded === undefined ? { handler: caller, lambda: origin } : { handler: forwarded };
  }
  if (written?.kind === 'method-reference') {
    const target = callAt(caller, origin)?.targets[0]?.method;
    const referenced = target === undefined ? undefined : tools.program.method(target);
    if (referenced !== undefined) return { handler: referenced };
  }
  const type = caller.operationTypes[origin];
  const named = type === undefined ? undefined : classOf(type);
  const handlerType = named === undefined ? undefined : tools.program.type(named);
  return { handler: (handlerType && onlyPublicMethod(handlerType.methods)) ?? caller };
}

/** `request -> queue(request)` is the method: it gets exactly the lambda's parameters and gives the lambda's result. */
function forwardedTo(tools: MatchTools, caller: ProgramMethod, lambda: Lambda): ProgramMethod | undefined {
  const operations = caller.declaration?.body?.operations ?? [];
  const call = lambda.result === null ? undefined : operations[lambda.result];
  if (lambda.result === null || call?.kind !== 'call') return undefined;
  const passesOn =
    call.args.length === lambda.parameters.length &&
    call.args.every((argument, position) => {
      const passed = operations[argument];
      return passed?.kind === 'local' && passed.declaration === lambda.parameters[position];
    });
  const site = callAt(caller, lambda.result);
  if (!passesOn || call.args.length === 0 || site?.resolution.status !== 'exact') return undefined;
  return tools.program.method(site.resolution.declared);
}

/** A handler object has one method that a framework can call; with several nobody knows which. */
function onlyPublicMethod(methods: readonly ProgramMethod[]): ProgramMethod | undefined {
  const callable = methods.filter(
    ({ declaration }) =>
      declaration?.kind === 'method' &&
      declaration.body !== null &&
      (declaration.modifiers & Modifier.public) !== 0 &&
      (declaration.modifiers & Modifier.static) === 0,
  );
  return callable.length === 1 ? callable[0] : undefined;
}
