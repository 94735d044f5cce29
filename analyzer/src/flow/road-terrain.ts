import { NOTHING } from '../base/lists.ts';
import type { ProgramMethod } from '../link/program.ts';
import type { Sink } from '../models/labels.ts';
import { type CallGraph, canReach, type GraphEdge } from './call-graph.ts';
import { type GuardIndex, type GuardMask, maskOf, maskOfAll } from './guard-masks.ts';
import { methodLabel } from './method-label.ts';

/** The surest first. */
export const SURENESS = { certain: 0, likely: 1, possible: 2 } as const;
export const SUREST_FIRST = ['certain', 'likely', 'possible'] as const;

export interface PlacedSink {
  readonly sink: Sink;
  readonly mask: GuardMask;
}

export interface Step {
  readonly edge: GraphEdge;
  /** Met in the calling body before the call. */
  readonly before: GuardMask;
  /** Met when the called method is entered. */
  readonly onEntry: GuardMask;
}

/** Steps, and what is looked at of each on every way, as tables: most steps lead where the search has been. */
export interface Steps {
  readonly all: readonly Step[];
  /** Numbers of the called methods. */
  readonly to: readonly number[];
  /** Met before the call or when the called method is entered. */
  readonly met: readonly GuardMask[];
  readonly checks: readonly number[];
}

/** Where a step meets a check of the caller: nowhere, before the call, or when the called method is entered. */
export const CHECKED_NOWHERE = 0;
const CHECKED_BEFORE = 1;
export const CHECKED_ON_ENTRY = 2;

const TRUST_MASK = maskOf('authentication') | maskOf('authorization');

/** A check of who calls is among the guards. */
export function isCheck(mask: GuardMask): boolean {
  return (mask & TRUST_MASK) !== 0;
}

/** Puts steps into tables. */
export function inTables(all: readonly Step[]): Steps {
  if (all.length === 0) return NO_STEPS;
  return {
    all,
    to: all.map(({ edge }) => edge.to),
    met: all.map(({ before, onEntry }) => before | onEntry),
    checks: all.map(({ before, onEntry }) =>
      isCheck(onEntry) ? CHECKED_ON_ENTRY : isCheck(before) ? CHECKED_BEFORE : CHECKED_NOWHERE,
    ),
  };
}

const NO_STEPS: Steps = { all: NOTHING, to: NOTHING, met: NOTHING, checks: NOTHING };

/** What the search needs to know of each method, worked out once. */
export interface Terrain {
  /** Met when the method is entered. */
  readonly onEntry: (node: number) => GuardMask;
  /** Calls that lead towards a sink. */
  readonly everyStep: (node: number) => readonly Step[];
  /** Those of them that a search goes on with. */
  readonly steps: (node: number) => Steps;
  readonly labelOf: (node: number) => string;
  readonly sinks: (node: number) => readonly PlacedSink[];
}

/** Prepares the graph for searches of roads to these sinks. */
export function surveyTerrain(graph: CallGraph, guards: GuardIndex, sinks: readonly Sink[]): Terrain {
  const placed = new Map<number, PlacedSink[]>();
  for (const sink of sinks) {
    const node = graph.indexOf(sink.method);
    if (node === undefined) continue;
    const row = { sink, mask: guards.before(node, sink.operationIndex).mask };
    const rows = placed.get(node);
    if (rows) rows.push(row);
    else placed.set(node, [row]);
  }
  const isUseful = canReach(graph, placed.keys());
  const onEntry = graph.nodes.map(({ method }) => maskOfAll(guards.onMethod(method.id)));
  const stepsOf = (node: number): readonly Step[] =>
    (graph.nodes[node]?.edges ?? [])
      .filter((edge) => isUseful(edge.to))
      .map((edge) => ({
        edge,
        before: guards.before(node, edge.operation).mask,
        onEntry:
          (onEntry[edge.to] ?? 0) | (edge.entry === undefined ? 0 : maskOfAll(guards.atEntry(edge.entry))),
      }));
  const steps: (Steps | undefined)[] = new Array(graph.nodes.length);
  const labels: (string | undefined)[] = new Array(graph.nodes.length);
  return {
    onEntry: (node) => onEntry[node] ?? 0,
    sinks: (node) => placed.get(node) ?? NOTHING,
    everyStep: stepsOf,
    steps: (node) => {
      const known = steps[node];
      if (known !== undefined) return known;
      const found = inTables(withoutRepeated(stepsOf(node)));
      steps[node] = found;
      return found;
    },
    labelOf: (node) => {
      const known = labels[node];
      if (known !== undefined) return known;
      const label = methodLabel(methodAt(graph, node));
      labels[node] = label;
      return label;
    },
  };
}

/** Without those that a call of the same method before them, behind the same guards and as sure, is gone on with instead. */
function withoutRepeated(steps: readonly Step[]): readonly Step[] {
  if (steps.length < 2) return steps;
  const kept = new Map<number, Step[]>();
  for (const step of steps) {
    const known = kept.get(step.edge.to);
    if (known === undefined) kept.set(step.edge.to, [step]);
    else if (!known.some((before) => isGoneOnWith(before, step))) known.push(step);
  }
  if (kept.size === steps.length) return steps;
  const all = new Set([...kept.values()].flat());
  return steps.filter((step) => all.has(step));
}

function isGoneOnWith(before: Step, step: Step): boolean {
  if (before.before !== step.before || before.onEntry !== step.onEntry) return false;
  return SURENESS[before.edge.confidence] <= SURENESS[step.edge.confidence];
}

/** The method with a number. */
export function methodAt(graph: CallGraph, node: number): ProgramMethod {
  const method = graph.nodes[node]?.method;
  if (method === undefined) throw new RangeError(`no method has the number ${node}`);
  return method;
}
