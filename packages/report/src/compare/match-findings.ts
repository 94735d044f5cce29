import type { Finding, SuppressedFinding } from '../schema/finding.ts';
import type { Report } from '../schema/report.ts';
import { compareText, groupBy, keyOf } from './ordering.ts';

/** A finding of one of the reports, open or suppressed. */
export interface Placed {
  readonly finding: Finding | SuppressedFinding;
  readonly isOpen: boolean;
}

/** What two findings were recognised by. */
export type MatchedBy = 'fingerprint' | 'place' | 'symbol' | 'member';

/** Two findings that are one. */
export interface Pair {
  readonly base: Placed;
  readonly head: Placed;
  readonly by: MatchedBy;
}

/** Who is who: each finding of either report is in one pair or among the rest. */
export interface Matching {
  readonly pairs: readonly Pair[];
  readonly onlyBase: readonly Placed[];
  readonly onlyHead: readonly Placed[];
}

interface Pass {
  readonly by: MatchedBy;
  /** Null for a finding that this pass has no say about. */
  readonly keyOf: (placed: Placed, isHead: boolean) => string | null;
  /** Only keys that one finding on each side has: anything else would be a guess. */
  readonly unique?: boolean;
}

/**
 * Recognises the findings of the base among those of the head. First by fingerprint, then by place where one of several like
 * it came or went, then by rule and symbol for files that were renamed and symbols that moved between files, last by rule and
 * member where a method went to another type. Each pass sees what the passes before left. Linear but for sorting; the order
 * of the findings in the reports has no say, and base and head may be swapped.
 */
export function matchFindings(base: Report, head: Report): Matching {
  let left = placed(base);
  let right = placed(head);
  const pairs: Pair[] = [];
  for (const pass of passes(base, head)) {
    const found = pairUp(left, right, pass);
    const taken = new Set(found.flatMap((pair) => [pair.base, pair.head]));
    pairs.push(...found);
    left = left.filter((one) => !taken.has(one));
    right = right.filter((one) => !taken.has(one));
  }
  return { pairs, onlyBase: left, onlyHead: right };
}

function placed({ findings, suppressed }: Report): Placed[] {
  return [
    ...findings.map((finding) => ({ finding, isOpen: true })),
    ...suppressed.map((finding) => ({ finding, isOpen: false })),
  ].sort(
    (one, other) =>
      compareText(one.finding.file, other.finding.file) ||
      one.finding.line - other.finding.line ||
      compareText(one.finding.fingerprint, other.finding.fingerprint) ||
      compareText(one.finding.id, other.finding.id),
  );
}

function passes(base: Report, head: Report): readonly Pass[] {
  const before = new Set(base.methods.map(({ id }) => id));
  const after = new Set(head.methods.map(({ id }) => id));
  const isGone = (symbol: string, isHead: boolean): boolean => !(isHead ? before : after).has(symbol);
  return [
    {
      by: 'fingerprint',
      keyOf: ({ finding }) => keyOf(finding.fingerprint, finding.rule, finding.what),
    },
    {
      by: 'place',
      keyOf: ({ finding }) => keyOf(finding.rule, finding.file, finding.symbol, finding.what),
    },
    { by: 'fingerprint', keyOf: ({ finding }) => keyOf(finding.fingerprint, finding.rule) },
    { by: 'place', keyOf: ({ finding }) => keyOf(finding.rule, finding.file, finding.symbol) },
    { by: 'symbol', keyOf: ({ finding }) => bySymbol(finding, finding.what) },
    { by: 'symbol', keyOf: ({ finding }) => bySymbol(finding, finding.severity, String(finding.line)) },
    { by: 'symbol', keyOf: ({ finding }) => bySymbol(finding, finding.severity) },
    { by: 'symbol', keyOf: ({ finding }) => bySymbol(finding) },
    {
      by: 'member',
      unique: true,
      keyOf: ({ finding }, isHead) => {
        const at = finding.symbol?.indexOf('#') ?? -1;
        if (finding.symbol === null || at < 0 || !isGone(finding.symbol, isHead)) return null;
        return keyOf(finding.rule, finding.symbol.slice(at));
      },
    },
  ];
}

function bySymbol({ rule, symbol }: Finding, ...more: readonly string[]): string | null {
  return symbol === null ? null : keyOf(rule, symbol, ...more);
}

function pairUp(left: readonly Placed[], right: readonly Placed[], pass: Pass): Pair[] {
  const others = groupBy(right, (one) => pass.keyOf(one, true));
  return [...groupBy(left, (one) => pass.keyOf(one, false))].flatMap(([key, bases]) => {
    const heads = others.get(key) ?? [];
    if (pass.unique === true && (bases.length !== 1 || heads.length !== 1)) return [];
    return bases.slice(0, heads.length).flatMap((base, index): Pair[] => {
      const head = heads[index];
      return head === undefined ? [] : [{ base, head, by: pass.by }];
    });
  });
}
