import type { Program, ProgramMethod } from '../../src/link/program.ts';
import { commented, renamed, respaced, unitOf, withMethodsReordered } from './java-text.ts';
import type { Tree } from './measured-tree.ts';

/** Takes the next of a list of choices for ever: what a seed of fast-check hands in. */
export type Choices = () => number;

const GAPS = [' ', '\n', '\t', '  ', '\r\n', '\n\n    '] as const;
const COMMENTS = [
  '// checked elsewhere\n',
  '/* if (admin) { return true; } */ ',
  '/** The owner of the pet, see {@link Pet}. */\n',
  '\n',
] as const;

/** Java files with other space between tokens and without comments. */
export function reformat(tree: Tree, choices: Choices): Tree {
  return onJava(tree, (text) => respaced(text, () => GAPS[choices() % GAPS.length] ?? ' '));
}

/** Java files with comments between statements and members. */
export function comment(tree: Tree, choices: Choices): Tree {
  return onJava(tree, (text) => commented(text, () => COMMENTS[choices() % COMMENTS.length] ?? '\n'));
}

/** Java files with the methods of each type in another order; what stands between them keeps its place. */
export function reorderMembers(tree: Tree, choices: Choices): Tree {
  return onJava(tree, (text) => {
    const { head, types } = unitOf(text);
    if (types.length === 0) return text;
    return [head, ...types.map((type) => withMethodsReordered(type.text, choices))].join('\n\n');
  });
}

/** Java files with empty lines before everything. */
export function moveDown(tree: Tree, choices: Choices): Tree {
  return onJava(tree, (text) => `${'\n'.repeat((choices() % 40) + 1)}${text}`);
}

/** Each top-level type in a file of its own. */
export function split(tree: Tree): Tree {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([path, text]): (readonly [string, string])[] => {
      if (!path.endsWith('.java') || path.endsWith('package-info.java')) return [[path, text]];
      const { head, types } = unitOf(text);
      if (types.length < 2) return [[path, text]];
      const folder = path.slice(0, path.lastIndexOf('/') + 1);
      return types.map((type) => [`${folder}${type.name}.java`, `${head}\n\n${type.text}\n`]);
    }),
  );
}

/** Java files under names that sort in another order, in the folders they are in. */
export function reorder(tree: Tree, choices: Choices): Tree {
  return Object.fromEntries(
    Object.entries(tree).map(([path, text]) => {
      if (!path.endsWith('.java')) return [path, text];
      const slash = path.lastIndexOf('/') + 1;
      return [`${path.slice(0, slash)}F${choices() % 1000}${path.slice(slash)}`, text];
    }),
  );
}

/** A class that nothing refers to and no framework finds, beside the first production class. */
export function addUnreachable(tree: Tree): Tree {
  const beside = Object.keys(tree).find((path) => path.includes('src/main/') && path.endsWith('.java'));
  if (beside === undefined) throw new Error('the tree has no Java code');
  const { head } = unitOf(tree[beside] ?? '');
  const folder = beside.slice(0, beside.lastIndexOf('/') + 1);
  const named = /package [^;]+;/u.exec(head)?.[0] ?? '';
  return { ...tree, [`${folder}NobodyCalls.java`]: `${named}\n${UNREACHABLE}` };
}

const UNREACHABLE = `
class NobodyCalls {
  private int count;
  int next(int step) {
    for (int at = 0; at < step; at++) {
      if (at % 2 == 0) count += at;
    }
    return describe(count).length();
  }
  private String describe(int number) { return "number " + number; }
}
`;

/** Gives the methods of the tree names that say nothing. Which ones may be changed is told by `renameable`. */
export function rename(tree: Tree, names: Iterable<string>): Tree {
  const given = new Map([...names].map((name, index) => [name, `m${index}x`]));
  return onJava(tree, (text) => renamed(text, given));
}

function onJava(tree: Tree, change: (text: string) => string): Tree {
  return Object.fromEntries(
    Object.entries(tree).map(([path, text]) => [path, path.endsWith('.java') ? change(text) : text]),
  );
}

/** Names that are evidence by themselves: what they speak of is no longer said once they are changed. */
const TELLING = /passw|secret|token|pin|card|ssn|otp|key|credential|crypt|cipher|hash|digest|scramble|hmac/iu;
const ACCESSOR = /^(?:get|set|is|has|with)(?:$|[A-Z])/u;

/**
 * Names of methods that mean something to the tree alone. Kept are: names that libraries call or declare, names that are
 * written as text (expressions, configuration, statements), properties, and names that are evidence themselves.
 */
export function renameable(program: Program, tree: Tree): ReadonlySet<string> {
  const own = program.methods.filter(({ declaration }) => declaration?.kind === 'method');
  const kept = new Set(['main', ...own.filter((each) => isContract(program, each)).map(({ name }) => name)]);
  for (const { calls } of program.methods) {
    for (const { name, resolution } of calls) {
      if (resolution.status === 'external' || resolution.status === 'unresolved') kept.add(name);
    }
  }
  const written = new Set(
    Object.values(tree)
      .flatMap((text) => text.match(/"(?:\\.|[^"\\\n])*"/gu) ?? [])
      .flatMap((text) => text.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? []),
  );
  return new Set(
    own
      .map(({ name }) => name)
      .filter((name) => !kept.has(name) && !written.has(name) && !TELLING.test(name) && !ACCESSOR.test(name)),
  );
}

/** A library may know the method by its name: it overrides one of the library's, or stands in an interface that a library implements. */
function isContract(program: Program, method: ProgramMethod): boolean {
  const { owner, annotations, overrides } = method;
  if (owner.declaration.kind === 'annotation') return true;
  const isOverriding = annotations.some(({ type }) => type === 'java.lang.Override');
  if (isOverriding && overrides.length === 0) return true;
  const above = [method, ...overrides.flatMap((id) => program.method(id) ?? [])];
  return above.some(
    ({ owner: { declaration, interfaces } }) =>
      declaration.kind === 'interface' &&
      interfaces.some((each) => each.kind !== 'class' || program.type(each.name) === undefined),
  );
}
