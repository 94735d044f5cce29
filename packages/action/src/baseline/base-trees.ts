import { join } from 'node:path';
import type { Report } from '@csqa/report';
import type { AnalysedTree, AnalyzeTree } from '../analysis/analyze-tree.ts';
import type { ConfigInForce } from '../analysis/config-in-force.ts';
import type { ResultCache } from '../cache/result-cache.ts';
import type { BaseReport, Project } from '../run-types.ts';
import { ActionError } from '../text/action-error.ts';
import type { BaseRepository } from './base-repository.ts';

/** A project in a commit. */
export interface BaseTree {
  readonly project: Project;
  /** Full commit id. */
  readonly sha: string;
  /** Id of the tree of the project's directory in it. */
  readonly tree: string;
}

/** A report of the base and where it comes from, or why there is none. */
export type BaseAnalysis =
  | { readonly report: Report; readonly from: 'analysed' | 'cache' }
  | { readonly isEmpty: boolean; readonly why: string };

/** Reports of trees other than the checked out one. */
export interface BaseTrees {
  readonly analysed: (base: BaseTree) => Promise<BaseAnalysis>;
  /** The newest report of a branch that the cache has. */
  readonly lastOf: (project: Project, ref: string) => Promise<BaseReport | null>;
}

/** What the base is analysed with: the same analyzer and the same configuration as the head. */
export interface BaseTools {
  readonly repository: BaseRepository | null;
  readonly analyze: AnalyzeTree;
  readonly configOf: (project: Project) => Promise<ConfigInForce>;
  /** null where there is no cache, or its use was not asked for. */
  readonly cacheOf: (project: Project) => Promise<ResultCache | null>;
  readonly tempDir: string;
  readonly signal: AbortSignal;
  readonly language: 'en' | 'ru';
}

/** Reports of base trees, each commit checked out once, outside of the checkout of the job. */
export function openBaseTrees(tools: BaseTools): BaseTrees {
  const checkedOut = new Map<string, ReturnType<typeof writeOut>>();
  return {
    analysed: async (base) => {
      const { project, sha, tree } = base;
      const cache = await tools.cacheOf(project);
      const kept = { project: project.slug, tree };
      const known = await cache?.find(kept);
      if (known) return { report: of(known.report, sha), from: 'cache' };
      const directory = checkedOut.get(sha) ?? writeOut(sha, tools);
      checkedOut.set(sha, directory);
      const written = await directory;
      if ('why' in written) return { isEmpty: false, why: written.why };
      const done = await analyse(written.directory, base, tools);
      if ('why' in done) return done;
      await cache?.keep(kept, done);
      return { report: done.report, from: 'analysed' };
    },
    lastOf: async (project, ref) => {
      const found = await (await tools.cacheOf(project))?.findLast(project.slug, ref);
      const report = found?.report;
      return report ? { status: 'there', report, sha: report.meta.revision, from: 'cache' } : null;
    },
  };
}

async function writeOut(sha: string, { repository, tempDir }: BaseTools) {
  const directory = join(tempDir, 'csqa-base', sha);
  const done = await repository?.checkOut(sha, directory);
  return done?.ok === true ? { directory } : { why: done?.said ?? '' };
}

async function analyse(
  directory: string,
  { project, sha }: BaseTree,
  { analyze, configOf, tempDir, signal, language }: BaseTools,
): Promise<AnalysedTree | { readonly isEmpty: boolean; readonly why: string }> {
  const config = await configOf(project);
  const tree = {
    directory: join(directory, project.path),
    configFile: config.file,
    revision: sha,
    outDir: join(tempDir, 'csqa-base-report', project.slug),
  };
  try {
    return await analyze(tree, signal);
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return { isEmpty: error.isEmptySource, why: error.said[language] };
  }
}

/** The same tree may be that of another commit. */
function of(report: Report, revision: string): Report {
  return { ...report, meta: { ...report.meta, revision } };
}
