import type { OperationIndex } from '../../facts/operations.ts';
import type { ProgramMethod, ProgramParameter } from '../../link/program.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { isToldParameter } from '../match/told-parameter.ts';
import { BodyRegions } from './code/body-regions.ts';
import { createUnavoidable } from './code/unavoidable.ts';
import { PROGRAMMATIC, type ProgrammaticChecks } from './programmatic-checks.ts';
import { shortText } from './requirement.ts';

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
    const body = method?.declaration?.body ?? null;
    if (method === undefined || body === null) return undefined;
    // Few handlers are told anything: only their code is looked at.
    if (!method.parameters.some((parameter) => rowOf(parameter) !== undefined)) return undefined;
    const place = { method, body, regions: new BodyRegions(body) };
    for (const { operation, parameter } of parametersOf(method)) {
      const row = rowOf(parameter);
      if (row === undefined || !isUnavoidable(place, { operation, answers: false })) continue;
      const line = body.operations[operation]?.line ?? 0;
      const text = shortText(`${parameter.name} is null for whoever has not logged in`);
      return {
        ...{ requirement: { kind: 'authenticated' }, mechanism: PROGRAMMATIC, row: row.id },
        evidence: [{ file: method.owner.file.facts.path, line, text }],
      };
    }
    return undefined;
  };
}

interface ReadParameter {
  readonly operation: OperationIndex;
  readonly parameter: ProgramParameter;
}

function parametersOf({ declaration, parameters }: ProgramMethod): readonly ReadParameter[] {
  return (declaration?.body?.operations ?? []).flatMap((read, operation) => {
    const parameter = read.kind === 'parameter' ? parameters[read.index] : undefined;
    return parameter === undefined ? [] : [{ operation, parameter }];
  });
}
