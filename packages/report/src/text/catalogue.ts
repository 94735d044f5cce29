import type { RuleId } from '../rules/rule-ids.ts';
import type { AccessVerdict, EntryKind } from '../schema/entry-point.ts';
import type { ReportDiagnostic } from '../schema/report.ts';
import type {
  Band,
  Confidence,
  GroupId,
  GuardCategory,
  MetricId,
  ScoringModel,
  Severity,
} from '../schema/vocabulary.ts';
import type { ComparisonText } from './comparison-text.ts';
import type { ConditionText } from './condition-text.ts';
import type { FormatText } from './format-text.ts';

/** Languages that people can read a report in. */
export const LANGUAGES = ['en', 'ru'] as const;

/** A language that people can read a report in. */
export type Language = (typeof LANGUAGES)[number];

/** A metric in plain words. */
export interface MetricText {
  readonly name: string;
  /** The question it answers. */
  readonly question: string;
  /** How the value comes about and what 0 and 1 mean: two or three sentences. */
  readonly definition: string;
}

/** A group of metrics in plain words. */
export interface GroupText {
  readonly name: string;
  readonly definition: string;
}

/**
 * Every text that a person reads and that does not come from the analysed tree. A language that lacks a key does not compile.
 * Texts are plain: no markup, so that each writer escapes them its own way.
 */
export interface Catalogue {
  readonly language: Language;
  readonly metrics: Readonly<Record<MetricId, MetricText>>;
  /** How each figure comes about and how it is scaled to 0..1; the analyzer's tests hold the English ones to what it computes. */
  readonly formulas: Readonly<Record<MetricId, string>>;
  /** M1, the map that carries no score. */
  readonly topology: MetricText;
  readonly groups: Readonly<Record<GroupId, GroupText>>;
  readonly bands: Readonly<Record<Band, string>>;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly confidences: Readonly<Record<Confidence, string>>;
  readonly diagnosticSeverities: Readonly<Record<ReportDiagnostic['severity'], string>>;
  /** Why files were left out, by the reasons that this version gives. */
  readonly skipReasons: Readonly<Record<string, string>>;
  readonly guardCategories: Readonly<Record<GuardCategory, string>>;
  readonly entryKinds: Readonly<Record<EntryKind, string>>;
  readonly accessVerdicts: Readonly<Record<AccessVerdict, string>>;
  readonly models: Readonly<Record<ScoringModel, string>>;
  /** Titles of the rules: what is wrong, in a few words. */
  readonly rules: Readonly<Record<RuleId, string>>;
  /** When a rule finds something, when not, and what follows. */
  readonly ruleMeanings: Readonly<Record<RuleId, string>>;
  /** How what a rule finds is mended, whatever the framework. */
  readonly ruleFixes: Readonly<Record<RuleId, string>>;
  readonly comparison: ComparisonText;
  readonly summary: SummaryText;
  readonly formats: FormatText;
  /** Conditions of a gate as names of tests. */
  readonly conditions: ConditionText;
  readonly gate: GateText;
}

/** Texts of the summary for people. */
export interface SummaryText {
  readonly title: string;
  readonly riskIndex: string;
  readonly noIndex: string;
  readonly confidence: string;
  readonly model: string;
  readonly groups: string;
  readonly group: string;
  readonly metrics: string;
  readonly metric: string;
  readonly value: string;
  readonly worstPlace: string;
  readonly notMeasured: string;
  readonly notMeasuredWhy: string;
  readonly scale: string;
  readonly coverage: string;
  readonly filesAnalysed: (files: number, lines: number) => string;
  readonly nothingAnalysed: string;
  readonly skipped: string;
  readonly languages: string;
  readonly callSites: (total: number) => string;
  readonly exact: string;
  readonly narrowed: string;
  readonly external: string;
  readonly unresolved: string;
  readonly noCallSites: string;
  readonly entryPoints: string;
  readonly entryPoint: string;
  readonly noEntryPoints: string;
  readonly kind: string;
  readonly total: string;
  readonly openEntryPoints: string;
  readonly undecidedEntryPoints: string;
  readonly reason: string;
  readonly findings: string;
  readonly noFindings: string;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  readonly path: string;
  readonly guards: string;
  readonly place: string;
  readonly count: string;
  readonly severity: string;
  readonly suppressed: (count: number) => string;
  readonly diagnostics: string;
  readonly message: string;
  readonly about: string;
  readonly tool: string;
  readonly version: string;
  readonly mode: string;
  readonly revision: string;
  readonly unknownRevision: string;
  readonly more: (count: number) => string;
  readonly omitted: (findings: number) => string;
  readonly omittedSections: string;
}

/** Texts of a gate's reasons. */
export interface GateText {
  readonly passed: string;
  readonly failed: string;
  readonly nothingAnalysed: string;
  readonly noIndex: string;
  readonly findings: (count: number, severity: string, first: string) => string;
  readonly index: (actual: string, limit: string) => string;
  readonly metric: (id: string, actual: string, limit: string) => string;
  readonly unmeasured: (id: string, reason: string) => string;
  /** Why a metric that the report does not mention was not measured. */
  readonly absent: string;
  readonly coverage: (actual: string, limit: string) => string;
  readonly group: (name: string, actual: string, limit: string) => string;
  readonly newFindings: (count: number, severity: string, first: string) => string;
  /** How many of them are in untouched code. */
  readonly ripple: (count: number) => string;
  readonly indexIncrease: (actual: string, limit: string) => string;
  readonly increase: (name: string, actual: string, limit: string) => string;
  readonly noBaseline: string;
  /** `why` is half a sentence of `comparison.issues`. */
  readonly unusableBaseline: (why: string) => string;
  readonly couldNotTell: string;
}
