import * as path from 'node:path';
import { join } from 'node:path';
import * as cacheService from '@actions/cache';
import { type AnalyzeTree, localAnalysis } from '../analysis/analyze-tree.ts';
import { analyzerBuild } from '../analysis/analyzer-build.ts';
import { type ConfigInForce, configInForce } from '../analysis/config-in-force.ts';
import { instanceOf } from '../analysis/instance.ts';
import { loadImage } from '../analysis/load-image.ts';
import { serverAnalysis } from '../analysis/server-analysis.ts';
import type { BaseRepository } from '../baseline/base-repository.ts';
import { openBaseTrees } from '../baseline/base-trees.ts';
import { openGitRepository } from '../baseline/git-repository.ts';
import { openGitHubRepository } from '../baseline/github-repository.ts';
import { type FactCache, openFactCache } from '../cache/fact-cache.ts';
import { openResultCache, type ResultCache } from '../cache/result-cache.ts';
import { type BaselinePlan, baselinePlan } from '../event/baseline-plan.ts';
import type { EventPayload } from '../event/event-payload.ts';
import { openGitHub, PATIENT } from '../github/open-github.ts';
import { mergeBaseOf } from '../github/read-repository.ts';
import type { Environment, Inputs } from '../inputs/inputs.ts';
import { assertDirectories } from '../inputs/project-directories.ts';
import { readProjects } from '../inputs/project-list.ts';
import { printFenced, type WriteLog } from '../outputs/fence.ts';
import { REPORTS } from '../outputs/own-directories.ts';
import type { JudgedProject, Project, RunContext } from '../run-types.ts';
import { type AnalysedProject, analyzeProject, type ProjectTools } from './analyze-project.ts';
import { conclude } from './conclude.ts';
import { openHeads } from './head-reports.ts';

/** What an analysis of the checkout starts from. */
export interface AnalyzeSetting {
  readonly context: RunContext;
  readonly inputs: Inputs;
  readonly payload: EventPayload;
  readonly environment: Environment;
  /** `YYYY-MM-DD` by which suppressions are judged. */
  readonly day: string;
  readonly signal: AbortSignal;
  readonly write: WriteLog;
}

/** Projects with their verdicts, and where their reports are. */
export interface AnalysedRun {
  readonly projects: readonly JudgedProject[];
  readonly reportDir: string;
  /** Whether a baseline was asked for. */
  readonly isCompared: boolean;
}

/**
 * Analyses every project of the checkout and what it is held against, and judges it. Throws an ActionError for what keeps a
 * project from being analysed.
 */
export async function analyzeRun(setting: AnalyzeSetting): Promise<AnalysedRun> {
  const { context, inputs, payload } = setting;
  const written = { paths: inputs.paths, names: inputs.projectNames };
  const projects = readProjects(written, {
    workspace: context.workspace,
    repository: context.repository.name,
    path,
  });
  await assertDirectories(projects, context.workspace);
  const plan = baselinePlan(context, payload, inputs.baseline);
  const slugs = projects.map(({ slug }) => slug);
  const kit = await openKit(await withImage(setting), { plan, slugs });
  const reportDir = join(context.tempDir, REPORTS);
  const judged: JudgedProject[] = [];
  for (const project of projects) {
    const analysed = await analyzeProject(project, kit.tools);
    judged.push(await conclude(analysed, { context, inputs, isJudged: plan.isJudged, reportDir }));
    await kit.keep(project, analysed);
  }
  await kit.keepFacts();
  return { projects: judged, reportDir, isCompared: plan.steps.length > 0 };
}

interface Kit {
  readonly tools: ProjectTools;
  /** Keeps the report of the head for those that will be compared with it. */
  readonly keep: (project: Project, analysed: AnalysedProject) => Promise<void>;
  /** Keeps what was read of source files for the next run. */
  readonly keepFacts: () => Promise<void>;
}

/** What is analysed, and held against what. */
interface Task {
  readonly plan: BaselinePlan;
  readonly slugs: readonly string[];
}

async function openKit(setting: AnalyzeSetting, { plan, slugs }: Task): Promise<Kit> {
  const { context, inputs, day, signal } = setting;
  const { tempDir, workspace, language } = context;
  const facts = await factsFor(setting, slugs);
  const analyze = withFacts(openAnalysis(setting), facts);
  const repository = await openRepository(setting);
  const configOf = (project: Project): Promise<ConfigInForce> =>
    configInForce(project, { workspace, tempDir, named: inputs.config });
  const cacheOf = await cacheFor(setting, configOf);
  const heads = openHeads({ repository, cacheOf, context });
  const trees = openBaseTrees({ repository, analyze, configOf, cacheOf, tempDir, signal, language });
  const mergeBase = async (base: string, head: string): Promise<string | null> =>
    context.token === '' ? null : mergeBaseOf(openGitHub(context), context.repository, [base, head]);
  return {
    tools: {
      base: { context, repository, trees, mergeBase },
      ...{ analyze, plan, configOf, workspace, tempDir, day, signal },
      ...{ sha: repository?.head.sha ?? context.sha, known: heads.find },
    },
    keep: (project, { asMade }) => heads.keep(project, asMade),
    keepFacts: async () => facts?.keep(),
  };
}

/** Through git, or through GitHub where there is no git, as in the image of a container job; null where neither will do. */
async function openRepository({
  context,
  environment,
  signal,
}: AnalyzeSetting): Promise<BaseRepository | null> {
  const withGit = await openGitRepository(context, environment, signal);
  if (withGit !== null || context.token === '') return withGit;
  return openGitHubRepository(openGitHub(context), context, { signal });
}

/** With the image of an archive loaded, if there is one: what runs is exactly that, by its id. */
async function withImage(setting: AnalyzeSetting): Promise<AnalyzeSetting> {
  const { inputs, context } = setting;
  const { docker, analysis } = inputs;
  if (engineOf(inputs) !== 'docker' || docker.archive === undefined) return setting;
  const named = docker.image ?? `csqa-metrics:${analysis}`;
  const image = await loadImage({ archive: docker.archive, image: named }, context);
  return { ...setting, inputs: { ...inputs, docker: { ...docker, image, pull: 'never' } } };
}

function openAnalysis({ context, inputs, environment, write }: AnalyzeSetting): AnalyzeTree {
  const { tempDir, run, repository } = context;
  const { server } = inputs;
  if (engineOf(inputs) === 'server' && server !== undefined) {
    const project = `ci/${repository.owner}/${repository.name}`;
    const tell = (line: string): void => printFenced([line], write);
    return serverAnalysis({ server, inputs, project, tempDir, tell, pollMs: POLL_MS, patience: PATIENT });
  }
  const cacheDir = inputs.cache && engineOf(inputs) === 'local' ? factsIn(tempDir) : null;
  return localAnalysis({ inputs, environment, tempDir, instance: instanceOf(run), cacheDir });
}

/** An analysis that has the facts of earlier runs, which are brought when the first tree is analysed. */
function withFacts(analyze: AnalyzeTree, facts: FactCache | null): AnalyzeTree {
  if (facts === null) return analyze;
  return async (tree, signal) => {
    await facts.restore();
    return analyze(tree, signal);
  };
}

async function factsFor(
  { context, inputs }: AnalyzeSetting,
  projects: readonly string[],
): Promise<FactCache | null> {
  if (!inputs.cache || engineOf(inputs) !== 'local') return null;
  const analyzer = await analyzerBuild('local', undefined);
  if (analyzer === null) return null;
  const { tempDir, readOnly, run } = context;
  return openFactCache(cacheService, {
    ...{ directory: factsIn(tempDir), analyzer, projects },
    ...{ run: `${run.id}-${run.attempt}`, isReadOnly: readOnly !== null },
  });
}

function factsIn(tempDir: string): string {
  return join(tempDir, 'csqa-facts');
}

const POLL_MS = 2_000;

/** Engines that `auto` stands for. */
function engineOf({ engine, analysis }: Pick<Inputs, 'engine' | 'analysis'>): 'local' | 'docker' | 'server' {
  if (engine !== 'auto') return engine;
  return analysis === 'fast' ? 'local' : 'docker';
}

type CacheOf = (project: Project) => Promise<ResultCache | null>;

async function cacheFor(
  { context, inputs }: AnalyzeSetting,
  configOf: (project: Project) => Promise<ConfigInForce>,
): Promise<CacheOf> {
  const analyzer = inputs.cache ? await analyzerBuild(engineOf(inputs), inputs.docker.image) : null;
  if (analyzer === null) return async () => null;
  const directory = join(context.tempDir, 'csqa-cache');
  return async (project) => {
    const { text } = await configOf(project);
    return openResultCache(cacheService, join(directory, project.slug), {
      ...{ analyzer, mode: inputs.analysis, config: text },
    });
  };
}
