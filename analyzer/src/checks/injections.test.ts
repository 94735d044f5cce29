import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../test/flow-of.ts';
import { entry, inputOf } from '../../test/view-of.ts';
import type { TaintedPath } from '../flow/security-view.ts';
import type { MetricEvidence } from '../metrics/metric.ts';
import { injections } from './injections.ts';

/** A controller with one handler around the statements; the parameter is `value`, the request `request`. */
function handler(statements: string): string {
  return `package org.clinic;
import java.nio.file.*;
import javax.servlet.http.*;
import javax.xml.parsers.*;
import org.springframework.web.bind.annotation.*;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.client.RestTemplate;
@RestController
public class Visits {
  private JdbcTemplate jdbc;
  private RestTemplate rest;
  private org.springframework.ldap.core.LdapTemplate ldap;
  private Path base = Path.of("/data").normalize();
  @PostMapping("/visits")
  Object open(@RequestParam String value, HttpServletRequest request, HttpServletResponse response) throws Exception {
    ${statements}
    return null;
  }
}`;
}

function found(text: string): readonly MetricEvidence[] {
  return injections.look(inputOf(sampleOf(text).view()));
}

const rulesIn = (statements: string) => found(handler(statements)).map(({ rule }) => rule);

describe('a value from outside', () => {
  it.each([
    [
      'C1-sql-injection',
      'return jdbc.queryForList("select * from visit where name = \'" + value + "\'");',
      'return jdbc.queryForList("select * from visit where name = ?", value);',
    ],
    [
      'C1-command-injection',
      'Runtime.getRuntime().exec("ping " + value);',
      'Runtime.getRuntime().exec("ping " + Integer.parseInt(value));',
    ],
    [
      'C1-code-injection',
      'return new org.springframework.expression.spel.standard.SpelExpressionParser().parseExpression(value).getValue();',
      'return new org.springframework.expression.spel.standard.SpelExpressionParser().parseExpression(value).getValue(org.springframework.expression.spel.support.SimpleEvaluationContext.forReadOnlyDataBinding().build());',
    ],
    [
      'C1-path-traversal',
      'return Files.readAllBytes(base.resolve(value));',
      'Path file = base.resolve(value).normalize(); if (!file.startsWith(base)) throw new SecurityException(); return Files.readAllBytes(file);',
    ],
    [
      'C1-ssrf',
      'return rest.getForObject(value, String.class);',
      'return rest.getForObject("http://stock/api", String.class);',
    ],
    [
      'C1-xxe',
      'return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(request.getInputStream());',
      'DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance(); factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true); return factory.newDocumentBuilder().parse(request.getInputStream());',
    ],
    [
      'C1-xxe',
      'DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance(); factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", false); return factory.newDocumentBuilder().parse(request.getInputStream());',
      'DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance(); factory.setFeature("http://xml.org/sax/features/external-general-entities", Boolean.FALSE); return factory.newDocumentBuilder().parse(request.getInputStream());',
    ],
    [
      'C1-ldap-injection',
      'return ldap.search("ou=people", "(uid=" + value + ")", (org.springframework.ldap.core.AttributesMapper<String>) found -> "");',
      'return ldap.search("ou=people", new org.springframework.ldap.filter.EqualsFilter("uid", value).encode(), (org.springframework.ldap.core.AttributesMapper<String>) found -> "");',
    ],
    [
      'C1-unsafe-deserialization',
      'return new org.yaml.snakeyaml.Yaml().load(value);',
      'return new org.yaml.snakeyaml.Yaml(new org.yaml.snakeyaml.constructor.SafeConstructor()).load(value);',
    ],
    ['C1-open-redirect', 'response.sendRedirect(value);', 'response.sendRedirect("/visits");'],
    ['C1-unsafe-reflection', 'return Class.forName(value);', 'return Class.forName("org.clinic.Visits");'],
    [
      'C1-jndi-injection',
      'return new javax.naming.InitialContext().lookup(value);',
      'return new javax.naming.InitialContext().lookup("java:comp/env/jdbc");',
    ],
  ])('is found as %s, and its near twin is silent', (rule, unsafe, safe) => {
    expect(rulesIn(unsafe)).toEqual([rule]);
    expect(rulesIn(safe)).toEqual([]);
  });

  it.each([
    ['rest.getForObject("http://stock/visits?name=" + value, String.class)', []],
    ['rest.getForObject(address + "/visits/" + value, String.class)', []],
    ['rest.getForObject(own("stock") + "/visits/" + value, String.class)', []],
    ['rest.getForObject("http://" + value + "/visits", String.class)', ['C1-ssrf']],
    ['rest.getForObject("http://stock" + value, String.class)', ['C1-ssrf']],
    ['rest.getForObject(value + "/visits", String.class)', ['C1-ssrf']],
    ['response.sendRedirect("/visits/" + value)', []],
    ['response.sendRedirect("/" + value)', ['C1-open-redirect']],
  ])('decides where a call goes only in the host of its address: %s', (call, expected) => {
    const own =
      'private String address; private String own(String name) { return "http://" + name; }\n  @PostMapping';
    expect(found(handler(`${call};`).replace('@PostMapping', own)).map(({ rule }) => rule)).toEqual(expected);
  });

  describe('that becomes part of an address', () => {
    const others = `class Stock {
  @org.springframework.beans.factory.annotation.Value("${'$'}{stock.url}") private String url;
  String base() { return url; }
  String of(String id) { return url + "/visits/" + id; }
  String behind(String id) { return url + id; }
}`;
    const rulesFor = (expression: string) =>
      found(
        `${handler(`return rest.getForObject(${expression}, String.class);`).replace('private RestTemplate rest;', 'private RestTemplate rest; private Stock stock;')}\n${others}`,
      ).map(({ rule }) => rule);

    it.each([
      ['stock.base() + "/visits/" + value', 'stock.base() + value'],
      ['stock.of(value)', 'stock.behind(value)'],
      ['"http://" + stock.of(value)', '"http://" + stock.behind(value)'],
      ['String.format("http://stock/%s", value)', 'String.format("http://%s/visits", value)'],
      ['"http://stock/%s".formatted(value)', '"http://%s/visits".formatted(value)'],
      [
        'new StringBuilder(stock.base()).append("/visits/").append(value).toString()',
        'new StringBuilder("http://").append(value).append("/visits/").toString()',
      ],
      [
        'org.springframework.web.util.UriComponentsBuilder.fromHttpUrl(stock.base()).queryParam("q", value).toUriString()',
        'org.springframework.web.util.UriComponentsBuilder.fromHttpUrl(value).queryParam("q", "a").toUriString()',
      ],
    ])('behind its host steers no call: %s', (behind, before) => {
      expect(rulesFor(behind)).toEqual([]);
      expect(rulesFor(before)).toEqual(['C1-ssrf']);
    });

    it('is still seen where the beginning of the address comes from outside as well', () => {
      expect(rulesFor('request.getParameter("host") + "/visits/" + value')).toEqual(['C1-ssrf']);
    });

    it('steers no call by what is sent in its headers or body', () => {
      const sent = 'HttpMethod.POST, new org.springframework.http.HttpEntity<>(value)';
      const exchange = (address: string) =>
        rulesIn(
          `return org.springframework.http.ResponseEntity.ok(rest.exchange(${address}, ${sent}, String.class));`,
        );
      expect(exchange('"http://stock/visits"')).toEqual([]);
      expect(exchange('value')).toEqual(['C1-ssrf']);
    });

    it('does not become a part of the handler where a static method that was imported by its name gets it', () => {
      const text = `package org.clinic;
import static org.springframework.http.ResponseEntity.ok;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.client.RestTemplate;
@RestController
class Visits {
  private Stock stock;
  @PostMapping("/visits") Object open(@RequestBody String value) { return ok(stock.send(value)); }
}
class Stock {
  private RestTemplate rest;
  private String address = "http://stock/visits";
  Object send(String value) { return rest.postForObject(address, value, String.class); }
}`;
      expect(found(text)).toEqual([]);
      expect(
        found(text.replace('send(String value) {', 'send(String value) { address = value;')).map(
          ({ rule }) => rule,
        ),
      ).toEqual(['C1-ssrf']);
    });
  });

  it('that is written as the content of a file names no path', () => {
    expect(rulesIn('Files.copy(request.getInputStream(), base.resolve("upload"));')).toEqual([]);
  });

  it('that is read by a stream with a filter of its own is silent', () => {
    const own = `class Careful extends java.io.ObjectInputStream {
  Careful(java.io.InputStream in) throws java.io.IOException { super(in); }
  @Override protected Class<?> resolveClass(java.io.ObjectStreamClass type) { throw new SecurityException(); }
}`;
    const read = (type: string) => handler(`return new ${type}(request.getInputStream()).readObject();`);
    expect(found(read('java.io.ObjectInputStream')).map(({ rule }) => rule)).toEqual([
      'C1-unsafe-deserialization',
    ]);
    expect(found(`${read('Careful')}\n${own}`)).toEqual([]);
  });

  it('makes one finding of all operations of a method, anchored at the first, with its way', () => {
    const [only, ...rest] = found(
      handler('Files.deleteIfExists(base.resolve(value));\n    Files.createFile(base.resolve(value));'),
    );
    expect(rest).toEqual([]);
    expect(only).toMatchObject({
      rule: 'C1-path-traversal',
      location: { line: 16 },
      facts: { source: 'value', entry: 'POST /visits', others: 0, lines: 1 },
    });
    expect(only?.path.map(({ location }) => location.line)).toEqual([16]);
  });

  it('comes from the entry points that lead to the operation, not from all that share a helper', () => {
    const text = `package org.clinic;
import javax.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.*;
@RestController
public class Visits {
  private String text(HttpServletRequest request) { return request.getParameter("text"); }
  @GetMapping("/plain") int plain(HttpServletRequest request) { return text(request).trim().length(); }
  @GetMapping("/load") Object load(HttpServletRequest request) throws Exception { return Class.forName(text(request)); }
}`;
    expect(found(text).map(({ facts }) => [facts['entry'], facts['others']])).toEqual([['GET /load', 0]]);
  });
});

describe('the exposure of an injection', () => {
  const path = (parts: Partial<TaintedPath>): TaintedPath => {
    const from = parts.entry ?? entry('open');
    const location = from.location;
    return {
      entry: from,
      source: { what: 'value', kind: 'query', location },
      sink: {
        id: 'sink',
        kind: 'response',
        action: 'send',
        operation: 'response send',
        privileged: false,
        owner: from.handler as never,
        member: 'send',
        method: from.handler,
        operationIndex: 1,
        location,
        dangers: [],
        mechanism: 'servlet.redirect',
        confidence: 'certain',
      },
      taint: 'sql',
      hops: [],
      uncheckedHops: 1,
      confidence: 'certain',
      ...parts,
    };
  };
  const look = (parts: Partial<TaintedPath>) => injections.look(inputOf({ taintedPaths: [path(parts)] }))[0];
  const access = (verdict: 'authenticated' | 'unknown' | 'denied') =>
    entry('open', { access: { verdict, mechanism: 'path-rule', evidence: [] } });

  it('is anonymous where nobody has to log in, and nothing where that is not known', () => {
    expect(look({})?.exposure).toBe('anonymous');
    expect(look({ entry: access('authenticated') })?.exposure).toBeUndefined();
    expect(look({ entry: access('unknown') })?.exposure).toBeUndefined();
    expect(look({ entry: entry('open', { kind: 'cli' }) })?.exposure).toBe('internal');
  });

  it('says nothing where other users are the victims, and nobody is accused who lets nobody in', () => {
    expect(look({ taint: 'url-redirection' })?.exposure).toBeUndefined();
    expect(look({ entry: access('denied') })).toBeUndefined();
  });

  it('is less sure over an edge that may not be there', () => {
    expect(look({ confidence: 'possible' })?.confidence).toBe('low');
    expect(look({ confidence: 'likely' })?.confidence).toBe('medium');
  });
});
