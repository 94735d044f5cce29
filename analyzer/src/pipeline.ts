import type { Report } from '@csqa/report';
import type { Stage } from './base/diagnostics.ts';
import type { AnalyzerConfig } from './config/analyzer-config.ts';
import { collectFindings } from './findings/collect-findings.ts';
import { applySuppressions, commentSuppressions } from './findings/suppressions.ts';
import { buildSecurityView } from './flow/build-security-view.ts';
import { createNodeSourceReader } from './inventory/node-source-reader.ts';
import { DEFAULT_SCAN_LIMITS, throwIfAborted } from './inventory/scan-repository.ts';
import { takeInventory } from './inventory/take-inventory.ts';
import { link } from './link/link.ts';
import type { Program } from './link/program.ts';
import { aggregate } from './metrics/aggregate.ts';
import { METRICS } from './metrics/registry.ts';
import { applyModels, wantedConfiguration } from './models/apply-models.ts';
import { classifyDependency } from './models/dependency-classes.ts';
import { loadModels } from './models/load-models.ts';
import { buildReport } from './report/build-report.ts';
import { configSuppressions } from './stages/config-suppressions.ts';
import { extractFacts, readExcerpts } from './stages/extract-facts.ts';
import { linkedLanguages } from './stages/linked-languages.ts';
import { readTexts } from './stages/read-texts.ts';

/** What to analyse and how. */
export interface AnalysisOptions {
  /** Absolute path of the tree, links resolved. */
  readonly root: string;
  readonly config: AnalyzerConfig;
  /** Where the configuration was read from, relative to the tree, for messages. */
  readonly configFile: string;
  readonly mode: 'fast' | 'full';
  /** Commit of the tree, where the caller knows it. */
  readonly revision: string | null;
  readonly version: string;
  /** `YYYY-MM-DD`; decides which suppressions have run out. */
  readonly today: string;
  readonly signal?: AbortSignal;
  readonly onStage: (stage: Stage | 'report') => void;
  readonly onProgress: (progress: {
    readonly done: number;
    readonly total: number | null;
    readonly unit: string;
  }) => void;
  /** Told of the linked program, for dumps. */
  readonly onProgram?: (program: Program) => Promise<void>;
}

/** The road the data takes: a directory in, a report out. One call a stage. */
export async function analyze(options: AnalysisOptions): Promise<Report> {
  const { config, root } = options;
  const begin = (stage: Stage | 'report') => {
    throwIfAborted(options.signal);
    options.onStage(stage);
  };

  begin('inventory');
  const limits = { ...DEFAULT_SCAN_LIMITS, ...config.limits };
  const reader = createNodeSourceReader({ root, maxFileBytes: limits.maxFileBytes });
  const inventory = await takeInventory({
    root,
    reader,
    limits,
    include: config.include,
    exclude: config.exclude,
    production: config.production,
    tests: config.tests,
    generated: config.generated,
    profiles: config.profiles,
    ...(options.signal ? { signal: options.signal } : {}),
    onProgress: ({ done, total }) => options.onProgress({ done, total, unit: 'files' }),
  });

  begin('facts');
  const facts = await extractFacts({
    inventory,
    reader,
    signal: options.signal,
    onProgress: (done, total) => options.onProgress({ done, total, unit: 'files' }),
  });

  begin('link');
  const models = await loadModels();
  const program = link(facts.inputs, { ...linkedLanguages(), synthesis: models.synthesis });
  await options.onProgram?.(program);

  begin('models');
  const texts = await readTexts(reader, wantedConfiguration(inventory));
  const labels = applyModels({ program, inventory, models, texts });

  begin('flow');
  const view = buildSecurityView(program, labels, { depthLimit: config.maxDepth });

  begin('metrics');
  const classify = (dependency: Parameters<typeof classifyDependency>[0]) =>
    classifyDependency(dependency, models.dependencyClasses);
  const metrics = METRICS.map((definition) => ({
    definition,
    result: definition.measure({ view, inventory, classifyDependency: classify }),
  }));
  const weights = new Map(Object.entries(config.weights));
  const total = aggregate(metrics, view, weights);

  begin('findings');
  const findings = collectFindings(
    metrics.flatMap(({ definition, result }) =>
      result.evidence.map((evidence) => ({ metric: definition.id, evidence })),
    ),
  );
  const comments = commentSuppressions(facts.inputs.map((input) => input.facts));
  const wishes = [...comments.suppressions, ...configSuppressions(config, options.configFile)];
  const { open, suppressed, diagnostics } = applySuppressions(findings, wishes, options.today);

  begin('report');
  const excerpt = await readExcerpts(
    reader,
    findings.map((finding) => finding.location.file),
  );
  return buildReport({
    inventory,
    view,
    metrics,
    aggregate: total,
    findings: open,
    suppressed,
    diagnostics: [
      ...inventory.diagnostics,
      ...facts.diagnostics,
      ...labels.diagnostics,
      ...comments.diagnostics,
      ...diagnostics,
    ],
    config,
    model: config.model,
    mode: options.mode,
    today: wishes.length === 0 ? null : options.today,
    revision: options.revision,
    version: options.version,
    work: [
      {
        stage: 'inventory',
        counts: { files: inventory.files.length, dependencies: inventory.dependencies.length },
      },
      { stage: 'facts', counts: { files: facts.inputs.length, bytes: facts.bytes, lines: facts.lines } },
      {
        stage: 'link',
        counts: {
          types: program.types.length,
          methods: program.methods.length,
          callSites: program.coverage.callSites,
        },
      },
      {
        stage: 'models',
        counts: {
          entryPoints: labels.entryPoints.length,
          guards: labels.guards.length,
          sinks: labels.sinks.length,
        },
      },
      { stage: 'flow', counts: { roads: view.roads.length, taintedPaths: view.taintedPaths.length } },
      { stage: 'findings', counts: { open: open.length, suppressed: suppressed.length } },
    ],
    analysed: { files: facts.inputs.length, lines: facts.lines, bytes: facts.bytes },
    classifyDependency: classify,
    excerpt,
  });
}
