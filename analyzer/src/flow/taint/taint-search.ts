import type { MethodId } from '../../base/ids.ts';
import type { OperationIndex } from '../../facts/operations.ts';
import type { CallSite, Confidence, Program, ProgramMethod } from '../../link/program.ts';
import { weaker } from '../call-graph.ts';
import type { Seed, TaintedArgument } from './body-flow.ts';
import { keyOf, type Summaries, seedAt } from './summaries.ts';
import { FULL_TAINT, NO_TAINT, type TaintMask } from './taint-mask.ts';

/** States that one search may visit before it stops and says so. */
const STATE_LIMIT = 50_000;

/** A method in which a tainted value was met, and the way there. */
export interface TaintStep {
  readonly method: ProgramMethod;
  readonly seed: Seed;
  /** What is still wrong with the value on this way. */
  readonly mask: TaintMask;
  /** Calls between the start and here. */
  readonly depth: number;
  readonly confidence: Confidence;
  readonly previous: TaintStep | null;
  /** The call in `previous.method` that led here; null at the start. */
  readonly via: CallSite | null;
}

/** Told of each call that gets the value. Return `stop` to follow the value no further into that call. */
export type ArgumentVisitor = (
  step: TaintStep,
  argument: TaintedArgument,
  mask: TaintMask,
) => 'follow' | 'stop';

export interface TaintQuery {
  readonly method: MethodId;
  readonly seed: Seed;
  readonly depthLimit: number;
  readonly onArgument: ArgumentVisitor;
  /** Told where the value leaves a method as its result, and by which `return` (null where the method has none written). */
  readonly onResult?: (step: TaintStep, at: OperationIndex | null) => void;
}

/**
 * Follows a value from its start through calls, breadth first, so that the first way found to a place is a shortest one.
 * A value that starts inside a method also follows the method's result up into its callers.
 * @returns whether a limit cut the search.
 */
export function searchTaint(program: Program, summaries: Summaries, query: TaintQuery): boolean {
  const start = program.method(query.method);
  if (!start) return false;
  const seen = new Map<string, TaintMask>();
  let frontier: TaintStep[] = [];
  let truncated = false;
  let visited = 0;
  const enter = (into: TaintStep[], step: TaintStep) => {
    const key = keyOf(step.method.id, step.seed);
    const known = seen.get(key) ?? NO_TAINT;
    if ((known | step.mask) === known && known !== NO_TAINT) return;
    seen.set(key, known | step.mask);
    into.push(step);
  };
  enter(frontier, {
    method: start,
    seed: query.seed,
    mask: FULL_TAINT,
    depth: 0,
    confidence: 'certain',
    previous: null,
    via: null,
  });
  while (frontier.length > 0) {
    const next: TaintStep[] = [];
    for (const step of frontier) {
      if (++visited > STATE_LIMIT) return true;
      const flow = summaries.of(step.method.id, step.seed);
      if (!flow) continue;
      const sites = sitesOf(step.method);
      for (const argument of flow.arguments) {
        const mask = step.mask & argument.mask;
        if (mask === NO_TAINT || query.onArgument(step, argument, mask) === 'stop') continue;
        const site = sites.get(argument.call);
        if (!site) continue;
        if (step.depth === query.depthLimit) truncated ||= site.targets.length > 0;
        else for (const inner of into(program, step, site, argument, mask)) enter(next, inner);
      }
      const leaving = step.mask & flow.result;
      if (leaving === NO_TAINT) continue;
      query.onResult?.(step, flow.leavesAt);
      if (step.seed.kind === 'operations' && step.depth < query.depthLimit) {
        for (const outer of outOf(program, step, leaving)) enter(next, outer);
      }
    }
    frontier = next;
  }
  return truncated;
}

function sitesOf(method: ProgramMethod): ReadonlyMap<OperationIndex, CallSite> {
  return new Map(method.calls.map((site) => [site.operation, site]));
}

function into(
  program: Program,
  step: TaintStep,
  site: CallSite,
  argument: TaintedArgument,
  mask: TaintMask,
): TaintStep[] {
  return site.targets.flatMap((target) => {
    const method = program.method(target.method);
    if (!method || method.owner.file.role === 'test' || !method.declaration?.body) return [];
    return [
      {
        method,
        seed: seedAt(method, argument.position),
        mask,
        depth: step.depth + 1,
        confidence: weaker(step.confidence, target.confidence),
        previous: step,
        via: site,
      },
    ];
  });
}

function outOf(program: Program, step: TaintStep, mask: TaintMask): TaintStep[] {
  return program.callersOf(step.method.id).flatMap((site) => {
    const method = program.method(site.caller);
    if (!method || method.owner.file.role === 'test') return [];
    return [
      {
        method,
        seed: { kind: 'operations', operations: [site.operation] } as const,
        mask,
        depth: step.depth + 1,
        confidence: step.confidence,
        previous: step,
        via: null,
      },
    ];
  });
}
