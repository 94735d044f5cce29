import { lstat, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { AnalysisError } from '../base/errors.ts';
import { relativePath } from '../base/ids.ts';
import type { Text } from '../base/text.ts';
import type { AnalyzerConfig } from '../config/analyzer-config.ts';
import { CONFIG_FILE_NAME, DEFAULT_CONFIG } from '../config/default-config.ts';
import { isSystemError } from '../inventory/confined-bytes.ts';
import { createNodeSourceReader } from '../inventory/node-source-reader.ts';
import { resolveRoot } from '../inventory/resolve-root.ts';
import type { SourceContent } from '../inventory/source-reader.ts';
import type { WantedThreads } from './thread-count.ts';

/** The command line of `analyze`, as written. */
export interface AnalyzeFlags {
  readonly source: string;
  readonly out: string;
  readonly mode: 'fast' | 'full';
  readonly deadline?: number;
  readonly config?: string;
  readonly revision?: string;
  readonly dumpCalls?: string;
  readonly cacheDir?: string;
  readonly threads?: WantedThreads;
}

/** A checked request. */
export interface AnalyzeRequest {
  readonly root: string;
  readonly out: string;
  readonly config: AnalyzerConfig;
  readonly configFile: string;
  /** Where results of earlier runs are; null for nowhere. */
  readonly cacheDirectory: string | null;
}

/** Most bytes of a configuration that a tree brings along; larger ones are refused by the one who reads them. */
const MAX_CONFIG_BYTES = 1024 * 1024;

/** The other ending that YAML has; not ours. */
const MISSPELT_NAME = '.csqa.yaml';

/** Checks the tree and reads the configuration: the one that is named, else `.csqa.yml` of the tree, else the defaults. */
export async function readRequest(flags: AnalyzeFlags): Promise<AnalyzeRequest> {
  const root = resolveRoot(flags.source);
  const named = flags.config === undefined ? null : resolve(flags.config);
  const text = named === null ? await readTreeConfig(root) : await readNamedConfig(named);
  const configFile = named === null ? CONFIG_FILE_NAME : basename(named);
  return {
    root,
    out: resolve(flags.out),
    config: text === null ? DEFAULT_CONFIG : await configOf(text, configFile),
    configFile,
    cacheDirectory: flags.cacheDir === undefined ? null : resolve(flags.cacheDir),
  };
}

/** Loaded here alone: it brings the schema and YAML along, which a run without a configuration does not need. */
async function configOf(text: string, file: string): Promise<AnalyzerConfig> {
  const { readConfig } = await import('../config/read-config.ts');
  return readConfig(text, file);
}

/** The configuration that the tree brings along, read as warily as the rest of it: a link could lead to any file. */
async function readTreeConfig(root: string): Promise<string | null> {
  const content = await createNodeSourceReader({ root, maxFileBytes: MAX_CONFIG_BYTES }).read(
    relativePath(CONFIG_FILE_NAME),
  );
  if (content.kind === 'text') return content.text;
  if (content.kind === 'unreadable' && !(await isThere(join(root, CONFIG_FILE_NAME)))) {
    if (await isThere(join(root, MISSPELT_NAME))) throw misspelt();
    return null;
  }
  const reason = whyUnusable(content);
  throw new AnalysisError('CONFIG_INVALID', reason.en, {
    ru: reason.ru,
    hint: 'Put the configuration itself there, or name another file with --config.',
  });
}

/** Its gate would not hold, and nobody would be told. */
function misspelt(): AnalysisError {
  return new AnalysisError(
    'CONFIG_INVALID',
    `expected the configuration as ${CONFIG_FILE_NAME}, got ${MISSPELT_NAME}`,
    {
      hint: `Rename it to ${CONFIG_FILE_NAME}, or name it with --config.`,
      ru: `файл настроек должен называться ${CONFIG_FILE_NAME}, а называется ${MISSPELT_NAME}`,
    },
  );
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return false;
    throw error;
  }
}

/** The configuration that whoever calls has named; links are his to follow. */
async function readNamedConfig(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw configNotRead(path, error);
  }
}

function configNotRead(path: string, cause: unknown): AnalysisError {
  return new AnalysisError('CONFIG_INVALID', `cannot read the configuration file ${path}`, {
    hint: 'check the path, or leave --config out to use the defaults',
    ru: `прочитать файл настроек ${path} нельзя`,
    cause,
  });
}

function whyUnusable(content: Exclude<SourceContent, { kind: 'text' }>): Text {
  if (content.kind === 'unreadable') {
    const [problem] = content.diagnostics;
    const unreadable = {
      en: `${CONFIG_FILE_NAME} cannot be read`,
      ru: `${CONFIG_FILE_NAME} прочитать нельзя`,
    };
    return problem?.message ?? unreadable;
  }
  const [came, cameRu] =
    content.kind === 'binary'
      ? ['a binary file', 'двоичный файл']
      : [`${content.bytes} bytes`, `${content.bytes}`];
  return {
    en: `${CONFIG_FILE_NAME}: expected a text of at most ${MAX_CONFIG_BYTES} bytes, got ${came}`,
    ru: `${CONFIG_FILE_NAME}: ожидался текст не больше ${MAX_CONFIG_BYTES} байт, получено: ${cameRu}`,
  };
}
