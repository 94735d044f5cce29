import { byNumber, byText, inOrder, reversed } from '../base/ordering.ts';
import type { SourceLocation } from '../base/source-location.ts';
import type { LinkInput } from '../link/program.ts';
import type { Duplication } from './security-view.ts';

/** A run of this many equal statements is a copy (the rule SonarSource publishes for Java: ten statements). */
const WINDOW = 10;
/** Copies named in the result, largest first. */
const BLOCK_LIMIT = 50;

interface Place {
  readonly file: number;
  readonly statement: number;
}

/** A copy while it grows. */
interface Run {
  readonly from: Place;
  readonly to: Place;
  length: number;
}

type Block = Duplication['blocks'][number];

/**
 * Share of tokens of production code that stand in a run of ten or more statements which occurs elsewhere too.
 * Linear: one rolling window over the statement hashes of each file.
 */
export function findDuplication(files: readonly LinkInput[]): Duplication {
  const sources = files.filter((file) => file.role === 'production');
  const repeated = repeatedStatements(sources);
  const first = new Map<string, Place>();
  const covered = sources.map((source) => new Uint8Array(source.facts.statements.hashes.length));
  const runs: Run[] = [];
  sources.forEach((source, file) => {
    const { hashes } = source.facts.statements;
    for (const statement of windowsOf(repeated, hashes)) {
      const key = hashes.slice(statement, statement + WINDOW).join(' ');
      const known = first.get(key);
      if (known === undefined) first.set(key, { file, statement });
      if (known === undefined || overlaps(known, { file, statement })) continue;
      covered[known.file]?.fill(1, known.statement, known.statement + WINDOW);
      covered[file]?.fill(1, statement, statement + WINDOW);
      const run = runs.at(-1);
      if (run && goesOn(run, { file, statement }, known)) run.length++;
      else runs.push({ from: { file, statement }, to: known, length: WINDOW });
    }
  });
  return {
    tokens: sum(sources.map((source) => sum(source.facts.statements.tokens))),
    duplicatedTokens: sum(
      sources.map((source, file) =>
        sum(source.facts.statements.tokens.filter((_, index) => covered[file]?.[index] === 1)),
      ),
    ),
    blocks: runs
      .map((run) => toBlock(sources, run))
      .sort(largestFirst)
      .slice(0, BLOCK_LIMIT),
  };
}

/** Where windows begin in which each statement may occur elsewhere. */
function windowsOf(repeated: Uint8Array, hashes: readonly number[]): readonly number[] {
  const starts: number[] = [];
  let length = 0;
  for (let at = 0; at < hashes.length; at++) {
    const isSingle = repeated[placeOf(hashes[at] ?? 0, repeated)] === ONCE;
    length = isSingle ? 0 : length + 1;
    if (length >= WINDOW) starts.push(at - WINDOW + 1);
  }
  return starts;
}

const ONCE = 1;
const MORE = 2;
/** Places of the table for each statement: some statements share one, and then pass for repeated. */
const ROOM = 4;

/**
 * How often statements occur, by a part of their hashes, and no further than to two: no run with one that occurs once occurs
 * elsewhere. Windows of which it does not tell are compared with others as a whole.
 */
function repeatedStatements(sources: readonly LinkInput[]): Uint8Array {
  const count = sources.reduce((all, { facts }) => all + facts.statements.hashes.length, 1);
  const times = new Uint8Array(2 ** Math.ceil(Math.log2(ROOM * count)));
  for (const { facts } of sources) {
    const { hashes } = facts.statements;
    for (let i = 0; i < hashes.length; i++) {
      const place = placeOf(hashes[i] ?? 0, times);
      times[place] = times[place] === 0 ? ONCE : MORE;
    }
  }
  return times;
}

function placeOf(hash: number, table: Uint8Array): number {
  return (hash ^ (hash >>> 15)) & (table.length - 1);
}

const largestFirst = inOrder<Block>(
  reversed(byNumber((block) => block.tokens)),
  byText((block) => block.location.file),
  byNumber((block) => block.location.line),
);

/** The next statement of both copies. */
function goesOn({ from, to, length }: Run, next: Place, known: Place): boolean {
  const step = length - WINDOW + 1;
  return (
    from.file === next.file &&
    from.statement + step === next.statement &&
    to.file === known.file &&
    to.statement + step === known.statement
  );
}

function overlaps(known: Place, place: Place): boolean {
  return known.file === place.file && place.statement - known.statement < WINDOW;
}

function toBlock(sources: readonly LinkInput[], run: Run): Block {
  const tokens = sources[run.from.file]?.facts.statements.tokens ?? [];
  return {
    location: locate(sources, run.from),
    other: locate(sources, run.to),
    tokens: sum(tokens.slice(run.from.statement, run.from.statement + run.length)),
  };
}

function locate(sources: readonly LinkInput[], place: Place): SourceLocation {
  const facts = sources[place.file]?.facts;
  if (!facts) throw new RangeError(`no source file number ${place.file}`);
  return { file: facts.path, line: facts.statements.lines[place.statement] ?? 1 };
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i] ?? 0;
  return total;
}
