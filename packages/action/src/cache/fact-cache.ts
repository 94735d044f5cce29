import { createHash } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CacheService } from './result-cache.ts';

/** What the facts of files depend on, and who keeps them. */
export interface FactSetting {
  /** Directory that the analyzer is given; the same in every run, for keys of the service depend on it. */
  readonly directory: string;
  /** Hash of the analyzer: facts of another one are of no use. */
  readonly analyzer: string;
  /** Of the projects of this job: jobs of one run each keep their own. */
  readonly projects: readonly string[];
  /** What makes the key new, for a cache never overwrites: number and attempt of the run. */
  readonly run: string;
  /** Runs of forks read and keep nothing. */
  readonly isReadOnly: boolean;
}

/** Facts of source files, from one run to the next, so that only files that changed are parsed. */
export interface FactCache {
  /** Brings what an earlier run kept, once. A miss, and a service that fails, leave the directory empty. */
  readonly restore: () => Promise<void>;
  /** Keeps what this run has added; nothing where it analysed nothing or read no file anew. */
  readonly keep: () => Promise<void>;
}

/** The version of what is kept; the analyzer checks every entry that it reads. */
const LAYOUT = 'csqa-facts-1';

/** Opens the facts of the workflow; null where the runner has no cache. */
export function openFactCache(service: CacheService, setting: FactSetting): FactCache | null {
  if (!service.isFeatureAvailable()) return null;
  const { directory, analyzer, projects, run, isReadOnly } = setting;
  const beginning = `${LAYOUT}-${hashOf([analyzer, ...projects])}-`;
  let restored: Promise<readonly string[]> | null = null;
  const bring = async (): Promise<readonly string[]> => {
    await rm(directory, { recursive: true, force: true });
    await mkdir(directory, { recursive: true });
    await service.restoreCache([directory], `${beginning}none`, [beginning]).catch(() => undefined);
    return filesIn(directory);
  };
  return {
    restore: async () => {
      restored ??= bring();
      await restored;
    },
    keep: async () => {
      if (isReadOnly || restored === null) return;
      const [before, now] = [await restored, await filesIn(directory)];
      if (now.length === 0 || now.join('\n') === before.join('\n')) return;
      // As with reports: what another run kept a moment ago, or a cache that is read only, is no news.
      await service.saveCache([directory], `${beginning}${run}`).catch(() => undefined);
    },
  };
}

/** Names of what lies in a directory; the analyzer never writes into a file that is there, so names tell what is new. */
async function filesIn(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function hashOf(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12);
}
