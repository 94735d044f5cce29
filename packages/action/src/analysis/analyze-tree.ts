import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  createOrchestrator,
  type OrchestratorOptions,
  type AnalysisOutcome as RunOutcome,
} from '@csqa/orchestrator';
import type { Report, RunRecord } from '@csqa/report';
import type { Environment, Inputs } from '../inputs/inputs.ts';
import { ActionError } from '../text/action-error.ts';

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
}

/** The analyzer that is bundled beside this code. */
const BUNDLED_ANALYZER = new URL('./analyzer/dist/main.js', import.meta.url);

/** Runs the analyzer on this machine: as a process of its own, or in a container. */
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

function optionsOf({ inputs, environment, tempDir, instance }: EngineSetting): OrchestratorOptions {
  const { limits, docker, analysis } = inputs;
  const inherited = Object.entries(environment).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return {
    analyzerBin: fileURLToPath(BUNDLED_ANALYZER),
    tempDir: join(tempDir, 'csqa-jobs'),
    environment: Object.fromEntries(inherited),
    limits: {
      ...{ timeoutSeconds: limits.timeoutSeconds, memoryBytes: limits.memoryBytes },
      ...(limits.cpus === undefined ? {} : { cpus: limits.cpus }),
    },
    docker: {
      ...(docker.image === undefined ? {} : { images: { [analysis]: docker.image } }),
      ...{ pull: docker.pull, network: docker.network === 'bridge', transfer: 'copy', instance },
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
  const said = {
    en: `${error.message} ${error.hint}`,
    ru: `${error.localized.ru ?? error.message} ${error.hint}`,
  };
  throw new ActionError('tool', said, error);
}
