import type {
  Report,
  Dependency as ReportDependency,
  ReportDiagnostic,
  EntryPoint as ReportEntryPoint,
  Guard as ReportGuard,
  Method as ReportMethod,
  MetricResult as ReportMetric,
  ModelScore as ReportModelScore,
  Sink as ReportSink,
  SourceFile,
} from '@csqa/report';
import { CAPS, CONTRACT_VERSION, clipText, inKeyOrder, textsOf } from '@csqa/report/producer';
import { compareDiagnostic, type Diagnostic } from '../base/diagnostics.ts';
import { byText } from '../base/ordering.ts';
import type { Label } from '../base/text.ts';
import type { MethodSummary, SecurityView } from '../flow/security-view.ts';
import type { Dependency } from '../inventory/inventory.ts';
import { type MeasuredMetric, type ModelScore, resolvedShare } from '../metrics/aggregate.ts';
import type { Contributor, DependencyClass, MetricGroup, MetricId } from '../metrics/metric.ts';
import type { EntryPoint, Sink } from '../models/labels.ts';
import { buildTopology } from './build-topology.ts';
import { localize } from './localize.ts';
import { toDeclaredSuppression, toReportFinding, toSuppressedFinding } from './report-findings.ts';
import type { ReportInput } from './report-input.ts';

/** Puts the report together: the one place where the analyzer's own types meet the contract. */
export function buildReport(input: ReportInput): Report {
  const { view, aggregate, model } = input;
  const methods = [...view.methods].sort(byText((method) => method.id));
  const chosen = aggregate.scores[model];
  return {
    contract: CONTRACT_VERSION,
    meta: {
      tool: 'csqa',
      version: input.version,
      model,
      config: inKeyOrder({ ...input.config }),
      revision: input.revision,
      mode: input.mode,
    },
    aggregate: {
      model,
      index: chosen.index,
      band: chosen.band,
      csqa1: aggregate.scores['csqa-1'].index,
      csqa2: aggregate.scores['csqa-2'].index,
      confidence: aggregate.confidence,
      groups: modelScore(chosen).groups,
      models: {
        'csqa-1': modelScore(aggregate.scores['csqa-1']),
        'csqa-2': modelScore(aggregate.scores['csqa-2']),
      },
      measured: measuredIds(input.metrics),
    },
    metrics: input.metrics.map((metric) => toMetric(metric, input)),
    coverage: view.coverage,
    files: filesSummary(input),
    entryPoints: toEntryPoints(view),
    suppliedEntryPoints: view.suppliedEntryPoints.map(toEntryPoint),
    sinks: view.sinks.map(toSink),
    guards: toGuards(input),
    findings: input.findings.map((finding) => toReportFinding(finding, input.excerpt)),
    suppressed: input.suppressed.map((item) => toSuppressedFinding(item, input.excerpt)),
    suppressions: input.suppressions.slice(0, CAPS.findings).map(toDeclaredSuppression),
    topology: buildTopology(view, methods),
    dependencies: toDependencies(input),
    methods: toMethods(methods, input),
    sources: toSources(input),
    diagnostics: diagnosticsOf(input),
    timings: { stages: input.work.map(({ stage, counts }) => ({ stage, counts: inKeyOrder(counts) })) },
  };
}

function toSources({ sources, analysed }: ReportInput): SourceFile[] {
  const known = new Map(analysed.sources.map((source) => [source.facts.path, source]));
  return sources.slice(0, CAPS.items).map(({ file, hash }) => {
    const source = known.get(file);
    if (source === undefined) return { file, hash };
    return { file, hash, language: source.facts.language, role: source.role, lines: source.facts.lines.code };
  });
}

function toMethods(methods: readonly MethodSummary[], { methodHashes }: ReportInput): ReportMethod[] {
  return methods.map((method) => {
    const hash = methodHashes.get(method.location.file)?.get(method.location.line);
    return {
      id: method.id,
      file: method.location.file,
      line: method.location.line,
      cognitiveComplexity: method.cognitiveComplexity,
      distanceToEntry: method.distanceToEntry,
      ...(method.role === 'generated' ? { generated: true } : {}),
      ...(hash === undefined ? {} : { hash }),
    };
  });
}

function measuredIds(metrics: readonly MeasuredMetric[]): MetricId[] {
  return metrics.flatMap(({ definition, result }) => (result.kind === 'measured' ? [definition.id] : []));
}

function modelScore(score: ModelScore): ReportModelScore {
  const { groups } = textsOf('en');
  return {
    index: score.index,
    band: score.band,
    groups: (Object.keys(score.groups) as MetricGroup[]).map((id) => ({
      id,
      name: groups[id].name,
      value: score.groups[id],
    })),
  };
}

function toMetric({ definition, result }: MeasuredMetric, input: ReportInput): ReportMetric {
  const identity = {
    id: definition.id,
    name: definition.name,
    group: definition.group,
    weight: definition.weight,
  };
  if (result.kind === 'notApplicable') {
    return {
      ...identity,
      status: 'notApplicable',
      value: null,
      raw: null,
      worst: null,
      distribution: null,
      ...localize({ reason: result.reason }),
    };
  }
  return {
    ...identity,
    status: 'measured',
    value: result.value[input.model],
    raw: result.raw,
    worst: result.worst === null ? null : toContributor(result.worst),
    distribution: result.distribution
      .slice(0, CAPS.nested)
      .map(({ label, value }) => labelled(label, { value })),
    values: { 'csqa-1': result.value['csqa-1'], 'csqa-2': result.value['csqa-2'] },
    confidence: definition.restsOnCallGraph ? resolvedShare(input.view.coverage) : 1,
    contributors: result.contributors.map(toContributor),
    contributorCount: result.contributorCount,
  };
}

function toContributor({ label, value, location }: Contributor) {
  return labelled(label, { value, file: location.file, line: location.line });
}

/** The label first and its other languages last, as the contract has them. */
function labelled<Rest extends object>(written: Label, rest: Rest) {
  const { label, ...others } = localize({ label: written });
  return { label, ...rest, ...others };
}

/** In report order; what two stages met at one place is told once. */
function diagnosticsOf(input: ReportInput): ReportDiagnostic[] {
  return [...input.diagnostics]
    .sort(compareDiagnostic)
    .filter((diagnostic, index, all) => {
      const before = all[index - 1];
      return before === undefined || compareDiagnostic(before, diagnostic) !== 0;
    })
    .slice(0, CAPS.findings)
    .map(toDiagnostic);
}

function toDiagnostic(diagnostic: Diagnostic): ReportDiagnostic {
  const { code, stage, severity, message, hint, file, line } = diagnostic;
  return {
    ...{ code, stage, severity },
    ...(hint === undefined ? localize({ message }) : localize({ message, hint })),
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
  };
}

function filesSummary({ inventory, analysed, diagnostics }: ReportInput): Report['files'] {
  const { skipped } = inventory;
  const notParsed = diagnostics.filter(({ code }) => code === 'not-parsed').length;
  const counts: [string, number][] = [
    ['ignored', skipped.ignored],
    ['symlink', skipped.symlinks],
    ['unreadable', skipped.unreadable],
    ['bad-name', skipped.badNames],
    ['special', skipped.special],
    ['too-deep', skipped.tooDeep],
    ['too-large', inventory.files.filter((file) => file.unparsed === 'too-large').length],
    ['binary', inventory.files.filter((file) => file.unparsed === 'binary').length],
    ['not-parsed', notParsed],
  ];
  return {
    total: inventory.files.length,
    analysed: analysed.files - notParsed,
    lines: analysed.lines,
    bytes: analysed.bytes,
    languages: inventory.languages.map(({ language, role, files, lines, bytes }) => ({
      language,
      role,
      files,
      lines,
      bytes,
    })),
    skipped: counts.filter(([, files]) => files > 0).map(([reason, files]) => ({ reason, files })),
    ...(skipped.truncated ? { truncated: true } : {}),
  };
}

function toSink(sink: Sink): ReportSink {
  return {
    id: sink.id,
    kind: sink.kind,
    operation: clipText(sink.operation, CAPS.text),
    action: sink.action,
    privileged: sink.privileged,
    owner: sink.owner,
    member: clipText(sink.member, CAPS.path),
    file: sink.location.file,
    line: sink.location.line,
    method: sink.method,
    mechanism: sink.mechanism,
    confidence: sink.confidence,
  };
}

/** What is declared, then what class paths hold beyond it. */
function toDependencies({ inventory, libraries, classifyDependency }: ReportInput): ReportDependency[] {
  const present = new Set(libraries.present);
  const declared = inventory.dependencies.map((dependency) => ({
    ...toDependency(dependency, classifyDependency(dependency)),
    counted: present.has(dependency),
  }));
  const resolved = libraries.classPath.components.map((component) => ({
    ...toDependency(component, classifyDependency(component)),
    counted: present.has(component),
    resolved: true,
    through: component.through.slice(0, CAPS.nested).map((name) => clipText(name, CAPS.path)),
  }));
  return [...declared, ...resolved].slice(0, CAPS.items);
}

function toDependency(dependency: Dependency, kind: DependencyClass): ReportDependency {
  const { ecosystem, group, name, version, scope, file, line, module } = dependency;
  return {
    ecosystem,
    group: group === null ? null : clipText(group, CAPS.path),
    name: clipText(name, CAPS.path),
    version: version === null ? null : clipText(version, CAPS.path),
    scope,
    class: kind,
    file,
    line,
    module,
  };
}

function toEntryPoints(view: SecurityView): ReportEntryPoint[] {
  const roads = Map.groupBy(view.roads, (road) => road.entry.id);
  return view.entryPoints.map((entry) => {
    const sinks = new Set(roads.get(entry.id)?.map((road) => road.sink.id));
    return { ...toEntryPoint(entry), sinks: [...sinks].sort(byText((id) => id)).slice(0, CAPS.nested) };
  });
}

function toEntryPoint(entry: EntryPoint): ReportEntryPoint {
  const { access } = entry;
  return {
    id: entry.id,
    kind: entry.kind,
    verbs: [...entry.verbs],
    paths: entry.paths.slice(0, CAPS.nested).map((path) => clipText(path, CAPS.path)),
    handler: entry.handler,
    file: entry.location.file,
    line: entry.location.line,
    access: {
      verdict: access.verdict,
      mechanism: access.mechanism,
      ...(access.rule === undefined ? {} : { rule: access.rule }),
      evidence: access.evidence.slice(0, CAPS.nested).map(({ file, line, text }) => ({ file, line, text })),
      ...(access.reason === undefined ? {} : localize({ reason: access.reason })),
    },
    params: entry.parameters.slice(0, CAPS.nested).map(({ name, source, type, entropy, validated }) => ({
      name: clipText(name, CAPS.path),
      source,
      type: clipText(type, CAPS.symbol),
      entropy,
      validated,
    })),
    framework: entry.framework,
  };
}

function toGuards({ view }: ReportInput): ReportGuard[] {
  const active = view.guards.map((guard): ReportGuard => {
    const method = guard.carrier.kind === 'entry' ? guard.carrier.handler : guard.carrier.method;
    const entry = guard.carrier.kind === 'entry' ? guard.carrier.entry : null;
    return {
      category: guard.category,
      mechanism: guard.mechanism,
      carrier: guard.carrier.kind,
      method,
      ...(entry === null ? {} : { entryPoint: entry }),
      file: guard.evidence.file,
      line: guard.evidence.line,
      text: clipText(guard.evidence.text, CAPS.text),
      state: 'active',
      tested:
        view.testReferences.methods.has(method) || (entry !== null && view.testReferences.entries.has(entry)),
      confidence: guard.confidence,
    };
  });
  const inert = view.inertGuards.map(
    (guard): ReportGuard => ({
      category: null,
      mechanism: clipText(guard.annotation, CAPS.name),
      carrier: 'method',
      method: guard.method,
      file: guard.evidence.file,
      line: guard.evidence.line,
      text: clipText(guard.evidence.text, CAPS.text),
      state: 'inert',
      ...localize({ reason: guard.reason }),
      confidence: 'certain',
    }),
  );
  return [...active, ...inert];
}
