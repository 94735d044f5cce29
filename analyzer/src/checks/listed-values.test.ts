import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../test/flow-of.ts';
import { inputOf } from '../../test/view-of.ts';
import { injections } from './injections.ts';

/** Rules found in a handler around the statements; `way` and `other` come from the request. */
function rulesIn(statements: string): readonly string[] {
  const text = `package org.clinic;
import java.net.*;
import java.util.*;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.util.*;
@RestController
class Visits {
  private static final Set<String> HOSTS = Set.of("stock.org", "bills.org");
  @Value("${'$'}{hosts}") private List<String> configured;
  private List<String> learnt = new ArrayList<>();
  private JdbcTemplate jdbc;
  private RestTemplate rest;
  @GetMapping("/visits")
  Object list(@RequestParam String way, @RequestParam String other) throws Exception {
    ${statements}
  }
}`;
  return injections.look(inputOf(sampleOf(text).view())).map(({ rule }) => rule);
}

describe('a value that is one of some constants', () => {
  const sort = (expression: string) =>
    `return jdbc.queryForList("select * from visit order by day " + ${expression});`;

  it.each([
    `String order = "asc".equals(way) ? way : "desc"; ${sort('order')}`,
    `String order = Objects.equals(way, "asc") ? way : "desc"; ${sort('order')}`,
    sort('(way.equalsIgnoreCase("asc") ? way : "desc")'),
    `if (!way.equals("asc") && !way.equals("desc")) throw new IllegalArgumentException(); ${sort('way')}`,
    `if ("asc".equals(way) || "desc".equals(way)) { ${sort('way')} } return null;`,
    `switch (way) { case "asc": case "desc": break; default: throw new IllegalArgumentException(); } ${sort('way')}`,
    `switch (way.toLowerCase()) { case "asc", "desc": break; default: return null; } ${sort('way')}`,
    `String order; switch (way) { case "asc": order = way; break; default: order = "desc"; } ${sort('order')}`,
    `String order = switch (way) { case "asc", "desc" -> way; default -> throw new IllegalArgumentException(); }; ${sort('order')}`,
    `String order = switch (way) { case "asc", "desc" -> way; default -> "asc"; }; ${sort('order')}`,
  ])('is as harmless as they are: %s', (statements) => {
    expect(rulesIn(statements)).toEqual([]);
  });

  it.each([
    `String order = "asc".equals(way) ? "asc" : way; ${sort('order')}`,
    `String order = "asc".equals(other) ? way : "desc"; ${sort('order')}`,
    `String order = other.equals(way) ? way : "desc"; ${sort('order')}`,
    `if (!way.equals("asc") || !other.equals("desc")) System.out.println(way); ${sort('way')}`,
    `if ("asc".equals(way) || "desc".equals(other)) { ${sort('way')} } return null;`,
    `switch (way) { case "asc": break; default: System.out.println("odd"); } ${sort('way')}`,
    `switch (other) { case "asc": break; default: throw new IllegalArgumentException(); } ${sort('way')}`,
    `String order; switch (way) { case "desc": order = "desc"; break; default: order = way; } ${sort('order')}`,
    `String order = "desc"; switch (way) { default: System.out.println("odd"); case "asc": order = way; } ${sort('order')}`,
    `String order = switch (way) { case "asc" -> "asc"; default -> way; }; ${sort('order')}`,
    `String order = switch ((Object) way) { case String any when any.length() > 3 -> way; default -> "asc"; }; ${sort('order')}`,
    `if (!way.equals("asc")) throw new IllegalArgumentException(); way = other; ${sort('way')}`,
  ])('is not meant where another one may come: %s', (statements) => {
    expect(rulesIn(statements)).toEqual(['C1-sql-injection']);
  });
});

describe('an address whose host was looked at', () => {
  const refuse = 'throw new SecurityException();';
  const call = (address: string) => `return rest.getForObject(${address}, String.class);`;

  it.each([
    `URI address = URI.create(way); if (!HOSTS.contains(address.getHost())) ${refuse} ${call('address')}`,
    `URI address = new URI(way); if (!HOSTS.contains(address.getHost())) ${refuse} ${call('way')}`,
    `URI address = URI.create(way); String host = address.getHost(); if (host == null || !HOSTS.contains(host.toLowerCase())) ${refuse} ${call('address')}`,
    `URL address = new URL(way); if (!"stock.org".equals(address.getHost())) ${refuse} return address.openStream();`,
    `URL address = new URL(way); if (!address.getHost().endsWith(".stock.org")) ${refuse} return address.openStream();`,
    `URI address = URI.create(way); if (!configured.contains(address.getHost())) ${refuse} ${call('address')}`,
    `UriComponents address = UriComponentsBuilder.fromUriString(way).build(); if (!HOSTS.contains(address.getHost())) ${refuse} ${call('address.toUri()')}`,
    `URI address = URI.create(way); switch (address.getHost()) { case "stock.org": ${call('address')} default: ${refuse} }`,
    `if (!way.startsWith("https://stock.org/")) ${refuse} ${call('way')}`,
  ])('leads nowhere else: %s', (statements) => {
    expect(rulesIn(statements)).toEqual([]);
  });

  it.each([
    `URI address = URI.create(way); if (address.getHost() == null) ${refuse} ${call('address')}`,
    `URI address = URI.create(other); if (!HOSTS.contains(address.getHost())) ${refuse} ${call('way')}`,
    `URI address = URI.create(way); if (!HOSTS.contains(address.getScheme())) ${refuse} ${call('address')}`,
    `URI address = URI.create(way); if (!learnt.contains(address.getHost())) ${refuse} ${call('address')}`,
    `URI address = URI.create(way); if (!address.getHost().endsWith("stock.org")) ${refuse} ${call('address')}`,
    `if (!way.endsWith(".stock.org")) ${refuse} ${call('way')}`,
    `if (!way.startsWith("https://stock.org")) ${refuse} ${call('way')}`,
    `URI address = URI.create(way); if (HOSTS.contains(address.getHost())) ${refuse} ${call('address')}`,
  ])('leads anywhere where that was not refused: %s', (statements) => {
    expect(rulesIn(statements)).toEqual(['C1-ssrf']);
  });

  it('is still text that a query must not be made of', () => {
    expect(
      rulesIn(
        `URI address = URI.create(way); if (!HOSTS.contains(address.getHost())) ${refuse} return jdbc.queryForList("select '" + way + "'");`,
      ),
    ).toEqual(['C1-sql-injection']);
  });
});
