import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  createOrchestrator,
  type OrchestratorOptions,
  optionsFromEnv,
  type AnalysisOutcome as RunOutcome,
} from '@csqa/orchestrator';
import type { Report, RunRecord } from '@csqa/report';
import type { Environment, Inputs } from '../inputs/inputs.ts';
import { ActionError } from '../text/action-error.ts';
import { ENGINE_REMEDIES } from './engine-remedies.ts';

/** A directory to analyse. */
export interface Tree {
  /** Absolute path. */
  readonly directory: string;
  /** Absolute path of a configuration that replaces the one in the directory; null for that one. */
  readonly configFile: string | null;
  /** Full commit id that the files are of. */
  readonly revision: string;
  /** Absolute path of a directory that is not there yet. */
  readonly outDir: string;
}

/** A report and how it came about. */
export interface AnalysedTree {
  readonly report: Report;
  readonly record: RunRecord;
}

/** Analyses a directory. Throws an ActionError with the cause and what mends it where there is no whole report. */
export type AnalyzeTree = (tree: Tree, signal: AbortSignal) => Promise<AnalysedTree>;

/** What the engines of this machine are told. */
export interface EngineSetting {
  readonly inputs: Pick<Inputs, 'analysis' | 'engine' | 'docker' | 'limits'>;
  readonly environment: Environment;
  readonly tempDir: string;
  /** Name of the run, by which what it left behind is found again. */
  readonly instance: string;
  /** Absolute path of the directory where the bundled analyzer keeps what it read; null where it keeps nothing. */
  readonly cacheDir: string | null;
}

/** The analyzer that is bundled beside this code. */
const BUNDLED_ANALYZER = new URL('./analyzer/dist/main.js', import.meta.url);

/**
 * Runs the analyzer on this machine: as a process of its own, or in a container. What it knows of libraries beyond the tree
 * (CSQA_MAVEN_MIRROR, CSQA_M2_CACHE_DIR, CSQA_ADVISORIES) comes from the environment of the step.
 */
export function localAnalysis(setting: EngineSetting): AnalyzeTree {
  const orchestrator = createOrchestrator(optionsOf(setting));
  const { analysis, engine } = setting.inputs;
  return async (tree, signal) => {
    const outcome = await orchestrator.analyze(
      {
        source: { kind: 'directory', path: tree.directory },
        ...{ outDir: tree.outDir, mode: analysis, formats: [] },
        ...(engine === 'server' ? {} : { engine }),
        ...(tree.configFile === null ? {} : { config: tree.configFile }),
      },
      { signal },
    );
    return wholeReport(outcome, tree.revision);
  };
}

function optionsOf(setting: EngineSetting): OrchestratorOptions {
  const { inputs, environment, tempDir, instance, cacheDir } = setting;
  const { limits, docker, analysis } = inputs;
  const { environment: inherited = {}, libraries = {}, docker: kept } = optionsFromEnv(environment);
  return {
    analyzerBin: fileURLToPath(BUNDLED_ANALYZER),
    tempDir: join(tempDir, 'csqa-jobs'),
    ...{ environment: inherited, libraries },
    ...(cacheDir === null ? {} : { cacheDir }),
    limits: {
      ...{ timeoutSeconds: limits.timeoutSeconds, memoryBytes: limits.memoryBytes },
      ...(limits.cpus === undefined ? {} : { cpus: limits.cpus }),
    },
    docker: {
      ...(docker.image === undefined ? {} : { images: { [analysis]: docker.image } }),
      ...{ pull: docker.pull, network: docker.network === 'bridge', transfer: 'copy', instance },
      ...(kept?.m2CacheDir === undefined ? {} : { m2CacheDir: kept.m2CacheDir }),
    },
  };
}

function wholeReport(outcome: RunOutcome, revision: string): AnalysedTree {
  if (outcome.status === 'succeeded') {
    const { report, record } = outcome;
    return {
      report: { ...report, meta: { ...report.meta, revision } },
      record: { ...record, source: { ...record.source, revision } },
    };
  }
  const { error } = outcome;
  const remedy = ENGINE_REMEDIES[error.code];
  const said = {
    en: `${ended(error.message)} ${remedy?.en ?? error.hint}`,
    ru: `${ended(error.localized.ru ?? error.message)} ${remedy?.ru ?? error.hint}`,
  };
  throw new ActionError('tool', said, error);
}

/** What an engine said may have no full stop. */
function ended(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
