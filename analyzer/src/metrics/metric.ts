import type { SourceLocation } from '../base/source-location.ts';
import type { Label, Text } from '../base/text.ts';
import type { GuardCategory, SecurityView } from '../flow/security-view.ts';
import type { Dependency, Inventory } from '../inventory/inventory.ts';
import type { Libraries } from '../resolution/libraries.ts';

export const METRIC_IDS = [
  'A1',
  'A2',
  'A3',
  'B1',
  'B2',
  'B3',
  'B4',
  'C1',
  'C2',
  'C3',
  'D1',
  'D2',
  'E1',
  'F1',
  'F2',
] as const;
export type MetricId = (typeof METRIC_IDS)[number];
export type MetricGroup = 'A' | 'B' | 'C' | 'D' | 'E' | 'F';

export type ScoringModel = 'csqa-1' | 'csqa-2';

/** What a metric is, beside what it computes; docs/metrics.md is generated from this. */
export interface MetricDefinition {
  readonly id: MetricId;
  readonly group: MetricGroup;
  /** `attack surface exposure`. */
  readonly name: string;
  /** The question it answers, one sentence. */
  readonly question: string;
  /** How raw and value come to be, in plain words and symbols. */
  readonly formula: string;
  /** Share of the index; all weights total 1. */
  readonly weight: number;
  /** What it cannot see or must not be read as. */
  readonly caveats: readonly string[];
  /** Its value rests on the call graph: resolution coverage stands beside it. */
  readonly restsOnCallGraph: boolean;
  measure(input: MetricInput): MetricResult;
}

export interface MetricInput {
  readonly view: SecurityView;
  readonly inventory: Inventory;
  /** What the product stands on: declared, resolved, and known to be vulnerable. */
  readonly libraries: Libraries;
  /** What kind of library a dependency is; from data, see models/data/shared/dependency-classes.yml. */
  classifyDependency(dependency: Dependency): DependencyClass;
}

/** `baseline`: the platform everybody of the ecosystem stands on. `security`: does security work and is outside that baseline. */
export type DependencyClass = 'baseline' | 'internal' | 'other' | 'security' | 'crypto';

export type MetricResult = Measured | NotApplicable;

export interface Measured {
  readonly kind: 'measured';
  /** Per scoring model, 0 (safe) to 1 (critical). Equal for metrics that are not about paths. */
  readonly value: Readonly<Record<ScoringModel, number>>;
  /** Its definition under this model found nothing to measure: the value there is 0 and takes no part in that index. */
  readonly absentIn?: ScoringModel;
  /** The figure before normalisation, in the unit the formula names; null where the best case has no figure (nothing privileged is reachable). */
  readonly raw: number | null;
  /** What weighs most: label, figure and place; null where nothing weighs. */
  readonly worst: Contributor | null;
  /** Contributors, heaviest first, at most 20, with the number of all. */
  readonly contributors: readonly Contributor[];
  readonly contributorCount: number;
  /** Named parts of the figure or a histogram, in stable order. */
  readonly distribution: readonly Part[];
  readonly evidence: readonly MetricEvidence[];
}

export interface NotApplicable {
  readonly kind: 'notApplicable';
  /** What is absent, one sentence. */
  readonly reason: Text;
  /** What was seen on the way and is worth a finding though it is no part of the figure. */
  readonly evidence: readonly MetricEvidence[];
}

/** A named part of a figure, or one bar of a histogram. */
export interface Part {
  readonly label: Label;
  readonly value: number;
}

export interface Contributor {
  readonly label: Label;
  readonly value: number;
  readonly location: SourceLocation;
}

/**
 * Something a person can act on, still without words: findings/ turns it into a finding.
 * `rule` is a rule id without `CSQA-` (`B1-thin-defence`); `facts` fill the text.
 */
export interface MetricEvidence {
  readonly rule: string;
  /** Before exposure and confidence are looked at; absent: the rule's own. */
  readonly severity?: EvidenceSeverity;
  /** Who gets there: anybody, or only who is inside already. Absent where it makes no difference or is not known. */
  readonly exposure?: 'anonymous' | 'internal';
  readonly confidence: 'high' | 'medium' | 'low';
  readonly location: SourceLocation;
  readonly symbol: string;
  readonly facts: Readonly<Record<string, Label | number | readonly string[]>>;
  readonly path: readonly PathStep[];
  /** Framework in use at the place, for the advice; absent where it does not matter. */
  readonly framework?: string;
  /** What it comes from, in ids of the metrics' own making: findings that share one may have one root cause. */
  readonly causes?: readonly string[];
}

export type EvidenceSeverity = 'critical' | 'high' | 'medium' | 'low';

/** One step of the way that a piece of evidence is about. */
export interface PathStep {
  readonly label: string;
  readonly location: SourceLocation;
  readonly symbol: string;
  /** Categories of the guards met at this step. */
  readonly guards: readonly GuardCategory[];
}

/** Checks a definition at load and gives it back: the one way to make a metric. */
export function defineMetric(definition: MetricDefinition): MetricDefinition {
  if (!(definition.weight > 0 && definition.weight <= 1)) {
    throw new RangeError(`metric ${definition.id}: expected a weight in (0, 1], got ${definition.weight}`);
  }
  if (definition.group !== definition.id.slice(0, 1)) {
    throw new RangeError(
      `metric ${definition.id}: expected group ${definition.id.slice(0, 1)}, got ${definition.group}`,
    );
  }
  return definition;
}
