import { constants } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { CsqaError } from '../errors.ts';

/** The script that is the analyzer. */
export interface AnalyzerBin {
  /** Absolute path of the script, to be run by Node. */
  readonly path: string;
  /** Version of its package; null for a script that was named by path. */
  readonly version: string | null;
}

const ANALYZER_PACKAGE = '@csqa/analyzer';

/**
 * Finds the analyzer: the script that the options name, or else the first bin of the package @csqa/analyzer, wherever
 * it is installed. Throws ANALYZER_NOT_FOUND.
 */
export async function findAnalyzer(named: string | undefined): Promise<AnalyzerBin> {
  const bin = named === undefined ? await binOfPackage() : { path: resolve(named), version: null };
  try {
    await access(bin.path, constants.R_OK);
    return bin;
  } catch (error) {
    const hint = named === undefined ? 'Build it: npm run build' : 'Check analyzerBin.';
    const ru = `Скрипта анализатора ${bin.path} нет.`;
    throw notFound({ what: `The analyzer's script ${bin.path} is not there`, ru, hint }, error);
  }
}

async function binOfPackage(): Promise<AnalyzerBin> {
  const manifestPath = findPackage();
  const manifest: unknown = JSON.parse(await readFile(manifestPath, 'utf8'));
  const { bin, version } = (manifest ?? {}) as { readonly bin?: unknown; readonly version?: unknown };
  const script: unknown = typeof bin === 'object' && bin !== null ? Object.values(bin)[0] : bin;
  if (typeof script !== 'string' || typeof version !== 'string') throw notFound(withoutBin(manifestPath));
  return { path: join(dirname(manifestPath), script), version };
}

function findPackage(): string {
  const absent = {
    what: `The package ${ANALYZER_PACKAGE} is not installed`,
    ru: `Пакет ${ANALYZER_PACKAGE} не установлен.`,
    hint: `Install it: npm install ${ANALYZER_PACKAGE}`,
  };
  try {
    const path = findPackageJSON(ANALYZER_PACKAGE, import.meta.url);
    if (path !== undefined) return path;
  } catch (error) {
    throw notFound(absent, error);
  }
  throw notFound(absent);
}

interface Absence {
  readonly what: string;
  readonly ru: string;
  readonly hint: string;
}

function withoutBin(manifestPath: string): Absence {
  return {
    what: `${manifestPath} names no bin`,
    ru: `В ${manifestPath} не назван bin.`,
    hint: 'Install it anew.',
  };
}

function notFound({ what, ru, hint }: Absence, cause?: unknown): CsqaError {
  return new CsqaError('ANALYZER_NOT_FOUND', `${what}.`, { hint, ru, cause });
}
