import { byNumber, byText, firstOnesIn, inOrder, reversed } from '../base/ordering.ts';
import type { MethodSummary } from '../flow/security-view.ts';
import { defineMetric, type MetricEvidence, type MetricInput, type MetricResult } from './metric.ts';
import { bothModels, mean, measured, notApplicable, withoutEntryPoints } from './scale.ts';

/** How many of the most explosive methods make the figure. */
const MOST = 50;
/** Mean at which the value is 1: twice Sonar's default threshold for one method, at the door. */
const FULL_SCALE = 30;
const HIGH = 20;
const MEDIUM = 10;

export const explosiveComplexity = defineMetric({
  id: 'A2',
  group: 'A',
  name: 'explosive complexity',
  question: 'How much hard-to-read code stands close to the door?',
  formula:
    'per method that an entry point reaches: cognitive complexity / (distance to the nearest entry point + 1); raw = mean of the 50 highest; value = min(1, raw / 30)',
  weight: 0.07,
  caveats: ['Cognitive complexity predicts effort to understand, not the presence of a defect.'],
  restsOnCallGraph: true,
  measure,
});

interface Explosive {
  readonly method: MethodSummary;
  readonly distance: number;
  readonly index: number;
}

const worstFirst = inOrder<Explosive>(
  reversed(byNumber((item) => item.index)),
  byText((item) => item.method.id),
);

function measure({ view }: MetricInput): MetricResult {
  const nothing = withoutEntryPoints(view);
  if (nothing) return nothing;
  const reached = view.methods.flatMap((method): Explosive[] =>
    method.distanceToEntry === null
      ? []
      : [
          {
            method,
            distance: method.distanceToEntry,
            index: method.cognitiveComplexity / (method.distanceToEntry + 1),
          },
        ],
  );
  if (reached.length === 0)
    return notApplicable({
      en: 'no method is reached from an entry point',
      ru: 'ни до одного метода нельзя дойти от точки входа',
    });
  const raw = mean(firstOnesIn(reached, MOST, worstFirst).map((item) => item.index));
  return measured({
    value: bothModels(raw / FULL_SCALE),
    raw,
    contributors: reached.map((item) => ({
      label: item.method.label,
      value: item.index,
      location: item.method.location,
    })),
    distribution: [
      { label: '≥ 20', value: reached.filter((item) => item.index >= HIGH).length },
      { label: '10–20', value: reached.filter((item) => item.index >= MEDIUM && item.index < HIGH).length },
      { label: '< 10', value: reached.filter((item) => item.index < MEDIUM).length },
    ],
    evidence: reached
      .filter((item) => item.index >= MEDIUM)
      .sort(worstFirst)
      .map(complexNearEntry),
  });
}

function complexNearEntry({ method, distance, index }: Explosive): MetricEvidence {
  return {
    rule: 'A2-complex-near-entry',
    severity: index >= HIGH ? 'high' : 'medium',
    confidence: 'high',
    location: method.location,
    symbol: method.id,
    facts: {
      method: method.label,
      complexity: method.cognitiveComplexity,
      distance,
      index: Math.round(index * 10) / 10,
    },
    path: [],
  };
}
