import type { MethodId } from '../base/ids.ts';
import type { Program } from '../link/program.ts';
import type { Labels, TestCode } from '../models/labels.ts';
import { type CallGraph, distancesFrom } from './call-graph.ts';
import { routesOf } from './routes.ts';
import type { TestReferences } from './security-view.ts';

export interface ReferenceInput {
  readonly program: Program;
  readonly labels: Labels;
  readonly graph: CallGraph;
}

/**
 * What test code exercises, by resolved references only: types it names, methods it reaches over calls, and entry points
 * it calls or sends a request to.
 */
export function findTestReferences(
  { program, labels, graph }: ReferenceInput,
  tests: TestCode,
): TestReferences {
  const entries = requestedEntries(labels, tests);
  const requested = new Set(
    labels.entryPoints.filter((entry) => entries.has(entry.id)).map((entry) => entry.handler),
  );
  const methods = reachedFrom(graph, [...tests.calls, ...requested]);
  for (const entry of labels.entryPoints) if (methods.has(entry.handler)) entries.add(entry.id);
  const owners = [...requested].flatMap((id) => program.method(id)?.owner.name ?? []);
  return { hasTests: tests.hasTests, types: new Set([...tests.types, ...owners]), methods, entries };
}

/** The methods and all that they call through production code; what tests call is known already. */
function reachedFrom(graph: CallGraph, starts: readonly MethodId[]): Set<MethodId> {
  const reached = new Set<MethodId>(starts);
  const nodes = [...reached].flatMap((id) => graph.indexOf(id) ?? []);
  const distances = distancesFrom(
    graph,
    nodes.map((node) => ({ node })),
  );
  for (const { index, method } of graph.nodes) if (distances[index] !== -1) reached.add(method.id);
  return reached;
}

/** Entry points whose verb and path a test sends a request to. */
function requestedEntries({ entryPoints }: Labels, tests: TestCode): Set<string> {
  const routes = routesOf(entryPoints);
  return new Set(tests.requests.flatMap(({ verb, path }) => routes.answering(verb, path)));
}
