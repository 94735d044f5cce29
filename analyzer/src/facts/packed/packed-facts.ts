import type { RelativePath } from '../../base/ids.ts';
import type { FactProblem, FileFacts, Import, StatementHashes } from '../file-facts.ts';
import type { PackReader } from './pack-reader.ts';
import type { PackWriter } from './pack-writer.ts';
import { readTypeDeclaration, writeTypeDeclaration } from './packed-declarations.ts';

/** Writes the facts of a file, all but its path. Throws RangeError for a number that no front end gives. */
export function writeFacts(to: PackWriter, facts: FileFacts): void {
  to.text(facts.language);
  to.text(facts.package);
  to.list(facts.imports, writeImport);
  to.list(facts.types, writeTypeDeclaration);
  writeStatements(to, facts.statements);
  writeNotes(to, facts);
}

/** Reads facts as they were written: equal in everything. Throws RangeError where the bytes are none. */
export function readFacts(from: PackReader, path: RelativePath): FileFacts {
  return {
    path,
    language: from.text(),
    package: from.text(),
    imports: from.list(readImport),
    types: from.list(readTypeDeclaration),
    statements: readStatements(from),
    ...readNotes(from),
  };
}

/** What is said of a file beside its code. */
export type Notes = Pick<FileFacts, 'lines' | 'suppressions' | 'problems'>;

/** Writes what is said of a file beside its code. */
export function writeNotes(to: PackWriter, { lines, suppressions, problems }: Notes): void {
  to.number(lines.total);
  to.number(lines.code);
  to.list(suppressions, writeSuppression);
  to.list(problems, writeProblem);
}

/** Reads what writeNotes has written. */
export function readNotes(from: PackReader): Notes {
  return {
    lines: { total: from.number(), code: from.number() },
    suppressions: from.list(readSuppression),
    problems: from.list(readProblem),
  };
}

function writeImport(to: PackWriter, item: Import): void {
  to.text(item.name);
  to.number((item.static ? 1 : 0) | (item.wildcard ? 2 : 0));
  to.number(item.line);
}

function readImport(from: PackReader): Import {
  const name = from.text();
  const flags = from.number();
  return { name, static: (flags & 1) !== 0, wildcard: (flags & 2) !== 0, line: from.number() };
}

function writeStatements(to: PackWriter, { hashes, tokens, lines }: StatementHashes): void {
  for (const list of [hashes, tokens, lines]) to.list(list, (_, value) => to.number(value));
}

function readStatements(from: PackReader): StatementHashes {
  return { hashes: from.list(readNumber), tokens: from.list(readNumber), lines: from.list(readNumber) };
}

function readNumber(from: PackReader): number {
  return from.number();
}

type Suppression = FileFacts['suppressions'][number];

function writeSuppression(to: PackWriter, { line, text }: Suppression): void {
  to.number(line);
  to.text(text);
}

function readSuppression(from: PackReader): Suppression {
  return { line: from.number(), text: from.text() };
}

const PROBLEM_CODES: readonly FactProblem['code'][] = ['syntax-error', 'too-deep', 'not-parsed'];

function writeProblem(to: PackWriter, { code, line, message }: FactProblem): void {
  to.word(PROBLEM_CODES, code);
  to.number(line);
  to.text(message.en);
  to.text(message.ru);
}

function readProblem(from: PackReader): FactProblem {
  return {
    code: from.word(PROBLEM_CODES),
    line: from.number(),
    message: { en: from.text(), ru: from.text() },
  };
}
