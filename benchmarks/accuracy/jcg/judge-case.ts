import { buildCallGraph, type CallGraph, distancesFrom } from '../../../analyzer/src/flow/call-graph.ts';
import type {
  ConstantValue,
  Program,
  ProgramMethod,
  ResolvedAnnotation,
} from '../../../analyzer/src/link/program.ts';

/** What an annotation of a case asks for, at the method that carries it. */
interface Expectation {
  readonly caller: ProgramMethod;
  /** `direct`: the call on that line leads there. `indirect`: a way of calls leads there. */
  readonly kind: 'direct' | 'indirect';
  readonly callee: string;
  /** -1 where the case names no line. */
  readonly line: number;
  readonly wanted: readonly string[];
  readonly prohibited: readonly string[];
}

/** How a case went: what was expected and is not there, and prohibited targets that are. */
export interface CaseVerdict {
  readonly expectations: number;
  readonly missing: readonly string[];
  readonly prohibited: readonly string[];
}

/**
 * Compares a linked case with its annotations. The carriers themselves must be reachable from `main`, as the corpus'
 * own matcher takes a call graph that has only what can run; without a `main` everything may run.
 */
export function judgeCase(program: Program, main: string | null): CaseVerdict {
  const graph = buildCallGraph(program);
  const expectations = program.methods.flatMap(expectationsOf);
  const isRun = main === null ? () => true : reachedFrom(graph, mainMethods(program, main));
  const missing: string[] = [];
  const prohibited: string[] = [];
  for (const expectation of expectations) {
    const { caller, callee, line, wanted } = expectation;
    const place = `${caller.id} line ${line}`;
    if (!isRun(caller)) missing.push(`${place}: the method itself is not reached`);
    const owners = ownersReached(program, graph, expectation);
    for (const owner of wanted) {
      if (!owners.has(owner)) missing.push(`${place}: no edge to ${owner}#${callee}`);
    }
    for (const owner of expectation.prohibited) {
      if (owners.has(owner)) prohibited.push(`${place}: edge to ${owner}#${callee}`);
    }
  }
  return { expectations: expectations.length, missing, prohibited };
}

/** Types whose method of the expected name is a target: of the calls on that line, or of any way of calls. */
function ownersReached(
  program: Program,
  graph: CallGraph,
  { caller, callee, kind, line }: Expectation,
): ReadonlySet<string> {
  const targets =
    kind === 'indirect'
      ? methodsReached(program, graph, caller)
      : caller.calls
          .filter((site) => line === -1 || site.nameLine === line || site.line === line)
          .flatMap((site) => site.targets.flatMap((target) => program.method(target.method) ?? []));
  return new Set(targets.filter(({ name }) => name === callee).map(({ owner }) => owner.name));
}

function mainMethods(program: Program, main: string): readonly ProgramMethod[] {
  return program.methods.filter(({ owner, name }) => owner.name === main && name === 'main');
}

function reachedFrom(graph: CallGraph, starts: readonly ProgramMethod[]): (method: ProgramMethod) => boolean {
  const distances = distancesFrom(
    graph,
    starts.flatMap(({ id }) => {
      const node = graph.indexOf(id);
      return node === undefined ? [] : [{ node }];
    }),
  );
  return ({ id }) => (distances[graph.indexOf(id) ?? -1] ?? -1) >= 0;
}

function methodsReached(program: Program, graph: CallGraph, caller: ProgramMethod): readonly ProgramMethod[] {
  const isReached = reachedFrom(graph, [caller]);
  return program.methods.filter((method) => method !== caller && isReached(method));
}

const KINDS: ReadonlyMap<string, Expectation['kind']> = new Map([
  ['DirectCall', 'direct'],
  ['IndirectCall', 'indirect'],
]);

function expectationsOf(caller: ProgramMethod): readonly Expectation[] {
  return caller.annotations.flatMap(unwrapped).flatMap((annotation) => {
    const kind = KINDS.get(simpleName(annotation));
    if (kind === undefined) return [];
    const line = annotation.args.get('line');
    return [
      {
        caller,
        kind,
        callee: textsOf(annotation.args.get('name'))[0] ?? '',
        line: line?.kind === 'number' ? line.value : -1,
        wanted: textsOf(annotation.args.get('resolvedTargets')).map(binaryName),
        prohibited: textsOf(annotation.args.get('prohibitedTargets')).map(binaryName),
      },
    ];
  });
}

/** The annotation itself, or those that a container of repeated ones holds. */
function unwrapped(annotation: ResolvedAnnotation): readonly ResolvedAnnotation[] {
  const value = annotation.args.get('value');
  if (!simpleName(annotation).endsWith('Calls') || value?.kind !== 'list') return [annotation];
  return value.items.flatMap((item) => (item.kind === 'annotation' ? [item.annotation] : []));
}

function simpleName({ type }: ResolvedAnnotation): string {
  return type.slice(type.lastIndexOf('.') + 1);
}

function textsOf(value: ConstantValue | undefined): readonly string[] {
  if (value?.kind === 'text') return [value.value];
  return value?.kind === 'list' ? value.items.flatMap(textsOf) : [];
}

/** `Lid/Class;` is `id.Class`. */
function binaryName(descriptor: string): string {
  return descriptor.replace(/^L|;$/gu, '').replaceAll('/', '.');
}
