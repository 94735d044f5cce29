import type { MethodId } from '../../base/ids.ts';
import { byNumber, byText, inOrder } from '../../base/ordering.ts';
import type { OperationIndex } from '../../facts/operations.ts';
import type { CallSite, Program, ProgramMethod } from '../../link/program.ts';
import type { EntryParameter, EntryPoint, Labels } from '../../models/labels.ts';
import { type CallGraph, distancesTo } from '../call-graph.ts';
import { lambdaParameter } from '../entry-code.ts';
import { roleIndex } from '../role-index.ts';
import type { TaintedPath } from '../security-view.ts';
import type { Seed } from './body-flow.ts';
import { withPart } from './seeds.ts';
import type { Summaries } from './summaries.ts';
import { FULL_TAINT, type Part, type TaintMask, UNCHECKED } from './taint-mask.ts';
import { searchTaint } from './taint-search.ts';

/** A value from the outside, and the entry point that lets it in. */
export interface InputSource {
  readonly entry: EntryPoint;
  readonly method: ProgramMethod;
  readonly seed: Seed;
  /** What is wrong with it: what a validation at the door has looked at is not unchecked any more. */
  readonly mask: TaintMask;
  readonly what: string;
  readonly kind: TaintedPath['source']['kind'];
  readonly location: TaintedPath['source']['location'];
}

interface Input {
  readonly program: Program;
  readonly labels: Labels;
  readonly graph: CallGraph;
  readonly summaries: { readonly asItIs: Summaries };
}

/** Calls that a request object is followed through. */
const REQUEST_DEPTH = 6;

/** All values from the outside: parameters of handlers, and calls that fetch input in the middle of the code. */
export function inputSources(input: Input): InputSource[] {
  return [...parameterSources(input), ...callSources(input)];
}

/**
 * Parameters of handlers that carry something free: all of one that was not validated at the door, of another the parts
 * of which a validation leaves the letters free. What a raw request carries, calls fetch from it.
 */
function parameterSources({ program, labels }: Input): InputSource[] {
  return labels.entryPoints.flatMap((entry) => {
    const method = program.method(entry.handler);
    if (!method) return [];
    return entry.parameters
      .filter(({ source }) => source !== 'framework' && source !== 'raw')
      .flatMap((parameter) => {
        const { name, part, index, source: kind } = parameter;
        const whole =
          part === undefined ? parameterSeed(entry, method, index) : withPart({ kind: 'this' }, part);
        return freeParts(parameter).map((free) => ({
          entry,
          method,
          seed: withPart(whole, free),
          mask: parameter.validated ? FULL_TAINT & ~UNCHECKED : FULL_TAINT,
          what: free === null ? name : `${name}.${free}`,
          kind,
          location: entry.location,
        }));
      });
  });
}

function freeParts({ validated, entropy, anyLetters = [] }: EntryParameter): readonly Part[] {
  if (validated) return anyLetters;
  return entropy === 'bounded' ? [] : [null];
}

function parameterSeed(entry: EntryPoint, handler: ProgramMethod, index: number): Seed {
  const operation = lambdaParameter(entry, handler, index);
  return operation === undefined
    ? { kind: 'parameter', index }
    : { kind: 'operations', operations: [operation] };
}

/** Calls that fetch input, for the entry points whose request they read, else for all that make them run. */
function callSources(input: Input): InputSource[] {
  const { program, labels, graph } = input;
  const readers = requestReaders(input);
  const running = entriesRunning(graph, labels.entryPoints);
  return roleIndex(labels.callRoles)
    .having('source')
    .flatMap((id) => {
      const method = program.method(id);
      const operations = labels.callRoles.get(id);
      if (!method || !operations || method.owner.file.role === 'test') return [];
      const fetches = method.calls.flatMap((site) => {
        const role = operations.get(site.operation)?.find((candidate) => candidate.role === 'source');
        if (role?.role !== 'source') return [];
        const entries = readers.get(id)?.get(site.operation) ?? running(id);
        return [{ site, kind: role.source, entries }];
      });
      return fetches.length > MOST_SINGLE ? together(method, fetches) : fetches.flatMap(one(method));
    });
}

/** Calls that fetch input in one method, each of which is followed by itself. */
const MOST_SINGLE = 64;

interface Fetch {
  readonly site: CallSite;
  readonly kind: InputSource['kind'];
  readonly entries: readonly EntryPoint[];
}

function one(method: ProgramMethod): (fetch: Fetch) => readonly InputSource[] {
  return ({ site, kind, entries }) =>
    entries.map((entry) => ({
      entry,
      method,
      seed: { kind: 'operations', operations: [site.operation] } as const,
      mask: FULL_TAINT,
      what: `${site.name}()`,
      kind,
      location: { file: site.file, line: site.nameLine },
    }));
}

/** So many calls in one method are followed as one value for each kind and entry point: all their sinks, fewer ways. */
function together(method: ProgramMethod, fetches: readonly Fetch[]): InputSource[] {
  const groups = new Map<string, Fetch[]>();
  for (const fetch of fetches) {
    for (const entry of fetch.entries) {
      const key = `${fetch.kind} ${entry.id}`;
      const only = { ...fetch, entries: [entry] };
      const known = groups.get(key);
      if (known) known.push(only);
      else groups.set(key, [only]);
    }
  }
  return [...groups.values()].flatMap((group) =>
    group
      .slice(0, 1)
      .flatMap(one(method))
      .map((source) => ({
        ...source,
        seed: { kind: 'operations', operations: group.map(({ site }) => site.operation) } as const,
        what: group.length === 1 ? source.what : `${source.what} and ${group.length - 1} more`,
      })),
  );
}

/** For calls on a raw request the entry points that handed it there, in the order of entry points. */
function requestReaders({
  program,
  labels,
  summaries,
}: Input): ReadonlyMap<MethodId, ReadonlyMap<OperationIndex, readonly EntryPoint[]>> {
  const readers = new Map<MethodId, Map<OperationIndex, EntryPoint[]>>();
  for (const entry of labels.entryPoints) {
    const method = program.method(entry.handler);
    if (!method) continue;
    for (const parameter of entry.parameters) {
      if (parameter.source !== 'raw') continue;
      searchTaint(program, summaries.asItIs, {
        method,
        seed: parameterSeed(entry, method, parameter.index),
        depthLimit: REQUEST_DEPTH,
        waysOf: (summary) => summaries.asItIs.onward(summary),
        onArgument: (step, { argument: { call } }) => {
          const roles = labels.callRoles.get(step.method.id)?.get(call) ?? [];
          if (!roles.some((role) => role.role === 'source')) return 'follow';
          const ofMethod = readers.get(step.method.id) ?? new Map<OperationIndex, EntryPoint[]>();
          readers.set(step.method.id, ofMethod);
          const entries = ofMethod.get(call);
          if (!entries) ofMethod.set(call, [entry]);
          else if (entries.at(-1) !== entry) entries.push(entry);
          return 'stop';
        },
      });
    }
  }
  return readers;
}

/** Entry points that one call is followed for; the nearest of more. */
const MOST_ENTRIES = 200;

/** For a method the entry points that make it run, nearest first, in the order of their ids among equals. */
function entriesRunning(
  graph: CallGraph,
  entries: readonly EntryPoint[],
): (method: MethodId) => readonly EntryPoint[] {
  const known = new Map<MethodId, readonly EntryPoint[]>();
  return (id) => {
    const before = known.get(id);
    if (before) return before;
    const node = graph.indexOf(id);
    const distances = node === undefined ? undefined : distancesTo(graph, [node]);
    const distanceOf = (entry: EntryPoint) => distances?.[graph.indexOf(entry.handler) ?? -1] ?? -1;
    const found = entries
      .filter((entry) => distanceOf(entry) >= 0)
      .sort(
        inOrder(
          byNumber(distanceOf),
          byText(({ id: entry }) => entry),
        ),
      );
    const nearest = found.slice(0, MOST_ENTRIES);
    known.set(id, nearest);
    return nearest;
  };
}
