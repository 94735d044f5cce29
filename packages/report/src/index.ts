export { compareReports } from './compare/compare-reports.ts';
export {
  type ComparisonMarkdownOptions,
  causeText,
  renderComparisonMarkdown,
} from './compare/comparison-markdown.ts';
export { metricParts, signed as signedDelta } from './compare/metric-markdown.ts';
export { surfaceParts } from './compare/surface-markdown.ts';
export { EventDecoder } from './events/event-decoder.ts';
export { type EventLine, parseEventLine } from './events/event-line.ts';
export { formatEvent } from './events/format-event.ts';
export { isNewRisk } from './gate/baseline-conditions.ts';
export type { ConditionSubject, GateCondition } from './gate/condition-results.ts';
export {
  evaluateGate,
  type GateInput,
  type GateJudgement,
  type GateResult,
  judgeGate,
  severitiesFrom,
} from './gate/evaluate-gate.ts';
export {
  type GateConditions,
  MISSING_BASELINE_CHOICES,
  type OnMissingBaseline,
} from './gate/gate-conditions.ts';
export { asksAnything, gateOfConfig } from './gate/gate-of-config.ts';
export { type GateReason, gateReasonText } from './gate/gate-reason.ts';
export type { ReadIssue } from './read/parse-in-parts.ts';
export {
  DEFAULT_READ_LIMITS,
  type ReadErrorCode,
  type ReadFailure,
  type ReadLimits,
  type ReadResult,
  readCombined,
  readComparison,
  readReport,
  readRunRecord,
} from './read/read-document.ts';
export { asvsReference, cweReference, owaspReference, type Reference } from './rules/references.ts';
export { categoriesOf, RULE_FACTS, type RuleCategories, type RuleFacts } from './rules/rule-facts.ts';
export { isRuleId, RULE_IDS, type RuleId } from './rules/rule-ids.ts';
export {
  type Aggregate,
  aggregateSchema,
  type GroupScore,
  type ModelScore,
} from './schema/aggregate.ts';
export {
  type AccessChange,
  type Cause,
  type CauseKind,
  type Change,
  type ComparabilityIssue,
  type ComparedFinding,
  type Comparison,
  comparisonSchema,
  type EntryRef,
  type FindingOrigin,
  type FindingRef,
  type FindingState,
  type MetricChange,
} from './schema/comparison.ts';
export {
  CAUSE_KINDS,
  COMPARISON_VERSION,
  FINDING_ORIGINS,
  FINDING_STATES,
} from './schema/comparison-words.ts';
export {
  CAPS,
  CONTRACT_VERSION,
  EVENT_VERSION,
  HEARTBEAT_MS,
  MAX_EVENT_BYTES,
} from './schema/contract.ts';
export {
  type Access,
  type AccessVerdict,
  type EntropyClass,
  type EntryKind,
  type EntryPoint,
  type Evidence,
  entryPointSchema,
  type Parameter,
  type ParameterSource,
} from './schema/entry-point.ts';
export {
  ACCESS_VERDICTS,
  ENTROPY_CLASSES,
  ENTRY_KINDS,
  PARAMETER_SOURCES,
} from './schema/entry-words.ts';
export {
  type AnalyzerEvent,
  type AnalyzerEventType,
  type Artifact,
  analyzerEventSchema,
  type SelfUsage,
} from './schema/event.ts';
export {
  type DeclaredSuppression,
  type Excerpt,
  type Finding,
  type FindingText,
  findingSchema,
  type Hop,
  type SuppressedFinding,
} from './schema/finding.ts';
export { GUARD_STATES, type Guard, type GuardState } from './schema/guard.ts';
export {
  type Coverage,
  DEPENDENCY_CLASSES,
  type Dependency,
  type DependencyClass,
  type FilesSummary,
  type LanguageSummary,
  type Method,
  type SourceFile,
} from './schema/inventory.ts';
export type {
  Contributor,
  DistributionPart,
  MeasuredMetric,
  MetricResult,
  NotApplicableMetric,
} from './schema/metric.ts';
export {
  type Meta,
  type Report,
  type ReportDiagnostic,
  reportSchema,
  type Timings,
} from './schema/report.ts';
export {
  type Combined,
  combinedSchema,
  ISOLATION_LEVELS,
  type IsolationLevel,
  RUN_OUTCOMES,
  type RunEngine,
  type RunError,
  type RunLimits,
  type RunOutcome,
  type RunRecord,
  type RunSource,
  type RunTimings,
  type RunUsage,
  runRecordSchema,
} from './schema/run.ts';
export { SINK_KINDS, type Sink, type SinkKind } from './schema/sink.ts';
export type { Topology, TopologyEdge, TopologyNode } from './schema/topology.ts';
export {
  ANALYSIS_MODES,
  type AnalysisMode,
  BAND_STARTS,
  BANDS,
  type Band,
  bandOf,
  CERTAINTIES,
  type Certainty,
  CONFIDENCES,
  type Confidence,
  GROUP_IDS,
  type GroupId,
  GUARD_CATEGORIES,
  type GuardCategory,
  METRIC_IDS,
  METRIC_WEIGHTS,
  type MetricId,
  SCORING_MODELS,
  type ScoringModel,
  SEVERITIES,
  type Severity,
} from './schema/vocabulary.ts';
export { isDay, reportAsOf } from './suppressions/report-as-of.ts';
export type { Catalogue, GateText, GroupText, MetricText, SummaryText } from './text/catalogue.ts';
export { LANGUAGES, type Language } from './text/catalogue.ts';
export { ownEntry } from './text/own-entry.ts';
export { clipText, plain } from './text/plain.ts';
export { reportIn } from './text/report-in.ts';
export { textsOf } from './text/texts-of.ts';
export { renderCombined, renderComparison, renderRunRecord } from './writers/json.ts';
export { DEFAULT_COMMENT_BYTES, DEFAULT_SUMMARY_BYTES } from './writers/markdown.ts';
export { SEVERITY_MARKS } from './writers/markdown-findings.ts';
export { type LinkOptions, placeLink } from './writers/markdown-place.ts';
export {
  code as markdownCode,
  prose as markdownProse,
  table as markdownTable,
} from './writers/markdown-text.ts';
export type { RenderOptions, Writer } from './writers/writer.ts';
export { isWriterName, WRITERS, type WriterName } from './writers/writers.ts';
