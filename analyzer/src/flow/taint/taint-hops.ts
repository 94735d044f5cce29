import type { SourceLocation } from '../../base/source-location.ts';
import type { OperationIndex } from '../../facts/operations.ts';
import type { ProgramMethod } from '../../link/program.ts';
import { methodLabel } from '../method-label.ts';
import type { Hop } from '../security-view.ts';
import type { TaintStep, Trail } from './taint-search.ts';

/** The whole way of a value, to a place in the method that it ends in. */
export interface Way {
  readonly method: ProgramMethod;
  readonly end: SourceLocation;
  readonly before: Trail | null;
}

/** The way to a place in the method of a step. Where it leads through is worked out once for each step. */
export function wayTo(step: TaintStep, end: SourceLocation): Way {
  const steps: TaintStep[] = [];
  for (let at = step; at.trail === null && at.previous !== null; at = at.previous) steps.push(at);
  for (let at = steps.pop(); at !== undefined; at = steps.pop())
    at.trail = trailTo(at, at.previous as TaintStep);
  return { method: step.method, end, before: step.trail };
}

/** The steps of a way for people: each method with the line that leads on, the last one with the place it ends in. */
export function hopsOf({ method, end, before }: Way): Hop[] {
  const hops = [hopAt(method, end)];
  for (let at = before; at !== null; at = at.before) {
    at.hop ??= hopAt(at.method, { file: at.file, line: at.line });
    hops.push(at.hop);
  }
  return hops.reverse();
}

/** The same of the way to a place. */
export function hopsTo(step: TaintStep, end: SourceLocation): Hop[] {
  return hopsOf(wayTo(step, end));
}

function hopAt(method: ProgramMethod, location: SourceLocation): Hop {
  return { method: method.id, label: methodLabel(method), location, guards: [] };
}

function trailTo(step: TaintStep, { method, trail: before }: TaintStep): Trail {
  if (step.via) return { method, file: step.via.file, line: step.via.nameLine, before, hop: null };
  const isCaptured = step.summary.seed.kind === 'captured';
  // An inner type that reads a variable of the method around it stands there.
  const from = isCaptured ? step.method : method;
  const line = isCaptured ? from.owner.declaration.line : (from.declaration?.line ?? 1);
  return { method, file: from.owner.file.facts.path, line, before, hop: null };
}

/** Where an operation of a step's method stands: the name of a call, the line of anything else. */
export function placeIn(step: TaintStep, operation: OperationIndex | null): SourceLocation {
  const here = operation === null ? undefined : step.method.declaration?.body?.operations[operation];
  const line = here?.kind === 'call' ? here.nameLine : here?.line;
  return { file: step.method.owner.file.facts.path, line: line ?? step.method.declaration?.line ?? 1 };
}
