import type { AnalysedTree } from '../analysis/analyze-tree.ts';
import type { BaseRepository } from '../baseline/base-repository.ts';
import type { ResultCache } from '../cache/result-cache.ts';
import type { Project, RunContext } from '../run-types.ts';

/** Reports of the checked out tree, from one run to the next. */
export interface HeadReports {
  /** What an earlier run found in exactly this tree; null where there is none, or files differ from the commit. */
  readonly find: (project: Project) => Promise<AnalysedTree | null>;
  /** Keeps a report for runs over the same tree, and for those that will be compared with it. */
  readonly keep: (project: Project, analysed: AnalysedTree) => Promise<void>;
}

/** What tells which tree is checked out, and where reports are kept. */
export interface HeadTools {
  /** null where the workspace is no checkout of git. */
  readonly repository: BaseRepository | null;
  readonly cacheOf: (project: Project) => Promise<ResultCache | null>;
  readonly context: Pick<RunContext, 'event' | 'readOnly' | 'ref' | 'run'>;
}

/** Events whose state is the last one of its branch. */
const OF_BRANCHES: ReadonlySet<RunContext['event']> = new Set([
  'push',
  'schedule',
  'workflow_dispatch',
  'release',
]);

/** Opens the reports of checked out trees. Runs of forks read them and keep none. */
export function openHeads({ repository, cacheOf, context }: HeadTools): HeadReports {
  const treeOf = async ({ path }: Project): Promise<string | null> => {
    if (repository === null || !(await repository.isClean(path))) return null;
    return repository.treeOf(repository.head.sha, path);
  };
  const trees = new Map<string, Promise<string | null>>();
  const knownTree = (project: Project): Promise<string | null> => {
    const tree = trees.get(project.slug) ?? treeOf(project);
    trees.set(project.slug, tree);
    return tree;
  };
  const found = new Set<string>();
  return {
    find: async (project) => {
      const cache = await cacheOf(project);
      const tree = cache === null ? null : await knownTree(project);
      if (cache === null || tree === null) return null;
      const known = await cache.find({ project: project.slug, tree });
      if (known === null || repository === null) return null;
      found.add(project.slug);
      return ofCommit(known, repository.head.sha);
    },
    keep: async (project, analysed) => {
      const cache = await cacheOf(project);
      if (cache === null || context.readOnly !== null) return;
      const tree = await knownTree(project);
      if (tree !== null && !found.has(project.slug))
        await cache.keep({ project: project.slug, tree }, analysed);
      const { ref, run, event } = context;
      if (OF_BRANCHES.has(event))
        await cache.keepLast({ project: project.slug, ref, run: `${run.id}-${run.attempt}` }, analysed);
    },
  };
}

/** The same tree may have been that of another commit. */
function ofCommit({ report, record }: AnalysedTree, revision: string): AnalysedTree {
  return {
    report: { ...report, meta: { ...report.meta, revision } },
    record: { ...record, source: { ...record.source, revision } },
  };
}
