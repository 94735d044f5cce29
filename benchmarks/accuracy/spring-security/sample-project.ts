import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TypeDeclaration } from '../../../analyzer/src/facts/declarations.ts';
import type { FileFacts } from '../../../analyzer/src/facts/file-facts.ts';
import type { AccessTest } from './access-test.ts';
import { type BeanFiles, namedClasses, writeBeanFiles } from './xml-sample.ts';

/** A file of Spring Security's tests with what it says. */
export interface TestFile {
  readonly facts: FileFacts;
  readonly text: string;
}

/** Finds a top-level class among the tests by its dotted name. */
export type FindTestFile = (name: string) => TestFile | undefined;

/** Class that answers the request of a test wherever no class of the test does. */
export const CATCH_ALL = 'sample.CatchAll';

/**
 * Writes a project that has what a test registers and nothing else of its file: the registered classes with the nested
 * classes they name, top-level classes of the tests that they name, and a handler for the request. Returns false where a
 * registered class is not found.
 */
export function writeSample(
  directory: string,
  {
    test,
    file,
    find,
    beanFiles,
  }: {
    readonly test: AccessTest;
    readonly file: TestFile;
    readonly find: FindTestFile;
    readonly beanFiles: BeanFiles | null;
  },
): boolean {
  const wanted = beanFiles === null ? test.registered : namedClasses(beanFiles);
  const cut = cutFile(file, wanted);
  const others = wanted
    .filter((name) => !nestedNames(file).has(simpleName(name)))
    .map((name) => find(beanFiles === null ? fullName(file.facts, name) : outerName(name)));
  if (others.includes(undefined)) return false;
  if (beanFiles !== null) writeBeanFiles(directory, beanFiles);
  const named = file.facts.imports.flatMap(({ name }) =>
    new RegExp(String.raw`\b${simpleName(name)}\b`, 'u').test(cut) ? (find(name) ?? []) : [],
  );
  for (const other of new Set([...others, ...named])) {
    if (other !== undefined)
      write(directory, other.facts.path.replace(/^.*src\/test\/java\//u, ''), other.text);
  }
  write(directory, `${file.facts.package.replaceAll('.', '/')}/Sample.java`, `${headOf(file)}\n${cut}`);
  write(directory, 'sample/CatchAll.java', catchAll(test.request));
  writeFileSync(join(directory, 'pom.xml'), POM);
  return true;
}

/** Spring Security without Spring Boot, as in its own tests. */
const POM = `<project><modelVersion>4.0.0</modelVersion><groupId>sample</groupId><artifactId>sample</artifactId><version>1</version>
<dependencies>
<dependency><groupId>org.springframework.security</groupId><artifactId>spring-security-config</artifactId><version>7.0.0</version></dependency>
<dependency><groupId>org.springframework.security</groupId><artifactId>spring-security-web</artifactId><version>7.0.0</version></dependency>
<dependency><groupId>org.springframework</groupId><artifactId>spring-webmvc</artifactId><version>7.0.0</version></dependency>
</dependencies></project>`;

function catchAll({ verb, path }: AccessTest['request']): string {
  return `package sample;
import org.springframework.web.bind.annotation.*;
@RestController
public class CatchAll {
  @RequestMapping(path = "${path}", method = RequestMethod.${verb})
  public String answer() { return ""; }
}
`;
}

function write(directory: string, path: string, text: string): void {
  const target = join(directory, 'src/main/java', path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}

/** Package and imports. */
function headOf({ facts, text }: TestFile): string {
  const last = Math.max(1, ...facts.imports.map(({ line }) => line));
  return text.split(/\r?\n/u).slice(0, last).join('\n');
}

/** The outer class with only what the wanted classes need of it: nested classes and constants, followed by name. */
function cutFile({ facts, text }: TestFile, wanted: readonly string[]): string {
  const lines = text.split(/\r?\n/u);
  const outer = facts.types.findIndex((type) => type.outer === null);
  const nested = facts.types.filter((type) => type.outer === outer && type.enclosingMethod === null);
  const textOf = ({ span }: TypeDeclaration): string => lines.slice(span.start - 1, span.end).join('\n');
  const kept = new Set<TypeDeclaration>();
  const waiting = nested.filter(({ name }) => wanted.some((each) => simpleName(each) === name));
  for (let type = waiting.pop(); type !== undefined; type = waiting.pop()) {
    if (kept.has(type)) continue;
    kept.add(type);
    const words = new Set(textOf(type).match(/\w+/gu));
    waiting.push(...nested.filter(({ name }) => words.has(name)));
  }
  const body = nested.filter((type) => kept.has(type)).map(textOf);
  const words = new Set(body.join('\n').match(/\w+/gu));
  const constants = (facts.types[outer]?.fields ?? [])
    .filter(({ name, constant }) => constant !== undefined && words.has(name))
    .map(({ line }) => lines[line - 1] ?? '')
    .filter((line) => line.trimEnd().endsWith(';'));
  const name = facts.types[outer]?.name ?? 'Sample';
  return [`public class ${name} {`, ...constants, ...body, '}', ''].join('\n');
}

/** `a.Outer.Nested` and `a.Outer$Nested` to `a.Outer`. */
function outerName(name: string): string {
  return /^(?:[a-z]\w*\.)*[A-Z]\w*?(?=[.$]|$)/u.exec(name)?.[0] ?? name;
}

function nestedNames({ facts }: TestFile): ReadonlySet<string> {
  return new Set(facts.types.filter(({ outer }) => outer !== null).map(({ name }) => name));
}

function fullName(facts: FileFacts, name: string): string {
  const imported = facts.imports.find((each) => simpleName(each.name) === name && !each.wildcard);
  return imported?.name ?? `${facts.package}.${name}`;
}

function simpleName(name: string): string {
  return name.slice(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
}
