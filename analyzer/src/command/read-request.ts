import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { AnalysisError } from '../base/errors.ts';
import { type AnalyzerConfig, DEFAULT_CONFIG } from '../config/analyzer-config.ts';
import { CONFIG_FILE_NAME } from '../config/config-template.ts';
import { readConfig } from '../config/read-config.ts';
import { resolveRoot } from '../inventory/resolve-root.ts';

/** The command line of `analyze`, as written. */
export interface AnalyzeFlags {
  readonly source: string;
  readonly out: string;
  readonly mode: 'fast' | 'full';
  readonly deadline?: number;
  readonly config?: string;
  readonly revision?: string;
  readonly dumpCalls?: string;
}

/** A checked request. */
export interface AnalyzeRequest {
  readonly root: string;
  readonly out: string;
  readonly config: AnalyzerConfig;
  readonly configFile: string;
}

/** Checks the tree and reads the configuration: the one that is named, else `.csqa.yml` of the tree, else the defaults. */
export async function readRequest(flags: AnalyzeFlags): Promise<AnalyzeRequest> {
  const root = resolveRoot(flags.source);
  const named = flags.config === undefined ? null : resolve(flags.config);
  const text = await readConfigText(named ?? join(root, CONFIG_FILE_NAME), named !== null);
  const configFile = named === null ? CONFIG_FILE_NAME : basename(named);
  return {
    root,
    out: resolve(flags.out),
    config: text === null ? DEFAULT_CONFIG : readConfig(text, configFile),
    configFile,
  };
}

async function readConfigText(path: string, isNamed: boolean): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if (!isNamed && cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw new AnalysisError('CONFIG_INVALID', `cannot read the configuration file ${path}`, {
      hint: 'check the path, or leave --config out to use the defaults',
      cause,
    });
  }
}
