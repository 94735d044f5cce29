import { compareText } from '../base/ordering.ts';
import { Modifier } from '../facts/declarations.ts';
import type { Program, ProgramMethod, ProgramType } from '../link/program.ts';
import type { Labels } from '../models/labels.ts';
import { buildCallGraph, type CallGraph, distancesFrom} from './call-graph.ts';
import { findDuplication } from './duplication.ts';
import { findErrorResponses } from './error-responses.ts';
import { indexGuards } from './guard-masks.ts';
import { findHomeMadeCrypto } from './home-made-crypto.ts';
import { withImplicitCalls } from './implicit-calls.ts';
import { methodLabel } from './method-label.ts';
import { findRoads } from './roads.ts';
import { findSecretUses } from './secret-uses.ts';
import { judgeSecurityCatches } from './security-catches.ts';
import type { ClassSummary, MethodSummary, SecurityView } from './security-view.ts';
import { carriesOnlyByRow, carriesSecrets } from './taint/carry-rules.ts';
import { createSummaries } from './taint/summaries.ts';
import { findTaintedPaths } from './tainted-paths.ts';
import { findTestReferences } from './test-references.ts';

export interface ViewOptions {
  /** Most hops of a road or a flow; 12 by default (design/metrics.md). */
  readonly depthLimit: number;
}

/** Answers every question that metrics ask, in one place; the only way from program and labels to metrics. */
export function buildSecurityView(linked: Program, found: Labels, options: ViewOptions): SecurityView {
  const program = withImplicitCalls(linked, found.implicitCalls);
  // What nothing switches on takes no requests: nobody can come in by it.
  const labels = { ...found, entryPoints: found.entryPoints.filter(({ dormant }) => dormant === undefined) };
  const graph = buildCallGraph(program);
  const sinks = labels.sinks.filter((sink) => graph.indexOf(sink.method) !== undefined);
  const starts = labels.entryPoints.flatMap((entry) => graph.indexOf(entry.handler) ?? []);
  const distances = distancesFrom(graph, starts);
  const isReachable = (method: ProgramMethod) => (distances[graph.indexOf(method.id) ?? -1] ?? -1) >= 0;
  const methods = graph.nodes.map((node) => summarise(graph, node.index, distances[node.index] ?? -1));
  const byId = new Map(methods.map((method) => [method.id, method]));
  const summaries = createSummaries(program, labels);
  const asItIs = createSummaries(program, labels, carriesOnlyByRow);
  const { roads, truncated } = findRoads({
    graph,
    guards: indexGuards(graph, labels.guards),
    entryPoints: labels.entryPoints,
    sinks,
    depthLimit: options.depthLimit,
  });
  const tainted = findTaintedPaths({
    program,
    labels,
    graph,
    summaries: { asItIs, carried: summaries },
    depthLimit: options.depthLimit,
  });
  return {
    entryPoints: labels.entryPoints,
    sinks,
    guards: labels.guards,
    inertGuards: labels.inertGuards,
    coverage: program.coverage,
    methods,
    classes: program.types.flatMap(summariseClass),
    method: (id) => byId.get(id),
    roads,
    truncated: {
      depthLimit: truncated.depthLimit,
      entries: [...new Set([...truncated.entries, ...tainted.truncated])].sort(compareText),
    },
    taintedPaths: tainted.paths,
    securityCatches: judgeSecurityCatches(program, labels, graph),
    errorResponses: findErrorResponses(program, labels, {
      summaries: { asItIs, carried: summaries },
      isReachable,
    }),
    configuredSecrets: labels.configuredSecrets,
    secretUses: findSecretUses(program, labels, createSummaries(program, labels, carriesSecrets)),
    testReferences: findTestReferences(program, labels),
    duplication: findDuplication(program.files),
    homeMadeCrypto: findHomeMadeCrypto(program, labels),
  };
}

function summarise(graph: CallGraph, index: number, distance: number): MethodSummary {
  const node = graph.nodes[index];
  if (!node) throw new RangeError(`no method number ${index}`);
  const { method } = node;
  const file = method.owner.file;
  return {
    id: method.id,
    label: methodLabel(method),
    owner: method.owner.name,
    location: { file: file.facts.path, line: method.declaration?.line ?? method.owner.declaration.line },
    role: file.role,
    cognitiveComplexity: method.cognitiveComplexity,
    abstract: method.declaration !== null && method.declaration.body === null,
    outDegree: new Set(node.edges.map((edge) => edge.to)).size,
    distanceToEntry: distance < 0 ? null : distance,
    calls: node.edges.flatMap((edge) => {
      const target = graph.nodes[edge.to]?.method.id;
      if (target === undefined) return [];
      const location = { file: edge.site.file, line: edge.site.nameLine };
      return [{ target, how: edge.how, confidence: edge.confidence, location }];
    }),
  };
}

/** Interfaces and abstract classes count as abstract; annotation types and anonymous classes are no classes to test. */
function summariseClass(type: ProgramType): ClassSummary[] {
  const { kind, modifiers, line } = type.declaration;
  if (type.file.role === 'test' || kind === 'annotation' || kind === 'anonymous') return [];
  return [
    {
      name: type.name,
      location: { file: type.file.facts.path, line },
      abstract: kind === 'interface' || (modifiers & Modifier.abstract) !== 0,
      role: type.file.role,
      module: type.file.module,
    },
  ];
}
