import { byNumber, byText, inOrder } from '../base/ordering.ts';
import type { EntityUse, EntryPoint, SecurityView, TaintedPath } from '../flow/security-view.ts';
import type { MetricEvidence, MetricInput } from '../metrics/metric.ts';
import { entryLabel, pathSteps } from '../metrics/scale.ts';
import type { Check } from './check.ts';
import { exposureOf } from './exposure.ts';

/** Stored objects that a request fills field by field and that are then written as they are. */
export const massAssignment: Check = {
  rules: ['A3-mass-assignment'],
  look: ({ view }: MetricInput) => {
    const entries = entriesOf(view);
    return view.entityUses.flatMap((use): readonly MetricEvidence[] => {
      const entry = entries.get(use.entry);
      const parameter = entry?.parameters.find(({ index }) => index === use.parameter);
      if (use.how !== 'bound' || entry === undefined || parameter === undefined) return [];
      const way = view.taintedPaths.find(
        (path) =>
          path.entry.id === use.entry && path.source.what === parameter.name && isWrittenAs(path, use),
      );
      if (way === undefined) return [];
      return [
        {
          rule: 'A3-mass-assignment',
          confidence: way.confidence === 'possible' ? 'low' : 'medium',
          location: entry.location,
          symbol: entry.handler,
          facts: {
            entry: entryLabel(entry),
            parameter: parameter.name,
            type: simple(use.type),
            operation: way.sink.operation,
            source: parameter.source,
          },
          path: pathSteps(way.hops),
          framework: entry.framework,
        },
      ];
    });
  },
};

/** The object itself is handed to an operation that writes objects of its type. */
function isWrittenAs({ sink }: TaintedPath, { type }: EntityUse): boolean {
  return sink.kind === 'db' && sink.action === 'write' && sink.operation.endsWith(` ${type}`);
}

/** Stored objects that are written for clients as they are: one finding for each type. */
export const answeredEntities: Check = {
  rules: ['C2-entity-in-response'],
  look: ({ view }: MetricInput) => {
    const entries = entriesOf(view);
    const groups = new Map<string, { readonly use: EntityUse; readonly entry: EntryPoint }[]>();
    for (const use of view.entityUses) {
      const entry = entries.get(use.entry);
      if (use.how !== 'answered' || entry === undefined || entry.access.verdict === 'denied') continue;
      groups.set(use.type, [...(groups.get(use.type) ?? []), { use, entry }]);
    }
    return [...groups.values()].flatMap((group) => {
      const [first] = [...group].sort(
        inOrder(
          byNumber(({ entry }) => (entry.access.verdict === 'public' ? 0 : 1)),
          byText(({ entry }) => entry.id),
        ),
      );
      if (first === undefined) return [];
      const { use, entry } = first;
      return [
        {
          rule: 'C2-entity-in-response',
          severity: use.secret === null ? ('low' as const) : ('medium' as const),
          ...(use.secret === null ? {} : exposureOf(entry)),
          confidence: 'high' as const,
          location: entry.location,
          symbol: entry.handler,
          facts: {
            entry: entryLabel(entry),
            type: simple(use.type),
            secret: use.secret ?? '',
            stored: use.isStored ? 1 : 0,
            others: group.length - 1,
          },
          path: [],
          framework: entry.framework,
        },
      ];
    });
  },
};

function entriesOf(view: SecurityView): ReadonlyMap<string, EntryPoint> {
  return new Map(view.entryPoints.map((entry) => [entry.id, entry]));
}

function simple(type: string): string {
  return type.slice(type.lastIndexOf('.') + 1);
}
