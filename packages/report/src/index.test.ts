import { describe, expect, expectTypeOf, it } from 'vitest';
import * as api from './index.ts';

describe('the public names', () => {
  it('are exactly these', () => {
    const names = Object.keys(api).toSorted((left, right) => (left < right ? -1 : 1));
    expect(`\n${names.join('\n')}\n`).toMatchInlineSnapshot(`
      "
      ACCESS_VERDICTS
      ANALYSIS_MODES
      BANDS
      BAND_STARTS
      CAPS
      CAUSE_KINDS
      CERTAINTIES
      COMPARISON_VERSION
      CONFIDENCES
      CONTRACT_VERSION
      DEFAULT_COMMENT_BYTES
      DEFAULT_READ_LIMITS
      DEFAULT_SUMMARY_BYTES
      DEPENDENCY_CLASSES
      ENTROPY_CLASSES
      ENTRY_KINDS
      EVENT_VERSION
      EventDecoder
      FINDING_ORIGINS
      FINDING_STATES
      GROUP_IDS
      GUARD_CATEGORIES
      GUARD_STATES
      HEARTBEAT_MS
      ISOLATION_LEVELS
      LANGUAGES
      MAX_EVENT_BYTES
      METRIC_IDS
      METRIC_WEIGHTS
      MISSING_BASELINE_CHOICES
      PARAMETER_SOURCES
      RULE_FACTS
      RULE_IDS
      RUN_OUTCOMES
      SCORING_MODELS
      SEVERITIES
      SEVERITY_MARKS
      SINK_KINDS
      WRITERS
      aggregateSchema
      analyzerEventSchema
      asksAnything
      asvsReference
      bandOf
      categoriesOf
      causeText
      clipText
      combinedSchema
      compareReports
      comparisonSchema
      cweReference
      entryPointSchema
      evaluateGate
      findingSchema
      formatEvent
      gateOfConfig
      gateReasonText
      isDay
      isNewRisk
      isRuleId
      isWriterName
      judgeGate
      markdownCode
      markdownProse
      markdownTable
      metricParts
      owaspReference
      ownEntry
      parseEventLine
      placeLink
      plain
      readCombined
      readComparison
      readReport
      readRunRecord
      renderCombined
      renderComparison
      renderComparisonMarkdown
      renderRunRecord
      reportAsOf
      reportIn
      reportSchema
      runRecordSchema
      severitiesFrom
      signedDelta
      surfaceParts
      textsOf
      "
    `);
  });

  it('have the types that producers and readers rely on', () => {
    expectTypeOf<api.Report['contract']>().toEqualTypeOf<1>();
    expectTypeOf<api.Report['findings']>().toEqualTypeOf<readonly api.Finding[]>();
    expectTypeOf<api.Report['metrics'][number]>().toEqualTypeOf<api.MetricResult>();
    expectTypeOf<api.MetricResult['status']>().toEqualTypeOf<'measured' | 'notApplicable'>();
    expectTypeOf<api.NotApplicableMetric['value']>().toEqualTypeOf<null>();
    expectTypeOf<api.MeasuredMetric['value']>().toEqualTypeOf<number>();
    expectTypeOf<api.Aggregate['csqa1']>().toEqualTypeOf<number | null>();
    expectTypeOf<api.EntryPoint['kind']>().toEqualTypeOf<api.EntryKind>();
    expectTypeOf<api.EntryPoint['access']['verdict']>().toEqualTypeOf<api.AccessVerdict>();
    expectTypeOf<api.Sink['kind']>().toEqualTypeOf<api.SinkKind>();
    expectTypeOf<api.Finding['severity']>().toEqualTypeOf<api.Severity>();
    expectTypeOf<api.Method['distanceToEntry']>().toEqualTypeOf<number | null>();
    expectTypeOf<api.Combined['report']>().toEqualTypeOf<api.Report | null>();
    expectTypeOf<api.RunRecord['outcome']>().toEqualTypeOf<api.RunOutcome>();
    expectTypeOf(api.readReport).returns.toEqualTypeOf<api.ReadResult<api.Report>>();
    expectTypeOf(api.evaluateGate).parameters.toEqualTypeOf<[api.Report, api.GateConditions]>();
    expectTypeOf(api.WRITERS.markdown.render).toBeFunction();
    expectTypeOf<'html' | 'json' | 'markdown' | 'sarif'>().toExtend<api.WriterName>();
  });

  it('narrow a metric by its status and an event by its type', () => {
    const value = (metric: api.MetricResult): number | string =>
      metric.status === 'measured' ? metric.value : metric.reason;
    const total = (event: api.AnalyzerEvent): number | null =>
      event.type === 'progress' ? event.total : null;
    expectTypeOf(value).returns.toEqualTypeOf<number | string>();
    expectTypeOf(total).returns.toEqualTypeOf<number | null>();
  });

  it('take lists that cannot be changed, so that producers need not copy theirs', () => {
    const findings: readonly api.Finding[] = [];
    expectTypeOf(findings).toExtend<api.Report['findings']>();
    expectTypeOf<readonly string[]>().toExtend<api.EntryPoint['verbs']>();
  });

  it('find a writer by its name', () => {
    expect(['json', 'markdown', 'toString', '__proto__', 'pdf'].filter(api.isWriterName)).toEqual([
      'json',
      'markdown',
    ]);
  });

  it('name a file of its own for every format', () => {
    const names = Object.values(api.WRITERS).map(({ fileName }) => fileName);
    expect(new Set(names).size).toBe(names.length);
  });
});
