import type { OperationIndex } from '../../facts/operations.ts';
import type { CallSite, Confidence, Program, ProgramMethod } from '../../link/program.ts';
import { weaker } from '../call-graph.ts';
import type { Seed, TaintedArgument } from './body-flow.ts';
import type { Summaries, Summary } from './summaries.ts';
import { FULL_TAINT, NO_TAINT, type TaintMask } from './taint-mask.ts';

/** States that one search may visit before it stops and says so. */
const STATE_LIMIT = 50_000;

/** A method in which a tainted value was met, and the way there. */
export interface TaintStep {
  readonly method: ProgramMethod;
  readonly summary: Summary;
  /** What is still wrong with the value on this way. */
  readonly mask: TaintMask;
  /** Calls between the start and here. */
  readonly depth: number;
  readonly confidence: Confidence;
  readonly previous: TaintStep | null;
  /** The call in `previous.method` that led here; null at the start, and where the value came as a result or a captured variable. */
  readonly via: CallSite | null;
}

/** Told of each call that gets the value. Return `stop` to follow the value no further into that call. */
export type ArgumentVisitor = (
  step: TaintStep,
  argument: TaintedArgument,
  mask: TaintMask,
) => 'follow' | 'stop';

export interface TaintQuery {
  readonly method: ProgramMethod;
  readonly seed: Seed;
  readonly depthLimit: number;
  readonly onArgument: ArgumentVisitor;
  /** Told where the value leaves a method as its result, and by which `return` (null where the method has none written). */
  readonly onResult?: (step: TaintStep, at: OperationIndex | null) => void;
  /** Methods that a value handed down to is followed into; all where absent. */
  readonly isWorthEntering?: (method: ProgramMethod) => boolean;
}

/**
 * Follows a value from its start through calls, breadth first, so that the first way found to a place is a shortest one.
 * A value that starts inside a method also follows the method's result up into its callers.
 * @returns whether a limit cut the search.
 */
export function searchTaint(program: Program, summaries: Summaries, query: TaintQuery): boolean {
  const start = summaries.of(query.method, query.seed);
  if (!start) return false;
  const seen = new Map<number, TaintMask>();
  let truncated = false;
  let visited = 0;
  const isNew = (summary: Summary, mask: TaintMask) => {
    const known = seen.get(summary.id) ?? NO_TAINT;
    if ((known | mask) === known) return false;
    seen.set(summary.id, known | mask);
    return true;
  };
  const isWorthEntering = query.isWorthEntering ?? (() => true);
  let frontier: TaintStep[] = [startAt(start)];
  isNew(start, FULL_TAINT);
  while (frontier.length > 0) {
    const next: TaintStep[] = [];
    for (const step of frontier) {
      if (++visited > STATE_LIMIT) return true;
      for (const { argument, site, into } of step.summary.onward()) {
        const mask = step.mask & argument.mask;
        if (mask === NO_TAINT || query.onArgument(step, argument, mask) === 'stop') continue;
        for (const { summary, confidence } of into) {
          if (!isWorthEntering(summary.method)) continue;
          if (step.depth === query.depthLimit) truncated = true;
          else if (isNew(summary, mask)) next.push(below(step, { summary, mask, confidence, site }));
        }
      }
      const leaving = step.mask & step.summary.flow.result;
      if (leaving === NO_TAINT) continue;
      query.onResult?.(step, step.summary.flow.leavesAt);
      if (step.summary.seed.kind !== 'operations' || step.depth >= query.depthLimit) continue;
      for (const outer of callersOf(program, summaries, step.method))
        if (isNew(outer, leaving)) next.push(above(step, outer, leaving));
    }
    frontier = next;
  }
  return truncated;
}

function startAt(summary: Summary): TaintStep {
  return {
    method: summary.method,
    summary,
    mask: FULL_TAINT,
    depth: 0,
    confidence: 'certain',
    previous: null,
    via: null,
  };
}

function below(
  step: TaintStep,
  into: {
    readonly summary: Summary;
    readonly mask: TaintMask;
    readonly confidence: Confidence;
    readonly site: CallSite | undefined;
  },
): TaintStep {
  return {
    method: into.summary.method,
    summary: into.summary,
    mask: into.mask,
    depth: step.depth + 1,
    confidence: weaker(step.confidence, into.confidence),
    previous: step,
    via: into.site ?? null,
  };
}

function above(step: TaintStep, summary: Summary, mask: TaintMask): TaintStep {
  return {
    method: summary.method,
    summary,
    mask,
    depth: step.depth + 1,
    confidence: step.confidence,
    previous: step,
    via: null,
  };
}

/** The calls of a method in running code, as places where its result is a value. */
function callersOf(program: Program, summaries: Summaries, method: ProgramMethod): Summary[] {
  return program.callersOf(method.id).flatMap((site) => {
    const caller = program.method(site.caller);
    if (!caller || caller.owner.file.role === 'test' || site.operation < 0) return [];
    const summary = summaries.of(caller, { kind: 'operations', operations: [site.operation] });
    return summary ? [summary] : [];
  });
}
