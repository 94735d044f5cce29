import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { byNumber, byText, inOrder } from '../src/base/ordering.ts';

/** What a mark in the sample code says of the line under it. */
export type ExpectationKind = 'expect' | 'silent' | 'known-miss';

/** One mark: the rule it names and the line it speaks of, which is the first line under the marks. */
export interface Expectation {
  /** Relative to the directory read, forward slashes. */
  readonly file: string;
  /** 1-based line of the code, not of the comment. */
  readonly line: number;
  readonly kind: ExpectationKind;
  readonly rule: string;
  /** Always there on a known miss. */
  readonly reason?: string;
}

/** The part of a finding that a mark can be compared with. */
export interface PlacedFinding {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
}

/** Where findings and marks disagree. All lists empty means that they say the same. */
export interface Comparison<F extends PlacedFinding> {
  /** Expected, and no finding of that rule on that line. */
  readonly missing: readonly Expectation[];
  /** Findings on lines that a mark calls silent for their rule. */
  readonly unexpectedSilentViolations: readonly F[];
  /** Known misses that are found by now: their mark has to become `expect`. */
  readonly promotedKnownMisses: readonly Expectation[];
  /** Findings that no mark speaks of: a person decides which mark they deserve. */
  readonly unmarked: readonly F[];
}

/** Marks of one text, and what is wrong with those that could not be read. */
export interface ParsedMarks {
  readonly expectations: readonly Expectation[];
  /** `file:line: fact`, in order of lines. */
  readonly problems: readonly string[];
}

const SAMPLE_EXTENSIONS = new Set(['.java', '.xml', '.yml', '.yaml', '.properties', '.gradle', '.html']);
const SKIPPED_DIRECTORIES = new Set(['.git', 'build', 'node_modules', 'target']);

const COMMENT = /^\s*(?:\/\/|#|<!--)\s*(.*)$/;
const MARK = /^(expect|silent|known-miss) (CSQA-[A-Z]\d+-[a-z-]+)(?:: (\S.*))?$/;
/** A rule id anywhere, in any case: only a mark or a suppression may carry one. */
const RULE_ID_LIKE = /\bcsqa-[a-z]\d/i;
/** A comment that begins like a mark and goes on with an id that lacks its prefix. */
const MARK_LIKE = /^@?(?:expect|silent|known[-_ ]?miss)\w*\W.*\b[A-Z]\d-[a-z]/i;
const SUPPRESSION = /^csqa-ignore\b/;

/**
 * Reads the marks in all sample files under a directory, sorted by file, line and rule.
 *
 * @param rules the ids that a mark may name
 * @throws Error that lists every mark that is misspelt, names an unknown rule, lacks its reason or stands above no code
 */
export function readExpectations(directory: string, rules: Iterable<string>): readonly Expectation[] {
  const known = new Set(rules);
  const parsed = sampleFiles(directory).map((file) =>
    parseExpectations(file, readFileSync(join(directory, file), 'utf8'), known),
  );
  const problems = parsed.flatMap((marks) => marks.problems);
  if (problems.length > 0) {
    throw new Error(`expected well-formed marks in ${directory}, got:\n${problems.join('\n')}`);
  }
  return parsed.flatMap((marks) => marks.expectations).sort(comparePlace);
}

/** Reads the marks of one text. Several marks may stand above one line. */
export function parseExpectations(file: string, text: string, rules: ReadonlySet<string>): ParsedMarks {
  const lines = text.split(/\r\n|\n|\r/);
  const expectations: Expectation[] = [];
  const problems: string[] = [];
  for (const [index, line] of lines.entries()) {
    const mark = readMark(line);
    if (mark === null) continue;
    const anchor = anchorBelow(lines, index);
    const problem =
      typeof mark === 'string' ? mark : problemOf(mark, { anchor, rules, earlier: expectations });
    if (problem !== null) problems.push(`${file}:${index + 1}: ${problem}`);
    else if (typeof mark !== 'string' && anchor !== null) {
      expectations.push({ file, line: anchor, ...mark });
    }
  }
  return { expectations, problems };
}

/** Compares findings with marks by file, line and rule; one mark covers all findings of its rule on its line. */
export function compareExpectations<F extends PlacedFinding>(
  findings: readonly F[],
  expectations: readonly Expectation[],
): Comparison<F> {
  const found = new Set(findings.map(placeOf));
  const marked = new Map(expectations.map((expectation) => [placeOf(expectation), expectation.kind]));
  const undelivered = (kind: ExpectationKind, isFound: boolean) =>
    expectations
      .filter((expectation) => expectation.kind === kind && found.has(placeOf(expectation)) === isFound)
      .sort(comparePlace);
  const sorted = [...findings].sort(comparePlace);
  return {
    missing: undelivered('expect', false),
    unexpectedSilentViolations: sorted.filter((finding) => marked.get(placeOf(finding)) === 'silent'),
    promotedKnownMisses: undelivered('known-miss', true),
    unmarked: sorted.filter((finding) => !marked.has(placeOf(finding))),
  };
}

type Mark = Pick<Expectation, 'kind' | 'rule' | 'reason'>;

/** The mark on a line, a sentence on what is wrong with something that looks like one, or null. */
function readMark(line: string): Mark | string | null {
  const body = COMMENT.exec(line)?.[1]
    ?.replace(/-->\s*$/, '')
    .trimEnd();
  const match = body === undefined ? null : MARK.exec(body);
  const [, kind, rule, reason] = match ?? [];
  if (isKind(kind) && rule !== undefined)
    return reason === undefined ? { kind, rule } : { kind, rule, reason };
  if (body !== undefined && SUPPRESSION.test(body)) return null;
  const looksLikeMark = RULE_ID_LIKE.test(line) || (body !== undefined && MARK_LIKE.test(body));
  if (!looksLikeMark) return null;
  return `expected a comment line "expect|silent|known-miss CSQA-…[: reason]", got ${JSON.stringify(line.trim())}`;
}

function isKind(word: string | undefined): word is ExpectationKind {
  return word === 'expect' || word === 'silent' || word === 'known-miss';
}

/** 1-based line of the first line under a run of marks; null where that is blank, a comment or the end. */
function anchorBelow(lines: readonly string[], index: number): number | null {
  let below = index + 1;
  while (below < lines.length && readMark(lines[below] ?? '') !== null) below++;
  const line = lines[below] ?? '';
  return line.trim() === '' || COMMENT.test(line) ? null : below + 1;
}

interface MarkContext {
  readonly anchor: number | null;
  readonly rules: ReadonlySet<string>;
  readonly earlier: readonly Expectation[];
}

function problemOf(mark: Mark, { anchor, rules, earlier }: MarkContext): string | null {
  if (!rules.has(mark.rule)) return `no rule is called ${mark.rule}`;
  if (mark.kind === 'known-miss' && mark.reason === undefined) return 'a known miss needs a reason';
  if (anchor === null) return 'a mark stands directly above the code it speaks of';
  const twin = earlier.some((other) => other.line === anchor && other.rule === mark.rule);
  return twin ? `line ${anchor} has a mark for ${mark.rule} already` : null;
}

function placeOf({ file, line, rule }: PlacedFinding): string {
  return `${file}\n${line}\n${rule}`;
}

const comparePlace = inOrder<PlacedFinding>(
  byText((place) => place.file),
  byNumber((place) => place.line),
  byText((place) => place.rule),
);

/** Sample files under a directory, relative, in code-point order; symbolic links are not followed. */
function sampleFiles(directory: string): string[] {
  const files: string[] = [];
  const pending = [''];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    for (const entry of readdirSync(join(directory, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && !SKIPPED_DIRECTORIES.has(entry.name)) pending.push(path);
      else if (entry.isFile() && SAMPLE_EXTENSIONS.has(extname(entry.name))) files.push(path);
    }
  }
  return files.sort(byText((file) => file));
}
