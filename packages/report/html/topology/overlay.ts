import type { Report } from '../../src/schema/report.ts';
import type { Severity } from '../../src/schema/vocabulary.ts';
import { type Colour, RISK_STEPS, SEVERITY_COLOURS } from '../colours.ts';
import { SEVERITY_RANKS } from '../ranking.ts';
import { findingRoad } from './finding-road.ts';
import { type GraphIndex, isLabelled, kindOf } from './graph-index.ts';

/** Colours of nodes that a way of colouring says something about; the others stay plain. */
export type Overlay = ReadonlyMap<number, Colour>;

/**
 * Colours by `kind` (access of entry points, privileged operations), by `findings` (the worst one on whose path a node is), by a
 * metric's findings (`B1`), or by a number that the nodes carry (`cognitiveComplexity`), from its least to its greatest among them.
 */
export function overlayOf(name: string, index: GraphIndex, report: Report): Overlay {
  if (name === 'kind') return byKind(index);
  if (name === 'findings') return byFindings(index, report, () => true);
  if (report.metrics.some((metric) => metric.id === name))
    return byFindings(index, report, (metric) => metric === name);
  return byNumber(index, name);
}

function byKind(index: GraphIndex): Overlay {
  const colours = new Map<number, Colour>();
  for (const node of index.graph.nodes.id.keys()) {
    if (kindOf(index, node) === 'sink') {
      colours.set(node, isLabelled(index, node, 'privileged') ? 'risk-critical' : 'risk-none');
    } else if (isLabelled(index, node, 'public')) colours.set(node, 'risk-high');
    else if (isLabelled(index, node, 'unknown')) colours.set(node, 'risk-moderate');
    else if (isLabelled(index, node, 'authenticated')) colours.set(node, 'risk-low');
    else if (isLabelled(index, node, 'authorized')) colours.set(node, 'guard');
  }
  return colours;
}

function byFindings(
  index: GraphIndex,
  { findings, sinks }: Report,
  counts: (metric: string) => boolean,
): Overlay {
  const worst = new Map<number, Severity>();
  for (const finding of findings) {
    if (!counts(finding.metric)) continue;
    for (const node of findingRoad(index, finding, sinks)) {
      const known = worst.get(node);
      if (known === undefined || SEVERITY_RANKS[finding.severity] < SEVERITY_RANKS[known])
        worst.set(node, finding.severity);
    }
  }
  return new Map([...worst].map(([node, severity]) => [node, SEVERITY_COLOURS[severity]]));
}

function byNumber({ graph }: GraphIndex, name: string): Overlay {
  const values = graph.nodes.values[graph.metrics.indexOf(name)] ?? [];
  const greatest = values.reduce<number>((high, value) => Math.max(high, value ?? 0), 0);
  const colours = new Map<number, Colour>();
  values.forEach((value, node) => {
    if (value === null) return;
    const step = greatest === 0 ? 0 : Math.ceil((value / greatest) * (RISK_STEPS.length - 1));
    colours.set(node, RISK_STEPS[step] ?? 'risk-none');
  });
  return colours;
}
