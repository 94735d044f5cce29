import { constants } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { CsqaError } from '../errors.ts';

/** The script that is the analyzer. */
export interface AnalyzerBin {
  /** Absolute path of the script, to be run by Node. */
  readonly path: string;
  /** Version of its package; null for a script that was named by path. */
  readonly version: string | null;
}

const ANALYZER_PACKAGE = '@csqa/analyzer';

const manifestSchema = z.object({
  version: z.string(),
  bin: z.union([z.string(), z.record(z.string(), z.string())]),
});

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
    throw notFound(`The analyzer's script ${bin.path} is not there`, hint, error);
  }
}

async function binOfPackage(): Promise<AnalyzerBin> {
  const manifestPath = findPackage();
  const manifest = manifestSchema.safeParse(JSON.parse(await readFile(manifestPath, 'utf8')));
  if (!manifest.success) throw notFound(`${manifestPath} names no bin`, 'Install it anew.', manifest.error);
  const { bin, version } = manifest.data;
  const script = typeof bin === 'string' ? bin : Object.values(bin)[0];
  if (script === undefined) throw notFound(`${manifestPath} names no bin`, 'Install it anew.');
  return { path: join(dirname(manifestPath), script), version };
}

function findPackage(): string {
  const hint = `Install it: npm install ${ANALYZER_PACKAGE}`;
  try {
    const path = findPackageJSON(ANALYZER_PACKAGE, import.meta.url);
    if (path !== undefined) return path;
  } catch (error) {
    throw notFound(`The package ${ANALYZER_PACKAGE} is not installed`, hint, error);
  }
  throw notFound(`The package ${ANALYZER_PACKAGE} is not installed`, hint);
}

function notFound(what: string, hint: string, cause?: unknown): CsqaError {
  return new CsqaError('ANALYZER_NOT_FOUND', `${what}.`, { hint, cause });
}
