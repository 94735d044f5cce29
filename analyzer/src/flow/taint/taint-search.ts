import type { OperationIndex } from '../../facts/operations.ts';
import type { CallSite, Confidence, Program, ProgramMethod } from '../../link/program.ts';
import { weaker } from '../call-graph.ts';
import type { Hop } from '../security-view.ts';
import type { Seed } from './body-flow.ts';
import { withPart } from './seeds.ts';
import type { Onward, Summaries, Summary } from './summaries.ts';
import { FULL_TAINT, NO_TAINT, type Part, type TaintMask } from './taint-mask.ts';

/** States that one search may visit before it stops and says so. */
const STATE_LIMIT = 50_000;

/** A way up to a step as it is shown: the hop that leads there, and the way before it. Ways that go on alike share it. */
export interface Trail {
  readonly hop: Hop;
  readonly before: Trail | null;
}

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
  /** The way up to here as it is shown; null where nobody has asked yet, and at the start. */
  trail: Trail | null;
}

/** What is wrong with a value that leaves a method: in all, and at single `return`s. */
export interface Leaving {
  readonly mask: TaintMask;
  readonly by: ReadonlyMap<OperationIndex, TaintMask>;
}

export interface TaintQuery<Way extends Onward> {
  readonly method: ProgramMethod;
  readonly seed: Seed;
  /** What is wrong with the value at its start; everything where absent. */
  readonly mask?: TaintMask;
  readonly depthLimit: number;
  /** Where a value goes from a method: the calls that are told of, with the methods that it is followed into. */
  readonly waysOf: (summary: Summary) => readonly Way[];
  /** Told of each call that gets the value. Return `stop` to follow the value no further into that call. */
  readonly onArgument: (step: TaintStep, way: Way, mask: TaintMask) => 'follow' | 'stop';
  /** Told where the value leaves a method as its result, and by which `return` (null where the method has none written), with what is wrong. */
  readonly onResult?: (step: TaintStep, at: OperationIndex | null, leaving: Leaving) => void;
  /** Whether nothing is told of what comes to a summary and it goes nowhere from there, as far as is known: it is not visited then. */
  readonly isEnd?: (summary: Summary) => boolean;
  /** Whether a call leads into a method that it may lead into; all it may where absent. */
  readonly mayEnter?:
    | ((step: TaintStep, site: CallSite | undefined, called: ProgramMethod) => boolean)
    | undefined;
  /** Callers that the result of a method is followed up into; all where absent. */
  readonly mayReturnTo?: (caller: ProgramMethod, called: ProgramMethod) => boolean;
}

/** A search under way: what was met, and what is to be looked at next. */
interface Search<Way extends Onward> {
  readonly program: Program;
  readonly summaries: Summaries;
  readonly query: TaintQuery<Way>;
  readonly seen: Map<number, TaintMask>;
  next: TaintStep[];
  /** States that were met. */
  met: number;
  truncated: boolean;
}

/**
 * Follows a value from its start through calls, breadth first, so that the first way found to a place is a shortest one.
 * A value that starts inside a method also follows the method's result up into its callers.
 * @returns whether a limit cut the search.
 */
export function searchTaint<Way extends Onward>(
  program: Program,
  summaries: Summaries,
  query: TaintQuery<Way>,
): boolean {
  const start = summaries.of(query.method, query.seed);
  if (!start) return false;
  const search: Search<Way> = {
    program,
    summaries,
    query,
    seen: new Map(),
    next: [],
    met: 1,
    truncated: false,
  };
  const mask = query.mask ?? FULL_TAINT;
  isNew(search, start, mask);
  let frontier: readonly TaintStep[] = [startAt(start, mask)];
  while (frontier.length > 0) {
    search.next = [];
    for (let i = 0; i < frontier.length; i++) {
      const step = frontier[i];
      if (step === undefined) continue;
      goInto(search, step);
      goOutOf(search, step);
    }
    frontier = search.next;
  }
  return search.truncated;
}

/** Whether the value comes to the summary with something wrong that it did not come with before; remembers it. */
function isNew({ seen }: Pick<Search<never>, 'seen'>, summary: Summary, mask: TaintMask): boolean {
  const known = seen.get(summary.id) ?? NO_TAINT;
  if ((known | mask) === known) return false;
  seen.set(summary.id, known | mask);
  return true;
}

/** Counts a state that was met; whether it is visited. Those beyond the limit are not, whatever comes before them in their round is. */
function isVisited<Way extends Onward>(search: Search<Way>, summary: Summary): boolean {
  if (++search.met > STATE_LIMIT) search.truncated = true;
  return search.met <= STATE_LIMIT && search.query.isEnd?.(summary) !== true;
}

/** Follows the value into the calls that get it. */
function goInto<Way extends Onward>(search: Search<Way>, step: TaintStep): void {
  const { query } = search;
  const ways = query.waysOf(step.summary);
  for (let i = 0; i < ways.length; i++) {
    const way = ways[i];
    const mask = way === undefined ? NO_TAINT : step.mask & way.argument.mask;
    if (way === undefined || mask === NO_TAINT || query.onArgument(step, way, mask) === 'stop') continue;
    goAlong(search, step, { way, mask });
  }
}

function goAlong<Way extends Onward>(
  search: Search<Way>,
  step: TaintStep,
  { way: { into, site }, mask }: { readonly way: Way; readonly mask: TaintMask },
): void {
  if (into.length > 0 && step.depth === search.query.depthLimit) {
    search.truncated = true;
    return;
  }
  for (let i = 0; i < into.length; i++) {
    const called = into[i];
    if (called === undefined || search.query.mayEnter?.(step, site, called.summary.method) === false)
      continue;
    if (!isNew(search, called.summary, mask)) continue;
    const { summary, confidence } = called;
    if (isVisited(search, summary)) search.next.push(below(step, { summary, mask, confidence, site }));
  }
}

/** Follows the value, or the object that holds it, out of the method it started in, with the method's result. */
function goOutOf<Way extends Onward>(search: Search<Way>, step: TaintStep): void {
  const { query } = search;
  const { flow, seed } = step.summary;
  if (flow.result.size === 0) return;
  let all = NO_TAINT;
  for (const left of flow.result.values()) all |= left & step.mask;
  if (all === NO_TAINT) return;
  query.onResult?.(step, flow.leavesAt, { mask: all, by: flow.leaves });
  if (seed.kind !== 'operations' || step.depth >= query.depthLimit) return;
  for (const [part, left] of flow.result) {
    const mask = left & step.mask;
    if (mask === NO_TAINT) continue;
    for (const outer of callersOf(search, step.method, part)) {
      if (isNew(search, outer, mask) && isVisited(search, outer)) search.next.push(above(step, outer, mask));
    }
  }
}

function startAt(summary: Summary, mask: TaintMask): TaintStep {
  return {
    method: summary.method,
    summary,
    mask,
    depth: 0,
    confidence: 'certain',
    previous: null,
    via: null,
    trail: null,
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
    trail: null,
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
    trail: null,
  };
}

/** The calls of a method in running code, as places where its result is a value or an object with a tainted part. */
function callersOf<Way extends Onward>(
  { program, summaries, query }: Search<Way>,
  method: ProgramMethod,
  part: Part,
): Summary[] {
  return program.callersOf(method.id).flatMap((site) => {
    const caller = program.method(site.caller);
    if (!caller || caller.owner.file.role === 'test' || site.operation < 0) return [];
    if (query.mayReturnTo?.(caller, method) === false) return [];
    const summary = summaries.of(
      caller,
      withPart({ kind: 'operations', operations: [site.operation] }, part),
    );
    return summary ? [summary] : [];
  });
}
