import { describe, expect, it } from 'vitest';
import { methodNamed, programOf, type Sources } from '../../test/program-of.ts';
import type { ConstantValue, Program } from './program.ts';

function show(value: ConstantValue | undefined): string {
  switch (value?.kind) {
    case 'text':
      return JSON.stringify(value.value);
    case 'number':
    case 'boolean':
      return String(value.value);
    case 'enum':
      return `${value.type}.${value.name}`;
    case 'class':
      return value.type.kind === 'class' ? `${value.type.name}.class` : value.type.kind;
    case 'list':
      return `[${value.items.map(show).join(', ')}]`;
    case 'partial':
      return value.parts.map((part) => part ?? '?').join('');
    case 'annotation':
      return `@${value.annotation.type}`;
    default:
      return value?.kind ?? 'absent';
  }
}

async function annotated(sources: Sources, type: string): Promise<Record<string, string>> {
  const program = await programOf(sources);
  const found = program.types.find(({ name }) => name === type);
  return Object.fromEntries(
    [...(found?.annotations[0]?.args ?? [])].map(([name, value]) => [name, show(value)]),
  );
}

/** The folded value of what a method returns. */
function returned(program: Program, method: string): string {
  const found = methodNamed(program, method);
  const operation = found.declaration?.body?.operations.findLast(({ kind }) => kind === 'return');
  return operation?.kind === 'return' && operation.value !== null
    ? show(program.evaluateOperation(found, operation.value))
    : 'nothing';
}

describe('constants in annotations', () => {
  it('follow names across types, interfaces, static imports and libraries', async () => {
    const sources = {
      'a/Paths.java':
        'package a; public interface Paths { String BASE = "/api"; String ORDERS = BASE + "/orders"; int LIMIT = 2 + 3; }',
      'a/Mode.java': 'package a; public enum Mode { READ, WRITE }',
      'b/Api.java': `package b; import a.*; import static a.Paths.ORDERS; import org.springframework.http.MediaType;
        @interface At { String path(); }
        @At(path = ORDERS + "/{id}", base = Paths.BASE, limit = Paths.LIMIT, mode = Mode.WRITE, type = Mode.class,
            many = { "a", Api.OWN }, media = MediaType.APPLICATION_JSON_VALUE, mixed = "n" + 1 + true, odd = Paths.NONE)
        class Api { static final String OWN = "o" + 'k'; }`,
    };
    expect(await annotated(sources, 'b.Api')).toEqual({
      path: '"/api/orders/{id}"',
      base: '"/api"',
      limit: '5',
      mode: 'a.Mode.WRITE',
      type: 'a.Mode.class',
      many: '["a", "ok"]',
      media: '"application/json"',
      mixed: '"n1true"',
      odd: 'unknown',
    });
  });

  it('are unknown where a field is not final, and end where constants refer to each other', async () => {
    const source = `@At(open = A.OPEN, one = A.ONE) class A { static String OPEN = "x"; static final String ONE = A.TWO; static final String TWO = A.ONE; }`;
    const values = await annotated(source, 'A');
    expect(values.open).toBe('unknown');
    expect(values.one).toBe('unknown');
  });
});

describe('constants in bodies', () => {
  it('fold literals, locals set once, constants, formatting and text members', async () => {
    const program = await programOf(`
      class Queries {
        static final String TABLE = "orders";
        enum Kind { A }
        String plain() { String sql = "select * from " + TABLE; return sql + " where id = " + 1; }
        String format() { return String.format("%s/%2$d%%", TABLE, 7); }
        String formatted() { return "%s-%s".formatted("a", "b"); }
        String block() { return """
            two
            lines"""; }
        String concat() { return "a".concat(TABLE).trim(); }
        Object kind() { return Kind.A; }
        Object type() { return Queries.class; }
        int minus() { return -3; }
      }`);
    const of = (name: string) => returned(program, `Queries.${name}`);
    expect(of('plain')).toBe('"select * from orders where id = 1"');
    expect(of('format')).toBe('"orders/7%"');
    expect(of('formatted')).toBe('"a-b"');
    expect(of('block')).toBe('"two\\nlines"');
    expect(of('concat')).toBe('"aorders"');
    expect(of('kind')).toBe('Queries$Kind.A');
    expect(of('type')).toBe('Queries.class');
    expect(of('minus')).toBe('-3');
  });

  it.each([
    ['int run() { int n = 86; return 7 * 42 - n; }', '208'],
    ['int run() { return 7 / 2; }', '3'],
    ['double run() { return 7 / 2.0; }', 'unknown'],
    ['int run() { return 7 / 0; }', 'unknown'],
    ['int run() { return 2147483647 + 1; }', '-2147483648'],
    ['long run() { return 2147483647L + 1; }', '2147483648'],
    ["int run() { return 'a' + 1; }", '98'],
    ['boolean run() { return 3 > 2 && "abc".length() == 3; }', 'true'],
    ['boolean run(boolean open) { return open && 3 > 4; }', 'false'],
    ['boolean run(boolean open) { return open && 3 > 2; }', 'unknown'],
    ['char run() { return "ABC".charAt(1); }', '"B"'],
    ['char run() { return "ABC".charAt(3); }', 'unknown'],
    ['boolean run() { return "a".equals("b"); }', 'false'],
    ['boolean run() { Integer a = 1000, b = 1000; return a == b; }', 'unknown'],
    ['String run() { return 3 > 2 ? "a" : "b"; }', '"a"'],
    ['int run() { return (byte) 300; }', '44'],
  ])('compute as the language does: %s', async (method, expected) => {
    expect(returned(await programOf(`class Q { ${method} }`), 'Q.run')).toBe(expected);
  });

  it('fold each operation once, however often others rest on it', async () => {
    const doubled = Array.from(
      { length: 200 },
      (_, index) => `String s${index + 1} = s${index} + s${index};`,
    );
    const program = await programOf(
      `class Q { String run() { String s0 = "x"; ${doubled.join(' ')} return s200; } }`,
    );
    expect(returned(program, 'Q.run')).toBe('unknown');
  });

  it('keep the known parts of text with unknown ones', async () => {
    const program = await programOf(
      'class Q { String run(String id) { return "where id = " + id + " limit 1"; } }',
    );
    expect(returned(program, 'Q.run')).toBe('where id = ? limit 1');
  });

  it('do not fold a local that is assigned again', async () => {
    const program = await programOf(
      'class Q { String run(boolean b) { String s = "a"; if (b) s = "b"; return s; } String twin() { String s = "a"; return s; } }',
    );
    expect(returned(program, 'Q.run')).toBe('unknown');
    expect(returned(program, 'Q.twin')).toBe('"a"');
  });

  it('leads from an operation to the field it means', async () => {
    const program = await programOf(
      'class Base { String name; } class Sub extends Base { String run() { return this.name; } }',
    );
    const run = methodNamed(program, 'Sub.run');
    const at = run.declaration?.body?.operations.findIndex(({ kind }) => kind === 'field') ?? -1;
    expect(program.fieldOf(run, at)).toMatchObject({ owner: 'Base', name: 'name' });
  });
});
