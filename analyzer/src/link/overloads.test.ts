import { describe, expect, it } from 'vitest';
import { callsOf, methodNamed, programOf } from '../../test/program-of.ts';

/** How sure it is where a call leads that stands alone, or in a type inside. */
async function confidenceOf(value: string) {
  const program = await programOf(`
    class Box {
      String one(Runnable a) { return null; }
      String two(Runnable a, int b) { return null; }
      String two(Runnable a, String b) { return null; }
      String beside() { return null; }
      void run(com.acme.Mystery mystery, Runnable task) { Object made = ${value}; }
    }
    class Known { }
    abstract class Below extends com.acme.Above { }`);
  const inside = program.methods.find(({ name, owner }) => name === 'run' && owner.name !== 'Box');
  const { calls } = inside ?? methodNamed(program, 'Box.run');
  return calls.flatMap(({ targets }) => targets.map(({ confidence }) => confidence));
}

describe('overloads', () => {
  it.each([
    ['put(1)', 'Box#put(int)'],
    ['put(1L)', 'Box#put(long)'],
    ["put('c')", 'Box#put(int)'],
    ['put("text")', 'Box#put(java.lang.String)'],
    ['put((Object) "text")', 'Box#put(java.lang.Object)'],
    ['put(Integer.valueOf(1))', 'Box#put(java.lang.Object)'],
    ['put("a", "b")', 'Box#put(java.lang.String[])'],
    ['put(new String[0])', 'Box#put(java.lang.String[])'],
    ['put(null, 1)', 'Box#put(java.lang.Integer,int)'],
    ['put(1.5f)', 'Box#put(double)'],
  ])('picks for %s what the language picks', async (call, expected) => {
    const source = `
      class Box {
        void put(int a) {} void put(long a) {} void put(double a) {} void put(String a) {} void put(Object a) {}
        void put(String... a) {} void put(Integer a, int b) {} void put(Number a, long b) {}
        void run() { ${call}; }
      }`;
    const calls = await callsOf(source, 'Box.run');
    expect(calls.at(-1)).toBe(`put → ${expected}`);
  });

  it('boxes only when nothing fits without', async () => {
    const source = `
      class Box { void put(Integer a) {} void put(Object a) {} void take(long a) {} void take(Integer a) {}
        void run() { put(1); take(1); } }`;
    expect(await callsOf(source, 'Box.run')).toEqual([
      'put → Box#put(java.lang.Integer)',
      'take → Box#take(long)',
    ]);
  });

  it('picks by what can be known: an unknown argument fits anything', async () => {
    const source = `
      class Box { void put(Mystery a, int b) {} void put(Mystery a, String b) {} void run(Mystery m) { put(m, "x"); } }`;
    expect(await callsOf(source, 'Box.run')).toEqual(['put → Box#put(Mystery,java.lang.String)']);
  });

  it('makes no edge where an unknown argument decides', async () => {
    const source = `
      import com.acme.Mystery;
      class Box { void put(String a) {} void put(Runnable a) {} void run(Mystery m) { put(m); } }`;
    expect(await callsOf(source, 'Box.run')).toEqual(['put ✗ ambiguous-overload']);
  });

  it.each([
    ['the only method is not seen to take the argument', 'one("text")', 'one(task)'],
    ['an argument is unknown', 'two(mystery, "text")', 'two(task, "text")'],
    [
      'a type between has a parent nobody knows',
      'new Below() { String run() { return beside(); } }',
      'new Known() { String run() { return beside(); } }',
    ],
  ])('is not certain where %s', async (_, unsure, sure) => {
    expect(await confidenceOf(unsure)).toEqual(['likely']);
    expect(await confidenceOf(sure)).toEqual(['certain']);
  });

  it('knows an outside type by its own name', async () => {
    const source = `
      import com.acme.Mystery;
      class Box { void put(Mystery a) {} void put(Runnable a) {} void run(Mystery m) { put(m); } }`;
    expect(await callsOf(source, 'Box.run')).toEqual(['put → Box#put(com.acme.Mystery)']);
  });

  it('looks no further than the number of arguments allows', async () => {
    const source = 'class Box { void put(int a) {} void run() { put(); put(1, 2); } }';
    expect(await callsOf(source, 'Box.run')).toEqual(['put ✗ no-such-member', 'put ✗ no-such-member']);
  });

  it('sees overloads of a superclass beside own ones', async () => {
    const source = `
      class Base { void put(String a) {} }
      class Sub extends Base { void put(int a) {} void run() { put("a"); put(1); } }`;
    expect(await callsOf(source, 'Sub.run')).toEqual([
      'put → Base#put(java.lang.String)',
      'put → Sub#put(int)',
    ]);
  });

  it('tells lambdas apart by their parameters and by whether they give a value', async () => {
    const source = `
      import java.util.concurrent.Callable;
      import java.util.function.*;
      class Pool {
        void submit(Runnable task) {} <T> void submit(Callable<T> task) {}
        void on(Function<String, String> f) {} void on(BiFunction<String, String, String> f) {}
        void beep() {}
        int count() { return 1; }
        void run() {
          submit(() -> beep()); submit(() -> count()); submit(() -> { beep(); }); submit(() -> { return 1; });
          on(a -> a); on((a, b) -> a);
        }
      }`;
    const calls = (await callsOf(source, 'Pool.run')).filter((call) => !/^(beep|count)/.test(call));
    expect(calls).toEqual([
      'submit → Pool#submit(java.lang.Runnable)',
      'submit → Pool#submit(java.util.concurrent.Callable)',
      'submit → Pool#submit(java.lang.Runnable)',
      'submit → Pool#submit(java.util.concurrent.Callable)',
      'on → Pool#on(java.util.function.Function)',
      'on → Pool#on(java.util.function.BiFunction)',
    ]);
  });

  it('lets a functional interface win over a type parameter for a lambda', async () => {
    const source = `
      import java.util.function.Supplier;
      class Box {
        static <T> T either(T value, T other) { return value; }
        static <T> T either(T value, Supplier<T> other) { return value; }
        void run(Mystery m) { either(m, () -> 1); either(m, m); }
      }`;
    expect(await callsOf(source, 'Box.run')).toEqual([
      'either → Box#either(java.lang.Object,java.util.function.Supplier)',
      'either ✗ ambiguous-overload',
    ]);
  });

  it('prefers a fixed number of arguments, whatever the first one is', async () => {
    const source = `
      class Check {
        static <T> T notNull(T value, String name) { return value; }
        static <T> T notNull(T value, String format, Object... args) { return value; }
        void run(Mystery m) { notNull(m, "m"); notNull(m, "m", 1); }
      }`;
    expect(await callsOf(source, 'Check.run')).toEqual([
      'notNull → Check#notNull(java.lang.Object,java.lang.String)',
      'notNull → Check#notNull(java.lang.Object,java.lang.String,java.lang.Object[])',
    ]);
  });
});
