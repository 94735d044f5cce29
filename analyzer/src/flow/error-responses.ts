import type { TypeName } from '../base/ids.ts';
import { compareLocation } from '../base/ordering.ts';
import type { SourceLocation } from '../base/source-location.ts';
import type { Body, OperationIndex } from '../facts/operations.ts';
import { bodyIndex } from '../link/body-index.ts';
import type { Program, ProgramMethod } from '../link/program.ts';
import type { CallRole, Labels } from '../models/labels.ts';
import { constantMessages } from './constant-messages.ts';
import type { ErrorResponse } from './security-view.ts';
import type { Seed } from './taint/body-flow.ts';
import type { Summaries } from './taint/summaries.ts';
import { hopsTo, placeIn } from './taint/taint-hops.ts';
import { searchTaint, type TaintStep } from './taint/taint-search.ts';

/** Calls that an exception's text is followed through. */
const DEPTH_LIMIT = 3;

/** The two ways in which exceptions are followed. */
export interface ExceptionSummaries {
  /** The object itself: library calls carry nothing. */
  readonly asItIs: Summaries;
  /** A text taken out of it: library calls carry it on. */
  readonly carried: Summaries;
}

interface Handling {
  readonly method: ProgramMethod;
  readonly location: SourceLocation;
  readonly seed: Seed;
  /** False where it only returns something to code of the tree: it answers a client if that shows. */
  readonly answers: boolean;
}

/**
 * Exception handling that can answer a client, and what of the exception the answer carries: handlers of a framework, and
 * catch blocks in methods whose result or calls are answers. A catch block that returns something to other code of the
 * tree is one of them where the exception is seen to reach an answer from there.
 */
export function findErrorResponses(
  program: Program,
  labels: Labels,
  input: { readonly summaries: ExceptionSummaries; readonly isReachable: (method: ProgramMethod) => boolean },
): ErrorResponse[] {
  const answering = answeringMethods(labels);
  const isHarmless = constantMessages(program);
  const handlings = [
    ...frameworkHandlers(program, labels),
    ...catchBlocks(program, labels, { answering, isReachable: input.isReachable }),
  ];
  return handlings
    .flatMap(({ method, location, seed, answers }) => {
      const leak = leakOf(program, labels, {
        summaries: input.summaries,
        method,
        seed,
        answering,
        isHarmless,
      });
      return answers || leak ? [{ method: method.id, location, leak }] : [];
    })
    .sort((left, right) => compareLocation(left.location, right.location));
}

/** Methods whose result is what the client gets. */
function answeringMethods(labels: Labels): ReadonlySet<string> {
  return new Set([
    ...labels.entryPoints
      .filter((entry) => entry.kind === 'http' || entry.kind === 'graphql' || entry.kind === 'websocket')
      .map((entry) => entry.handler),
    ...labels.errorHandlers.map((handler) => handler.method),
  ]);
}

function frameworkHandlers(program: Program, labels: Labels): Handling[] {
  return labels.errorHandlers.flatMap((handler) => {
    const method = program.method(handler.method);
    if (!method) return [];
    const index = method.parameters.findIndex(
      (parameter) => parameter.type.kind === 'class' && handler.exceptions.includes(parameter.type.name),
    );
    const fallback = method.parameters.findIndex(
      (parameter) =>
        parameter.type.kind === 'class' && /(?:Exception|Error|Throwable)$/.test(parameter.type.name),
    );
    const found = index === -1 ? fallback : index;
    const seed: Seed =
      found === -1 ? { kind: 'operations', operations: [] } : { kind: 'parameter', index: found };
    const answers =
      !handler.silent || playsRole(labels.callRoles.get(method.id), wholeBody(method), isAnswer);
    return [{ method, location: handler.location, seed, answers }];
  });
}

function catchBlocks(
  program: Program,
  labels: Labels,
  input: {
    readonly answering: ReadonlySet<string>;
    readonly isReachable: (method: ProgramMethod) => boolean;
  },
): Handling[] {
  return bodyIndex(program)
    .having('catch')
    .flatMap((method) => {
      const body = method.declaration?.body;
      if (!body || !input.isReachable(method)) return [];
      return body.regions.flatMap((region) => {
        if (region.kind !== 'catch' || region.exception === undefined) return [];
        const handled = { start: region.start, end: region.end, answering: input.answering };
        const answers = answersClient(labels, method, handled);
        if (
          !answers &&
          !returnsValue(body, handled) &&
          !playsRole(labels.callRoles.get(method.id), handled, isResponse)
        )
          return [];
        return [
          {
            method,
            location: { file: method.owner.file.facts.path, line: region.line },
            seed: { kind: 'operations', operations: [region.exception] } as const,
            answers,
          },
        ];
      });
    });
}

function returnsValue(body: Body, range: { readonly start: number; readonly end: number }): boolean {
  return body.operations
    .slice(range.start, range.end)
    .some((operation) => operation.kind === 'return' && operation.value !== null);
}

/** The block returns a value from a method that answers, or calls something that writes to the client. */
function answersClient(
  labels: Labels,
  method: ProgramMethod,
  range: { readonly start: number; readonly end: number; readonly answering: ReadonlySet<string> },
): boolean {
  const body = method.declaration?.body;
  if (body && range.answering.has(method.id) && returnsValue(body, range)) return true;
  return playsRole(labels.callRoles.get(method.id), range, isAnswer);
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function wholeBody({ declaration }: ProgramMethod): Range {
  return { start: 0, end: declaration?.body?.operations.length ?? 0 };
}

function isResponse({ role }: CallRole): boolean {
  return role === 'response';
}

/** It is sent to the client, and not kept to be shown later. */
function isAnswer(role: CallRole): boolean {
  return role.role === 'denies' || (role.role === 'response' && !role.failures);
}

/** A call in the range plays such a role; `roles` are those of the method. */
function playsRole(
  roles: ReadonlyMap<OperationIndex, readonly CallRole[]> | undefined,
  { start, end }: Range,
  isMeant: (role: CallRole) => boolean,
): boolean {
  for (let index = start; index < end; index++) if (roles?.get(index)?.some(isMeant)) return true;
  return false;
}

/** A call that gives details of the exception. */
interface Detail {
  readonly step: TaintStep;
  readonly call: OperationIndex;
}

interface LeakInput {
  readonly summaries: ExceptionSummaries;
  readonly method: ProgramMethod;
  readonly seed: Seed;
  readonly answering: ReadonlySet<string>;
  /** Exceptions whose messages tell only what everybody may know. */
  readonly isHarmless: (type: TypeName, member: string) => boolean;
}

/**
 * Follows the exception itself first (library calls make something else of it), then each detail that is taken out of it:
 * the field errors of a rejected form are no detail of an exception, its message is.
 */
function leakOf(program: Program, labels: Labels, input: LeakInput): ErrorResponse['leak'] {
  if (input.seed.kind === 'operations' && input.seed.operations.length === 0) return null;
  const details: Detail[] = [];
  const direct = follow(program, labels, {
    ...input,
    engine: input.summaries.asItIs,
    onDetail: (step, call) => details.push({ step, call }),
  });
  if (direct) return direct;
  for (const { step, call } of details) {
    if (isKnownMessage(labels, { step, call }, input.isHarmless)) continue;
    const seed = { kind: 'operations', operations: [call] } as const;
    const leak = follow(program, labels, {
      ...input,
      method: step.method,
      seed,
      engine: input.summaries.carried,
      mayReturnTo: backAlong(step),
    });
    if (leak) return { ...leak, location: handedOnAt(step) ?? leak.location };
  }
  return null;
}

/** The message of an exception whose messages are all constants. */
function isKnownMessage(
  labels: Labels,
  { step, call }: Detail,
  isHarmless: LeakInput['isHarmless'],
): boolean {
  const { method } = step;
  const isMessage = rolesOf(labels, step, call).some(
    (role) => role.role === 'exception-detail' && role.message,
  );
  const operation = method.declaration?.body?.operations[call];
  if (!isMessage || operation?.kind !== 'call' || operation.object === null) return false;
  const type = method.operationTypes[operation.object];
  return type?.kind === 'class' && isHarmless(type.name, operation.name);
}

function follow(
  program: Program,
  labels: Labels,
  input: LeakInput & {
    readonly engine: Summaries;
    readonly onDetail?: (step: TaintStep, call: OperationIndex) => void;
    readonly mayReturnTo?: (caller: ProgramMethod, called: ProgramMethod) => boolean;
  },
): ErrorResponse['leak'] {
  let leak: ErrorResponse['leak'] = null;
  searchTaint(program, input.engine, {
    method: input.method,
    seed: input.seed,
    depthLimit: DEPTH_LIMIT,
    waysOf: (summary) => input.engine.onward(summary),
    ...(input.mayReturnTo === undefined ? {} : { mayReturnTo: input.mayReturnTo }),
    onArgument: (step, { argument }) => {
      const roles = rolesOf(labels, step, argument.call);
      if (roles.some((role) => role.role === 'log')) return 'stop';
      const response = roles.find((role) => role.role === 'response');
      const isText = input.onDetail === undefined;
      if (
        response?.role === 'response' &&
        (isText || !response.failures) &&
        reaches(response.arguments, argument.position)
      ) {
        leak ??= toLeak(step, argument.call);
      }
      if (roles.some((role) => role.role === 'exception-detail')) input.onDetail?.(step, argument.call);
      return 'follow';
    },
    onResult: (step, at) => {
      if (input.answering.has(step.method.id)) leak ??= toLeak(step, at);
    },
  });
  return leak;
}

function reaches(positions: readonly number[] | 'all', position: number): boolean {
  return positions === 'all' ? position >= 0 : positions.includes(position);
}

function rolesOf(labels: Labels, step: TaintStep, call: OperationIndex): readonly CallRole[] {
  return labels.callRoles.get(step.method.id)?.get(call) ?? [];
}

/** What reaches the client, at the place in the handling method by which it gets there. */
function toLeak(step: TaintStep, operation: OperationIndex | null): ErrorResponse['leak'] {
  const end = placeIn(step, operation);
  const [first, second] = waySoFar(step);
  const wasReturned = second?.via === null && second.summary.seed.kind === 'operations';
  const leavesAt = first?.summary.flow.leavesAt ?? null;
  const location = first && wasReturned && leavesAt !== null ? placeIn(first, leavesAt) : end;
  return { what: 'exception text', location, hops: hopsTo(step, end) };
}

/** The call by which the handling method hands the exception on; null where it uses it itself. */
function handedOnAt(step: TaintStep): SourceLocation | null {
  const via = waySoFar(step)[1]?.via;
  return via ? { file: via.file, line: via.nameLine } : null;
}

/** What a method gives that the exception was handed to goes back to where it was handed over, and to nobody else who calls it. */
function backAlong(last: TaintStep): (caller: ProgramMethod, called: ProgramMethod) => boolean {
  const from = new Map(
    waySoFar(last).flatMap(({ method, via, previous }) =>
      via === null || previous === null ? [] : [[method.id, previous.method.id] as const],
    ),
  );
  return (caller, called) => {
    const only = from.get(called.id);
    return only === undefined || only === caller.id;
  };
}

/** The steps from the start of a search to one of them. */
function waySoFar(last: TaintStep): readonly TaintStep[] {
  const steps: TaintStep[] = [];
  for (let step: TaintStep | null = last; step !== null; step = step.previous) steps.push(step);
  return steps.reverse();
}
