import { byText } from '../base/ordering.ts';
import type { Text } from '../base/text.ts';
import type { ClassSummary, SecurityView } from '../flow/security-view.ts';
import { defineMetric, type MetricEvidence, type MetricInput, type MetricResult } from './metric.ts';
import { bothModels, mean, measured, notApplicable, unit } from './scale.ts';

const WEIGHTS = {
  coupling: 0.25,
  complexity: 0.25,
  untested: 0.2,
  duplication: 0.15,
  abstraction: 0.15,
} as const;
const PARTS = Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[];
const NAMES: Readonly<Record<keyof typeof WEIGHTS, Text>> = {
  coupling: { en: 'coupling', ru: 'связность' },
  complexity: { en: 'complexity', ru: 'сложность' },
  untested: { en: 'untested', ru: 'без тестов' },
  duplication: { en: 'duplication', ru: 'повторы' },
  abstraction: { en: 'abstraction', ru: 'абстракции' },
};
/** Mean calls to distinct methods at which coupling counts in full. */
const FULL_COUPLING = 20;
/** Mean cognitive complexity at which complexity counts in full. */
const FULL_COMPLEXITY = 30;
const THIN_TESTS = 0.3;
const MUCH_DUPLICATION = 0.3;

export const fixComplexity = defineMetric({
  id: 'F1',
  group: 'F',
  name: 'fix complexity',
  question: 'How costly and how risky will the fix be?',
  formula:
    'raw = value = 0.25 × mean out-degree / 20 + 0.25 × mean cognitive complexity / 30 + 0.20 × (1 − tested share of concrete production classes) + 0.15 × duplicated-token share + 0.15 × abstract share; each part at most 1',
  weight: 0.05,
  caveats: [
    'Tested means that test code refers to the class; how well it is tested is not measured.',
    'Where entry points are known, classes that nothing uses do not count: no fix will touch them.',
  ],
  restsOnCallGraph: true,
  measure,
});

function measure({ view }: MetricInput): MetricResult {
  const methods = view.methods.filter(
    ({ role, abstract, owner }) => role === 'production' && !abstract && !view.unusedTypes.has(owner),
  );
  const classes = view.classes.filter(
    ({ role, name }) => role === 'production' && !view.unusedTypes.has(name),
  );
  if (methods.length === 0 || classes.length === 0) {
    return notApplicable({
      en: 'no production code in a supported language was found',
      ru: 'рабочего кода на поддерживаемом языке нет',
    });
  }
  const duplicated =
    view.duplication.tokens === 0 ? 0 : view.duplication.duplicatedTokens / view.duplication.tokens;
  const parts = {
    coupling: unit(mean(methods.map((method) => method.outDegree)) / FULL_COUPLING),
    complexity: unit(mean(methods.map((method) => method.cognitiveComplexity)) / FULL_COMPLEXITY),
    untested: 1 - testedShare(view, classes),
    duplication: unit(duplicated),
    abstraction: classes.filter((type) => type.abstract).length / classes.length,
  };
  const raw = PARTS.reduce((sum, part) => sum + WEIGHTS[part] * parts[part], 0);
  return measured({
    value: bothModels(raw),
    raw,
    contributors: methods
      .filter((method) => method.cognitiveComplexity > 0)
      .map((method) => ({
        label: method.label,
        value: method.cognitiveComplexity,
        location: method.location,
      })),
    distribution: PARTS.map((part) => ({ label: NAMES[part], value: parts[part] })),
    evidence: [...untestedModules(view, classes), ...duplication(view, duplicated)],
  });
}

/** Share of the classes that tests refer to; interfaces and abstract classes cannot be tested themselves. 1 where nothing can be. */
function testedShare(view: SecurityView, classes: readonly ClassSummary[]): number {
  const testable = classes.filter((type) => !type.abstract);
  if (testable.length === 0) return 1;
  return testable.filter((type) => view.testReferences.types.has(type.name)).length / testable.length;
}

function untestedModules(view: SecurityView, classes: readonly ClassSummary[]): MetricEvidence[] {
  const modules = new Map<string, ClassSummary[]>();
  for (const type of classes) {
    const group = modules.get(type.module);
    if (group) group.push(type);
    else modules.set(type.module, [type]);
  }
  return [...modules].sort(byText(([module]) => module)).flatMap(([module, group]) => {
    const testable = group.filter((type) => !type.abstract);
    const share = testedShare(view, testable);
    const first = testable[0];
    if (first === undefined || share >= THIN_TESTS) return [];
    return [
      {
        rule: 'F1-untested-module',
        severity: 'medium',
        confidence: 'medium',
        location: first.location,
        symbol: module,
        facts: {
          module,
          classes: testable.length,
          tested: testable.filter((type) => view.testReferences.types.has(type.name)).length,
        },
        path: [],
      } as const,
    ];
  });
}

function duplication(view: SecurityView, share: number): MetricEvidence[] {
  const [largest] = [...view.duplication.blocks].sort((left, right) => right.tokens - left.tokens);
  if (largest === undefined || share <= MUCH_DUPLICATION) return [];
  return [
    {
      rule: 'F1-duplication',
      severity: 'medium',
      confidence: 'high',
      location: largest.location,
      symbol: largest.location.file,
      facts: {
        share: Math.round(share * 100),
        tokens: largest.tokens,
        other: `${largest.other.file}:${largest.other.line}`,
      },
      path: [],
    },
  ];
}
