import type { MetricEvidence, MetricInput } from '../metrics/metric.ts';
import { libraryName } from '../resolution/class-path.ts';
import type { VulnerableComponent } from '../resolution/libraries.ts';
import type { Check } from './check.ts';

/** Advisories that one finding names; the rest is counted. */
const SHOWN = 5;

/** Components that published advisories are about: one finding for each in its version. */
export const vulnerableComponents: Check = {
  rules: ['E1-vulnerable-component'],
  look: ({ libraries }: MetricInput) => libraries.vulnerable.map(evidenceOf),
};

function evidenceOf({
  dependency,
  version,
  through,
  advisories,
  fixed,
}: VulnerableComponent): MetricEvidence {
  const named = advisories.map(({ id }) => id);
  return {
    rule: 'E1-vulnerable-component',
    severity: advisories[0]?.severity ?? 'medium',
    confidence: 'high',
    location: { file: dependency.file, line: dependency.line },
    symbol: libraryName(dependency),
    facts: {
      component: `${libraryName(dependency)} ${version}`,
      advisories: named.slice(0, SHOWN),
      others: Math.max(0, named.length - SHOWN),
      fixed: fixed ?? '',
      through,
    },
    path: [],
    framework: dependency.ecosystem,
  };
}
