import { describe, expect, it } from 'vitest';
import { callsOf, inputsOf, linked, methodNamed, programOf } from '../../test/program-of.ts';
import { typeName } from '../base/ids.ts';

describe('overriders', () => {
  it('are all targets of a call, through interfaces, superclasses and generics', async () => {
    const source = `
      class Order {}
      interface Handler<T> { void handle(T t); }
      class Save implements Handler<Order> { public void handle(Order o) {} }
      class Log extends Save { public void handle(Order o) {} }
      class Text implements Handler<String> { public void handle(String s) {} public void handle(Order o) {} }
      class Desk { void run(Handler<Order> h, Save s) { h.handle(null); s.handle(null); } }`;
    expect(await callsOf(source, 'Desk.run')).toEqual([
      'handle → Handler#handle(java.lang.Object), Save#handle(Order), Log#handle(Order), Text#handle(java.lang.String)',
      'handle → Save#handle(Order), Log#handle(Order)',
    ]);
  });

  it('leave out overloads, static, private and package-private look-alikes', async () => {
    const sources = {
      'a/Base.java':
        'package a; public class Base { void quiet() {} public void loud(Object o) {} public static void fixed() {} private void own() {} public void run() { quiet(); loud(null); fixed(); own(); } }',
      'b/Sub.java':
        'package b; public class Sub extends a.Base { void quiet() {} public void loud(String s) {} public static void fixed() {} private void own() {} }',
    };
    expect(await callsOf(sources, 'a.Base.run')).toEqual([
      'quiet → a.Base#quiet()',
      'loud → a.Base#loud(java.lang.Object)',
      'fixed → a.Base#fixed()',
      'own → a.Base#own()',
    ]);
  });

  it('count what a class only inherits as implementing its interface', async () => {
    const source = `
      interface Task { void go(); }
      class Engine { public void go() {} }
      class Car extends Engine implements Task {}
      class Desk { void run(Task t) { t.go(); } }`;
    expect(await callsOf(source, 'Desk.run')).toEqual(['go → Task#go(), Engine#go()']);
  });

  it('are seen through type parameters of methods and through the diamond of an anonymous type', async () => {
    const source = `
      class Order {}
      interface Step<T> { <O extends T> O apply(O value); }
      class Plain implements Step<Order> { public <O extends Order> O apply(O value) { return value; } }
      class Other implements Step<String> { public <O extends String> O apply(O value) { return value; } public void apply(int a) {} }
      class Desk {
        Step<Order> make() { return new Step<>() { public Order apply(Order value) { return value; } public void apply(int a) {} }; }
        void run(Step<Order> s) { s.apply(null); }
      }`;
    expect(await callsOf(source, 'Desk.run')).toEqual([
      'apply → Step#apply(java.lang.Object), Plain#apply(Order), Other#apply(java.lang.String), Desk$1#apply(Order)',
    ]);
  });

  it('are looked up as the type above has them, seen through its type arguments', async () => {
    const source = `
      class Box<T> { T get() { return null; } void put(T t) {} }
      class Texts extends Box<String> {}
      class More extends Texts { void put(String s) {} }
      class Desk { void run(More m, Texts t) { m.get().trim(); t.get().trim(); m.put(""); t.put(""); } }`;
    expect(await callsOf(source, 'Desk.run')).toEqual([
      'get → Box#get()',
      'trim → (java.lang.String)',
      'get → Box#get()',
      'trim → (java.lang.String)',
      'put → More#put(java.lang.String)',
      'put → Box#put(java.lang.Object), More#put(java.lang.String)',
    ]);
  });

  it('come from a class rather than from an interface, and from the lower of two interfaces', async () => {
    const source = `
      interface Build { Object build(); }
      interface Named { default String name() { return ""; } } interface Short extends Named { default String name() { return "s"; } }
      class Base implements Build { public final Object build() { return null; } } class Middle extends Base {}
      class Top extends Middle implements Build, Named, Short { void run() { build(); name(); } }`;
    expect(await callsOf(source, 'Top.run')).toEqual(['build → Base#build()', 'name → Short#name()']);
  });

  it('of an outside method are reached from calls of it, within the type of the receiver', async () => {
    const source = `
      class A implements Runnable { public void run() {} }
      class B implements Runnable { public void run() {} }
      class Desk { void go(Runnable r, A a, Object o) { r.run(); a.run(); o.toString(); } public String toString() { return ""; } }`;
    expect(await callsOf(source, 'Desk.go')).toEqual([
      'run → (java.lang.Runnable) A#run(), B#run()',
      'run → A#run()',
      'toString → (java.lang.Object)',
    ]);
  });

  it('are bound early by super and by default methods called on their interface', async () => {
    const source = `
      interface Greeter { default void greet() {} }
      class Polite implements Greeter { public void greet() { Greeter.super.greet(); } }
      class Loud extends Polite { public void greet() { super.greet(); } }`;
    expect(await callsOf(source, 'Polite.greet')).toEqual(['greet → Greeter#greet()']);
    expect(await callsOf(source, 'Loud.greet')).toEqual(['greet → Polite#greet()']);
  });

  it('say exact where one body can run, narrowed where several can', async () => {
    const program = await programOf(`
      interface One { void a(); } class Only implements One { public void a() {} }
      interface Two { void b(); } class X implements Two { public void b() {} } class Y implements Two { public void b() {} }
      class Desk { void run(One one, Two two) { one.a(); two.b(); } }`);
    const [exact, narrowed] = methodNamed(program, 'Desk.run').calls;
    expect([exact?.resolution.status, exact?.targets[0]?.confidence, exact?.targets[0]?.how]).toEqual([
      'exact',
      'certain',
      'interface',
    ]);
    expect([narrowed?.resolution.status, narrowed?.targets[0]?.confidence]).toEqual(['narrowed', 'likely']);
  });
});

describe('subtypes', () => {
  it('are known through the tree and through signature files, and unknown beyond them', async () => {
    const program = await programOf(`
      import com.acme.Odd;
      class Orders extends java.util.ArrayList<String> {}
      class Strange extends Odd {}
      sealed interface Shape permits Round {} record Round() implements Shape {}`);
    const ask = (name: string, ancestor: string) => program.isSubtype(typeName(name), typeName(ancestor));
    expect(ask('Orders', 'java.util.Collection')).toBe(true);
    expect(ask('Orders', 'java.util.Map')).toBe(false);
    expect(ask('Strange', 'com.acme.Odd')).toBe(true);
    expect(ask('Strange', 'java.util.Map')).toBe('unknown');
    expect(program.subtypesOf(typeName('Shape')).map(({ name }) => name)).toEqual(['Shape', 'Round']);
    expect(program.subtypesOf(typeName('java.util.ArrayList')).map(({ name }) => name)).toEqual(['Orders']);
    expect(
      program.supertypesOf(typeName('Round')).map((type) => (type.kind === 'class' ? type.name : '')),
    ).toEqual(['java.lang.Record', 'Shape']);
  });

  it('of types that extend each other end', async () => {
    const calls = await callsOf(
      'class A extends B { void run() { go(); } } class B extends A { void go() {} }',
      'A.run',
    );
    expect(calls).toEqual(['go → B#go()']);
  });
});

describe('a declared method with a body is no target', () => {
  const twins: Readonly<Record<string, readonly [string, string]>> = {
    'where the only class inherits another from its superclass': [
      'interface Door { default void open() {} } class Gate { public void open() {} } class Front extends Gate implements Door {}',
      'interface Door { default void open() {} } class Gate { public void open() {} } class Front implements Door {} class Back extends Gate implements Door {}',
    ],
    'where all classes below override it': [
      'abstract class Door { void open() {} } class Front extends Door { void open() {} } class Back extends Door { void open() {} }',
      'abstract class Door { void open() {} } class Front extends Door { void open() {} } class Back extends Door { }',
    ],
    'where no lambda can be its interface': [
      'interface Door { void close(); void lock(); default void open() {} } class Front implements Door { public void close() {} public void lock() {} public void open() {} }',
      'interface Door { void close(); default void open() {} } class Front implements Door { public void close() {} public void open() {} }',
    ],
    'where no type is left for others to extend': [
      'abstract class Door { void open() {} } class Front extends Door { void open() {} }',
      'abstract class Door { void open() {} } class Front extends Door { void open() {} } abstract class Odd extends Door { }',
    ],
  };
  for (const [title, [replaced, inherited]] of Object.entries(twins)) {
    it(title, async () => {
      const use = ' class Use { void run(Door door) { door.open(); } }';
      const targets = async (types: string) =>
        (await callsOf(types + use, 'Use.run'))[0]?.split(/ → |, /).slice(1);
      expect(await targets(replaced)).not.toContain('Door#open()');
      expect(await targets(inherited)).toContain('Door#open()');
    });
  }

  it('but one that a call of super names is', async () => {
    const source =
      'abstract class Door { void open() {} } class Front extends Door { void open() { super.open(); } }';
    expect(await callsOf(source, 'Front.open')).toEqual(['open → Door#open()']);
  });
});

describe('recursion', () => {
  it('adds one to every method of a cycle and to nothing else', async () => {
    const program = await programOf(`
      class Walk { void a() { b(); } void b() { c(); } void c() { a(); } void self() { self(); } void once() { a(); } }`);
    const of = (name: string) => methodNamed(program, `Walk.${name}`).cognitiveComplexity;
    expect([of('a'), of('b'), of('c'), of('self'), of('once')]).toEqual([1, 1, 1, 1, 0]);
  });

  it('is found along a chain of any length', async () => {
    const methods = Array.from({ length: 3000 }, (_, i) => `static void m${i}() { m${(i + 1) % 3000}(); }`);
    const program = await programOf(`class Chain { ${methods.join(' ')} }`);
    expect(program.methods.filter(({ cognitiveComplexity }) => cognitiveComplexity === 1)).toHaveLength(3000);
  });

  it('counts for the first of several methods with one id', async () => {
    const twin =
      'class Twin { void a() { b(); } void b() { a(); } void c(int i) { c(i); } void c(int i) { c(i); } }';
    const { types } = await programOf({ 'one/Twin.java': twin, 'two/Twin.java': twin });
    const found = types.map(({ methods }) =>
      methods.filter(({ cognitiveComplexity }) => cognitiveComplexity > 0).map(({ name }) => name),
    );
    expect(found).toEqual([['a', 'b', 'c'], []]);
  });

  it('is found through a test that production code names', async () => {
    const own = await inputsOf({ 'P.java': 'class P { void p() { new T().t(); } void q() { p(); } }' });
    const tests = await inputsOf({ 'T.java': 'class T { void t() { new P().p(); } }' }, 'test');
    const program = linked([...own, ...tests]);
    expect(['P.p', 'P.q'].map((name) => methodNamed(program, name).cognitiveComplexity)).toEqual([1, 0]);
  });
});

describe('callers and coverage', () => {
  it('lists the call sites of a method and counts what became of all sites', async () => {
    const program = await programOf(`
      class A { void go() {} void x() { go(); } void y(A a) { a.go(); "".length(); nothing(); } }`);
    const go = methodNamed(program, 'A.go');
    expect(program.callersOf(go.id).map(({ caller }) => caller)).toEqual(['A#x()', 'A#y(A)']);
    expect(program.coverage).toEqual({
      callSites: 4,
      exact: 2,
      narrowed: 0,
      external: 1,
      unresolved: 1,
      unresolvedByReason: { 'no-such-member': 1 },
    });
  });

  it('does not count test code', async () => {
    const program = await programOf('class A { void x() { x(); } }', { role: 'test' });
    expect(program.coverage.callSites).toBe(0);
    expect(methodNamed(program, 'A.x').calls).toHaveLength(1);
  });
});
