import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { byNumber, byText, compareText, inOrder } from '../../../analyzer/src/base/ordering.ts';
import type { TaintedPath } from '../../../analyzer/src/flow/security-view.ts';
import { loadModels } from '../../../analyzer/src/models/load-models.ts';
import { ratio, table } from '../markdown.ts';
import { readTree } from '../read-tree.ts';
import type { Measurement, Suite, SuiteRun } from '../suite.ts';

/** Securibench Micro: small servlets whose sinks are marked BAD or OK. */
export const securibench: Suite = {
  name: 'securibench-micro',
  title: 'Taint against Securibench Micro',
  corpora: ['securibench-micro'],
  measure,
};

/** A sink line as the corpus marks it, or one that we report although nothing is marked there. */
interface MarkedLine {
  readonly file: string;
  readonly line: number;
  readonly mark: 'BAD' | 'OK' | 'none';
  readonly reported: boolean;
  readonly text: string;
}

async function measure(run: SuiteRun): Promise<Measurement> {
  const root = join(run.corpora, 'securibench-micro');
  const tree = await readTree(root, await loadModels());
  const reported = reportedLines(tree.view().taintedPaths);
  const lines = tree.program.files
    .map(({ facts }) => facts.path)
    .filter((path) => GROUP.test(path))
    .flatMap((path) =>
      judgeLines(path, readFileSync(join(root, path), 'utf8'), reported.get(path) ?? new Set()),
    );
  const wrong = lines.filter(({ mark, reported: isReported }) => isReported !== (mark === 'BAD'));
  wrong.sort(
    inOrder(
      byText(({ mark }) => mark),
      byText(({ file }) => file),
      byNumber(({ line }) => line),
    ),
  );
  const bad = lines.filter(({ mark }) => mark === 'BAD').length;
  const alarms = lines.filter((line) => line.reported).length;
  const found = lines.filter(({ mark, reported: isReported }) => isReported && mark === 'BAD').length;
  return {
    section: sectionOf(run.revisionOf('securibench-micro'), lines),
    figures: [
      { what: 'recall of Securibench Micro', value: found / bad, least: 0.8 },
      { what: 'precision of Securibench Micro', value: found / alarms, least: 0.8 },
    ],
    misses: wrong.map(({ mark, file, line, text }) => `${SAYING[mark]} ${file}:${line} ${text}`),
  };
}

const GROUP = /\/securibench\/micro\/(?<group>\w+)\//u;
const SAYING = { BAD: 'missed', OK: 'false alarm (OK)', none: 'false alarm (unmarked)' } as const;

function reportedLines(paths: readonly TaintedPath[]): ReadonlyMap<string, ReadonlySet<number>> {
  const lines = new Map<string, Set<number>>();
  for (const { sink, taint } of paths) {
    if (taint === null) continue;
    const { file, line } = sink.location;
    lines.set(file, (lines.get(file) ?? new Set()).add(line));
  }
  return lines;
}

function judgeLines(file: string, text: string, reported: ReadonlySet<number>): readonly MarkedLine[] {
  return text.split(/\r?\n/u).flatMap((source, index) => {
    const line = index + 1;
    const mark = /\/\*\s*(?<mark>BAD|OK)\s*\*\//u.exec(source)?.groups?.mark;
    const isReported = reported.has(line);
    if (mark === undefined && !isReported) return [];
    return [
      {
        file,
        line,
        mark: mark === 'BAD' || mark === 'OK' ? mark : ('none' as const),
        reported: isReported,
        text: source.replace(/\s+/gu, ' ').trim().slice(0, 90),
      },
    ];
  });
}

function sectionOf(revision: string, lines: readonly MarkedLine[]): string {
  const groupOf = ({ file }: MarkedLine): string => GROUP.exec(file)?.groups?.group ?? '';
  const groups = [...new Set(lines.map(groupOf))].sort(compareText);
  const rows = [...groups, 'all'].map((group) => {
    const members = lines.filter((line) => group === 'all' || groupOf(line) === group);
    const bad = members.filter(({ mark }) => mark === 'BAD');
    const found = bad.filter(({ reported }) => reported).length;
    const reported = members.filter((line) => line.reported).length;
    return [group, bad.length, found, reported - found, ratio(found, bad.length), ratio(found, reported)];
  });
  return `${table(['group', 'marked BAD', 'found', 'false alarms', 'recall', 'precision'], rows)}

- Repository securibench-micro, revision ${revision}; right is what its sources mark with BAD and OK.
- A line counts as reported where a tainted path with any danger ends on it. A report on a line without a BAD mark is a
  false alarm, whether it is marked OK or not at all.
`;
}
