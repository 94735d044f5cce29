import { Modifier } from '../facts/declarations.ts';
import type { ProgramMethod, ProgramType } from '../link/program.ts';
import type { CallGraph, GraphNode } from './call-graph.ts';
import { methodLabel } from './method-label.ts';
import type { ClassSummary, MethodSummary } from './security-view.ts';

/** Methods of running code as metrics see them; `distances` are hops from the nearest entry point, -1 for none. */
export function summariseMethods(graph: CallGraph, distances: Int32Array): MethodSummary[] {
  const countCalled = calledCounter(graph);
  return graph.nodes.map((node) => summarise(node, distances[node.index] ?? -1, countCalled(node)));
}

/** Counts the methods that one calls, each once. */
function calledCounter({ nodes }: CallGraph): (node: GraphNode) => number {
  /** By method the last one that was found to call it, by its number and one more. */
  const calledBy = new Int32Array(nodes.length);
  return ({ index, edges }) => {
    let count = 0;
    for (let i = 0; i < edges.length; i++) {
      const to = edges[i]?.to ?? index;
      if (calledBy[to] === index + 1) continue;
      calledBy[to] = index + 1;
      count++;
    }
    return count;
  };
}

function summarise(node: GraphNode, distance: number, outDegree: number): MethodSummary {
  const { method } = node;
  const file = method.owner.file;
  return {
    id: method.id,
    label: methodLabel(method),
    owner: method.owner.name,
    location: { file: file.facts.path, line: method.declaration?.line ?? method.owner.declaration.line },
    role: file.role,
    cognitiveComplexity: ownComplexity(method),
    abstract: method.declaration !== null && method.declaration.body === null,
    outDegree,
    distanceToEntry: distance < 0 ? null : distance,
    calls: node.edges,
  };
}

/** Of a method in a local or nameless class the method around it has been charged with it. */
function ownComplexity({ owner, cognitiveComplexity }: ProgramMethod): number {
  return owner.declaration.enclosingMethod === null ? cognitiveComplexity : 0;
}

/** Interfaces and abstract classes count as abstract; annotation types and anonymous classes are no classes to test. */
export function summariseClass(type: ProgramType): ClassSummary[] {
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
