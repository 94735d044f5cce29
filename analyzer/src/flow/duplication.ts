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

type Block = Duplication['blocks'][number];

/**
 * Share of tokens of production code that stand in a run of ten or more statements which occurs elsewhere too.
 * Linear: one rolling window over the statement hashes of each file.
 */
export function findDuplication(files: readonly LinkInput[]): Duplication {
  const sources = files.filter((file) => file.role === 'production');
  const first = new Map<string, Place>();
  const covered = sources.map((source) => new Uint8Array(source.facts.statements.hashes.length));
  const partners = new Map<string, { readonly from: Place; readonly to: Place; length: number }>();
  sources.forEach((source, file) => {
    const { hashes } = source.facts.statements;
    let open: { readonly from: Place; readonly to: Place; length: number } | null = null;
    for (let statement = 0; statement + WINDOW <= hashes.length; statement++) {
      const key = hashes.slice(statement, statement + WINDOW).join(' ');
      const known = first.get(key);
      if (known === undefined) first.set(key, { file, statement });
      if (known === undefined || overlaps(known, { file, statement })) {
        open = null;
        continue;
      }
      covered[known.file]?.fill(1, known.statement, known.statement + WINDOW);
      covered[file]?.fill(1, statement, statement + WINDOW);
      if (
        open &&
        open.to.file === known.file &&
        open.to.statement + open.length - WINDOW + 1 === known.statement
      ) {
        open.length++;
      } else {
        open = { from: { file, statement }, to: known, length: WINDOW };
        partners.set(`${file}:${statement}`, open);
      }
    }
  });
  return {
    tokens: sum(sources.map((source) => sum(source.facts.statements.tokens))),
    duplicatedTokens: sum(
      sources.map((source, file) =>
        sum(source.facts.statements.tokens.filter((_, index) => covered[file]?.[index] === 1)),
      ),
    ),
    blocks: [...partners.values()]
      .map(({ from, to, length }) => toBlock(sources, { from, to, length }))
      .sort(largestFirst)
      .slice(0, BLOCK_LIMIT),
  };
}

const largestFirst = inOrder<Block>(
  reversed(byNumber((block) => block.tokens)),
  byText((block) => block.location.file),
  byNumber((block) => block.location.line),
);

function overlaps(known: Place, place: Place): boolean {
  return known.file === place.file && place.statement - known.statement < WINDOW;
}

function toBlock(
  sources: readonly LinkInput[],
  run: { readonly from: Place; readonly to: Place; readonly length: number },
): Block {
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
  for (const value of values) total += value;
  return total;
}
