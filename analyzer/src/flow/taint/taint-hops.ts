import type { SourceLocation } from '../../base/source-location.ts';
import type { OperationIndex } from '../../facts/operations.ts';
import { methodLabel } from '../method-label.ts';
import type { Hop } from '../security-view.ts';
import type { TaintStep } from './taint-search.ts';

/** The steps of a value's way for people: each method with the line that leads on, the last one with the place it ends in. */
export function hopsTo(step: TaintStep, end: SourceLocation): Hop[] {
  const hops: Hop[] = [];
  let leaving = end;
  for (let at: TaintStep | null = step; at !== null; at = at.previous) {
    hops.push({ method: at.method.id, label: methodLabel(at.method), location: leaving, guards: [] });
    if (at.via) leaving = { file: at.via.file, line: at.via.nameLine };
    else if (at.summary.seed.kind === 'captured') leaving = creationOf(at);
    else if (at.previous) leaving = declarationOf(at.previous);
  }
  return hops.reverse();
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
