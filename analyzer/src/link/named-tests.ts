import type { TypeName } from '../base/ids.ts';
import type { LinkInput } from './program.ts';
import type { SourceFile, World } from './world.ts';

/** Member types are looked for as deep as where a dotted name is looked up; names of a hundred thousand dots occur. */
const DEEPEST_MEMBER = 6;

/**
 * The tests that declare a type which code of the world asked for and did not find. Production code cannot stand on test
 * code; where it seems to, the file is taken for a test by mistake.
 */
export function testsNamedBy(world: World, tests: readonly LinkInput[]): ReadonlySet<LinkInput> {
  const declaring = new Map<string, LinkInput>();
  for (const input of tests) {
    for (const { outer, enclosingMethod, binaryName } of input.facts.types) {
      if (outer === null && enclosingMethod === null && !declaring.has(binaryName))
        declaring.set(binaryName, input);
    }
  }
  const named = new Set<LinkInput>();
  for (const file of world.files) {
    for (const dotted of notFound(world, file)) {
      const input = declaring.get(dotted);
      if (input !== undefined) named.add(input);
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
