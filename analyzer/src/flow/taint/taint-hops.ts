import type { SourceLocation } from '../../base/source-location.ts';
import type { OperationIndex } from '../../facts/operations.ts';
import { methodLabel } from '../method-label.ts';
import type { Hop } from '../security-view.ts';
import type { TaintStep, Trail } from './taint-search.ts';

/** The whole way of a value, of which nothing leads to code. */
export interface Way {
  readonly end: Hop;
  readonly before: Trail | null;
}

/** The way to a place in the method of a step. Where it leads through is worked out once for each step. */
export function wayTo(step: TaintStep, end: SourceLocation): Way {
  const steps: TaintStep[] = [];
  for (let at = step; at.trail === null && at.previous !== null; at = at.previous) steps.push(at);
  for (let at = steps.pop(); at !== undefined; at = steps.pop()) {
    const previous = at.previous as TaintStep;
    at.trail = { hop: hopAt(previous, leavingTo(at, previous)), before: previous.trail };
  }
  return { end: hopAt(step, end), before: step.trail };
}

/** The steps of a way for people: each method with the line that leads on, the last one with the place it ends in. */
export function hopsOf({ end, before }: Way): Hop[] {
  const hops = [end];
  for (let at = before; at !== null; at = at.before) hops.push(at.hop);
  return hops.reverse();
}

/** The same of the way to a place. */
export function hopsTo(step: TaintStep, end: SourceLocation): Hop[] {
  return hopsOf(wayTo(step, end));
}

function hopAt({ method }: TaintStep, location: SourceLocation): Hop {
  return { method: method.id, label: methodLabel(method), location, guards: [] };
}

function leavingTo(step: TaintStep, previous: TaintStep): SourceLocation {
  if (step.via) return { file: step.via.file, line: step.via.nameLine };
  return step.summary.seed.kind === 'captured' ? creationOf(step) : declarationOf(previous);
}

function declarationOf(step: TaintStep): SourceLocation {
  return { file: step.method.owner.file.facts.path, line: step.method.declaration?.line ?? 1 };
}

/** Where the inner type stands that reads a variable of the method around it. */
function creationOf(step: TaintStep): SourceLocation {
  return { file: step.method.owner.file.facts.path, line: step.method.owner.declaration.line };
}

/** Where an operation of a step's method stands: the name of a call, the line of anything else. */
export function placeIn(step: TaintStep, operation: OperationIndex | null): SourceLocation {
  const here = operation === null ? undefined : step.method.declaration?.body?.operations[operation];
  const line = here?.kind === 'call' ? here.nameLine : here?.line;
  return { file: step.method.owner.file.facts.path, line: line ?? step.method.declaration?.line ?? 1 };
}
