import { describe, expect, it } from 'vitest';
import { callsOf, methodNamed, programOf } from '../../test/program-of.ts';

/** What a body initializes, each as `line: types whose initializers run`. */
async function initializedBy(method: string, source: string): Promise<string[]> {
  const program = await programOf(source);
  return program
    .initializationsIn(methodNamed(program, method))
    .map(
      ({ line, targets }) =>
        `${line}: ${targets.map(({ method: id }) => id.replace('#<clinit>()', '')).join(' ')}`,
    );
}

const lazy = 'class Lazy { static int count = start(); static int start() { return 1; } void use() {} }';

describe('the initializer of a class is set off by', () => {
  const twins: Readonly<Record<string, readonly [string, string]>> = {
    'a created object': ['new Lazy();', 'Lazy[] many = new Lazy[2];'],
    'a static method': ['Lazy.start();', 'lazy.use();'],
    'a static field that is read': ['int n = Lazy.count;', 'Class<?> type = Lazy.class;'],
    'a static field that is written': ['Lazy.count = 3;', 'Lazy none = null;'],
    'a reference to a constructor': [
      'java.util.function.Supplier<Lazy> make = Lazy::new;',
      'java.util.function.Consumer<Lazy> use = Lazy::use;',
    ],
    'a reference to a static method': [
      'java.util.function.IntSupplier start = Lazy::start;',
      'Runnable use = lazy::use;',
    ],
  };
  for (const [title, [does, doesNot]] of Object.entries(twins)) {
    it(title, async () => {
      const run = (statement: string) => `class Use { void run(Lazy lazy) {\n${statement}\n} }\n${lazy}`;
      expect(await initializedBy('Use.run', run(does))).toEqual(['2: Lazy']);
      expect(await initializedBy('Use.run', run(doesNot))).toEqual([]);
    });
  }

  it('a field of an object constant, but not a constant variable that the compiler copies', async () => {
    const source = (use: string) =>
      `class Use { void run() {\nObject read = ${use};\n} }
      class Settings { static final int LIMIT = 2 * 1 + OTHER.length(); static final String NAME = "a" + "b"; static final String OTHER = "c";
        static final Integer BOXED = 5; static final String LATE = System.getenv("X"); }`;
    expect(await initializedBy('Use.run', source('Settings.BOXED'))).toEqual(['2: Settings']);
    expect(await initializedBy('Use.run', source('Settings.LATE'))).toEqual(['2: Settings']);
    expect(await initializedBy('Use.run', source('Settings.LIMIT'))).toEqual(['2: Settings']);
    expect(await initializedBy('Use.run', source('Settings.NAME'))).toEqual([]);
  });

  it('the first use of a constant of an enum', async () => {
    const source = 'enum Level { LOW, HIGH } class Use { Level pick(Level given) { return Level.HIGH; } }';
    expect(await initializedBy('Use.pick', source)).toEqual(['1: Level']);
    expect(await initializedBy('Use.pick', source.replace('Level.HIGH', 'given'))).toEqual([]);
  });

  it('the start of the program whose main method it has', async () => {
    const source = (main: string) =>
      `class App { static final Object LOCK = new Object(); static void ${main} {} }`;
    expect(await initializedBy('App.main', source('main(String[] args)'))).toEqual(['1: App']);
    expect(await initializedBy('App.main', source('main(int count)'))).toEqual([]);
  });
});

describe('with a class are initialized', () => {
  it('its superclasses, and the interfaces with a default method but no others', async () => {
    const source = `class Use { void run() { new Lower(); } }
      class Lower extends Upper implements Plain, Helpful { static Object own = new Object(); }
      class Upper extends Top { }
      class Top { static Object top = new Object(); }
      interface Plain { Object plain = new Object(); void work(); }
      interface Helpful { Object helpful = new Object(); default void help() {} }`;
    expect(await initializedBy('Use.run', source)).toEqual(['1: Lower Helpful Top']);
  });

  it('no interfaces above an interface', async () => {
    const source = `class Use { Object run() { return Lower.low; } }
      interface Lower extends Upper { Object low = new Object(); }
      interface Upper { Object up = new Object(); default void help() {} }`;
    expect(await initializedBy('Use.run', source)).toEqual(['1: Lower']);
  });

  it('the class that declares an inherited static field, not the one it is read through', async () => {
    const source = `class Use { Object run() { return Lower.up; } }
      class Lower extends Upper { static Object low = new Object(); }
      class Upper { static Object up = new Object(); }`;
    expect(await initializedBy('Use.run', source)).toEqual(['1: Upper']);
  });
});

describe('no initializer is set off by', () => {
  it('bodies of the class itself, below it, or inside its objects', async () => {
    const source = `class Base { static Object base = make(); static Object make() { return null; } Object own() { return base; }
        class Inner { Object inner() { return make(); } } static class Nested { Object nested() { return make(); } } }
      class Sub extends Base { Object below() { return make(); } }`;
    expect(await initializedBy('Base.own', source)).toEqual([]);
    expect(await initializedBy('Sub.below', source)).toEqual([]);
    expect(await initializedBy('Base$Inner.inner', source)).toEqual([]);
    expect(await initializedBy('Base$Nested.nested', source)).toEqual(['2: Base']);
  });

  it('the use of a class that has none', async () => {
    const source =
      'class Use { void run() { new Plain(); } } class Plain { static final int SIZE = 3; int n = 4; }';
    expect(await initializedBy('Use.run', source)).toEqual([]);
  });
});

describe('a constructor', () => {
  it('runs the initializers of its fields, unless it begins with another of its class', async () => {
    const source =
      'class Node { Object id = make(); Node() { this(1); } Node(int n) { } static Object make() { return null; } }';
    const program = await programOf(source);
    const [delegating, direct] = program.methods.filter(({ name }) => name === '<init>');
    const targets = (method: typeof direct) =>
      method?.calls.map(({ name, targets: [target] }) => `${name} ${target?.method} ${target?.how}`);
    expect(targets(direct)).toEqual(['<instance> Node#<instance>() instance-initialization']);
    expect(targets(delegating)).toEqual(['this Node#<init>(int) constructor']);
  });

  it('of a class without one does the same', async () => {
    const source = 'class Up { } class Node extends Up { Object id = new Object(); }';
    expect(await callsOf(source, 'Node.<init>')).toEqual([
      'super → Up#<init>()',
      '<instance> → Node#<instance>()',
    ]);
  });
});
