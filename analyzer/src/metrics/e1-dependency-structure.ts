import { byNumber, byText, inOrder } from '../base/ordering.ts';
import type { Text } from '../base/text.ts';
import type { Dependency } from '../inventory/inventory.ts';
import { libraryName } from '../resolution/class-path.ts';
import {
  type DependencyClass,
  defineMetric,
  type MetricEvidence,
  type MetricInput,
  type MetricResult,
  type Part,
} from './metric.ts';
import { bothModels, histogram, measured, notApplicable } from './scale.ts';

const WEIGHT: Readonly<Record<DependencyClass, number>> = {
  baseline: 0,
  internal: 0,
  other: 1,
  security: 2,
  crypto: 3,
};
const CLASSES: Readonly<Record<DependencyClass, Text>> = {
  baseline: { en: 'baseline', ru: 'базовые' },
  internal: { en: 'internal', ru: 'свои' },
  other: { en: 'other', ru: 'прочие' },
  security: { en: 'security', ru: 'безопасность' },
  crypto: { en: 'crypto', ru: 'криптография' },
};
/** Weighted sum at which the value is 1. */
const FULL_SCALE = 50;
const MANY_HIGH = 40;
const MANY_MEDIUM = 20;

export const dependencyStructure = defineMetric({
  id: 'E1',
  group: 'E',
  name: 'dependency structure',
  question:
    'How much code of others, and which security code outside the beaten path, does the product stand on?',
  formula:
    'raw = Σ over runtime libraries (declared ones; in the mode full those on the class path): baseline 0, internal 0, other 1, security library outside the baseline 2, home-made crypto 3; value = min(1, raw / 50)',
  weight: 0.06,
  caveats: [
    'The mode fast counts declared dependencies only; what they bring along is resolved in the mode full, so values of the two modes are not compared.',
    'A module whose class path could not be resolved counts with what it declares, and a diagnostic says so.',
  ],
  restsOnCallGraph: false,
  measure,
});

function classLabel(name: string, { en, ru }: Text): Text {
  return { en: `${name} (${en})`, ru: `${name} (${ru})` };
}

interface Classified {
  readonly dependency: Dependency;
  readonly kind: DependencyClass;
}

function measure({ view, inventory, libraries, classifyDependency }: MetricInput): MetricResult {
  if (inventory.manifests.length === 0 && view.homeMadeCrypto.length === 0) {
    return notApplicable({
      en: 'no build manifest of a known format was found',
      ru: 'файлов сборки известного формата не найдено',
    });
  }
  const classified = distinct(libraries.present).map(
    (dependency): Classified => ({ dependency, kind: classifyDependency(dependency) }),
  );
  const owners = homeMadeCryptoOwners(view.homeMadeCrypto);
  const raw = classified.reduce((sum, { kind }) => sum + WEIGHT[kind], 0) + owners.length * WEIGHT.crypto;
  return measured({
    value: bothModels(raw / FULL_SCALE),
    raw,
    contributors: [
      ...classified
        .filter(({ kind }) => WEIGHT[kind] > 0)
        .map(({ dependency, kind }) => ({
          label: classLabel(libraryName(dependency), CLASSES[kind]),
          value: WEIGHT[kind],
          location: dependency,
        })),
      ...owners.map((found) => ({ label: found.label, value: WEIGHT.crypto, location: found.location })),
    ].map(({ label, value, location }) => ({
      label,
      value,
      location: { file: location.file, line: location.line },
    })),
    distribution: [
      ...histogram(classified, CLASSES, ({ kind }) => kind),
      { label: { en: 'home-made crypto', ru: 'самодельная криптография' }, value: owners.length },
      ...conflictPart(libraries),
    ],
    evidence: [
      ...owners.map(homeMadeCrypto),
      ...classified
        .filter(({ kind }) => kind === 'security' || kind === 'crypto')
        .map(unusualSecurityLibrary),
      ...manyDependencies(classified, libraries),
    ],
  });
}

/** One row for each library, at the first place that brings it. */
function distinct(dependencies: readonly Dependency[]): Dependency[] {
  const rows = new Map<string, Dependency>();
  const ordered = [...dependencies].sort(
    inOrder(
      byText((dependency) => dependency.file),
      byNumber((dependency) => dependency.line),
    ),
  );
  for (const dependency of ordered) {
    const key = `${dependency.ecosystem} ${libraryName(dependency)}`;
    if (!rows.has(key)) rows.set(key, dependency);
  }
  return [...rows.values()];
}

type Found = MetricInput['view']['homeMadeCrypto'][number];

/** One row for each class that does crypto by itself, however many methods it takes. */
function homeMadeCryptoOwners(found: readonly Found[]): Found[] {
  const owners = new Map<string, Found>();
  for (const item of found) {
    const owner = item.method.slice(0, item.method.indexOf('#'));
    if (!owners.has(owner)) owners.set(owner, item);
  }
  return [...owners.values()];
}

function homeMadeCrypto(found: Found): MetricEvidence {
  return {
    rule: 'E1-home-made-crypto',
    severity: 'high',
    confidence: 'medium',
    location: found.location,
    symbol: found.method,
    facts: { method: found.label, sign: found.sign },
    path: [],
  };
}

function unusualSecurityLibrary({ dependency }: Classified): MetricEvidence {
  return {
    rule: 'E1-unusual-security-library',
    severity: 'medium',
    confidence: 'high',
    location: { file: dependency.file, line: dependency.line },
    symbol: libraryName(dependency),
    facts: { library: libraryName(dependency), version: dependency.version ?? '' },
    path: [],
  };
}

function manyDependencies(
  classified: readonly Classified[],
  { classPath, present }: MetricInput['libraries'],
): MetricEvidence[] {
  const others = classified.filter(({ kind }) => kind === 'other');
  const first = others[0];
  if (first === undefined || others.length <= MANY_MEDIUM) return [];
  const counted = new Set(present);
  const isResolved = classPath.components.some((component) => counted.has(component));
  return [
    {
      rule: 'E1-many-dependencies',
      severity: others.length > MANY_HIGH ? 'high' : 'medium',
      confidence: 'high',
      location: { file: first.dependency.file, line: first.dependency.line },
      symbol: first.dependency.file,
      facts: { count: others.length, resolved: Number(isResolved) },
      path: [],
    },
  ];
}

/** Libraries that were asked for in a version that is not on the class path; said only where class paths are known. */
function conflictPart({ classPath }: MetricInput['libraries']): Part[] {
  if (classPath.modules.length === 0) return [];
  const names = new Set(classPath.conflicts.map(libraryName));
  return [{ label: { en: 'with version conflicts', ru: 'с конфликтом версий' }, value: names.size }];
}
