import { byText, compareText } from '../base/ordering.ts';
import type { SourceLocation } from '../base/source-location.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { defineMetric, type MetricInput, type MetricResult } from './metric.ts';
import { bothModels, measured, notApplicable } from './scale.ts';

/** Boundaries at which the value is 1. */
const FULL_SCALE = 4;
const HIGH = 4;
const MEDIUM = 3;

export const technologyBoundaries = defineMetric({
  id: 'D1',
  group: 'D',
  name: 'technology boundaries',
  question: 'Across how many languages must one security rule hold?',
  formula: 'raw = programming languages of production code − 1; value = min(1, raw / 4)',
  weight: 0.04,
  caveats: [
    'Tests, build logic, generated and vendored files do not count; neither do markup and configuration.',
  ],
  restsOnCallGraph: false,
  measure,
});

function measure({ inventory }: MetricInput): MetricResult {
  const languages = inventory.languages
    .filter((use) => use.kind === 'programming' && use.role === 'production' && use.files > 0)
    .sort(byText((use) => use.language));
  if (languages.length === 0)
    return notApplicable({
      en: 'no production code in a known programming language was found',
      ru: 'рабочего кода на известном языке программирования нет',
    });
  const boundaries = languages.length - 1;
  const contributors = languages.flatMap((use) => {
    const location = firstFile(inventory, use.language);
    return location === null ? [] : [{ label: use.language, value: use.lines, location }];
  });
  const place = [...contributors].sort(
    (left, right) => left.value - right.value || compareText(left.label, right.label),
  )[0];
  return measured({
    value: bothModels(boundaries / FULL_SCALE),
    raw: boundaries,
    contributors,
    distribution: languages.map((use) => ({ label: use.language, value: use.files })),
    evidence:
      boundaries < MEDIUM || place === undefined
        ? []
        : [
            {
              rule: 'D1-many-technologies',
              severity: boundaries >= HIGH ? 'high' : 'medium',
              confidence: 'high',
              location: place.location,
              symbol: place.label,
              facts: { boundaries, languages: languages.map((use) => use.language) },
              path: [],
            },
          ],
  });
}

/** A file to point at: the first of the language in production code. */
function firstFile(inventory: Inventory, language: string): SourceLocation | null {
  const file = inventory.files.find(
    (candidate) => candidate.language === language && candidate.role === 'production',
  );
  return file ? { file: file.path, line: 1 } : null;
}
