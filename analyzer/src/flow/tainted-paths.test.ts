import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../test/flow-of.ts';

const IMPORTS = `
package org.clinic;
import java.util.*;
import java.util.stream.*;
import lombok.*;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.util.HtmlUtils;
`;

function pathsOf(statements: string, others = '', parameters = '@RequestParam String text') {
  const sample = sampleOf(`${IMPORTS}
@RestController @org.springframework.validation.annotation.Validated class Search {
  JdbcTemplate jdbc;
  Store store;
  Archive archive;
  @GetMapping("/search") void search(${parameters}) { ${statements} }
  String join(String left, String right) { return left + right; }
  String same(String value) { return value; }
  String other(String value) { return "fixed"; }
}
interface Store { void keep(String value); }
class Archive {
  JdbcTemplate jdbc;
  void find(String sql) { jdbc.execute(sql); }
}
${others}`);
  return sample.view().taintedPaths;
}

/** What the value of the parameter can do in \`jdbc.execute\`, after the statements. */
function dangers(statements: string, others = ''): (string | null)[] {
  return pathsOf(statements, others).map((path) => path.taint);
}

const REACHES = ['sql'];

describe('a value from the outside that reaches a statement', () => {
  it.each([
    ['directly', 'jdbc.execute(text);'],
    ['by concatenation', 'jdbc.execute("select " + text);'],
    ['through locals', 'String first = text; String second = first; jdbc.execute(second);'],
    ['by assignment', 'String sql = ""; sql = text; jdbc.execute(sql);'],
    ['by adding to it', 'String sql = "select "; sql += text; jdbc.execute(sql);'],
    [
      'added to in a loop',
      'String sql = ""; for (int i = 0; i < 3; i++) { jdbc.execute(sql); sql = sql + text; }',
    ],
    ['in one branch', 'String sql = ""; if (text.isEmpty()) { sql = text; } jdbc.execute(sql);'],
    ['by a conditional', 'jdbc.execute(text.isEmpty() ? "" : text);'],
    [
      'by a switch',
      'String sql = switch (text.length()) { case 1 -> text; default -> ""; }; jdbc.execute(sql);',
    ],
    ['through a method', 'jdbc.execute(same(text));'],
    ['through one of two arguments', 'jdbc.execute(join("select ", text));'],
    ['into a method', 'archive.find(text);'],
    [
      'by a builder of text',
      'StringBuilder sql = new StringBuilder(); sql.append("x").append(text); jdbc.execute(sql.toString());',
    ],
    [
      'by a builder that is assigned',
      'StringBuilder sql; sql = new StringBuilder(); sql.append(text); jdbc.execute(sql.toString());',
    ],
    ['by a format', 'jdbc.execute(String.format("select %s", text));'],
    ['in a list', 'List<String> all = new ArrayList<>(); all.add(text); jdbc.execute(all.get(0));'],
    [
      'in a map',
      'Map<String, String> all = new HashMap<>(); all.put("q", text); jdbc.execute(all.get("q"));',
    ],
    ['in an array', 'String[] all = new String[1]; all[0] = text; jdbc.execute(all[0]);'],
    ['in a loop over it', 'for (String part : text.split(",")) { jdbc.execute(part); }'],
    ['by an optional', 'jdbc.execute(Optional.of(text).map(value -> value.trim()).orElse(""));'],
    [
      'by a stream',
      'Stream.of(text).filter(value -> !value.isEmpty()).forEach(value -> jdbc.execute(value));',
    ],
    ['by a method reference', 'Optional.of(text).ifPresent(archive::find);'],
    ['by the result of a method reference', 'jdbc.execute(Optional.of(text).map(this::same).get());'],
    [
      'by a lambda with a block',
      'Optional.of(text).ifPresent(value -> { String sql = value; jdbc.execute(sql); });',
    ],
    ['into a lambda from around it', 'List.of(1).forEach(each -> jdbc.execute(text));'],
    [
      'into an anonymous class',
      'new Thread(new Runnable() { public void run() { jdbc.execute(text); } }).start();',
    ],
    [
      'in what another object that is fixed gives for it',
      'String base = "select "; String sql = base.concat(text); jdbc.execute(sql);',
    ],
    ['as what a function gives', 'jdbc.execute(Optional.of(1).map(value -> text).orElse(""));'],
    ['by a cast', 'Object value = text; jdbc.execute((String) value);'],
    ['by a pattern', 'Object value = text; if (value instanceof String sql) { jdbc.execute(sql); }'],
  ])('is found: %s', (_, statements) => expect(dangers(statements)).toEqual(REACHES));

  it.each([
    ['as something else', 'jdbc.execute(other(text));'],
    ['as its length', 'jdbc.execute("limit " + text.length());'],
    ['as a number', 'jdbc.execute("id = " + Long.parseLong(text));'],
    ['as a boxed number', 'Integer id = Integer.valueOf(text); jdbc.execute("id = " + id);'],
    ['as a UUID', 'jdbc.execute("id = " + UUID.fromString(text));'],
    ['as a constant of an enum', 'jdbc.execute("kind = " + Thread.State.valueOf(text));'],
    ['as the outcome of a comparison', 'jdbc.execute("same = " + text.equals("x"));'],
    ['replaced before', 'String sql = text; sql = "select 1"; jdbc.execute(sql);'],
    ['assigned afterwards', 'String sql = "select 1"; jdbc.execute(sql); sql = text;'],
    ['in another local', 'String copy = text; jdbc.execute("select 1");'],
    [
      'in another list',
      'List<String> all = new ArrayList<>(); List<String> none = new ArrayList<>(); all.add(text); jdbc.execute(none.get(0));',
    ],
    [
      'in an anonymous class that reads another variable',
      'String sql = "select 1"; new Thread(new Runnable() { public void run() { jdbc.execute(sql); } }).start();',
    ],
    ['as a bound value', 'store.keep(text);'],
    [
      'in an object that never changes',
      'String base = "select 1"; String other = base.concat(text); jdbc.execute(base);',
    ],
    [
      'in what a function of the same call gets',
      'Optional.of("select 1").map(value -> { jdbc.execute(value); return text; });',
    ],
  ])('is not there: %s', (_, statements) => expect(dangers(statements)).toEqual([]));

  it('reaches a recursive method once', () => {
    const archive =
      'class Deep { JdbcTemplate jdbc; void find(String sql, int n) { if (n > 0) find(sql, n - 1); jdbc.execute(sql); } }';
    expect(dangers('new Deep().find(text, 3);', archive)).toEqual(REACHES);
  });

  it('goes into the last parameter of a method with any number of arguments', () => {
    const archive =
      'class Any { JdbcTemplate jdbc; void find(int n, String... all) { jdbc.execute(all[0]); } }';
    expect(dangers('new Any().find(1, "a", "b", text);', archive)).toEqual(REACHES);
    expect(dangers('new Any().find(text.length(), "a");', archive)).toEqual([]);
  });
});

describe('a value in a part of an object', () => {
  const use = (make: string, read: string, type: string) => dangers(`${make} jdbc.execute(${read});`, type);

  it.each([
    [
      'a record',
      'record Form(String name, String city) { }',
      'Form form = new Form(text, "x");',
      'form.name()',
      'form.city()',
    ],
    [
      'fields',
      'class Form { String name; String city; }',
      'Form form = new Form(); form.name = text;',
      'form.name',
      'form.city',
    ],
    [
      'a written constructor and getters',
      'class Form { String name; String city; Form(String n, String c) { this.name = n; city = c; } String getName() { return name; } String getCity() { return this.city; } }',
      'Form form = new Form(text, "x");',
      'form.getName()',
      'form.getCity()',
    ],
    [
      'written setters',
      'class Form { String name; String city; void setName(String n) { name = n; } String getName() { return name; } String getCity() { return city; } }',
      'Form form = new Form(); form.setName(text);',
      'form.getName()',
      'form.getCity()',
    ],
    [
      'Lombok accessors',
      '@Getter @Setter class Form { String name; String city; }',
      'Form form = new Form(); form.setName(text);',
      'form.getName()',
      'form.getCity()',
    ],
    [
      'a Lombok builder',
      '@Builder @Getter class Form { String name; String city; }',
      'Form form = Form.builder().city("x").name(text).build();',
      'form.getName()',
      'form.getCity()',
    ],
    [
      'setters that return the object',
      'class Form { String name; String city; Form name(String n) { this.name = n; return this; } Form city(String c) { city = c; return this; } Form self() { return this; } }',
      'Form form = new Form().city("x").name(text).self();',
      'form.name',
      'form.city',
    ],
    [
      'a written builder',
      'class Form { final String name; final String city; Form(String n, String c) { name = n; city = c; } } class FormBuilder { String n; String c; FormBuilder name(String v) { n = v; return this; } Form build() { return new Form(n, c); } }',
      'Form form = new FormBuilder().name(text).build();',
      'form.name',
      'form.city',
    ],
    [
      'an inherited setter',
      'class Base { String name; String city; void setName(String n) { name = n; } } class Form extends Base { String label() { return name; } String place() { return city; } }',
      'Form form = new Form(); form.setName(text);',
      'form.label()',
      'form.place()',
    ],
    [
      'an object in an object',
      'class Form { Inner inner; String city; } class Inner { String name; }',
      'Inner inner = new Inner(); inner.name = text; Form form = new Form(); form.inner = inner;',
      'form.inner.name',
      'form.city',
    ],
    [
      'an object in a list',
      'class Form { String name; String city; }',
      'Form form = new Form(); form.name = text; List<Form> all = new ArrayList<>(); all.add(form);',
      'all.get(0).name',
      'all.get(0).city',
    ],
  ])('is that part: %s', (...[, type, make, tainted, clean]) => {
    expect(use(make, tainted, type)).toEqual(REACHES);
    expect(use(make, clean, type)).toEqual([]);
  });

  it('is the whole of a text that is made of the object', () => {
    const type = 'class Form { String name; }';
    expect(use('Form form = new Form(); form.name = text;', '"" + form', type)).toEqual(REACHES);
  });

  it('is all of it where the whole object came from outside', () => {
    const form = 'class Form { public String name; public String getName() { return name; } }';
    const paths = pathsOf('jdbc.execute(form.getName());', form, '@RequestBody Form form');
    expect(paths.map((path) => path.source.what)).toEqual(['form']);
  });
});

describe('a value that somebody looked at', () => {
  it('is clean of what its sanitizer takes, and of nothing else', () => {
    expect(dangers('jdbc.execute(HtmlUtils.htmlEscape(text));')).toEqual(REACHES);
    const paths = pathsOf('store.keep(HtmlUtils.htmlEscape(text)); archive.find("x");');
    expect(paths).toEqual([]);
  });

  it('is clean behind a validation that refuses it, and only behind it', () => {
    const validated = 'if (!Set.of("name", "city").contains(text)) { throw new IllegalArgumentException(); }';
    expect(dangers(`${validated} jdbc.execute(text);`)).toEqual([]);
    expect(dangers(`jdbc.execute(text); ${validated}`)).toEqual(REACHES);
    expect(dangers(`if (text.isEmpty()) { ${validated} } jdbc.execute(text);`)).toEqual(REACHES);
    expect(dangers(`String copy = text; ${validated} jdbc.execute(copy);`)).toEqual(REACHES);
  });

  it.each([
    'if (!text.matches("[a-z]+")) { throw new IllegalArgumentException(); }',
    'if (text.matches("[a-z]+") == false) return;',
    'for (String word : List.of("a")) { if (!text.matches("[a-z]+")) { break; } jdbc.execute(text); } if (true) return;',
    'boolean fits = Set.of("name").contains(text); if (!fits) { return; }',
  ])('is clean where it has passed: %s', (statements) => {
    expect(dangers(`${statements} jdbc.execute(text);`)).toEqual([]);
  });

  it.each([
    'if (text.matches("[a-z]+")) { throw new IllegalArgumentException(); }',
    'if (Set.of("name").contains(text)) { return; }',
    'if (!text.matches("^(?=.*\\\\d).{8,20}$")) { return; }',
    'if (!java.util.regex.Pattern.compile("a[^;]*").matcher(text).matches()) { return; }',
    'if (!text.matches("[a-z]+")) { System.out.println("odd"); }',
    'if (text.matches("[a-z]+") == true) return;',
    'boolean fits = Set.of("name").contains(text); if (fits) { return; }',
  ])('is not clean where it has failed, or where nobody cares: %s', (statements) => {
    expect(dangers(`${statements} jdbc.execute(text);`)).toEqual(REACHES);
  });

  it('is not clean for another value in the same variable, or for another part of the object', () => {
    const validate = (what: string) =>
      `if (!Set.of("name").contains(${what})) { throw new IllegalArgumentException(); }`;
    expect(dangers(`String sql = "x"; ${validate('sql')} sql = text; jdbc.execute(sql);`)).toEqual(REACHES);
    const form = 'class Form { public String name; public String city; }';
    const of = (statements: string) => pathsOf(statements, form, '@RequestBody Form form').length;
    expect(of(`${validate('form.name')} jdbc.execute(form.name);`)).toBe(0);
    expect(of(`${validate('form.name')} jdbc.execute(form.city);`)).toBe(1);
  });

  it('is not followed where the door has validated it', () => {
    const parameters = (annotation: string) => `${annotation} @RequestParam String text`;
    const bounded = '@jakarta.validation.constraints.Pattern(regexp = "^[a-z]{1,9}$")';
    expect(pathsOf('jdbc.execute(text);', '', parameters(''))).toHaveLength(1);
    const validating = pathsOf('jdbc.execute(text);', '', parameters(bounded));
    expect(validating).toHaveLength(0);
    expect(pathsOf('archive.find(text);', '', parameters(bounded))).toHaveLength(0);
  });

  it('is followed where the door has only looked at its length, and is only told where it does harm', () => {
    const parameters = '@jakarta.validation.constraints.Size(max = 20) @RequestParam String text';
    expect(pathsOf('jdbc.execute(text);', '', parameters).map(({ taint }) => taint)).toEqual(REACHES);
    expect(pathsOf('jdbc.update("update visit set name = ?", text);', '', parameters)).toEqual([]);
    const form =
      'class Form { @jakarta.validation.constraints.Size(max = 20) public String name; @jakarta.validation.constraints.Pattern(regexp = "[a-z]+") public String code; }';
    const body = '@jakarta.validation.Valid @RequestBody Form form';
    expect(pathsOf('jdbc.execute(form.name);', form, body).map(({ source }) => source.what)).toEqual([
      'form.name',
    ]);
    expect(pathsOf('jdbc.execute(form.code);', form, body)).toEqual([]);
  });
});

describe('the way of a value', () => {
  it('counts the methods on it, the handler among them, with the line that leads on', () => {
    const text = 'class Deep { Archive archive; void find(String sql) { archive.find(sql); } }';
    const [path] = pathsOf('new Deep().find(text);', text);
    expect(path?.hops.map((hop) => hop.label)).toEqual(['Search.search', 'Deep.find', 'Archive.find']);
    expect(path?.uncheckedHops).toBe(3);
    expect(pathsOf('jdbc.execute(text);')[0]?.uncheckedHops).toBe(1);
  });

  it('starts where a call reads the request, for the entry point whose request it is', () => {
    const sample = sampleOf(`${IMPORTS}
import jakarta.servlet.http.*;
@RestController class Search {
  Archive archive;
  @GetMapping("/near") void near(HttpServletRequest request) { archive.find(request); }
  @GetMapping("/far") void far(HttpServletRequest request) { pass(request); }
  void pass(HttpServletRequest request) { archive.find(request); }
  @GetMapping("/idle") void idle(HttpServletRequest request) { }
}
class Archive {
  JdbcTemplate jdbc;
  void find(HttpServletRequest request) { jdbc.execute(request.getParameter("q")); }
}`);
    const paths = sample.view().taintedPaths;
    expect(paths.map((path) => path.entry.paths[0]).sort()).toEqual(['/far', '/near']);
    expect(paths.map((path) => path.hops.length)).toEqual([1, 1]);
  });

  it('leads back with a result to those that the entry point makes run, and to nobody else who asks the same method', () => {
    const sample = sampleOf(`${IMPORTS}
import jakarta.servlet.http.*;
@RestController class Search {
  Archive archive;
  Query query;
  @GetMapping("/one") void one(HttpServletRequest request) { archive.find(query.of(request)); }
  @GetMapping("/two") void two(HttpServletRequest request) { log(query.of(request)); }
  void log(String text) { }
}
class Query { String of(HttpServletRequest request) { return request.getParameter("q"); } }
class Archive { JdbcTemplate jdbc; void find(String sql) { jdbc.execute(sql); } }`);
    const paths = sample.view().taintedPaths;
    expect(paths.map((path) => path.entry.paths[0])).toEqual(['/one']);
  });

  it('leads back through a method that does nothing but hand it on, for each entry point', () => {
    const sample = sampleOf(`${IMPORTS}
import jakarta.servlet.http.*;
@RestController class Search {
  Archive archive;
  Query query;
  @GetMapping("/one") void one(HttpServletRequest request) { archive.find(query.of(request)); }
  @GetMapping("/two") void two(HttpServletRequest request) { archive.find(query.of(request)); }
}
class Query {
  String of(HttpServletRequest request) { return raw(request); }
  String raw(HttpServletRequest request) { return request.getParameter("q"); }
}
class Archive { JdbcTemplate jdbc; void find(String sql) { jdbc.execute(sql); } }`);
    const paths = sample.view().taintedPaths;
    expect(paths.map((path) => path.entry.paths[0]).sort()).toEqual(['/one', '/two']);
  });

  it('is cut at the depth limit, which is told', () => {
    const sample = sampleOf(`${IMPORTS}
@RestController class Search {
  Archive archive;
  @GetMapping("/search") void search(@RequestParam String text) { one(text); }
  void one(String text) { archive.find(text); }
}
class Archive { JdbcTemplate jdbc; void find(String sql) { jdbc.execute(sql); } }`);
    expect(sample.view(2).taintedPaths).toHaveLength(1);
    expect(sample.view(1).taintedPaths).toHaveLength(0);
    expect(sample.view(1).truncated.entries).toHaveLength(1);
  });
});
