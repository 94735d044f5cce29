import { describe, expect, it } from 'vitest';
import { callsOf } from '../../test/program-of.ts';

const types = `
class Base { public String toString() { return "base"; } }
class Circle extends Base { public int hashCode() { return 1; } }
class Ring extends Circle { public String toString() { return "ring"; } }
class Square { public String toString() { return "square"; } }
`;

/** Where `toString` leads that is called on `o`, an `Object`. */
async function reached(statements: string, declared = 'Object o'): Promise<string> {
  const calls = await callsOf(`${types} class Use { void run(${declared}) { ${statements} } }`, 'Use.run');
  return calls.find((call) => call.startsWith('toString')) ?? 'no call';
}

const CIRCLES = 'toString → (java.lang.Object) Base#toString(), Ring#toString()';
const BASE = 'toString → (java.lang.Object) Base#toString()';
const NOTHING = 'toString → (java.lang.Object)';

describe('a method that any object has, called on an object that was tested', () => {
  const tests: Readonly<Record<string, readonly [string, string, string]>> = {
    'by instanceof reaches what that type has': [
      'if (o instanceof Circle) o.toString();',
      'if (o instanceof Circle) { } else o.toString();',
      CIRCLES,
    ],
    'by instanceof with a pattern reaches it on the object too': [
      'if (o instanceof Circle circle) o.toString();',
      'if (o instanceof Circle circle) { } o.toString();',
      CIRCLES,
    ],
    'before the method is left otherwise reaches it after': [
      'if (!(o instanceof Circle)) return; o.toString();',
      'if (!(o instanceof Circle)) log(); o.toString();',
      CIRCLES,
    ],
    'beside another condition reaches it where both hold': [
      'if (o != null && o instanceof Circle) o.toString();',
      'if (o == null || o instanceof Circle) o.toString();',
      CIRCLES,
    ],
    'to the left of && reaches it to the right': [
      'boolean is = o instanceof Circle && o.toString() == null;',
      'boolean is = o instanceof Circle || o.toString() == null;',
      CIRCLES,
    ],
    'in a conditional reaches it in the first arm': [
      'String s = o instanceof Circle ? o.toString() : null;',
      'String s = o instanceof Circle ? null : o.toString();',
      CIRCLES,
    ],
    'by isInstance reaches what that type has': [
      'if (Circle.class.isInstance(o)) o.toString();',
      'if (!Circle.class.isInstance(o)) o.toString();',
      CIRCLES,
    ],
    'by isAssignableFrom reaches what that type has': [
      'if (Circle.class.isAssignableFrom(o.getClass())) o.toString();',
      'if (o.getClass().isAssignableFrom(Circle.class)) o.toString();',
      CIRCLES,
    ],
    'for one class reaches nothing below it': [
      'if (o.getClass() == Circle.class) o.toString();',
      'if (o.getClass() != Circle.class) o.toString();',
      BASE,
    ],
    'for one class by equals reaches nothing below it': [
      'if (Circle.class.equals(o.getClass())) o.toString();',
      'if (Circle.class.equals(o)) o.toString();',
      BASE,
    ],
    'and then replaced reaches nothing': [
      'if (o instanceof Circle) { o.toString(); }',
      'if (o instanceof Circle) { o = next(); o.toString(); }',
      CIRCLES,
    ],
  };
  for (const [title, [tested, twin, expected]] of Object.entries(tests)) {
    it(title, async () => {
      expect(await reached(tested)).toBe(expected);
      expect(await reached(twin)).toBe(NOTHING);
    });
  }

  it('says nothing of another object', async () => {
    expect(await reached('if (p instanceof Circle) o.toString();', 'Object o, Object p')).toBe(NOTHING);
  });

  it('adds nothing where the declared type says it', async () => {
    expect(await reached('if (o instanceof Ring) o.toString();', 'Circle o')).toBe(
      'toString → Base#toString(), Ring#toString()',
    );
  });
});
