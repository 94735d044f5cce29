import { compareLocation } from '../base/ordering.ts';
import type { SourceLocation } from '../base/source-location.ts';
import type { OperationIndex } from '../facts/operations.ts';
import type { Program, ProgramMethod } from '../link/program.ts';
import type { CallRole, Labels } from '../models/labels.ts';
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
}

/**
 * Exception handling that can answer a client, and what of the exception the answer carries: handlers of a framework, and
 * catch blocks in methods whose result or calls are answers.
 */
export function findErrorResponses(
  program: Program,
  labels: Labels,
  input: { readonly summaries: ExceptionSummaries; readonly isReachable: (method: ProgramMethod) => boolean },
): ErrorResponse[] {
  const answering = answeringMethods(labels);
  const handlings = [
    ...frameworkHandlers(program, labels),
    ...catchBlocks(program, labels, { answering, isReachable: input.isReachable }),
  ];
  return handlings
    .map(({ method, location, seed }) => ({
      method: method.id,
      location,
      leak: leakOf(program, labels, { summaries: input.summaries, method, seed, answering }),
    }))
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
    return [{ method, location: handler.location, seed }];
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
  return program.methods.flatMap((method) => {
    const body = method.declaration?.body;
    if (!body || method.owner.file.role === 'test' || !input.isReachable(method)) return [];
    return body.regions.flatMap((region) => {
      if (region.kind !== 'catch' || region.exception === undefined) return [];
      const answers = answersClient(labels, method, {
        start: region.start,
        end: region.end,
        answering: input.answering,
      });
      if (!answers) return [];
      return [
        {
          method,
          location: { file: method.owner.file.facts.path, line: region.line },
          seed: { kind: 'operations', operations: [region.exception] } as const,
        },
      ];
    });
  });
}

/** The block returns a value from a method that answers, or calls something that writes to the client. */
function answersClient(
  labels: Labels,
  method: ProgramMethod,
  range: { readonly start: number; readonly end: number; readonly answering: ReadonlySet<string> },
): boolean {
  const operations = method.declaration?.body?.operations ?? [];
  const roles = labels.callRoles.get(method.id);
  for (let index = range.start; index < range.end; index++) {
    const operation = operations[index];
    if (operation?.kind === 'return' && operation.value !== null && range.answering.has(method.id))
      return true;
    if ((roles?.get(index) ?? []).some((role) => role.role === 'response' || role.role === 'denies'))
      return true;
  }
  return false;
}

interface LeakInput {
  readonly summaries: ExceptionSummaries;
  readonly method: ProgramMethod;
  readonly seed: Seed;
  readonly answering: ReadonlySet<string>;
}

/**
 * Follows the exception itself first (library calls make something else of it), then each detail that is taken out of it:
 * the field errors of a rejected form are no detail of an exception, its message is.
 */
function leakOf(program: Program, labels: Labels, input: LeakInput): ErrorResponse['leak'] {
  if (input.seed.kind === 'operations' && input.seed.operations.length === 0) return null;
  const details: { readonly step: TaintStep; readonly call: OperationIndex }[] = [];
  const direct = follow(program, labels, {
    ...input,
    engine: input.summaries.asItIs,
    onDetail: (step, call) => details.push({ step, call }),
  });
  if (direct) return direct;
  for (const { step, call } of details) {
    const seed = { kind: 'operations', operations: [call] } as const;
    const leak = follow(program, labels, {
      ...input,
      method: step.method,
      seed,
      engine: input.summaries.carried,
    });
    if (leak) return leak;
  }
  return null;
}

function follow(
  program: Program,
  labels: Labels,
  input: LeakInput & {
    readonly engine: Summaries;
    readonly onDetail?: (step: TaintStep, call: OperationIndex) => void;
  },
): ErrorResponse['leak'] {
  let leak: ErrorResponse['leak'] = null;
  searchTaint(program, input.engine, {
    method: input.method,
    seed: input.seed,
    depthLimit: DEPTH_LIMIT,
    onArgument: (step, argument) => {
      const roles = rolesOf(labels, step, argument.call);
      if (roles.some((role) => role.role === 'log')) return 'stop';
      const response = roles.find((role) => role.role === 'response');
      if (response?.role === 'response' && reaches(response.arguments, argument.position)) {
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

function toLeak(step: TaintStep, operation: OperationIndex | null): ErrorResponse['leak'] {
  const location = placeIn(step, operation);
  return { what: 'exception text', location, hops: hopsTo(step, location) };
}
