import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { callsOf, methodNamed, programOf } from '../../test/program-of.ts';
import type { SynthesisRule } from './synthesis-rules.ts';

const file = new URL('../models/data/java/lombok.yml', import.meta.url);
const { synthesis } = parse(readFileSync(file, 'utf8')) as { readonly synthesis: readonly SynthesisRule[] };

const run = (source: string, method: string) =>
  callsOf(`import lombok.*; import lombok.extern.slf4j.*; import lombok.experimental.*; ${source}`, method, {
    synthesis,
  });

describe('generated members', () => {
  it('are accessors of the fields, named after bean properties', async () => {
    const source = `
      @Data class Owner { private String name; private boolean isActive; private final int id = 1; static int count; }
      class Desk { void run(Owner o) { o.getName().length(); o.setName("a"); o.isActive(); o.setActive(true); o.getId(); o.setId(2); o.getCount(); } }`;
    expect(await run(source, 'Desk.run')).toEqual([
      'getName → Owner#getName()',
      'length → (java.lang.String)',
      'setName → Owner#setName(java.lang.String)',
      'isActive → Owner#isActive()',
      'setActive → Owner#setActive(boolean)',
      'getId → Owner#getId()',
      'setId ✗ no-such-member',
      'getCount ✗ no-such-member',
    ]);
  });

  it('stand for their field, and yield to declared ones', async () => {
    const program = await programOf(
      'import lombok.*; @Getter class Owner { String name; String city; public String getCity() { return city; } @Getter(AccessLevel.NONE) String secret; }',
      { synthesis },
    );
    expect(methodNamed(program, 'Owner.getName')).toMatchObject({
      synthesised: 'generated',
      accesses: 'name',
      declaration: null,
    });
    expect(methodNamed(program, 'Owner.getCity').declaration).not.toBeNull();
    expect(program.methods.some(({ name }) => name === 'getSecret')).toBe(false);
  });

  it('are constructors of all fields, of required fields, and of none', async () => {
    const source = `
      @AllArgsConstructor @NoArgsConstructor class All { String a; int b = 1; final int c = 2; }
      @RequiredArgsConstructor class Needed { final String a; @NonNull String b; int c; final int d = 4; }
      @RequiredArgsConstructor(staticName = "of") class Made { final String a; }
      @Data class Own { final String a; Own() { a = ""; } }
      class Desk { void run() { new All("a", 1); new All(); new Needed("a", "b"); Made.of("a"); new Own(); new Needed(); } }`;
    expect(await run(source, 'Desk.run')).toEqual([
      'new → All#<init>(java.lang.String,int)',
      'new → All#<init>()',
      'new → Needed#<init>(java.lang.String,java.lang.String)',
      'of → Made#of(java.lang.String)',
      'new → Own#<init>()',
      'new ✗ no-such-member',
    ]);
  });

  it('are builders, with what superclasses add', async () => {
    const source = `
      @Builder(toBuilder = true) class Plain { String name; int age; }
      @SuperBuilder class Base { String id; } @SuperBuilder class Sub extends Base { String name; }
      class Desk { void run() { Plain.builder().name("a").age(1).build().toBuilder(); Sub.builder().id("1").name("b").build(); } }`;
    expect(await run(source, 'Desk.run')).toEqual([
      'builder → Plain#builder()',
      'name → Plain$PlainBuilder#name(java.lang.String)',
      'age → Plain$PlainBuilder#age(int)',
      'build → Plain$PlainBuilder#build()',
      'toBuilder → Plain#toBuilder()',
      'builder → Sub#builder()',
      'id → Sub$SubBuilder#id(java.lang.String)',
      'name → Sub$SubBuilder#name(java.lang.String)',
      'build → Sub$SubBuilder#build()',
    ]);
  });

  it('are loggers, fluent accessors and copies', async () => {
    const source = `
      @Slf4j class Desk { void run(Point p) { log.info("x"); p.x(1).x(); p.withX(2).x(); } }
      @Getter @Setter @With @Accessors(fluent = true) class Point { int x; }`;
    expect(await run(source, 'Desk.run')).toEqual([
      'info → (org.slf4j.Logger)',
      'x → Point#x(int)',
      'x → Point#x()',
      'withX → Point#withX(int)',
      'x → Point#x()',
    ]);
  });

  it('do not appear for an annotation of the same simple name from elsewhere', async () => {
    const source =
      'import com.acme.Data; @Data class Owner { String name; } class Desk { void run(Owner o) { o.getName(); } }';
    expect(await callsOf(source, 'Desk.run', { synthesis })).toEqual(['getName ✗ no-such-member']);
  });

  it('are seen by code that has named their type before it was there', async () => {
    const sources = {
      'a/Plain.java':
        'package a; import lombok.*; @Builder(builderClassName = "B") public class Plain { String name; }',
      // The constant has the supertypes of the type looked up before anything is generated.
      'a/Sub.java': `package a; @SuppressWarnings(Sub.HINT) class Sub extends a.Plain.B {
        a.Plain.B made; void run() { name("a"); toString(); a.Plain.B.of(); } }`,
    };
    expect(await callsOf(sources, 'a.Sub.run', { synthesis })).toEqual([
      'name → a.Plain$B#name(java.lang.String)',
      'toString → (java.lang.Object)',
      'of ✗ no-such-member',
    ]);
    const imported = {
      ...sources,
      'b/User.java': 'package b; import static a.Plain.B.*; class User { Gone gone; void run() { of(); } }',
    };
    expect(await callsOf(imported, 'b.User.run', { synthesis })).toEqual(['of ✗ no-such-member']);
  });
});
