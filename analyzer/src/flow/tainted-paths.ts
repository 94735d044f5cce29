import type { MethodId } from '../base/ids.ts';
import { fitted, NOTHING } from '../base/lists.ts';
import { byNumber, byText, compareText, inOrder } from '../base/ordering.ts';
import type { OperationIndex } from '../facts/operations.ts';
import { type CallSite, callAt, type Program, type ProgramMethod } from '../link/program.ts';
import type { CallRole, EntryPoint, Labels, PageAnswer, Sink } from '../models/labels.ts';
import { type CallGraph, canReach } from './call-graph.ts';
import { NearestPairs } from './nearest-pairs.ts';
import type { OwnObject } from './own-object.ts';
import type { LoggedInput, SecurityView, TaintedPath } from './security-view.ts';
import type { TaintedArgument } from './taint/body-flow.ts';
import { type InputSource, inputSources } from './taint/input-sources.ts';
import type { Onward, Summaries, Summary } from './taint/summaries.ts';
import { hopsOf, hopsTo, placeIn, type Way as ShownWay, wayTo } from './taint/taint-hops.ts';
import { type TaintMask, taintBit, UNCHECKED } from './taint/taint-mask.ts';
import { type Leaving, searchTaint, type TaintStep } from './taint/taint-search.ts';

export interface TaintInput {
  readonly program: Program;
  readonly labels: Labels;
  readonly graph: CallGraph;
  readonly summaries: {
    /** For request objects: what is read from them counts, not what else they are handed to. */
    readonly asItIs: Summaries;
    /** For values. */
    readonly carried: Summaries;
  };
  readonly depthLimit: number;
  /** The object that handles what comes to an entry point, where its class inherits the handler. */
  readonly objectOf: (entry: EntryPoint) => OwnObject | undefined;
  /** Whether an entry point makes a method run. */
  readonly runs: SecurityView['runs'];
}

type SinksByCall = ReadonlyMap<MethodId, ReadonlyMap<OperationIndex, readonly Sink[]>>;

/**
 * Values from the outside that reach sinks: for each (entry point, source, sink) the shortest way on which something is
 * still wrong with the value. A value that is checked on the way is not reported.
 */
export function findTaintedPaths(input: TaintInput): {
  readonly paths: TaintedPath[];
  readonly logged: LoggedInput[];
  /** Ids of entry points whose values could not be followed to the end. */
  readonly truncated: string[];
} {
  const sinks = indexSinks(input.labels.sinks);
  const answers = Map.groupBy(input.labels.pageAnswers, (answer) => answer.method);
  const { waysOf, isEnd } = waysTo(input, sinks);
  const sources = inputSources(input);
  const paths = new NearestPairs<TaintedPath>(PATH_LIMIT, nearestFirst);
  const logged: LoggedInput[] = [];
  const truncated = new Set<string>();
  for (const source of sources) {
    const found = new Map<string, TaintedPath>();
    const inLogs = new Map<MethodId, LoggedInput>();
    const sent = sentByOthers(source);
    const cut = searchTaint(input.program, input.summaries.carried, {
      method: source.method,
      seed: source.seed,
      mask: source.mask,
      depthLimit: input.depthLimit,
      waysOf,
      isEnd,
      mayEnter: onItself(input.objectOf(source.entry)),
      // What an entry point lets in comes back to no code that it does not make run.
      mayReturnTo: (caller) => input.runs(source.entry.handler, caller.id),
      onArgument: (step, { argument, sinks, isLogged }, mask) => {
        for (let i = 0; i < sinks.length; i++) {
          const sink = sinks[i] as Sink;
          const danger = dangerOf(sink, argument.position, mask & sent);
          const known = found.get(sink.id);
          if (danger === 'harmless' || (known && (known.taint !== null || danger === null))) continue;
          found.set(sink.id, toPath(source, sink, { step, taint: danger }));
        }
        if (isLogged && (mask & IN_LOGS) !== 0 && !inLogs.has(step.method.id))
          inLogs.set(step.method.id, toLogged(source, step, argument.call));
        return 'follow';
      },
      onResult: (step, at, leaving) => {
        for (const answer of answersTo(answers, source, step)) {
          const by = leavesBy(answer, at, leaving);
          if (by === undefined || found.has(answer.id)) continue;
          const there = {
            ...answer,
            operationIndex: by ?? answer.operationIndex,
            location: placeIn(step, by),
          };
          found.set(answer.id, toPath(source, there, { step, taint: answer.taint }));
        }
      },
    });
    if (cut) truncated.add(source.entry.id);
    paths.add(source.entry.id, [...found.values()]);
    logged.push(...inLogs.values());
  }
  const { items, cut: thinned } = paths.take();
  for (const entry of thinned) truncated.add(entry);
  return { paths: items, logged, truncated: [...truncated].sort(compareText) };
}

/** What the object calls on itself leads to the methods that it has, and to those of no other subclass. */
function onItself(
  object: OwnObject | undefined,
): ((step: TaintStep, site: CallSite | undefined, called: ProgramMethod) => boolean) | undefined {
  if (object === undefined) return undefined;
  const isOwn = ({ previous, via }: TaintStep): boolean => {
    if (previous === null) return true;
    return via !== null && object.isOwnCall(previous.method, via.operation) && isOwn(previous);
  };
  return (step, site, called) =>
    site === undefined ||
    !object.isOwnCall(step.method, site.operation) ||
    object.mayRun(step.method, called) ||
    !isOwn(step);
}

const IN_LOGS = taintBit('log');

/** Most flows that are kept; of more, each entry point keeps the dangerous and the nearest. */
const PATH_LIMIT = 200_000;

const nearestFirst = inOrder<TaintedPath>(
  byNumber((path) => (path.taint === null ? 1 : 0)),
  byNumber((path) => path.hops.length),
  byText((path) => path.sink.id),
  byText((path) => path.source.what),
);

/** What a handler answers with what it was sent, where somebody else's browser can be made to send it. */
function answersTo(
  answers: ReadonlyMap<MethodId, readonly PageAnswer[]>,
  { entry, kind }: InputSource,
  { method }: TaintStep,
): readonly PageAnswer[] {
  const found = method.id === entry.handler ? answers.get(method.id) : undefined;
  return found?.filter(({ from }) => from.includes(kind)) ?? [];
}

/** The `return` by which a value leaves that is still dangerous as this answer; undefined where none is. */
function leavesBy(
  { taint, returns }: PageAnswer,
  first: OperationIndex | null,
  { mask, by }: Leaving,
): OperationIndex | null | undefined {
  if ((mask & taintBit(taint)) === 0) return undefined;
  if (returns === undefined) return first;
  return [...returns].find((at) => ((by.get(at) ?? 0) & mask & taintBit(taint)) !== 0);
}

/** Where a value goes from a method, with what is asked at each place; of no further use are calls of neither kind. */
interface Way extends Onward {
  readonly sinks: readonly Sink[];
  /** The call writes the argument to a log. */
  readonly isLogged: boolean;
}

/** Prepares the ways out of methods, once for all sources: most arguments come to nothing that is asked for. */
function waysTo(
  { graph, labels, summaries }: TaintInput,
  sinks: SinksByCall,
): {
  readonly waysOf: (summary: Summary) => readonly Way[];
  /** Known of those whose ways were asked for before: there are none, and nobody gets a result. */
  readonly isEnd: (summary: Summary) => boolean;
} {
  const worth = leadsToSink(graph, sinks);
  const known: (readonly Way[] | undefined)[] = [];
  const isEnd = ({ id, flow }: Summary) => known[id]?.length === 0 && flow.result.size === 0;
  const waysOf = (summary: Summary): readonly Way[] => {
    const before = known[summary.id];
    if (before !== undefined) return before;
    const ofMethod = sinks.get(summary.method.id);
    const roles = labels.callRoles.get(summary.method.id);
    const ways: Way[] = [];
    const onward = summaries.carried.onward(summary, worth);
    for (let i = 0; i < onward.length; i++) {
      const way = onward[i];
      if (way === undefined) continue;
      const { argument, site, into } = way;
      const met = ofMethod?.get(argument.call) ?? NOTHING;
      const isLogged = writesToLog(roles?.get(argument.call), argument);
      if (met.length > 0 || isLogged || into.length > 0)
        ways.push({ argument, site, into, sinks: met, isLogged });
    }
    known[summary.id] = fitted(ways);
    return ways;
  };
  return { waysOf, isEnd };
}

/** The call writes the argument to a log; line breaks may still be in it. */
function writesToLog(roles: readonly CallRole[] | undefined, { position, part }: TaintedArgument): boolean {
  if (roles === undefined || position < 0 || part !== null) return false;
  return roles.some(
    (role) => role.role === 'log' && (role.arguments === 'all' || role.arguments.includes(position)),
  );
}

function toLogged(source: InputSource, step: TaintStep, call: OperationIndex): LoggedInput {
  const { method } = step;
  const operation = method.declaration?.body?.operations[call];
  const line = operation?.kind === 'call' ? operation.nameLine : (operation?.line ?? 1);
  const location = { file: method.owner.file.facts.path, line };
  const receiver = callAt(method, call)?.receiver;
  const owner = receiver?.kind === 'class' ? receiver.name.slice(receiver.name.lastIndexOf('.') + 1) : 'log';
  return new WrittenInput(wayTo(step, location), {
    entry: source.entry,
    source,
    method: method.id,
    location,
    call: `${owner}.${operation?.kind === 'call' ? operation.name : 'log'}`,
    confidence: step.confidence,
  });
}

/** Of those that come to one log one is shown: only its way is made into hops. */
class WrittenInput implements LoggedInput {
  readonly entry: LoggedInput['entry'];
  readonly source: LoggedInput['source'];
  readonly method: LoggedInput['method'];
  readonly location: LoggedInput['location'];
  readonly call: string;
  readonly confidence: LoggedInput['confidence'];
  private readonly way: ShownWay;

  constructor(way: ShownWay, parts: Omit<LoggedInput, 'hops'>) {
    this.entry = parts.entry;
    this.source = { what: parts.source.what, kind: parts.source.kind, location: parts.source.location };
    this.method = parts.method;
    this.location = parts.location;
    this.call = parts.call;
    this.confidence = parts.confidence;
    this.way = way;
  }

  get hops(): LoggedInput['hops'] {
    return hopsOf(this.way);
  }
}

function indexSinks(sinks: readonly Sink[]): SinksByCall {
  const rows = new Map<MethodId, Map<OperationIndex, Sink[]>>();
  for (const sink of sinks) {
    const ofMethod = rows.get(sink.method) ?? new Map<OperationIndex, Sink[]>();
    rows.set(sink.method, ofMethod);
    const ofCall = ofMethod.get(sink.operationIndex);
    if (ofCall) ofCall.push(sink);
    else ofMethod.set(sink.operationIndex, [sink]);
  }
  return rows;
}

/** Methods below which no sink lies are not worth a visit. */
function leadsToSink(graph: CallGraph, sinks: SinksByCall): (method: ProgramMethod) => boolean {
  const reaches = canReach(
    graph,
    [...sinks.keys()].flatMap((id) => graph.indexOf(id) ?? []),
  );
  const worth = new Set(graph.nodes.flatMap((node) => (reaches(node.index) ? [node.method] : [])));
  return (method) => worth.has(method);
}

/** Somebody else's browser sends no headers and cookies that one can choose, so that they lead it nowhere. */
function sentByOthers({ kind }: InputSource): TaintMask {
  return kind === 'header' || kind === 'cookie' ? ~taintBit('url-redirection') : ~0;
}

/** What the value can do at the sink; null for a value that nobody looked at but that is no danger in itself. */
function dangerOf(sink: Sink, position: number, mask: TaintMask): TaintedPath['taint'] | 'harmless' {
  const danger = sink.dangers.find((row) => row.argument === position && (mask & taintBit(row.taint)) !== 0);
  if (danger) return danger.taint;
  return (mask & UNCHECKED) !== 0 && position >= 0 ? null : 'harmless';
}

function toPath(
  source: InputSource,
  sink: Sink,
  { step, taint }: { readonly step: TaintStep; readonly taint: TaintedPath['taint'] },
): TaintedPath {
  const hops = hopsTo(step, sink.location);
  return {
    entry: source.entry,
    source: { what: source.what, kind: source.kind, location: source.location },
    sink,
    taint,
    hops,
    uncheckedHops: hops.length,
    confidence: step.confidence,
  };
}
