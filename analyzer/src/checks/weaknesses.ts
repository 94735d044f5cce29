import type { SecurityView, Weakness } from '../flow/security-view.ts';
import type { MetricEvidence, MetricInput } from '../metrics/metric.ts';
import type { Check } from './check.ts';

const RULE_OF: Readonly<Record<Weakness['kind'], string>> = {
  'any-certificate': 'B4-trust-all-certificates',
  'any-host': 'B4-unverified-host',
  'unverified-token': 'B4-unverified-token',
  'weak-password-storage': 'C3-weak-password-storage',
  'hard-coded-secret': 'C3-hard-coded-secret',
  'error-detail': 'C2-error-detail-configured',
  'unbounded-upload': 'A3-unbounded-upload',
  'csrf-off': 'A1-csrf-disabled',
  'trusted-header': 'D2-trusted-identity-header',
};

const CONFIDENCE = { certain: 'high', likely: 'medium', possible: 'low' } as const;

/** Weaknesses that stand in code or settings: one finding for each place. */
export const weaknesses: Check = {
  rules: Object.values(RULE_OF),
  look: ({ view }: MetricInput) =>
    view.weaknesses
      .filter((weakness) => weakness.kind !== 'unbounded-upload' || takesFiles(view, weakness.symbol))
      .map(
        (weakness): MetricEvidence => ({
          rule: RULE_OF[weakness.kind],
          ...severityIn(weakness),
          confidence: CONFIDENCE[weakness.confidence],
          location: { file: weakness.evidence.file, line: weakness.evidence.line },
          symbol: weakness.symbol,
          facts: { what: weakness.what, surroundings: weakness.surroundings },
          path: [],
          framework: weakness.mechanism,
        }),
      ),
};

/** A secret of production is lost for sure; what only developers run with hardly weighs. */
function severityIn({ kind, surroundings }: Weakness): Pick<MetricEvidence, 'severity'> {
  if (surroundings === 'development') return { severity: 'low' };
  if (kind !== 'hard-coded-secret') return {};
  return { severity: surroundings === 'production' ? 'critical' : 'high' };
}

/** A setting matters where something is uploaded; a class that asks for uploads says so itself. */
function takesFiles(view: SecurityView, symbol: string): boolean {
  if (view.classes.some(({ name }) => name === symbol)) return true;
  return view.entryPoints.some((entry) =>
    entry.parameters.some(
      ({ source, entropy }) => source === 'file' || (source === 'body' && entropy === 'binary'),
    ),
  );
}
