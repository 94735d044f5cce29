import type { Body, OperationIndex } from '../../facts/operations.ts';
import type { ProgramMethod, ProgramParameter } from '../../link/program.ts';
import type { Evidence } from '../labels.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { isToldParameter } from '../match/told-parameter.ts';
import { BodyRegions } from './code/body-regions.ts';
import { isSure, onlyTarget } from './code/sure-operations.ts';
import { createUnavoidable, type Unavoidable } from './code/unavoidable.ts';
import { PROGRAMMATIC, type ProgrammaticChecks } from './programmatic-checks.ts';
import { type Outcome, shortText } from './requirement.ts';

/**
 * Finds handlers that turn away whoever has not logged in by a parameter: the framework fills in who the caller is, and null
 * for a stranger. What other methods are handed is not looked at: it may be anybody.
 */
export function createToldCallers(tools: MatchTools): ProgrammaticChecks {
  const isUnavoidable = createUnavoidable(tools);
  const rows = tools.models.identityReads.filter((row) => row.nullForStrangers);
  const rowOf = (parameter: ProgramParameter) => rows.find((each) => isToldParameter(tools, parameter, each));
  return ({ handler, lambda }) => {
    const method = lambda === undefined ? tools.program.method(handler) : undefined;
    if (method === undefined) return undefined;
    // Few handlers are told anything: only their code is looked at.
    if (!method.parameters.some((parameter) => rowOf(parameter) !== undefined)) return undefined;
    return turnedAway({ tools, isUnavoidable }, method, (parameter) => rowOf(parameter)?.id);
  };
}

/** What a handler asks that turns away whomever one of its parameters is null for; `rowOf` gives the row behind such a parameter. */
export function turnedAway(
  check: Checking,
  method: ProgramMethod,
  rowOf: (parameter: ProgramParameter) => string | undefined,
): Outcome | undefined {
  for (const [index, parameter] of method.parameters.entries()) {
    const row = rowOf(parameter);
    const asked = row === undefined ? undefined : askedIn(check, { method, index, depth: 0 });
    if (row === undefined || asked === undefined) continue;
    return {
      ...{ requirement: { kind: 'authenticated' }, mechanism: PROGRAMMATIC, row },
      evidence: [{ ...asked, text: shortText(`${parameter.name} is null for whoever has not logged in`) }],
    };
  }
  return undefined;
}

interface Checking {
  readonly tools: MatchTools;
  readonly isUnavoidable: Unavoidable;
}

interface Handed {
  readonly method: ProgramMethod;
  readonly index: number;
  readonly depth: number;
}

/** Methods that one method hands what it was given on to. */
const DEEPEST = 2;

/** Where a parameter is asked for that nobody comes past, in the method itself or in one that it is handed to and that gives the answer. */
function askedIn(check: Checking, { method, index, depth }: Handed): Omit<Evidence, 'text'> | undefined {
  const body = method.declaration?.body ?? null;
  if (body === null) return undefined;
  const place = { method, body, regions: new BodyRegions(body) };
  if (check.isUnavoidable(place, { operation: index, answers: false }))
    return { file: method.owner.file.facts.path, line: body.operations[index]?.line ?? 0 };
  if (depth >= DEEPEST) return undefined;
  const reads = readsOf(body, index);
  const returned = body.operations.find(({ kind }) => kind === 'return');
  const value = returned?.kind === 'return' ? returned.value : null;
  const call = value === null ? undefined : body.operations[value];
  if (value === null || call?.kind !== 'call' || !isSure(place, value)) return undefined;
  const at = call.args.findIndex((argument) => reads.includes(argument));
  const helper = at === -1 ? undefined : onlyTarget(check.tools, method, value);
  return helper && askedIn(check, { method: helper, index: at, depth: depth + 1 });
}

/** The operations that read a parameter; one that is given another value is no parameter any more. */
function readsOf({ operations }: Body, index: number): readonly OperationIndex[] {
  const reads = operations.flatMap((each, operation) =>
    operation === index || (each.kind === 'local' && each.declaration === index) ? [operation] : [],
  );
  const isAssigned = operations.some((each) => each.kind === 'assign' && reads.includes(each.target));
  return isAssigned ? [] : reads;
}
