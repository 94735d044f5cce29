import type { TypeName } from '../base/ids.ts';
import type { FileFacts } from '../facts/file-facts.ts';
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
  for (const file of tests) {
    for (const name of file.declares) if (!declaring.has(name)) declaring.set(name, file);
  }
  const named = new Set<File>();
  for (const file of world.files) {
    for (const dotted of notFound(world, file)) {
      const declared = declaring.get(dotted);
      if (declared !== undefined) named.add(declared);
    }
  }
  return named;
}

/** The full names that types can have which a file names and nobody declares. */
function* notFound(world: World, { scope }: SourceFile): Generator<string> {
  const isFound = (answer: TypeName | null): boolean => answer !== null && world.drafts.has(answer);
  for (const [simple, answer] of scope.answers) {
    if (isFound(answer)) continue;
    const single = scope.types.get(simple);
    if (single !== undefined) yield single;
    yield scope.packageName === '' ? simple : `${scope.packageName}.${simple}`;
    for (const name of scope.wildcards) yield `${name}.${simple}`;
  }
  for (const [dotted, answer] of scope.dottedAnswers) {
    if (isFound(answer)) continue;
    let end = dotted.length;
    for (let tries = 0; tries < DEEPEST_MEMBER && end > 0; tries++, end = dotted.lastIndexOf('.', end - 1)) {
      yield dotted.slice(0, end);
    }
  }
}
