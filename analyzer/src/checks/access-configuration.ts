import { byNumber, byText, inOrder } from '../base/ordering.ts';
import type { EntryPoint, SecurityView } from '../flow/security-view.ts';
import type { EvidenceSeverity, MetricEvidence, MetricInput } from '../metrics/metric.ts';
import { entryLabel } from '../metrics/scale.ts';
import type { Check } from './check.ts';

/** Endpoints or methods that one finding names; the rest is counted. */
const SHOWN = 4;

/** Security annotations that nothing activates: one finding for each class, annotation and reason. */
export const inertGuards: Check = {
  rules: ['A1-inert-guard'],
  look: ({ view }: MetricInput) => {
    const groups = new Map<string, SecurityView['inertGuards'][number][]>();
    for (const guard of view.inertGuards) {
      if (guard.isUndecided) continue;
      const key = `${guard.evidence.file} ${guard.annotation} ${guard.reason.en}`;
      groups.set(key, [...(groups.get(key) ?? []), guard]);
    }
    return [...groups.values()].flatMap((group) => {
      const [first] = [...group].sort(byNumber((guard) => guard.evidence.line));
      if (!first) return [];
      const labels = [...new Set(group.map(({ method }) => view.method(method)?.label ?? method))];
      return [
        {
          rule: 'A1-inert-guard',
          confidence: 'high' as const,
          location: { file: first.evidence.file, line: first.evidence.line },
          symbol: first.method,
          facts: {
            annotation: simpleName(first.annotation),
            methods: labels.slice(0, SHOWN),
            others: Math.max(0, labels.length - SHOWN),
            reason: first.reason,
          },
          path: [],
          framework: first.annotation,
        },
      ];
    });
  },
};

function simpleName(type: string): string {
  return type.slice(type.lastIndexOf('.') + 1);
}

/** Path rules and chains that no request comes to. One that asks for no more than what its requests meet is only confusing. */
export const shadowedRules: Check = {
  rules: ['A1-shadowed-rule'],
  look: ({ view }: MetricInput) =>
    view.shadowedRules.map(
      (rule): MetricEvidence => ({
        rule: 'A1-shadowed-rule',
        severity: rule.isWeaker ? 'high' : 'low',
        confidence: 'high',
        location: { file: rule.evidence.file, line: rule.evidence.line },
        symbol: rule.evidence.text,
        facts: {
          kind: rule.kind,
          rule: rule.evidence.text,
          by: rule.by.text,
          byAt: `${rule.by.file}:${rule.by.line}`,
          asks: rule.asks,
          gets: rule.gets,
          weaker: rule.isWeaker ? 'yes' : 'no',
        },
        path: [],
        framework: rule.mechanism,
      }),
    ),
};

const HARM: Readonly<Record<'descriptive' | 'revealing' | 'dangerous', EvidenceSeverity>> = {
  dangerous: 'critical',
  revealing: 'high',
  descriptive: 'low',
};

/** Management endpoints, consoles and descriptions that a library answers for everybody: one finding for each line that does it. */
export const exposedManagement: Check = {
  rules: ['A1-management-exposed'],
  look: ({ view }: MetricInput) => {
    const lines = new Map<string, EntryPoint[]>();
    for (const entry of view.suppliedEntryPoints) {
      if (entry.access.verdict !== 'public' || harmOf(entry) === null) continue;
      const key = `${entry.location.file}:${entry.location.line} ${entry.framework} ${moduleOf(entry)}`;
      lines.set(key, [...(lines.get(key) ?? []), entry]);
    }
    return [...lines.values()].flatMap((group) => management(group));
  },
};

/** Endpoints of one library stand on one line; of two libraries on one line each has its finding. */
function moduleOf(entry: EntryPoint): string {
  return entry.handler.slice(0, entry.handler.indexOf('#'));
}

function harmOf({ supplied }: EntryPoint): EvidenceSeverity | null {
  return supplied !== undefined && supplied in HARM ? HARM[supplied as keyof typeof HARM] : null;
}

const LADDER: readonly (EvidenceSeverity | null)[] = ['critical', 'high', 'medium', 'low'];

const worstFirst = inOrder<EntryPoint>(
  byNumber((entry) => LADDER.indexOf(harmOf(entry))),
  byText((entry) => entry.id),
);

function management(group: readonly EntryPoint[]): MetricEvidence[] {
  const ordered = [...group].sort(worstFirst);
  const [worst] = ordered;
  const severity = worst && harmOf(worst);
  if (!worst || !severity) return [];
  return [
    {
      rule: 'A1-management-exposed',
      severity,
      confidence: 'high',
      location: worst.location,
      symbol: moduleOf(worst),
      facts: {
        endpoints: ordered.slice(0, SHOWN).map(entryLabel),
        others: Math.max(0, ordered.length - SHOWN),
        gives: worst.supplied ?? '',
        evidence: worst.access.evidence.map((line) => `${line.file}:${line.line}`).slice(0, 3),
      },
      path: [],
      framework: moduleOf(worst),
    },
  ];
}
