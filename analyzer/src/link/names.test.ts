import { describe, expect, it } from 'vitest';
import { callsOf, methodNamed, programOf } from '../../test/program-of.ts';

describe('names of types', () => {
  it('prefers an imported type to one of the same package and one of a wildcard', async () => {
    const sources = {
      'a/Clock.java': 'package a; public class Clock { public static void tick() {} }',
      'b/Clock.java': 'package b; public class Clock { public static void tick() {} }',
      'c/Clock.java': 'package c; public class Clock { public static void tick() {} }',
      'b/User.java': 'package b; import a.Clock; import c.*; class User { void run() { Clock.tick(); } }',
      'b/Neighbour.java': 'package b; import c.*; class Neighbour { void run() { Clock.tick(); } }',
    };
    expect(await callsOf(sources, 'b.User.run')).toEqual(['tick → a.Clock#tick()']);
    expect(await callsOf(sources, 'b.Neighbour.run')).toEqual(['tick → b.Clock#tick()']);
  });

  it('finds types by wildcard import and by full name, and not without either', async () => {
    const sources = {
      'a/Clock.java': 'package a; public class Clock { public static void tick() {} }',
      'b/User.java': 'package b; import a.*; class User { void run() { Clock.tick(); } }',
      'b/Full.java': 'package b; class Full { void run() { a.Clock.tick(); } }',
      'b/Stranger.java': 'package b; class Stranger { void run() { Clock.tick(); } }',
    };
    expect(await callsOf(sources, 'b.User.run')).toEqual(['tick → a.Clock#tick()']);
    expect(await callsOf(sources, 'b.Full.run')).toEqual(['tick → a.Clock#tick()']);
    expect(await callsOf(sources, 'b.Stranger.run')).toEqual(['tick ✗ unknown-name']);
  });

  it('finds types of a library from within its package, and member types by their full names', async () => {
    const sources = {
      'java/util/Beside.java': 'package java.util; class Beside { void run() { Objects.hash(); } }',
      'a/Outer.java':
        'package a; public class Outer { public static class In { public static void go() {} } }',
      'b/User.java':
        'package b; class User { void run(java.util.Map.Entry e) { a.Outer.In.go(); e.getKey(); } }',
    };
    expect(await callsOf(sources, 'java.util.Beside.run')).toEqual(['hash → (java.util.Objects)']);
    expect(await callsOf(sources, 'b.User.run')).toEqual([
      'go → a.Outer$In#go()',
      'getKey → (java.util.Map$Entry)',
    ]);
  });

  it('takes the only wildcard import that is known to have the type, and none where no or two are', async () => {
    const source = (namedTypes: readonly string[]) =>
      callsOf(
        'import far.core.*; import far.web.*; class User { void run(Router r) { r.mount(); } }',
        'User.run',
        {
          namedTypes,
        },
      );
    expect(await source(['far.web.Router', 'far.core.Vertx'])).toEqual(['mount → (far.web.Router)']);
    expect(await source(['far.web.Route'])).toEqual(['mount ✗ receiver-unknown']);
    expect(await source(['far.web.Router', 'far.core.Router'])).toEqual(['mount ✗ receiver-unknown']);
  });

  it('are told from fields of a supertype that nobody knows wherever a package begins', async () => {
    const source = `class User extends far.Base {
      void run() { gate.open(); gate.far.Clock.tick(); gate.open(); }
      void again() { gate.near.Clock.tick(); gate.open(); } }`;
    expect(await callsOf(source, 'User.run')).toEqual([
      'open ✗ receiver-unknown',
      'tick → (gate.far.Clock)',
      'open ✗ receiver-unknown',
    ]);
    expect(await callsOf(source, 'User.again')).toEqual([
      'tick → (gate.near.Clock)',
      'open ✗ receiver-unknown',
    ]);
  });

  it('keep the type of what a library gives where that is told, and none where it is not', async () => {
    const calls = (gives: string) =>
      callsOf(
        'import far.Client; import far.Store; class User { void run() { Client.create().keep(1).close(); } }',
        'User.run',
        {
          results: [
            { type: ['far.Client'], method: ['create'], gives },
            { type: ['far.Store'], method: ['keep'], gives: 'itself' },
          ],
        },
      );
    expect(await calls('far.Store')).toEqual([
      'create → (far.Client)',
      'keep → (far.Store)',
      'close → (far.Store)',
    ]);
    expect(await calls('far.Other')).toEqual([
      'create → (far.Client)',
      'keep → (far.Other)',
      'close ✗ receiver-unknown',
    ]);
  });

  it('finds member types that are inherited, and not those of an unrelated type', async () => {
    const source = `
      class Base { static class Part { void turn() {} } }
      class Machine extends Base { void run(Part part) { part.turn(); } }
      class Other { void run(Part part) { part.turn(); } }`;
    expect(await callsOf(source, 'Machine.run')).toEqual(['turn → Base$Part#turn()']);
    expect(await callsOf(source, 'Other.run')).toEqual(['turn ✗ receiver-unknown']);
  });

  it('sees a local type in its method and not in the next one', async () => {
    const source = `
      class Desk {
        void open() { class Drawer { void pull() {} } new Drawer().pull(); }
        void shut() { new Drawer().pull(); }
      }`;
    expect(await callsOf(source, 'Desk.open')).toEqual([
      'new → Desk$1Drawer#<init>()',
      'pull → Desk$1Drawer#pull()',
    ]);
    expect(await callsOf(source, 'Desk.shut')).toEqual(['new ✗ unknown-name', 'pull ✗ receiver-unknown']);
  });

  it('takes an outside type that is imported by name for what it is called', async () => {
    const source = `import com.acme.Pump; class Well { Pump pump; void run() { pump.start(); } }`;
    expect(await callsOf(source, 'Well.run')).toEqual(['start → (com.acme.Pump)']);
    const twin = `class Well { Pump pump; void run() { pump.start(); } }`;
    expect(await callsOf(twin, 'Well.run')).toEqual(['start ✗ receiver-unknown']);
  });
});

describe('static imports', () => {
  const rates = 'package a; public class Rates { public static int vat() { return 20; } }';

  it('finds a method imported by name and by wildcard', async () => {
    const single = {
      'a/Rates.java': rates,
      'B.java': 'import static a.Rates.vat; class B { int run() { return vat(); } }',
    };
    const wildcard = {
      'a/Rates.java': rates,
      'B.java': 'import static a.Rates.*; class B { int run() { return vat(); } }',
    };
    expect(await callsOf(single, 'B.run')).toEqual(['vat → a.Rates#vat()']);
    expect(await callsOf(wildcard, 'B.run')).toEqual(['vat → a.Rates#vat()']);
  });

  it('makes no edge for a name that is not imported', async () => {
    const sources = {
      'a/Rates.java': rates,
      'B.java': 'import a.Rates; class B { int run() { return vat(); } }',
    };
    expect(await callsOf(sources, 'B.run')).toEqual(['vat ✗ no-such-member']);
  });

  it('prefers an own method of the name, whatever it takes', async () => {
    const sources = {
      'a/Rates.java': rates,
      'B.java':
        'import static a.Rates.vat; class B { int vat(int year) { return 0; } int run() { return vat(); } }',
    };
    expect(await callsOf(sources, 'B.run')).toEqual(['vat ✗ no-such-member']);
  });
});

describe('receivers', () => {
  it('goes through fields, parameters, locals, var, for-each, casts, patterns, arrays and resources', async () => {
    const source = `
      import java.util.*;
      class Lamp implements AutoCloseable { Lamp next; void on() {} public void close() {} }
      class House {
        Lamp hall;
        Lamp[] row;
        void run(Lamp given, List<Lamp> lamps, Object thing) {
          hall.on(); given.on(); hall.next.next.on();
          Lamp local = given; local.on();
          var inferred = hall.next; inferred.on();
          for (Lamp lamp : lamps) lamp.on();
          for (var lamp : row) lamp.on();
          ((Lamp) thing).on();
          if (thing instanceof Lamp found) found.on();
          row[0].on();
          try (Lamp open = new Lamp()) { open.on(); }
          (given == null ? hall : given).on();
          lamps.get(0).on();
        }
      }`;
    const calls = await callsOf(source, 'House.run');
    expect(calls.filter((call) => call === 'on → Lamp#on()')).toHaveLength(13);
    expect(calls.filter((call) => call.includes('✗'))).toEqual([]);
  });

  it('knows this, super, outer instances and inherited methods', async () => {
    const source = `
      class Animal { void eat() {} }
      class Dog extends Animal {
        void eat() {}
        void bark() {}
        void run() { this.bark(); super.eat(); eat(); new Tail().wag(); }
        class Tail { void wag() { bark(); Dog.this.bark(); Dog.super.eat(); } }
      }`;
    expect(await callsOf(source, 'Dog.run')).toEqual([
      'bark → Dog#bark()',
      'eat → Animal#eat()',
      'eat → Dog#eat()',
      'new → Dog$Tail#<init>()',
      'wag → Dog$Tail#wag()',
    ]);
    expect(await callsOf(source, 'Dog$Tail.wag')).toEqual([
      'bark → Dog#bark()',
      'bark → Dog#bark()',
      'eat → Animal#eat()',
    ]);
  });

  it('sees what an anonymous type captures', async () => {
    const source = `
      class Bell { void ring() {} }
      class Tower {
        Runnable later(Bell bell) {
          var other = bell;
          return new Runnable() { public void run() { bell.ring(); other.ring(); } };
        }
      }`;
    expect(await callsOf(source, 'Tower$1.run')).toEqual(['ring → Bell#ring()', 'ring → Bell#ring()']);
  });

  it('does not follow a method of the same name on a type that lacks it', async () => {
    const source = `
      class Bell { void ring() {} }
      class Stone {}
      class Tower { void run(Stone stone, Object thing) { stone.ring(); thing.ring(); } }`;
    expect(await callsOf(source, 'Tower.run')).toEqual(['ring ✗ no-such-member', 'ring ✗ no-such-member']);
  });

  it('takes a member that a library type lacks for one of another version, and not so for one of the tree', async () => {
    const source = `
      class Own {}
      class Desk { void run(String s, java.util.List<Own> l) { s.fromTheFuture(); s.trim(1, 2); l.get(0).fromTheFuture(); } }`;
    expect(await callsOf(source, 'Desk.run')).toEqual([
      'fromTheFuture → (java.lang.String)',
      'trim → (java.lang.String)',
      'get → (java.util.List)',
      'fromTheFuture ✗ no-such-member',
    ]);
  });

  it('does not see private members of other outermost types', async () => {
    const source = `
      class Safe { private void open() {} class Key { void turn(Safe safe) { safe.open(); } } }
      class Thief { void run(Safe safe) { safe.open(); } }`;
    expect(await callsOf(source, 'Safe$Key.turn')).toEqual(['open → Safe#open()']);
    expect(await callsOf(source, 'Thief.run')).toEqual(['open ✗ no-such-member']);
  });
});

describe('constructors and members nobody writes', () => {
  it('finds default, declared, record and enum constructors', async () => {
    const source = `
      class Plain {}
      class Sized { Sized(int size) {} Sized(String name) { this(1); } }
      record Point(int x, int y) {}
      record Range(int low, int high) { Range { if (low > high) throw new IllegalArgumentException(); } }
      enum Coin { CENT(1); Coin(int value) {} }
      class Maker { void run() { new Plain(); new Sized("a"); new Point(1, 2).x(); new Range(1, 2); Coin.values(); Coin.valueOf("CENT").ordinal(); } }`;
    expect(await callsOf(source, 'Maker.run')).toEqual([
      'new → Plain#<init>()',
      'new → Sized#<init>(java.lang.String)',
      'new → Point#<init>(int,int)',
      'x → Point#x()',
      'new → Range#<init>(int,int)',
      'values → Coin#values()',
      'valueOf → Coin#valueOf(java.lang.String)',
      'ordinal → (java.lang.Enum)',
    ]);
    expect(await callsOf(source, 'Coin.<clinit>')).toEqual(['new → Coin#<init>(int)']);
    expect(await callsOf(source, 'Sized.<init>')).toEqual([]);
  });

  it('tells the super() that the compiler writes', async () => {
    const source =
      'class Base { Base() {} } class Sub extends Base { Sub(int a) {} } class Leaf extends Sub { Leaf() { super(1); } }';
    expect(await callsOf(source, 'Sub.<init>')).toEqual(['super → Base#<init>()']);
    expect(await callsOf(source, 'Leaf.<init>')).toEqual(['super → Sub#<init>(int)']);
  });

  it('gives an anonymous type a constructor that calls the one above', async () => {
    const program = await programOf(`
      abstract class Job { Job(String name) {} abstract void run(); }
      class Plant { Job job() { return new Job("a") { void run() {} }; } }`);
    const [site] = methodNamed(program, 'Plant.job').calls;
    expect(site?.targets.map(({ method }) => method)).toEqual(['Plant$1#<init>(java.lang.String)']);
    expect(methodNamed(program, 'Plant$1.<init>').calls[0]?.targets[0]?.method).toBe(
      'Job#<init>(java.lang.String)',
    );
  });
});
