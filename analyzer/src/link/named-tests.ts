import type { FileFacts } from '../facts/file-facts.ts';
import type { FullNames } from './file-scope.ts';
import type { SourceFile, World } from './world.ts';

/** Member types are looked for as deep as where a dotted name is looked up; names of a hundred thousand dots occur. */
const DEEPEST_MEMBER = 6;

/** A file, by what it declares. */
export interface DeclaringFile {
  /** Binary names of its top-level types. */
  readonly declares: readonly string[];
}

/** Binary names of the top-level types of a file. */
export function topLevelTypes({ types }: FileFacts): readonly string[] {
  return types.flatMap(({ outer, enclosingMethod, binaryName }) =>
    outer === null && enclosingMethod === null ? [binaryName] : [],
  );
}

/**
 * The tests that declare a type which code of the world asked for and did not find. Production code cannot stand on test
 * code; where it seems to, the file is taken for a test by mistake.
 */
export function testsNamedBy<File extends DeclaringFile>(
  world: World,
  tests: readonly File[],
): ReadonlySet<File> {
  const declaring = new Map<string, File>();
  const simpleNames = new Set<string>();
  for (const file of tests) {
    for (const name of file.declares) {
      if (declaring.has(name)) continue;
      declaring.set(name, file);
      simpleNames.add(name.slice(name.lastIndexOf('.') + 1));
    }
  }
  const named = new Set<File>();
  const found: Found = (dotted) => {
    const declared = declaring.get(dotted);
    if (declared !== undefined) named.add(declared);
  };
  if (declaring.size === 0) return named;
  for (const file of world.files) eachNotFound(world, { file, simpleNames }, found);
  for (const names of new Set(world.files.map(({ scope }) => scope.full))) eachUnknown(world, names, found);
  return named;
}

type Found = (dotted: string) => void;

interface Looking {
  readonly file: SourceFile;
  /** The last parts of the names that are looked for. */
  readonly simpleNames: ReadonlySet<string>;
}

/** Gives the full names that types can have which a file names and nobody declares, as far as one is looked for. */
function eachNotFound(world: World, { file, simpleNames }: Looking, found: Found): void {
  const { scope } = file;
  scope.answers.forEach((answer, simple) => {
    if (!simpleNames.has(simple) || (answer !== null && world.drafts.has(answer.name))) return;
    const single = scope.types.get(simple);
    if (single !== undefined) found(single);
    found(scope.packageName === '' ? simple : `${scope.packageName}.${simple}`);
    for (const name of scope.wildcards) found(`${name}.${simple}`);
  });
}

/** The same of names that files have written in full. */
function eachUnknown(world: World, names: FullNames, found: Found): void {
  names.found.forEach((answer, dotted) => {
    if (!world.drafts.has(answer.name)) eachOuter(dotted, found);
  });
  names.unknown.forEach((_, dotted) => {
    eachOuter(dotted, found);
  });
}

/** A dotted name and what may be the type around it. */
function eachOuter(dotted: string, found: Found): void {
  let end = dotted.length;
  for (let tries = 0; tries < DEEPEST_MEMBER && end > 0; tries++, end = dotted.lastIndexOf('.', end - 1)) {
    found(dotted.slice(0, end));
  }
}
