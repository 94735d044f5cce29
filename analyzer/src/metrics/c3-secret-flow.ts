import type { Text } from '../base/text.ts';
import type { SecretUse } from '../flow/security-view.ts';
import { defineMetric, type MetricEvidence, type MetricInput, type MetricResult } from './metric.ts';
import { bothModels, histogram, measured, notApplicable, pathSteps } from './scale.ts';

const PLACES: Readonly<Record<SecretUse['reaches'], Text>> = {
  log: { en: 'log', ru: 'журнал' },
  response: { en: 'response', ru: 'ответ' },
  elsewhere: { en: 'elsewhere', ru: 'другие места' },
};

export const secretFlow = defineMetric({
  id: 'C3',
  group: 'C',
  name: 'secret flow',
  question: 'Do secrets end up in logs or in answers?',
  formula:
    'raw = value = flows of secrets (by name, type, annotation or source) into logs or responses / all uses of secrets; settings that hold a secret are uses, and all there are in a tree without code in a supported language',
  weight: 0.08,
  caveats: ['A secret under a harmless name is not seen.'],
  restsOnCallGraph: false,
  measure,
});

function measure({ view }: MetricInput): MetricResult {
  const uses = view.secretUses;
  const all = uses.length + view.configuredSecrets.length;
  const hasCode = view.methods.length > 0 || view.classes.length > 0;
  if (all === 0 && hasCode)
    return notApplicable({ en: 'no use of a secret was found', ru: 'использования секретов не найдено' });
  const leaks = uses.filter((use) => use.reaches !== 'elsewhere');
  const share = all === 0 ? 0 : leaks.length / all;
  return measured({
    value: bothModels(share),
    raw: share,
    contributors: leaks.map((use) => ({
      label: leakLabel(use),
      value: 1,
      location: use.location,
    })),
    distribution: [
      ...histogram(uses, PLACES, (use) => use.reaches),
      { label: { en: 'configuration', ru: 'в настройках' }, value: view.configuredSecrets.length },
    ],
    evidence: leaks.map((use) => leak(use, view.method(use.method)?.label ?? use.method)),
  });
}

function leakLabel({ what, reaches }: SecretUse): Text {
  const { en, ru } = PLACES[reaches];
  return { en: `${what.en} → ${en}`, ru: `${what.ru} → ${ru}` };
}

function leak(use: SecretUse, method: string): MetricEvidence {
  return {
    rule: use.reaches === 'log' ? 'C3-secret-in-log' : 'C3-secret-in-response',
    severity: 'high',
    confidence: use.hops.length > 1 ? 'medium' : 'high',
    location: use.location,
    symbol: use.method,
    facts: { secret: use.what, method, declared: `${use.source.file}:${use.source.line}` },
    path: pathSteps(use.hops),
  };
}
