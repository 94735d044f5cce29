import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { CONTRACT_VERSION, readCombined } from '@csqa/report';
import type { AnalysedTree } from '../analysis/analyze-tree.ts';

/** The part of @actions/cache that is used. */
export interface CacheService {
  readonly isFeatureAvailable: () => boolean;
  readonly restoreCache: (
    paths: string[],
    key: string,
    restoreKeys?: string[],
  ) => Promise<string | undefined>;
  readonly saveCache: (paths: string[], key: string) => Promise<number>;
}

/** What a report depends on besides the tree that it is of: another of these makes another report. */
export interface Maker {
  /** Version of the analyzer, or the image by digest. */
  readonly analyzer: string;
  readonly mode: string;
  /** Text of the configuration in force; null for the defaults. */
  readonly config: string | null;
}

/** A report that is kept: of which tree, or of which branch last. */
export interface Kept {
  readonly project: string;
  /** Id of the tree of the project's directory. */
  readonly tree: string;
}

/** Reports of earlier runs. What it does not have is a miss and never a failure. */
export interface ResultCache {
  /** The report of exactly that tree, made by the same analyzer with the same configuration. */
  readonly find: (kept: Kept) => Promise<AnalysedTree | null>;
  /** The newest report of a branch, made in the same way. */
  readonly findLast: (project: string, ref: string) => Promise<AnalysedTree | null>;
  readonly keep: (kept: Kept, analysed: AnalysedTree) => Promise<void>;
  /** Run: what makes the key new, for a cache never overwrites. */
  readonly keepLast: (
    branch: { project: string; ref: string; run: string },
    analysed: AnalysedTree,
  ) => Promise<void>;
}

/** The version of what is kept; another layout is another word. */
const LAYOUT = 'csqa-1';
const MOST_BYTES = 64 * 1024 * 1024;

/** Opens the cache of the workflow in a directory of its own; null where the runner has none. */
export function openResultCache(service: CacheService, directory: string, maker: Maker): ResultCache | null {
  if (!service.isFeatureAvailable()) return null;
  const made = hashOf([maker.analyzer, maker.mode, maker.config ?? '']);
  const keyOf = ({ project, tree }: Kept): string => `${LAYOUT}-${made}-${project}-${tree}`;
  const branchOf = (project: string, ref: string): string =>
    `${LAYOUT}-${made}-${project}-last-${hashOf([ref])}-`;
  const file = join(directory, 'report.json.gz');
  const restore = async (key: string, prefix?: string): Promise<AnalysedTree | null> => {
    await rm(file, { force: true });
    const prefixes = prefix === undefined ? undefined : [prefix];
    const found = await service.restoreCache([file], key, prefixes).catch(() => undefined);
    if (found === undefined) return null;
    return readKept(file, (own) => (prefix === undefined ? own === key : own.startsWith(prefix)));
  };
  const save = async (key: string, { report, record }: AnalysedTree): Promise<void> => {
    await mkdir(directory, { recursive: true });
    await writeFile(
      file,
      gzipSync(`${key}\n${JSON.stringify({ contract: CONTRACT_VERSION, report, orchestrator: record })}`),
    );
    // Another run may have kept the same a moment ago, and a cache that is read only keeps nothing: neither is news.
    await service.saveCache([file], key).catch(() => undefined);
  };
  return {
    find: (kept) => restore(keyOf(kept)),
    findLast: (project, ref) => restore(`${branchOf(project, ref)}none`, branchOf(project, ref)),
    keep: (kept, analysed) => save(keyOf(kept), analysed),
    keepLast: ({ project, ref, run }, analysed) => save(`${branchOf(project, ref)}${run}`, analysed),
  };
}

/** Whoever may write to a cache may write anything: the key in the file must be the one asked for, and the rest a report. */
async function readKept(file: string, isAsked: (key: string) => boolean): Promise<AnalysedTree | null> {
  try {
    const text = gunzipSync(await readFile(file), { maxOutputLength: MOST_BYTES }).toString('utf8');
    const end = text.indexOf('\n');
    if (end === -1 || !isAsked(text.slice(0, end))) return null;
    const read = readCombined(text.slice(end + 1));
    if (!read.ok || read.value.report === null) return null;
    return { report: read.value.report, record: read.value.orchestrator };
  } catch {
    return null;
  }
}

function hashOf(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12);
}
