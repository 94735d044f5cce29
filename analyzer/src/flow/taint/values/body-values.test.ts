import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../../../test/flow-of.ts';

/** Whether the parameter `text` reaches the statement, after the statements. */
function reaches(statements: string, others = ''): boolean {
  const sample = sampleOf(`
package org.clinic;
import java.util.*;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.*;
@RestController class Search {
  static final int LIMIT = 3;
  JdbcTemplate jdbc;
  boolean open;
  @GetMapping("/search") void search(@RequestParam String text) { ${statements} }
  void keep(Object value) { }
  ${others}
}`);
  return sample.view().taintedPaths.some(({ taint }) => taint === 'sql');
}

const OPEN = 'Decides something that is not known: the value may come through.';
const CLOSED = 'Decides against it for sure.';

describe('a branch that a constant decides', () => {
  it.each([
    ['arithmetic', 'int n = 86; String sql; if (7 * 42 - n > 200) sql = "x"; else sql = text;', CLOSED],
    ['arithmetic', 'int n = 106; String sql; if (7 * 42 - n > 200) sql = "x"; else sql = text;', OPEN],
    ['integer division', 'String sql = 7 / 2 == 3 ? "x" : text;', CLOSED],
    ['integer division', 'String sql = 7 / 2.0 == 3 ? "x" : text;', OPEN],
    ['a constant of the class', 'String sql = LIMIT > 2 ? "x" : text;', CLOSED],
    ['a field that may change', 'String sql = open ? "x" : text;', OPEN],
    ['members of text', 'String w = "ABC"; String sql = w.length() == 3 ? "x" : text;', CLOSED],
    ['members of what comes in', 'String sql = text.length() == 3 ? "x" : text;', OPEN],
    ['a condition with `&&`', 'String sql = text.isEmpty() && 1 > 2 ? text : "x";', CLOSED],
    ['a condition with `||`', 'String sql = text.isEmpty() || 1 > 2 ? text : "x";', OPEN],
    [
      'an assignment on the right of `&&`',
      'String sql = text; if (1 < 2 && (sql = "x") != null) { }',
      CLOSED,
    ],
    ['an assignment on the right of `&&`', 'String sql = text; if (open && (sql = "x") != null) { }', OPEN],
    ['a step', 'int n = 2; n++; String sql = "x"; if (n == 2) sql = text;', CLOSED],
    ['a step', 'int n = 2; n++; String sql = "x"; if (n == 3) sql = text;', OPEN],
    ['an assignment that computes', 'int n = 9; n -= 2; String sql = "x"; if (n != 7) sql = text;', CLOSED],
    ['an overwriting branch that is sure', 'String sql = text; if (1 < 2) sql = "x";', CLOSED],
    ['an overwriting branch that is not', 'String sql = text; if (open) sql = "x";', OPEN],
    [
      'a number in a loop',
      'int n = 0; String sql = "x"; while (open) { n = n + 1; } if (n > 0) sql = text;',
      OPEN,
    ],
    ['a wide number', 'String sql = 2147483647 + 1 > 0 ? text : "x";', CLOSED],
  ])('%s: %s', (_, statements, verdict) => {
    expect(reaches(`${statements} jdbc.execute(sql);`)).toBe(verdict === OPEN);
  });

  it.each([
    ["case 'A': sql = text; break; case 'B': sql = \"x\"; break; default: sql = text;", CLOSED],
    ['case \'A\': sql = "x"; break; case \'B\': sql = text; break; default: sql = "x";', OPEN],
    ['case \'B\': sql = "x"; default: sql = text;', OPEN],
    ["case 'A': case 'B': sql = text; break; default: sql = \"x\";", OPEN],
    ["case 'A' -> sql = text; case 'B' -> sql = \"x\"; default -> sql = text;", CLOSED],
    ['case \'A\' -> sql = "x"; case \'B\' -> sql = text; default -> sql = "x";', OPEN],
    ['case \'A\': sql = text; break; default: sql = "x";', CLOSED],
    ["case 'A': sql = text; break; case 'C': sql = \"x\";", CLOSED],
  ])('a switch over a constant character: %s', (cases, verdict) => {
    const statements = `char which = "ABC".charAt(1); String sql = ""; switch (which) { ${cases} }`;
    expect(reaches(`${statements} jdbc.execute(sql);`)).toBe(verdict === OPEN);
  });

  it('takes a way that jumps out of a switch into account', () => {
    const jump = (then: string) =>
      reaches(`String sql = text; switch (text.length()) { default: if (open) break; ${then} }
        jdbc.execute(sql);`);
    expect(jump('sql = "x";')).toBe(true);
    expect(
      reaches('String sql = text; switch (text.length()) { default: sql = "x"; } jdbc.execute(sql);'),
    ).toBe(false);
  });

  it.each([
    [
      'what a catch block sees',
      'String sql = "x"; try { sql = text; keep(sql); sql = "y"; } catch (RuntimeException e) { jdbc.execute(sql); }',
      OPEN,
    ],
    [
      'what comes after the block',
      'String sql = "x"; try { sql = text; keep(sql); sql = "y"; } finally { keep(sql); } jdbc.execute(sql);',
      CLOSED,
    ],
    [
      'what a finally sees',
      'String sql = "x"; try { sql = text; keep(sql); sql = "y"; } finally { jdbc.execute(sql); }',
      OPEN,
    ],
    [
      'what a finally sets',
      'String sql = text; try { keep(sql); } finally { sql = "x"; } jdbc.execute(sql);',
      CLOSED,
    ],
    [
      'what comes after a catch that goes on',
      'String sql = "x"; try { sql = text; keep(sql); sql = "y"; } catch (RuntimeException e) { keep(e); } jdbc.execute(sql);',
      OPEN,
    ],
    [
      'what comes after a catch that leaves',
      'String sql = "x"; try { sql = text; keep(sql); sql = "y"; } catch (RuntimeException e) { return; } jdbc.execute(sql);',
      CLOSED,
    ],
    [
      'a loop that is left in the middle',
      'String sql = "x"; while (open) { sql = text; if (open) break; sql = "y"; } jdbc.execute(sql);',
      OPEN,
    ],
    [
      'a loop that gives it back',
      'String sql = "x", next = "y"; while (open) { sql = next; next = text; } jdbc.execute(sql);',
      OPEN,
    ],
    [
      'a block that is left by its label',
      'String sql; out: { sql = text; if (open) break out; sql = "x"; } jdbc.execute(sql);',
      OPEN,
    ],
  ])('%s', (_, statements, verdict) => {
    expect(reaches(statements)).toBe(verdict === OPEN);
  });

  it('runs no code behind it', () => {
    expect(reaches('if (1 > 2) { jdbc.execute(text); }')).toBe(false);
    expect(reaches('if (2 > 1) { jdbc.execute(text); }')).toBe(true);
    expect(reaches('if (open) { return; } jdbc.execute(text);')).toBe(true);
    expect(reaches('if (2 > 1) { return; } jdbc.execute(text);')).toBe(false);
  });
});

describe('a place in a list, map or array that nobody else holds', () => {
  const list = (calls: string) =>
    `List<String> all = new ArrayList<>(); all.add("a"); all.add(text); all.add("b"); ${calls}`;
  const map = (calls: string) =>
    `Map<String, String> all = new HashMap<>(); all.put("a", "x"); all.put("b", text); ${calls}`;
  it.each([
    ['another place', list('jdbc.execute(all.get(0));'), CLOSED],
    ['the place', list('jdbc.execute(all.get(1));'), OPEN],
    ['another place behind one taken out', list('all.remove(0); jdbc.execute(all.get(1));'), CLOSED],
    ['the place behind one taken out', list('all.remove(0); jdbc.execute(all.get(0));'), OPEN],
    ['one of unknown place taken out', list('all.remove(text); jdbc.execute(all.get(0));'), OPEN],
    ['a place of unknown number', list('jdbc.execute(all.get(text.length()));'), OPEN],
    ['the place overwritten', list('all.set(1, "c"); jdbc.execute(all.get(1));'), CLOSED],
    ['another one overwritten', list('all.set(0, "c"); jdbc.execute(all.get(1));'), OPEN],
    ['all taken out', list('all.clear(); all.add("c"); jdbc.execute(all.get(0));'), CLOSED],
    ['a list that others got', list('keep(all); jdbc.execute(all.get(0));'), OPEN],
    [
      'a list under two names',
      list('List<String> same = all; same.remove(0); jdbc.execute(all.get(0));'),
      OPEN,
    ],
    [
      'a list under two names',
      list('List<String> same = all; same.remove(1); jdbc.execute(all.get(1));'),
      CLOSED,
    ],
    [
      'one of two lists',
      list('List<String> o = open ? all : new ArrayList<>(); o.remove(0); jdbc.execute(all.get(0));'),
      OPEN,
    ],
    ['a list of both branches', list('if (open) all.remove(0); jdbc.execute(all.get(0));'), OPEN],
    [
      'a list that changes in a loop',
      list('while (open) { jdbc.execute(all.get(0)); all.remove(0); }'),
      OPEN,
    ],
    [
      'a list that changes later',
      list('Runnable r = () -> all.remove(0); r.run(); jdbc.execute(all.get(0));'),
      OPEN,
    ],
    [
      'a list in a list',
      list(
        'List<List<String>> two = new ArrayList<>(); two.add(all); two.get(0).remove(0); jdbc.execute(all.get(0));',
      ),
      OPEN,
    ],
    ['the whole list', list('all.remove(0); jdbc.execute(String.join(" ", all));'), OPEN],
    ['a place that is not there', list('jdbc.execute(all.get(7));'), CLOSED],
    ['another key', map('jdbc.execute(all.get("a"));'), CLOSED],
    ['the key', map('jdbc.execute(all.get("b"));'), OPEN],
    ['a key computed from constants', map('String k = "a"; jdbc.execute(all.get(k + ""));'), CLOSED],
    ['an unknown key', map('jdbc.execute(all.get(text));'), OPEN],
    ['the key overwritten', map('all.put("b", "x"); jdbc.execute(all.get("b"));'), CLOSED],
    ['an unknown key written', map('all.put(text, text); jdbc.execute(all.get("a"));'), OPEN],
    ['the key of one branch', map('if (open) all.put("a", text); jdbc.execute(all.get("a"));'), OPEN],
    ['another key of one branch', map('if (open) all.put("c", text); jdbc.execute(all.get("a"));'), CLOSED],
    ['another element', 'String[] all = { "a", text }; jdbc.execute(all[0]);', CLOSED],
    ['the element', 'String[] all = { "a", text }; jdbc.execute(all[1]);', OPEN],
    [
      'an element overwritten',
      'String[] all = new String[2]; all[0] = text; all[0] = "x"; jdbc.execute(all[0]);',
      CLOSED,
    ],
    [
      'an unknown element',
      'String[] all = new String[9]; all[text.length()] = text; jdbc.execute(all[0]);',
      OPEN,
    ],
    [
      'an element of an inner array',
      'String[][] all = { { "a", text }, { "b" } }; jdbc.execute(all[1][0]);',
      CLOSED,
    ],
    [
      'an element of an inner array',
      'String[][] all = { { "a", text }, { "b" } }; jdbc.execute(all[0][1]);',
      OPEN,
    ],
  ])('%s: %s', (_, statements, verdict) => {
    expect(reaches(statements)).toBe(verdict === OPEN);
  });
});
