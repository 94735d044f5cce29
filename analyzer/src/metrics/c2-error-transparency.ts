import { defineMetric, type MetricEvidence, type MetricInput, type MetricResult } from './metric.ts';
import { bothModels, measured, notApplicable, pathSteps } from './scale.ts';

export const errorTransparency = defineMetric({
  id: 'C2',
  group: 'C',
  name: 'error transparency',
  question: 'What does a stranger learn when something fails?',
  formula:
    'raw = value = exception handling that lets details of the exception reach a response / all exception handling on reachable code that can answer a client',
  weight: 0.06,
  caveats: ['Settings of the server that print stack traces are judged from configuration files only.'],
  restsOnCallGraph: true,
  measure,
});

function measure({ view }: MetricInput): MetricResult {
  const handlers = view.errorResponses;
  if (handlers.length === 0)
    return notApplicable({
      en: 'no exception handling on reachable code answers a client',
      ru: 'в достижимом коде нет обработки исключений, которая отвечает клиенту',
    });
  const leaking = handlers.flatMap(({ method, leak }) => (leak === null ? [] : [{ method, leak }]));
  const labelOf = (id: (typeof leaking)[number]['method']) => view.method(id)?.label ?? id;
  return measured({
    value: bothModels(leaking.length / handlers.length),
    raw: leaking.length / handlers.length,
    contributors: leaking.map(({ method, leak }) => ({
      label: labelOf(method),
      value: 1,
      location: leak.location,
    })),
    distribution: [
      { label: { en: 'handlers', ru: 'обработчики' }, value: handlers.length },
      { label: { en: 'leaking', ru: 'раскрывают подробности' }, value: leaking.length },
    ],
    evidence: leaking.map(
      ({ method, leak }): MetricEvidence => ({
        rule: 'C2-exception-detail-in-response',
        severity: 'high',
        confidence: 'high',
        location: leak.location,
        symbol: method,
        facts: { method: labelOf(method), detail: leak.what },
        path: pathSteps(leak.hops),
      }),
    ),
  });
}
