import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../../test/flow-of.ts';
import { diagnoseLimits } from '../diagnose-limits.ts';
import { createSummaries } from './summaries.ts';
import { taintGround } from './taint-ground.ts';

const LONG = 20_000;

function longMethod(statements: string, others = '') {
  return sampleOf(`
package org.clinic;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.*;
@RestController class Search {
  JdbcTemplate jdbc;
  @GetMapping("/search") void search(@RequestParam String text, jakarta.servlet.http.HttpServletRequest request) { ${statements} }
  ${others}
}`);
}

const ASK = 'request.getParameter("q")';
const BODIES: readonly (readonly [string, string])[] = [
  [
    'a chain of calls that all get it',
    `jdbc.execute(new StringBuilder()${'.append(text)'.repeat(LONG)}.toString());`,
  ],
  [
    'a chain of calls that all fetch input',
    `jdbc.execute(new StringBuilder()${`.append(${ASK})`.repeat(LONG / 4)}.toString());`,
  ],
  [
    'a local that is assigned again and again',
    `String s = text; ${'s = s + "x";'.repeat(LONG)} jdbc.execute(s);`,
  ],
  [
    'a local that may be assigned again and again',
    `String s = text; ${'if (s.isEmpty()) s = s + text;'.repeat(LONG / 2)} jdbc.execute(s);`,
  ],
  [
    'a ladder of branches',
    `String s = ""; if (text == null) { }${' else if (s.isEmpty()) s = text;'.repeat(LONG / 4)} jdbc.execute(s);`,
  ],
  [
    'a list that grows',
    `java.util.List<String> s = new java.util.ArrayList<>(); ${'s.add(text);'.repeat(LONG / 2)} jdbc.execute(s.get(7));`,
  ],
];

describe('a body of very many operations', () => {
  it.each(BODIES)('costs no more for each of them than a short one, for %s', (_, statements) => {
    const { program, labels, method } = longMethod(statements);
    const search = method('Search.search');
    const summary = createSummaries(taintGround(program, labels)).of(search, { kind: 'parameter', index: 0 });
    const count = search.declaration?.body?.operations.length ?? 0;
    expect(count).toBeGreaterThan(LONG / 2);
    expect(summary?.flow.isCut).toBe(false);
    expect(summary?.flow.work).toBeLessThan(4 * count);
  });

  it.each(BODIES)('is still seen to lead to the statement, for %s', (_, statements) => {
    expect(
      longMethod(statements)
        .view()
        .taintedPaths.some(({ taint }) => taint === 'sql'),
    ).toBe(true);
  });

  it('is left half way where it costs too much, and is named', () => {
    const fields = Array.from({ length: 600 }, (_, index) => `String f${index};`).join(' ');
    const stores = Array.from({ length: 600 }, (_, index) => `form.f${index} = text;`).join(' ');
    const uses = 'form = keep(form);'.repeat(300);
    const view = longMethod(
      `Form form = new Form(); ${stores} ${uses} jdbc.execute(form.f7);`,
      `Form keep(Form form) { return form; } static class Form { ${fields} }`,
    ).view();
    expect(view.truncated.bodies.map(({ label }) => label)).toContain('Search.search');
    expect(diagnoseLimits(view)).toContainEqual(
      expect.objectContaining({ code: 'body-too-large', severity: 'warning', line: 7 }),
    );
  });

  it('is followed to the end however many methods it calls, each of which calls others', () => {
    const numbers = Array.from({ length: 60 }, (_, index) => index);
    const helpers = numbers.map(
      (index) =>
        `String a${index}(String v) { return b${index}(v); } String b${index}(String v) { return v + ${index}; }`,
    );
    const view = longMethod(
      `${numbers.map((index) => `String t${index} = a${index}(text);`).join(' ')} jdbc.execute(t59);`,
      helpers.join('\n'),
    ).view();
    expect(view.truncated.bodies).toEqual([]);
    expect(view.taintedPaths.filter(({ taint }) => taint === 'sql')).toHaveLength(1);
  });

  it('is not named where it is followed to the end', () => {
    const { view } = longMethod('jdbc.execute(text);');
    expect(view().truncated.bodies).toEqual([]);
    expect(diagnoseLimits(view())).toEqual([]);
  });
});

describe('methods that call each other in a circle', () => {
  const CIRCLE = `
    String first(String v, int n) { return n == 0 ? second(v, n) : v; }
    String second(String v, int n) { return first(v, n); }`;

  it.each([
    'String other = first(text, 2); jdbc.execute(second(text, 1));',
    'jdbc.execute(second(text, 1)); String other = first(text, 2);',
  ])('are known to the end, whichever is asked for first: %s', (statements) => {
    const { taintedPaths } = longMethod(statements, CIRCLE).view();
    expect(taintedPaths.map(({ taint }) => taint)).toEqual(['sql']);
  });
});
