import type { Body, OperationIndex } from '../../../facts/operations.ts';
import { callAt, type ProgramMethod } from '../../../link/program.ts';
import type { MatchTools } from '../../match/match-tools.ts';
import type { BodyRegions } from './body-regions.ts';

/** A body with the look-ups over its regions. */
export interface BodyPlace {
  readonly body: Body;
  readonly regions: BodyRegions;
}

/** Every run that comes so far in the method's own straight line runs the operation, and what it throws leaves the method. */
export function isSure(place: BodyPlace, operation: OperationIndex): boolean {
  return isReached(place, operation) && !place.regions.isDetour(operation);
}

/** No branch, loop or return before it decides whether the operation runs. */
export function isReached({ body, regions }: BodyPlace, operation: OperationIndex): boolean {
  const returned = regions.firstReturn;
  if (returned !== null && returned < operation) return false;
  return regions.around(operation, 0).every((region) => {
    if (region.kind === 'synchronized') return true;
    return region.kind === 'try' && catchesThrow({ body, regions }, body.regions.indexOf(region));
  });
}

/** What a `try` catches it throws again, or something in its place. */
function catchesThrow({ body, regions }: BodyPlace, tried: number): boolean {
  return body.regions.every((region, index) => {
    if (region.kind !== 'catch' || region.of !== tried) return true;
    const last = body.operations[region.end - 1];
    return last?.kind === 'throw' && regions.innermost(region.end - 1) === index;
  });
}

/** The one method of the tree that a call runs; one without a body runs as what implements it. */
export function onlyTarget(
  tools: MatchTools,
  method: ProgramMethod,
  operation: OperationIndex,
): ProgramMethod | undefined {
  const targets = (callAt(method, operation)?.targets ?? []).map((each) => tools.program.method(each.method));
  const running = targets.length === 1 ? targets : targets.filter((each) => each?.declaration?.body !== null);
  return running.length === 1 ? running[0] : undefined;
}
