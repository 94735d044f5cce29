import type { Text } from '../base/text.ts';
import type { CatchVerdict, SecurityView } from '../flow/security-view.ts';
import {
  defineMetric,
  type EvidenceSeverity,
  type MetricEvidence,
  type MetricInput,
  type MetricResult,
} from './metric.ts';
import { bothModels, histogram, measured, notApplicable } from './scale.ts';

const VERDICTS: Readonly<Record<CatchVerdict['verdict'], Text>> = {
  closed: { en: 'closed', ru: 'закрывает доступ' },
  ambiguous: { en: 'ambiguous', ru: 'неоднозначно' },
  open: { en: 'open', ru: 'открывает доступ' },
  'open-empty': { en: 'open-empty', ru: 'пустой блок' },
};

export const failSafe = defineMetric({
  id: 'B4',
  group: 'B',
  name: 'fail-safe behaviour',
  question: 'When security-relevant code fails, is the door shut?',
  formula:
    'raw = places that answer a failure of security-relevant code and fail closed (rethrow, deny, error response) / all such places; value = 1 − raw',
  weight: 0.05,
  caveats: [
    'Such places are catch blocks, finally blocks that return, defaults like onErrorReturn(true), and fallback methods.',
    'A check that never refuses (a voter that only abstains) counts as one that fails open.',
    'A catch block that continues under a path rule which still demands authentication counts as closed.',
    'Empty catch blocks around other code are findings and no part of the figure.',
  ],
  restsOnCallGraph: true,
  measure,
});

function measure({ view }: MetricInput): MetricResult {
  const catches = view.securityCatches.filter((item) => item.relevance !== null);
  const failing = catches.filter((item) => item.verdict !== 'closed');
  const evidence = view.securityCatches
    .filter((item) => item.verdict !== 'closed')
    .map((item) => failsOpen(item, labelOf(view, item)));
  if (catches.length === 0)
    return notApplicable(
      {
        en: 'nothing answers a failure of security-relevant code',
        ru: 'на сбой кода, важного для безопасности, ничто не отвечает',
      },
      evidence,
    );
  const raw = (catches.length - failing.length) / catches.length;
  return measured({
    value: bothModels(1 - raw),
    raw,
    contributors: failing.map((item) => ({
      label: labelOf(view, item),
      value: item.verdict === 'ambiguous' ? 0.5 : 1,
      location: item.location,
    })),
    distribution: histogram(catches, VERDICTS, (item) => item.verdict),
    evidence,
  });
}

function labelOf(view: SecurityView, item: CatchVerdict): string {
  return view.method(item.method)?.label ?? item.method;
}

const RULES = {
  'open-empty': 'B4-empty-catch',
  open: 'B4-fails-open',
  ambiguous: 'B4-ambiguous-catch',
} as const;

function failsOpen(item: CatchVerdict, method: string): MetricEvidence {
  const verdict = item.verdict === 'closed' ? 'ambiguous' : item.verdict;
  return {
    rule: RULES[verdict],
    severity: severityOf(verdict, item.onGuard),
    confidence: item.onGuard ? 'high' : item.relevance === null ? 'low' : 'medium',
    location: item.location,
    symbol: item.method,
    facts: {
      method,
      construct: item.construct,
      exceptions: item.exceptions,
      relevance: item.relevance?.why ?? '',
      relevanceAt: item.relevance ? `${item.relevance.location.file}:${item.relevance.location.line}` : '',
    },
    path: [],
  };
}

function severityOf(verdict: keyof typeof RULES, onGuard: boolean): EvidenceSeverity {
  if (verdict === 'open-empty') return onGuard ? 'critical' : 'medium';
  return verdict === 'open' ? 'high' : 'medium';
}
