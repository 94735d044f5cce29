import type { Profiler } from 'node:inspector/promises';

/** Characters of code that were run, by part of the analyzer: a folder of its sources, or a library. */
export type WorkByPart = Readonly<Record<string, number>>;

/**
 * Adds up what V8 counted. Each block of a function weighs its length in characters times how often it ran: the same on every machine,
 * in every run. It grows with loops as time does, and knows nothing of caches, collections of garbage or neighbours.
 * What built-in functions do inside (sorting, copying a list) is not seen.
 */
export function codeRun(
  scripts: readonly Profiler.ScriptCoverage[],
  partOf: (url: string) => string | null,
): WorkByPart {
  const work = new Map<string, number>();
  for (const { url, functions } of scripts) {
    const part = partOf(url);
    if (part === null) continue;
    const ran = functions.reduce((sum, { ranges }) => sum + charactersRun(ranges), 0);
    work.set(part, (work.get(part) ?? 0) + ran);
  }
  return Object.fromEntries([...work].sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** Ranges lie in each other, the outer one first; the innermost one tells how often a character ran. */
function charactersRun(ranges: readonly Profiler.CoverageRange[]): number {
  const around: Profiler.CoverageRange[] = [];
  let ran = 0;
  for (const range of ranges) {
    for (let outer = around.at(-1); outer !== undefined && outer.endOffset <= range.startOffset; ) {
      around.pop();
      outer = around.at(-1);
    }
    const length = range.endOffset - range.startOffset;
    ran += length * (range.count - (around.at(-1)?.count ?? 0));
    around.push(range);
  }
  return ran;
}

/** `link` of `…/analyzer/src/link/world.ts`, `report package` of its sources, `zod` of a library; null for Node's own code. */
export function partOf(url: string): string | null {
  const library = /\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1];
  if (library !== undefined) return library;
  const folder = /\/analyzer\/src\/([^/]+)/.exec(url)?.[1];
  if (folder !== undefined) return folder.endsWith('.ts') ? 'pipeline' : folder;
  return url.includes('/packages/report/src/') ? 'report package' : null;
}
