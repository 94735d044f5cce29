import { describe, expect, it } from 'vitest';
import { callsOf } from '../../test/program-of.ts';

const types = `
class Circle { public String toString() { return "circle"; } }
class Ring extends Circle { public String toString() { return "ring"; } }
class Square { public String toString() { return "square"; } }
`;

/** Where `toString` leads in `show`, which `Use` calls with the arguments. */
async function reached(method: string, statements: string): Promise<string> {
  const source = `${types} class Use { ${method} void run(Object any, Class<?> some) { ${statements} } }`;
  const calls = await callsOf(source, 'Use.show');
  return calls.find((call) => call.startsWith('toString')) ?? 'no call';
}

const CAST = 'static <T> void show(Class<T> type, Object o) { T seen = type.cast(o); seen.toString(); }';
const VALUE = 'static <T> void show(T o) { o.toString(); }';
const LIST = 'static <T> void show(java.util.List<T> all) { all.get(0).toString(); }';
const PLAIN = 'static <T> void show(T other, Object o) { o.toString(); }';
const NOTHING = 'toString → (java.lang.Object)';

describe('a method that any object has, called on a value of a type parameter', () => {
  it('reaches what the class has that callers hand in, and nothing of a class they do not name', async () => {
    expect(await reached(CAST, 'show(Ring.class, any);')).toBe(`${NOTHING} Ring#toString()`);
    expect(await reached(CAST, 'show(some, any);')).toBe(NOTHING);
  });

  it('reaches what stands below that class too', async () => {
    expect(await reached(CAST, 'show(Circle.class, any);')).toBe(
      `${NOTHING} Circle#toString(), Ring#toString()`,
    );
  });

  it('reaches what all callers name together', async () => {
    expect(await reached(VALUE, 'show(new Ring()); show(new Square());')).toBe(
      `${NOTHING} Ring#toString(), Square#toString()`,
    );
  });

  it('sees the parameter as an argument of another type', async () => {
    expect(await reached(LIST, 'show(java.util.List.of(new Square()));')).toBe(
      `${NOTHING} Square#toString()`,
    );
  });

  it('reaches nothing where callers hand in any object', async () => {
    expect(await reached(VALUE, 'show(any);')).toBe(NOTHING);
  });

  it('reaches nothing on a value that is not of the type parameter', async () => {
    expect(await reached(PLAIN, 'show(new Ring(), any);')).toBe(NOTHING);
  });
});
