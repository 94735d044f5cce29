import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scratchDirectory } from './e2e/scratch-tree.ts';
import { judgedIn } from './judged-tests.ts';
import { type Tree, writeTree } from './written-tree.ts';

const MAIN = 'src/main/java/clinic';
const TEST = 'src/test/java/clinic';

/** Tests that share helpers, stand on bases of tests and of the program, and see constants, builders and lambdas of it. */
const CLINIC: Tree = {
  [`${MAIN}/Store.java`]:
    'package clinic; public interface Store { void keep(); default int size() { return 0; } }',
  [`${MAIN}/Disk.java`]: `package clinic; public class Disk extends Device implements Store {
  private int count; public void keep() { sync(); } void sync() { count++; } public Shelf shelf() { return new Shelf(); } }`,
  [`${MAIN}/Device.java`]:
    'package clinic; public class Device { public Device() {} public void plug(Object o) {} }',
  [`${MAIN}/Shelf.java`]:
    'package clinic; public class Shelf { public Disk first() { return null; } public void tidy() {} }',
  [`${MAIN}/Names.java`]: 'package clinic; public class Names { public static final String BASE = "/pets"; }',
  [`${MAIN}/Paths.java`]:
    'package clinic; public class Paths { public static final String LIST = Names.BASE + "/list"; }',
  [`${MAIN}/Task.java`]: 'package clinic; public interface Task { Shelf run(Disk disk); }',
  [`${MAIN}/Runner.java`]: 'package clinic; public class Runner { public void start(Task task) {} }',
  [`${MAIN}/Card.java`]:
    'package clinic; @lombok.Data @lombok.Builder public class Card { private String owner; private int number; }',
  [`${MAIN}/Clerk.java`]:
    'package clinic; public class Clerk { public Card card() { return null; } public long sum(Integer a) { return 0; } }',
  [`${TEST}/Fixtures.java`]: `package clinic; class Fixtures { static Store store() { return new Disk(); }
  static Clerk clerk() { return null; } static final String LIST = Paths.LIST; static Box box() { return new Box(); }
  static class Box { Shelf inside() { return null; } void lock() {} } }`,
  [`${TEST}/BaseTest.java`]:
    'package clinic; abstract class BaseTest { protected Clerk clerk; void begin() { clerk = Fixtures.clerk(); } }',
  [`${TEST}/StoreTest.java`]:
    'package clinic; class StoreTest { void keeps() { Store store = Fixtures.store(); store.keep(); store.size(); } }',
  [`${TEST}/ShelfTest.java`]:
    'package clinic; class ShelfTest { void tidies(Disk disk) { disk.shelf().first().shelf().tidy(); } }',
  [`${TEST}/RunnerTest.java`]:
    'package clinic; class RunnerTest { void starts() { new Runner().start(it -> { it.plug(null); return it.shelf(); }); } }',
  [`${TEST}/CardTest.java`]: `package clinic; import static clinic.Fixtures.*; class CardTest extends BaseTest {
  void reads() { clerk().card().getOwner(); clerk.card().setNumber(1); Card.builder().owner("a").build(); clerk.sum(1); box().inside().tidy(); } }`,
  [`${TEST}/ListTest.java`]: `package clinic; import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
class ListTest { void lists() { get(Fixtures.LIST); get("/shelves"); } }`,
  [`${TEST}/PlugTest.java`]:
    'package clinic; class PlugTest { static class Toy extends Device { void play() { plug(this); } } void plays() { new Toy().play(); } }',
};

const TESTS = Object.keys(CLINIC).filter((path) => path.startsWith(TEST)).length;

/** The tree with a text in a file put in the place of another. */
function changed(tree: Tree, path: string, [before, after]: readonly [string, string]): Tree {
  const text = tree[path] ?? '';
  expect(text).toContain(before);
  return { ...tree, [path]: text.replace(before, () => after) };
}

/** Judges a tree, then what has become of it, and gives how many test files were judged the second time. */
async function judgedAfter(before: Tree, after: Tree): Promise<number | undefined> {
  const [root, cache] = [scratchDirectory(), scratchDirectory()];
  writeTree(root, before);
  await judgedIn(root, cache);
  writeTree(root, after);
  const warm = await judgedIn(root, cache);
  expect(warm.tests).toEqual((await judgedIn(root, null)).tests);
  return warm.judged?.[0];
}

/** A change, and the test files that it lets be judged again. */
type Case = readonly [what: string, file: string, text: readonly [string, string], judged: number];

function named(cases: readonly Case[]) {
  return cases.map(([what, file, text, judged]) => ({
    what,
    judged,
    after: () => changed(CLINIC, file, text),
  }));
}

const MEMBERS: readonly Case[] = [
  ['no body of the program', `${MAIN}/Disk.java`, ['sync(); }', 'sync(); sync(); }'], 0],
  [
    'a method that no test calls',
    `${MAIN}/Disk.java`,
    ['void sync()', 'private void clean() {} void sync()'],
    0,
  ],
  ['a method that tests call', `${MAIN}/Shelf.java`, ['void tidy()', 'int tidy()'], 2],
  ['a method in the middle of a chain', `${MAIN}/Shelf.java`, ['Disk first()', 'Store first()'], 1],
  [
    'an overloading that fits better',
    `${MAIN}/Clerk.java`,
    ['public Card', 'public int sum(int a) { return 0; } public Card'],
    1,
  ],
  [
    'an overloading of what nobody calls',
    `${MAIN}/Clerk.java`,
    ['public Card', 'public int add(int a) { return 0; } public Card'],
    0,
  ],
  [
    'a constructor of a type that is made',
    `${MAIN}/Disk.java`,
    ['public void keep', 'public Disk(int i) {} public void keep'],
    2,
  ],
  [
    'a constructor below which a test stands',
    `${MAIN}/Device.java`,
    ['public Device() {}', 'protected Device() {}'],
    1,
  ],
  ['a field with accessors that a test calls', `${MAIN}/Card.java`, ['String owner', 'Object owner'], 1],
  [
    'a field with accessors that no test calls',
    `${MAIN}/Card.java`,
    ['private int', 'private int age; private int'],
    0,
  ],
  ['a constant below one that a test sends', `${MAIN}/Names.java`, ['/pets', '/animals'], 2],
  [
    'a constant that nobody sends',
    `${MAIN}/Names.java`,
    ['public static', 'static final String OLD = "/old"; public static'],
    0,
  ],
];

const TYPES: readonly Case[] = [
  [
    'what a lambda is',
    `${MAIN}/Task.java`,
    ['Shelf run(Disk disk)', 'Shelf run(Disk disk); void stop()'],
    TESTS,
  ],
  [
    'a method beside what a lambda is',
    `${MAIN}/Task.java`,
    ['Shelf run', 'static void stop() {} Shelf run'],
    0,
  ],
  ['what a class stands below', `${MAIN}/Disk.java`, ['extends Device ', ''], TESTS],
  [
    'which type a name of the program means',
    `${MAIN}/Disk.java`,
    ['package clinic;', 'package clinic; import clinic.old.Shelf;'],
    2,
  ],
  [
    'which type a name means that no signature holds',
    `${MAIN}/Disk.java`,
    ['package clinic;', 'package clinic; import clinic.old.Card;'],
    0,
  ],
  [
    'what stands in a body',
    `${MAIN}/Disk.java`,
    ['sync(); }', 'sync(); new Thread() { public void run() {} }; }'],
    0,
  ],
];

const HELPERS: readonly Case[] = [
  ['a test', `${TEST}/StoreTest.java`, ['store.size();', ''], 1],
  ['what a helper gives', `${TEST}/Fixtures.java`, ['static Store store', 'static Disk store'], 2],
  ['the body of a helper', `${TEST}/Fixtures.java`, ['return null;', 'new Shelf(); return null;'], 1],
  ['a constant of a helper', `${TEST}/Fixtures.java`, ['= Paths.LIST', '= Names.BASE'], 2],
  ['a field that a test inherits', `${TEST}/BaseTest.java`, ['Clerk clerk', 'Object clerk'], 3],
  ['a method of a type in a helper', `${TEST}/Fixtures.java`, ['Shelf inside()', 'Disk inside()'], 2],
  [
    'a method of a type in a helper that no other calls',
    `${TEST}/Fixtures.java`,
    ['void lock()', 'int lock()'],
    1,
  ],
  [
    'what a base of tests stands below',
    `${TEST}/BaseTest.java`,
    ['class BaseTest', 'class BaseTest extends Device'],
    TESTS,
  ],
  [
    'what a test stands below that no other names',
    `${TEST}/ShelfTest.java`,
    ['class ShelfTest', 'class ShelfTest extends Device'],
    1,
  ],
];

describe('what tests came to in an earlier run', () => {
  it('is taken for all of them where nothing has changed, and for none by other code', async () => {
    expect(await judgedAfter(CLINIC, CLINIC)).toBe(0);
  });

  it.each(named(MEMBERS))(
    'is taken where $what changes, but for files that can see it',
    async ({ after, judged }) => {
      expect(await judgedAfter(CLINIC, after())).toBe(judged);
    },
  );

  it.each(named(TYPES))(
    'is taken where this changes, unless names do not tell: $what',
    async ({ after, judged }) => {
      expect(await judgedAfter(CLINIC, after())).toBe(judged);
    },
  );

  it.each(named(HELPERS))(
    'is taken where $what changes, but for tests that stand on it',
    async ({ after, judged }) => {
      expect(await judgedAfter(CLINIC, after())).toBe(judged);
    },
  );

  it('is taken beside types that come and go, but for files that name them', async () => {
    const tape = { [`${MAIN}/Tape.java`]: 'package clinic; public class Tape { public void wind() {} }' };
    const naming = {
      [`${TEST}/TapeTest.java`]: 'package clinic; class TapeTest { void winds() { new Tape().wind(); } }',
    };
    expect(await judgedAfter(CLINIC, { ...CLINIC, ...tape })).toBe(0);
    expect(await judgedAfter({ ...CLINIC, ...naming }, { ...CLINIC, ...naming, ...tape })).toBe(1);
    expect(await judgedAfter({ ...CLINIC, ...naming, ...tape }, { ...CLINIC, ...naming })).toBe(1);
    const other = {
      [`${MAIN}/Tape.java`]: 'package clinic; public class Tape implements Store { public void keep() {} }',
    };
    expect(await judgedAfter(CLINIC, { ...CLINIC, ...other })).toBe(1);
  });

  it('is not taken where declarations spoke of a type that comes or goes, for nobody need name it to come upon it', async () => {
    const path = `${MAIN}/Shelf.java`;
    const before = changed(CLINIC, `${MAIN}/Disk.java`, [
      'package clinic;',
      'package clinic; import clinic.Shelf;',
    ]);
    const gone = changed(before, path, ['package clinic;', 'package clinic.sub;']);
    expect(await judgedAfter(before, gone)).toBe(TESTS);
    expect(await judgedAfter(gone, before)).toBe(TESTS);
  });

  it('is not taken where a test file and the program, or two test files, have one type', async () => {
    const twin = { [`${TEST}/Disk.java`]: 'package clinic; class Disk { void spin() {} }' };
    expect(await judgedAfter({ ...CLINIC, ...twin }, { ...CLINIC, ...twin })).toBe(TESTS + 1);
    const again = {
      'src/it/java/src/test/java/clinic/ShelfTest.java': CLINIC[`${TEST}/ShelfTest.java`] ?? '',
    };
    expect(await judgedAfter({ ...CLINIC, ...again }, { ...CLINIC, ...again })).toBe(TESTS + 1);
  });

  it('is not taken where constants are made of each other, for they depend on which is asked for first', async () => {
    const knot = {
      [`${TEST}/Knot.java`]:
        'package clinic; class Knot { static final String A = Knot.B + "a", B = Knot.A + "b"; }',
    };
    expect(await judgedAfter({ ...CLINIC, ...knot }, { ...CLINIC, ...knot })).toBe(TESTS + 1);
  });

  it('is as good as none where it is damaged, or its facts are gone', async () => {
    const [root, cache] = [scratchDirectory(), scratchDirectory()];
    writeTree(root, CLINIC);
    const { tests } = await judgedIn(root, cache);
    for (const extension of ['.tests', '.facts']) {
      const [name = ''] = readdirSync(cache).filter((each) => each.endsWith(extension));
      const bytes = readFileSync(join(cache, name));
      bytes[bytes.length - 9] = 255 - (bytes[bytes.length - 9] ?? 0);
      writeFileSync(join(cache, name), bytes);
      expect((await judgedIn(root, cache)).tests).toEqual(tests);
      for (const each of readdirSync(cache)) if (each.endsWith(extension)) rmSync(join(cache, each));
      expect((await judgedIn(root, cache)).tests).toEqual(tests);
      expect(await judgedIn(root, cache)).toEqual({ tests, judged: [0, TESTS] });
    }
  });
});

/** Pieces of source that are put in the place of each other, so that most trees still say something. */
const PIECES = [
  ...[
    'void keep()',
    'int keep()',
    'void tidy()',
    'Disk first()',
    'Store first()',
    'Shelf shelf()',
    'Card card()',
  ],
  ...[' extends Device', ' extends Disk', ' implements Store', ' extends BaseTest', ' extends Shelf', ''],
  ...['public ', 'private ', 'static ', 'abstract ', '@lombok.Data ', '@lombok.experimental.SuperBuilder '],
  ...[
    'Names.BASE',
    'Paths.LIST',
    'Fixtures.LIST',
    '"/pets"',
    'Disk',
    'Store',
    'Card',
    'Task',
    'Clerk',
    'Object',
  ],
  ...[
    'class Disk',
    'class Shelf',
    'interface Disk',
    'String owner',
    'int number',
    'int owner',
    'this',
    'null',
  ],
  ...[
    'import static clinic.Fixtures.*;',
    'import clinic.*;',
    'package clinic;',
    'package clinic.sub;',
    'clerk',
    'store',
  ],
];

interface Edit {
  readonly file: number;
  readonly at: number;
  readonly from: number;
  readonly to: string;
  readonly kind: 'piece' | 'piece' | 'piece' | 'gone' | 'back' | 'test' | 'copy';
}

const edit: fc.Arbitrary<Edit> = fc.record({
  ...{ file: fc.nat(40), at: fc.nat(9), from: fc.nat(40) },
  to: fc.constantFrom(...PIECES),
  kind: fc.constantFrom('piece', 'piece', 'piece', 'piece', 'piece', 'gone', 'back', 'test', 'copy'),
});

function edited(tree: Tree, { file, at, from, to, kind }: Edit): Tree {
  const paths = Object.keys(kind === 'back' ? CLINIC : tree);
  const path = paths[file % Math.max(1, paths.length)] ?? '';
  const { [path]: text = '', ...others } = tree;
  if (kind === 'gone') return others;
  if (kind === 'back') return { ...tree, [path]: CLINIC[path] ?? '' };
  if (kind === 'test') return { ...others, [path.replace('src/main', 'src/test')]: text };
  if (kind === 'copy')
    return {
      ...tree,
      [path.replace('.java', 'Copy.java')]: text.replaceAll(/(class|interface) (\w+)/gu, '$1 $2Copy'),
    };
  const found = PIECES.filter((piece) => piece !== '' && text.includes(piece));
  const piece = found[from % Math.max(1, found.length)] ?? 'no such piece';
  const places = text.split(piece);
  const place = 1 + (at % Math.max(1, places.length - 1));
  return {
    ...others,
    [path]: `${places.slice(0, place).join(piece)}${to}${places.slice(place).join(piece)}`,
  };
}

describe('tests that are judged after any edits', () => {
  it('come to what they come to without anything kept', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
        async (steps) => {
          const [root, cache] = [scratchDirectory(), scratchDirectory()];
          writeTree(root, CLINIC);
          await judgedIn(root, cache);
          let tree = CLINIC;
          for (const edits of steps) {
            tree = edits.reduce(edited, tree);
            writeTree(root, tree);
            expect((await judgedIn(root, cache)).tests).toEqual((await judgedIn(root, null)).tests);
          }
        },
      ),
      { numRuns: 40 },
    );
  }, 240_000);
});
