import type { SourceLocation } from '../../base/source-location.ts';
import type { OperationIndex } from '../../facts/operations.ts';
import { methodLabel } from '../method-label.ts';
import type { Hop } from '../security-view.ts';
import type { TaintStep } from './taint-search.ts';

/** The hop in which a way leaves the step before a step: ways that go on alike share it. */
const hopsBefore = new WeakMap<TaintStep, Hop>();

/** The steps of a value's way for people: each method with the line that leads on, the last one with the place it ends in. */
export function hopsTo(step: TaintStep, end: SourceLocation): Hop[] {
  const hops = [hopAt(step, end)];
  for (let at = step; at.previous !== null; at = at.previous) {
    const hop = hopsBefore.get(at) ?? hopAt(at.previous, leavingTo(at, at.previous));
    hopsBefore.set(at, hop);
    hops.push(hop);
  }
  return hops.reverse();
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
