import { byNumber, byText, firstIn, inOrder } from '../base/ordering.ts';
import type { LoggedInput } from '../flow/security-view.ts';
import type { MetricEvidence, MetricInput } from '../metrics/metric.ts';
import { entryLabel, pathSteps, takesRequests } from '../metrics/scale.ts';
import type { Check } from './check.ts';

const SURENESS = { certain: 'high', likely: 'medium', possible: 'low' } as const;

const firstLine = inOrder<LoggedInput>(
  byNumber(({ location }) => location.line),
  byNumber(({ hops }) => hops.length),
  byText(({ entry }) => entry.id),
  byText(({ source }) => source.what),
);

/** Text from outside in a log: one finding for each method, at the first line. */
export const logInjections: Check = {
  rules: ['C1-log-injection'],
  look: ({ view }: MetricInput) => {
    const groups = new Map<string, LoggedInput[]>();
    for (const logged of view.loggedInputs) {
      const { entry, method } = logged;
      if (entry.access.verdict === 'denied' || !takesRequests(entry) || !view.runs(entry.handler, method))
        continue;
      const known = groups.get(method);
      if (known) known.push(logged);
      else groups.set(method, [logged]);
    }
    return [...groups.values()].flatMap(logInjection);
  },
};

function logInjection(group: readonly LoggedInput[]): MetricEvidence[] {
  const first = firstIn(group, firstLine);
  if (first === undefined) return [];
  const { entry, source, location, method, call, confidence, hops } = first;
  return [
    {
      rule: 'C1-log-injection',
      confidence: SURENESS[confidence],
      location,
      symbol: method,
      facts: {
        source: source.what,
        entry: entryLabel(entry),
        operation: call,
        others: new Set(group.map((each) => each.entry.id)).size - 1,
        lines: new Set(group.map((each) => each.location.line)).size - 1,
      },
      path: pathSteps(hops),
    },
  ];
}
