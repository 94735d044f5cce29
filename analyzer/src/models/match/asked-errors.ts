import type { Body, OperationIndex } from '../../facts/operations.ts';
import { type CallSite, callAt, type ProgramMethod } from '../../link/program.ts';
import { isOnlyLogged } from './heeded-answers.ts';
import { logTest } from './log-calls.ts';
import type { MatchTools } from './match-tools.ts';
import { fitsAny } from './name-pattern.ts';
import { useOfResult } from './result-use.ts';

/** Errors are handed on at most this far. */
const DEEPEST_HANDOVER = 3;

/** A local or a parameter that holds errors, by the operation that declares it. */
export interface HeldErrors {
  readonly method: ProgramMethod;
  readonly declaration: OperationIndex;
  /** The operation after which they are there. */
  readonly after?: OperationIndex;
  /** Members by which they are asked for. */
  readonly askedBy: readonly string[];
}

/** Whether somebody asks for the errors, there or where they are handed to, and minds the answer. */
export function areAsked(tools: MatchTools, errors: HeldErrors, depth = 0): boolean {
  const { method, declaration, askedBy, after = -1 } = errors;
  const operations = method.declaration?.body?.operations ?? [];
  const isErrors = (index: OperationIndex | null | undefined) => {
    const operation = index === null || index === undefined ? undefined : operations[index];
    return operation?.kind === 'local' && operation.declaration === declaration;
  };
  return operations.some((operation, index) => {
    if (operation.kind !== 'call' || index <= after) return false;
    if (isErrors(operation.object) && fitsAny(operation.name, askedBy) && isMinded(tools, method, index))
      return true;
    const position = operation.args.findIndex(isErrors);
    if (position === -1 || depth >= DEEPEST_HANDOVER) return false;
    return (callAt(method, index)?.targets ?? []).some((target) => {
      const callee = tools.program.method(target.method);
      return (
        callee !== undefined && areAsked(tools, { method: callee, declaration: position, askedBy }, depth + 1)
      );
    });
  });
}

/** Errors that a call has written. */
export interface WrittenErrors {
  readonly caller: ProgramMethod;
  readonly operation: OperationIndex;
  /** The argument that takes them. */
  readonly value: OperationIndex;
  /** Whether a method is a validator itself: what it is handed is asked for by who called it. */
  readonly isValidator: (method: ProgramMethod) => boolean;
}

/**
 * Whether errors that a call has written are asked for: by who holds them behind the call, and, where they were handed in,
 * by every caller.
 */
export function areAskedBehind(tools: MatchTools, errors: WrittenErrors, depth = 0): boolean {
  const { caller, operation, value, isValidator } = errors;
  const { body } = caller.declaration ?? {};
  if (!body) return false;
  const askedBy = tools.models.validationResults.flatMap((row) => row.askedBy);
  const declaration = heldBy(body, value);
  if (declaration === undefined) return isAnyAsked(tools, askedBy, { caller, operation });
  if (areAsked(tools, { method: caller, declaration, after: operation, askedBy })) return true;
  const handedIn = body.operations[declaration];
  if (handedIn?.kind !== 'parameter' || depth >= DEEPEST_HANDOVER) return false;
  if (isValidator(caller)) return true;
  const sites = tools.program.callersOf(caller.id).map((site) => handedInAt(tools, site, handedIn.index));
  return (
    sites.length > 0 &&
    sites.every((site) => site !== undefined && areAskedBehind(tools, { ...site, isValidator }, depth + 1))
  );
}

function handedInAt(
  { program }: MatchTools,
  site: CallSite,
  index: number,
): Omit<WrittenErrors, 'isValidator'> | undefined {
  const caller = program.method(site.caller);
  const called = caller?.declaration?.body?.operations[site.operation];
  const value = called?.kind === 'call' ? called.args[index] : undefined;
  return caller === undefined || value === undefined
    ? undefined
    : { caller, operation: site.operation, value };
}

/** The local or parameter that a value is. */
function heldBy({ operations }: Body, value: OperationIndex): OperationIndex | undefined {
  const operation = operations[value];
  return operation?.kind === 'local' ? operation.declaration : undefined;
}

/** Errors that nobody holds by a name, as what a binder keeps: some are asked for behind the call. */
function isAnyAsked(
  tools: MatchTools,
  askedBy: readonly string[],
  { caller, operation }: Pick<WrittenErrors, 'caller' | 'operation'>,
): boolean {
  return (caller.declaration?.body?.operations ?? []).some(
    (each, index) =>
      index > operation &&
      each.kind === 'call' &&
      fitsAny(each.name, askedBy) &&
      isMinded(tools, caller, index),
  );
}

/** Somebody does more about the answer than write it to the log. */
export function isMinded(tools: MatchTools, method: ProgramMethod, question: OperationIndex): boolean {
  const body = method.declaration?.body;
  if (!body) return false;
  const isLog = (operation: OperationIndex) => logTest(tools)(method, operation);
  const { conditions, decides, returned, used, takers } = useOfResult(body, question);
  if (decides || returned || takers.some((taker) => !isLog(taker))) return true;
  return conditions.length > 0 ? !isOnlyLogged(body, conditions, isLog) : used && takers.length === 0;
}
