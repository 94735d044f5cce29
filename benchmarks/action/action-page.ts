import { table } from '../accuracy/markdown.ts';

/** What was measured of the action; milliseconds are medians. */
export interface ActionMeasurement {
  readonly bytes: {
    /** The one file that a runner starts. */
    readonly main: number;
    /** Everything that a release has, as it lies on a disk. */
    readonly all: number;
    /** The same, each file packed by gzip. */
    readonly packed: number;
  };
  readonly ms: {
    readonly clone: number;
    readonly shallowClone: number;
    /** A push, with no cache at all. */
    readonly cold: number;
    /** The same push once more. */
    readonly warm: number;
    /** A push after one that filled the cache. */
    readonly next: number;
  };
}

/** A figure beside what it may be at most. */
export interface Bar {
  readonly what: string;
  readonly measured: string;
  /** Empty where it is told for comparison only. */
  readonly most: string;
  /** null where it is told for comparison only. */
  readonly isMet: boolean | null;
}

const MB = 1e6;
const [MOST_BYTES, MOST_COLD_MS, MOST_WARM_MS] = [6 * MB, 5_000, 2_000];

/** Every figure with its bar, in the order of a run. */
export function judgeBars({ bytes, ms }: ActionMeasurement): readonly Bar[] {
  return [
    told('the file that a runner starts', megabytes(bytes.main)),
    judged('all that a runner checks out', [bytes.all, MOST_BYTES], megabytes),
    told('the same, packed', megabytes(bytes.packed)),
    told('git clone', seconds(ms.clone)),
    told('git clone, the newest commit alone', seconds(ms.shallowClone)),
    judged('a push without a cache', [ms.cold, MOST_COLD_MS], seconds),
    judged('the same push once more', [ms.warm, MOST_WARM_MS], seconds),
    judged('the next push, after one that filled the cache', [ms.next, MOST_WARM_MS], seconds),
  ];
}

function told(what: string, measured: string): Bar {
  return { what, measured, most: '', isMet: null };
}

function judged(
  what: string,
  [value, most]: readonly [value: number, most: number],
  shown: (value: number) => string,
): Bar {
  return { what, measured: shown(value), most: shown(most), isMet: value <= most };
}

/** The figures as a table. */
export function barTable(bars: readonly Bar[]): string {
  return table(
    ['', 'measured', 'at most', ''],
    bars.map(({ what, measured, most, isMet }) => [
      ...[what, measured, most],
      isMet === null ? '' : isMet ? 'met' : '**missed**',
    ]),
  );
}

/** Where and when it was measured. */
export interface ActionCircumstances {
  /** Of the repository. */
  readonly name: string;
  readonly revision: string;
  readonly rounds: number;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly node: string;
  readonly cores: number;
  readonly memoryBytes: number;
}

/** docs/action.md. */
export function actionPage(bars: readonly Bar[], where: ActionCircumstances): string {
  const memory = Math.round(where.memoryBytes / 2 ** 30);
  return `# What the action costs a job

Written by \`npm run bench:action -- --write REPOSITORY\`; not by hand. The release tree runs as a runner starts it, on a checkout of one
commit; git serves the repository over HTTP, the service that keeps caches runs beside it. Each is run ${where.rounds} times in turn; the medians
count. Every run analyses or finds in the cache two trees, the pushed one and the one before, and compares them; nothing is published.

Measured on ${where.date}: ${where.name} at ${where.revision}, Node ${where.node}, ${where.cores} cores, ${memory} GB of memory.

${barTable(bars)}
`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

function megabytes(bytes: number): string {
  return `${(bytes / MB).toFixed(2)} MB`;
}
