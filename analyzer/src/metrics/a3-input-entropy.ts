import type { Text } from '../base/text.ts';
import type { EntropyClass, EntryKind, EntryParameter, EntryPoint } from '../flow/security-view.ts';
import { defineMetric, type MetricEvidence, type MetricInput, type MetricResult } from './metric.ts';
import { bothModels, entryLabel, histogram, measured, notApplicable, withoutEntryPoints } from './scale.ts';

const ENTROPY: Readonly<Record<EntropyClass, number>> = {
  bounded: 0.2,
  string: 0.5,
  untyped: 0.8,
  binary: 1,
};
/** What is left of a parameter's entropy once it is validated. */
const VALIDATED = 0.7;
/** How directly a stranger feeds each kind of entry point; kinds without a row weigh 0.7. */
const EXPOSURE: Readonly<Partial<Record<EntryKind, number>>> = { http: 1, mq: 0.8, job: 0.5 };
const OTHER_EXPOSURE = 0.7;
const HIGH = 0.9;
const MEDIUM = 0.7;

const CLASSES: Readonly<Record<EntropyClass | 'none', Text>> = {
  bounded: { en: 'bounded', ru: 'ограниченный ввод' },
  string: { en: 'string', ru: 'строки' },
  untyped: { en: 'untyped', ru: 'ввод без типа' },
  binary: { en: 'binary', ru: 'двоичный ввод' },
  none: { en: 'no input', ru: 'без ввода' },
};

export const inputEntropy = defineMetric({
  id: 'A3',
  group: 'A',
  name: 'input entropy',
  question: 'How free is a stranger in what he may send?',
  formula:
    'per entry point its loosest parameter: bounded 0.2, string 0.5, untyped 0.8, binary 1; × 0.7 if validated; 0 without input; raw = value = mean weighted http 1, mq 0.8, job 0.5, others 0.7',
  weight: 0.07,
  caveats: ['A loose type is no defect by itself; it tells how much checking the code behind it has to do.'],
  restsOnCallGraph: false,
  measure,
});

interface Loosest {
  readonly entry: EntryPoint;
  readonly parameter: EntryParameter | null;
  readonly entropy: number;
}

function measure({ view }: MetricInput): MetricResult {
  const nothing = withoutEntryPoints(view);
  if (nothing) return nothing;
  // What a library reads by itself nobody here knows.
  const rows = view.entryPoints.map(loosest);
  if (rows.length === 0)
    return notApplicable({
      en: 'no entry point has a handler in the tree',
      ru: 'ни у одной точки входа нет обработчика в этом репозитории',
    });
  const weights = rows.map((row) => EXPOSURE[row.entry.kind] ?? OTHER_EXPOSURE);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const raw = rows.reduce((sum, row, index) => sum + row.entropy * (weights[index] ?? 0), 0) / total;
  return measured({
    value: bothModels(raw),
    raw,
    contributors: rows.map((row) => ({
      label:
        row.parameter === null ? entryLabel(row.entry) : `${entryLabel(row.entry)} · ${row.parameter.name}`,
      value: row.entropy,
      location: row.entry.location,
    })),
    distribution: histogram(rows, CLASSES, (row) => row.parameter?.entropy ?? 'none'),
    evidence: rows.flatMap(looseInput),
  });
}

function loosest(entry: EntryPoint): Loosest {
  let found: Loosest = { entry, parameter: null, entropy: 0 };
  for (const parameter of entry.parameters) {
    if (parameter.source === 'framework') continue;
    const entropy = ENTROPY[parameter.entropy] * (parameter.validated ? VALIDATED : 1);
    if (entropy > found.entropy) found = { entry, parameter, entropy };
  }
  return found;
}

function looseInput({ entry, parameter, entropy }: Loosest): MetricEvidence[] {
  if (parameter === null || entropy < MEDIUM) return [];
  return [
    {
      rule: 'A3-loose-input',
      severity: entropy >= HIGH ? 'high' : 'medium',
      confidence: 'high',
      location: entry.location,
      symbol: entry.handler,
      facts: {
        entry: entryLabel(entry),
        parameter: parameter.name,
        type: parameter.type,
        entropy: parameter.entropy,
        value: Math.round(entropy * 100) / 100,
      },
      path: [],
      framework: entry.framework,
      causes: [`input ${entry.id} ${parameter.part ?? parameter.index}`],
    },
  ];
}
