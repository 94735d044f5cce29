import type { Method } from '../schema/inventory.ts';
import type { Report } from '../schema/report.ts';
import type { PageFile } from './page-data.ts';

/** The files of production code with what the code map shows of each, by path. */
export function pageFiles({ methods, sources }: Report): readonly PageFile[] {
  const byFile = Map.groupBy(methods, (method) => method.file);
  const production = (sources ?? []).filter((source) => source.role === 'production');
  const listed = production.map(({ file, lines }) => ({
    path: file,
    size: lines ?? 0,
    ...measure(byFile.get(file) ?? []),
  }));
  if (listed.length > 0) return listed;
  return [...byFile]
    .map(([path, inFile]) => ({ path, size: inFile.length, ...measure(inFile) }))
    .sort((left, right) => (left.path < right.path ? -1 : 1));
}

function measure(methods: readonly Method[]): Omit<PageFile, 'path' | 'size'> {
  const exposures = methods.flatMap(({ cognitiveComplexity, distanceToEntry }) =>
    distanceToEntry === null ? [] : [cognitiveComplexity / (distanceToEntry + 1)],
  );
  return {
    methods: methods.length,
    complexity: methods.reduce((sum, method) => sum + method.cognitiveComplexity, 0),
    exposure: exposures.length === 0 ? null : exposures.reduce((high, one) => Math.max(high, one), 0),
  };
}
