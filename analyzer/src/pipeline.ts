import type { Report } from '@csqa/report';
import type { Stage } from './base/diagnostics.ts';
import type { RelativePath } from './base/ids.ts';
import { runChecks } from './checks/run-checks.ts';
import type { AnalyzerConfig } from './config/analyzer-config.ts';
import type { KeptReadings } from './facts/file-reading.ts';
import { collectFindings } from './findings/collect-findings.ts';
import { applySuppressions, commentSuppressions } from './findings/suppressions.ts';
import { buildSecurityView } from './flow/build-security-view.ts';
import { diagnoseLimits } from './flow/diagnose-limits.ts';
import type { BytesAhead } from './inventory/bytes-ahead.ts';
import { remembering } from './inventory/content-hash.ts';
import type { Dependency, FileRole, Inventory } from './inventory/inventory.ts';
import { keeping } from './inventory/keeping-reader.ts';
import { createNodeSourceReader } from './inventory/node-source-reader.ts';
import { type PrintingReader, printing } from './inventory/printing-reader.ts';
import { DEFAULT_SCAN_LIMITS, type ScanLimits, throwIfAborted } from './inventory/scan-repository.ts';
import type { SourceReader } from './inventory/source-reader.ts';
import { takeInventory } from './inventory/take-inventory.ts';
import type { Program } from './link/program.ts';
import { aggregate } from './metrics/aggregate.ts';
import { METRICS } from './metrics/registry.ts';
import { applyModels, wantedConfiguration } from './models/apply-models.ts';
import { classifyDependency } from './models/dependency-classes.ts';
import { loadModels } from './models/load-models.ts';
import type { Models } from './models/models.ts';
import { buildReport } from './report/build-report.ts';
import { hideSecrets } from './report/hide-secrets.ts';
import { codeCounts, workCounts } from './report/work-counts.ts';
import { configSuppressions } from './stages/config-suppressions.ts';
import { extractFacts, isSource, readExcerpts, readFactsOf } from './stages/extract-facts.ts';
import { findLibraries, type LibraryOptions } from './stages/find-libraries.ts';
import { handedOver } from './stages/handed-over.ts';
import type { KeptTests } from './stages/known-tests.ts';
import { linkBesideTests, linkTree } from './stages/link-tree.ts';
import { linkContext } from './stages/linked-languages.ts';
import { moduleDependencies } from './stages/module-dependencies.ts';
import { readTexts } from './stages/read-texts.ts';
import type { CodeSize, ReadingCrew, ReadTest, TestsBeside } from './stages/reading-beside.ts';
import { diagnoseUnreadCode, readShare, wasParsed } from './stages/unread-code.ts';

/** What to analyse and how. */
export interface AnalysisOptions {
  /** Absolute path of the tree, links resolved. */
  readonly root: string;
  readonly config: AnalyzerConfig;
  /** Where the configuration was read from, relative to the tree, for messages. */
  readonly configFile: string;
  readonly mode: 'fast' | 'full';
  /** How libraries are looked for beyond what the tree declares; absent: not at all. */
  readonly libraries?: LibraryOptions;
  /** Commit of the tree, where the caller knows it. */
  readonly revision: string | null;
  readonly version: string;
  /** What earlier runs have read of single files; absent: every file is parsed. */
  readonly keptReadings?: KeptReadings;
  /** What earlier runs have made of tests; absent: all tests are judged. */
  readonly keptTests?: KeptTests;
  readonly signal?: AbortSignal;
  readonly onStage: (stage: Stage | 'report') => void;
  /** Told while the tree is linked, when its tests are judged and let go. */
  readonly onTestsJudged?: () => void;
  /** Told within a stage when much that was in use is let go. */
  readonly onRest?: () => void;
  readonly onProgress: (progress: {
    readonly done: number;
    readonly total: number | null;
    readonly unit: string;
  }) => void;
  /** Told what the tools say that are asked, for the log. */
  readonly onLog?: (text: string) => void;
  /** Who reads files while others are looked at; absent: nobody. */
  readonly ahead?: BytesAhead;
  /** Starts those who read so much code in other threads; null or absent: all is done in this one. */
  readonly openCrew?: (size: CodeSize) => ReadingCrew | null;
  /** Told of the linked program with its tests, for dumps. */
  readonly onProgram?: (program: Program) => Promise<void>;
}

/** The road the data takes: a directory in, a report out. */
export async function analyze(options: AnalysisOptions): Promise<Report> {
  return analyzeSeen(options, await lookAtTree(options, treeReader(options)));
}

/** A tree before its code is read. */
export interface SeenTree {
  readonly inventory: Inventory;
  /** What was read of it, and what is read of it from now on. */
  readonly reader: PrintingReader;
}

/** The same, unless the caller finds the result once it is told what the tree is. */
export async function analyzeUnless<Known>(
  find: (tree: SeenTree) => Promise<Known | null>,
  options: AnalysisOptions,
): Promise<{ readonly report: Report } | { readonly known: Known }> {
  const reader = printing(treeReader(options));
  const looked = await lookAtTree(options, reader);
  const known = await find({ ...looked, reader });
  return known === null ? { report: await analyzeSeen(options, looked) } : { known };
}

async function analyzeSeen(options: AnalysisOptions, looked: LookedAt): Promise<Report> {
  const { tree, understood } = await readCode(options, looked);
  options.onRest?.();
  const verdict = judge(options, tree, understood);
  return report(options, { ...tree, ...understood, ...verdict });
}

/** Reads and links the code of a tree; in several threads, where it is worth them. */
async function readCode(options: AnalysisOptions, looked: LookedAt) {
  const crew = options.openCrew?.(codeSize(looked.inventory)) ?? null;
  try {
    const tree = await readTree(options, looked, crew);
    return { tree, understood: await understand(options, tree, crew?.bench ?? null) };
  } finally {
    await Promise.all([...(crew?.readers ?? []), crew?.bench].map((each) => each?.close()));
  }
}

function codeSize({ files }: Inventory): CodeSize {
  const code = files.filter(({ path, unparsed }) => unparsed === null && isSource(path));
  const bytesOf = (roles: readonly FileRole[]) =>
    code.reduce((sum, { role, bytes }) => sum + (roles.includes(role) ? bytes : 0), 0);
  return { all: bytesOf(['production', 'generated', 'test']), tests: bytesOf(['test']) };
}

/** With digests where what was read is looked for among what earlier runs have read. */
function treeReader({ config, root, keptReadings, ahead }: AnalysisOptions): SourceReader {
  const { maxFileBytes } = scanLimits(config);
  const digests = keptReadings !== undefined;
  return createNodeSourceReader({ root, maxFileBytes, hashes: true, digests, ahead });
}

function scanLimits({ limits }: AnalyzerConfig): ScanLimits {
  return { ...DEFAULT_SCAN_LIMITS, ...limits };
}

/** Source tree → inventory. */
async function lookAtTree(options: AnalysisOptions, files: SourceReader) {
  const { config, root } = options;
  begin(options, 'inventory');
  const reader = remembering(keeping(files, { isKept: isSource }));
  const { include, exclude, production, tests, generated, profiles } = config;
  const limits = scanLimits(config);
  const inventory = await takeInventory({
    ...{ root, reader, include, exclude, production, tests, generated, profiles },
    limits,
    onReading: (paths) => options.ahead?.foresee({ root, maxFileBytes: limits.maxFileBytes }, paths),
    ...(options.signal ? { signal: options.signal } : {}),
    onProgress: ({ done, total }) => options.onProgress({ done, total, unit: 'files' }),
  });
  return { inventory, reader };
}

type LookedAt = Awaited<ReturnType<typeof lookAtTree>>;

/** Inventory → libraries → facts of each file. */
async function readTree(options: AnalysisOptions, { inventory, reader }: LookedAt, crew: ReadingCrew | null) {
  begin(options, 'libraries');
  const libraries = await findLibraries({ ...options, inventory, reader });
  begin(options, 'facts');
  const { inputs, readBeside, ...facts } = await extractFacts({
    inventory,
    reader,
    kept: options.keptReadings,
    keptTests: crew === null ? keptTestsOf(options) : null,
    crew,
    signal: options.signal,
    onProgress: (done, total) => options.onProgress({ done, total, unit: 'files' }),
  });
  const readAgain = (paths: readonly RelativePath[]) =>
    readFactsOf(paths, { inventory, reader, signal: options.signal });
  return { reader, inventory, libraries, facts, readBeside, readAgain, takeInputs: handedOver(inputs) };
}

/** Where all is to be shown, all is linked. */
function keptTestsOf({ keptTests, onProgram }: AnalysisOptions): KeptTests | null {
  return onProgram === undefined ? (keptTests ?? null) : null;
}

function knownSoFar(options: AnalysisOptions, files: readonly ReadTest[]) {
  const kept = keptTestsOf(options);
  return kept === null ? undefined : { kept, files };
}

type Tree = Awaited<ReturnType<typeof readTree>>;

/**
 * Facts → linked program → labels → security view. After this nobody looks at code again: nothing that is given here leads to it,
 * so that its memory is free.
 */
async function understand(options: AnalysisOptions, tree: Tree, beside: TestsBeside | null) {
  const { reader, inventory, takeInputs, readAgain, readBeside } = tree;
  const { maxDepth, profiles } = options.config;
  begin(options, 'link');
  const models = await loadModels();
  const context = linkContext(models, moduleDependencies(inventory.modules));
  const linked =
    beside === null
      ? await linkTree(takeInputs, {
          context,
          models,
          readAgain,
          rest: options.onTestsJudged,
          show: options.onProgram,
          known: knownSoFar(options, readBeside),
        })
      : await linkBesideTests(takeInputs(), context, { beside, files: readBeside });
  const { program } = linked;
  begin(options, 'models');
  const texts = await readTexts(reader, wantedConfiguration(inventory));
  const labels = applyModels({ program, inventory, models, texts, profiles });
  const tests = await linked.tests();
  begin(options, 'flow');
  const view = buildSecurityView(program, labels, {
    depthLimit: maxDepth,
    tests: tests.code,
  });
  await linked.saved();
  return {
    code: codeCounts(program, labels),
    diagnostics: labels.diagnostics,
    tests,
    view,
    classifyDependency: classifierOf(models),
  };
}

type Understood = Awaited<ReturnType<typeof understand>>;

/** A function of its own: one that is made beside others keeps all that any of them asks, the program among it. */
function classifierOf({ dependencyClasses }: Models) {
  return (dependency: Dependency) => classifyDependency(dependency, dependencyClasses);
}

/** Security view → metrics → index and findings. */
function judge(
  options: AnalysisOptions,
  { inventory, libraries, facts }: Tree,
  { view, classifyDependency }: Understood,
) {
  begin(options, 'metrics');
  const seen = { view, inventory, libraries: libraries.libraries, classifyDependency };
  const metrics = METRICS.map((definition) => ({ definition, result: definition.measure(seen) }));
  const trust = {
    ...view,
    readShare: readShare(inventory, facts.files),
    sourceFiles: facts.files.filter((file) => wasParsed(file.facts)).length,
  };
  const total = aggregate(metrics, trust, new Map(Object.entries(options.config.weights)));
  begin(options, 'findings');
  const evidence = [
    ...metrics.flatMap(({ definition, result }) =>
      result.evidence.map((item) => ({ metric: definition.id, evidence: item })),
    ),
    ...runChecks(seen),
  ];
  const comments = commentSuppressions(facts.files.map((file) => file.facts));
  const wishes = [...comments.suppressions, ...configSuppressions(options.config, options.configFile)];
  const findings = applySuppressions(collectFindings(evidence), wishes);
  return { metrics, aggregate: total, findings, comments };
}

/** Everything that was found → report. */
async function report(options: AnalysisOptions, all: Tree & Understood & ReturnType<typeof judge>) {
  const { config, mode, revision, version } = options;
  const { inventory, facts, view, metrics, classifyDependency } = all;
  const { libraries } = all.libraries;
  begin(options, 'report');
  const { open, suppressed, suppressions, diagnostics } = all.findings;
  const places = [...open, ...suppressed.map(({ finding }) => finding)];
  return buildReport({
    ...{
      inventory,
      libraries,
      view,
      metrics,
      config,
      mode,
      revision,
      version,
      suppressed,
      suppressions,
      classifyDependency,
    },
    aggregate: all.aggregate,
    findings: open,
    diagnostics: [
      ...[
        ...inventory.diagnostics,
        ...all.libraries.diagnostics,
        ...facts.diagnostics,
        ...diagnoseUnreadCode(inventory),
        ...all.diagnostics,
      ],
      ...diagnoseLimits(view),
      ...[...all.comments.diagnostics, ...diagnostics],
    ],
    model: config.model,
    methodHashes: facts.methodHashes,
    sources: all.reader.filesRead(),
    work: workCounts({ ...all, open: open.length, suppressed: suppressed.length }),
    analysed: { files: facts.files.length, lines: facts.lines, bytes: facts.bytes, sources: facts.files },
    excerpt: hideSecrets(await readExcerpts(all.reader, places), places),
  });
}

/** Says that a stage begins, unless nobody wants the rest. */
function begin(options: AnalysisOptions, stage: Stage | 'report'): void {
  throwIfAborted(options.signal);
  options.onStage(stage);
}
