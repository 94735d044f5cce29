import type { CatchVerdict } from '../flow/security-view.ts';
import type { MetricEvidence, MetricInput } from '../metrics/metric.ts';
import type { Check } from './check.ts';

/** Catch these, and defects of the program are caught as well. */
const BROAD: ReadonlySet<string> = new Set([
  'Exception',
  'Throwable',
  'java.lang.Exception',
  'java.lang.Throwable',
]);

/** Catch blocks around checks that shut the door whatever went wrong; those that open it have findings of their own. */
export const broadCatches: Check = {
  rules: ['B4-broad-catch'],
  look: ({ view }: MetricInput) =>
    view.securityCatches.filter(isBroad).map(
      (item): MetricEvidence => ({
        rule: 'B4-broad-catch',
        confidence: 'high',
        location: item.location,
        symbol: item.method,
        facts: {
          method: view.method(item.method)?.label ?? item.method,
          exceptions: item.exceptions,
          relevance: item.relevance?.why ?? '',
          relevanceAt: item.relevance
            ? `${item.relevance.location.file}:${item.relevance.location.line}`
            : '',
        },
        path: [],
      }),
    ),
};

function isBroad({ construct, verdict, onGuard, throws, exceptions }: CatchVerdict): boolean {
  const isSilent = construct === 'catch' && verdict === 'closed' && onGuard && !throws;
  return isSilent && exceptions.some((name) => BROAD.has(name));
}
