import type { Text } from '../base/text.ts';
import type { Guard, SecurityView } from '../flow/security-view.ts';
import { defineMetric, type MetricEvidence, type MetricInput, type MetricResult } from './metric.ts';
import { bothModels, histogram, measured, notApplicable } from './scale.ts';

/** The guards a test can hold in place. */
const CONSTRUCTS = ['authorization', 'validation', 'sanitization'] as const;
type Construct = Guard & { readonly category: (typeof CONSTRUCTS)[number] };
const NAMES: Readonly<Record<Construct['category'], Text>> = {
  authorization: { en: 'authorization', ru: 'авторизация' },
  validation: { en: 'validation', ru: 'валидация' },
  sanitization: { en: 'sanitization', ru: 'санитизация' },
};

export const securityRegression = defineMetric({
  id: 'F2',
  group: 'F',
  name: 'security regression',
  question: 'Would a test notice if a guard were removed?',
  formula:
    'raw = value = authorization, validation and sanitization guards whose carrier no test exercises by a resolved reference / all of them',
  weight: 0.05,
  caveats: ['A test that reaches the carrier need not assert the guard; this is the least a test must do.'],
  restsOnCallGraph: true,
  measure,
});

function measure({ view }: MetricInput): MetricResult {
  const constructs = distinctCarriers(view.guards.filter(isConstruct));
  if (constructs.length === 0)
    return notApplicable({
      en: 'no authorization, validation or sanitization was found',
      ru: 'авторизации, валидации и санитизации не найдено',
    });
  const untested = constructs.filter((guard) => !isExercised(view, guard));
  return measured({
    value: bothModels(untested.length / constructs.length),
    raw: untested.length / constructs.length,
    contributors: untested.map((guard) => ({
      label: constructLabel(guard, labelOf(view, guard)),
      value: 1,
      location: guard.evidence,
    })),
    distribution: [
      ...histogram(constructs, NAMES, (guard) => guard.category),
      { label: { en: 'untested', ru: 'без теста' }, value: untested.length },
    ],
    evidence: untested.map((guard) => untestedGuard(view, guard)),
  });
}

/** What rules say of a path stands in the security configuration, once, and not in each handler behind it. */
function isConstruct(guard: Guard): guard is Construct {
  const isPathRule = guard.carrier.kind === 'entry' && guard.category === 'authorization';
  return CONSTRUCTS.some((category) => category === guard.category) && !isPathRule;
}

function carrierMethod(guard: Guard) {
  return guard.carrier.kind === 'entry' ? guard.carrier.handler : guard.carrier.method;
}

/** One construct for each carrier and category: three constrained parameters of one handler are one thing to test. */
function distinctCarriers(guards: readonly Construct[]): Construct[] {
  const rows = new Map<string, Construct>();
  for (const guard of guards) {
    const key = `${guard.category} ${carrierMethod(guard)} ${guard.carrier.kind === 'call' ? guard.carrier.operation : ''}`;
    if (!rows.has(key)) rows.set(key, guard);
  }
  return [...rows.values()];
}

function isExercised(view: SecurityView, guard: Guard): boolean {
  if (guard.carrier.kind === 'entry' && view.testReferences.entries.has(guard.carrier.entry)) return true;
  return view.testReferences.methods.has(carrierMethod(guard));
}

function constructLabel({ category }: Construct, method: string): Text {
  const { en, ru } = NAMES[category];
  return { en: `${en} on ${method}`, ru: `${ru}: ${method}` };
}

function labelOf(view: SecurityView, guard: Guard): string {
  return view.method(carrierMethod(guard))?.label ?? carrierMethod(guard);
}

function untestedGuard(view: SecurityView, guard: Guard): MetricEvidence {
  const method = view.method(carrierMethod(guard));
  return {
    rule: 'F2-untested-guard',
    severity: 'medium',
    confidence: guard.confidence === 'possible' ? 'low' : 'medium',
    location: method?.location ?? { file: guard.evidence.file, line: guard.evidence.line },
    symbol: carrierMethod(guard),
    facts: { guard: guard.category, mechanism: guard.mechanism, method: labelOf(view, guard) },
    path: [],
  };
}
