import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../test/flow-of.ts';
import { inputOf } from '../../test/view-of.ts';
import { injections } from './injections.ts';

/** Rules found in a handler that gets `url` and `other`, with checks that the project wrote itself. */
function rulesIn(statements: string): readonly string[] {
  const text = `package org.clinic;
import java.net.URI;
import java.util.*;
import javax.servlet.http.HttpServletResponse;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.client.RestTemplate;
@RestController
class Visits {
  private RestTemplate rest;
  private Links links;
  private Map<String, String> targets;
  @GetMapping("/visits")
  Object open(@RequestParam String url, @RequestParam String other, HttpServletResponse response) throws Exception {
    ${statements}
  }
  private Object call(String address) { return rest.getForObject(address, String.class); }
}
class Link { private Long id; private String target; String getTarget() { return target; } void setTarget(String to) { target = to; } }
interface Links extends JpaRepository<Link, Long> { Link findByCode(String code); }
class Checks {
  static final Set<String> ALLOWED = Set.of("http://a/", "http://b/");
  static final Set<String> HOSTS = Set.of("a.example", "b.example");
  static void demand(String url) { if (!ALLOWED.contains(url)) throw new IllegalArgumentException("no"); }
  static void demandTwice(String url) { demand(url); }
  static boolean isAllowed(String url) { return url != null && ALLOWED.contains(url); }
  static boolean isEither(String url) { if (ALLOWED.contains(url)) return true; return url.matches("http://c/[a-z]+"); }
  static String safe(String url) { if (!ALLOWED.contains(url)) return null; return url; }
  static boolean isHostAllowed(String url) { String host = URI.create(url).getHost().toLowerCase(); return HOSTS.contains(host); }
  static void demandHost(String url) { if (!HOSTS.contains(URI.create(url).getHost())) throw new IllegalArgumentException("no"); }
  static boolean isPresent(String url) { return url != null && !url.isEmpty(); }
  static boolean isLogged(String url) { ALLOWED.contains(url); return true; }
  static boolean isSometimes(String url) { return url.isEmpty() || ALLOWED.contains(url) || url.length() > 9; }
  static void complain(String url) { if (!ALLOWED.contains(url)) System.out.println("odd"); }
  static void demandMaybe(String url, boolean strict) { if (strict) { demand(url); } }
  static String checked(String url) { if (url == null) return null; if (HOSTS.contains(URI.create(url).getHost())) { return url; } return null; }
  static String sometimes(String url) { if (url.length() > 9) return url; if (!ALLOWED.contains(url)) return null; return url; }
  static boolean isOptional(String url) { return url == null || url.isEmpty() || ALLOWED.contains(url); }
  static boolean isNothing(String text) { return text == null || text.isBlank(); }
  static boolean isOwnOptional(String url) { return isNothing(url) || ALLOWED.contains(url); }
  static void demandOptional(String url) { if (isNothing(url)) return; demand(url); }
  static boolean isOther(String url, String other) { return other.isEmpty() || ALLOWED.contains(url); }
  static boolean isFilled(String url) { return !isNothing(url) || ALLOWED.contains(url); }
  static boolean isWrong(String url) { if (ALLOWED.contains(url)) { return false; } return true; }
  static final java.util.regex.Pattern PLAIN = java.util.regex.Pattern.compile("http://c/[a-z]+");
  static String plain(String url) { if (!PLAIN.matcher(url).matches()) { return null; } return url; }
  static void demandInside(java.nio.file.Path base, java.nio.file.Path file) { if (file.normalize().startsWith(base)) { return; } throw new SecurityException(); }
  static void demandInside(String base, String name) { demandInside(java.nio.file.Paths.get(base), java.nio.file.Paths.get(name)); }
  static boolean isBelow(String name) { if (name.contains("..")) { return false; } return name.endsWith(".txt"); }
  static boolean isText(String name) { return name.endsWith(".txt"); }
  static boolean climbs(String name) { return name.contains(".."); }
  static final String[] LISTED = { "http://a/", "http://b/" };
  static List<String> learnt = new ArrayList<>();
  static void demandListed(String url) { String host = URI.create(url).getHost(); if (HOSTS.stream().noneMatch(h -> h.equals(host))) { throw new SecurityException(); } }
  static boolean isListed(String url) { for (String each : LISTED) { if (each.equals(url)) { return true; } } return false; }
  static boolean isUnlisted(String url) { for (String each : LISTED) { if (each.equals(url)) { return false; } } return true; }
  static boolean isAnother(String url) { String tested = url; tested = "http://a/"; return ALLOWED.contains(tested); }
}`;
  return injections.look(inputOf(sampleOf(text).view())).map(({ rule }) => rule);
}

describe('a check that the project wrote itself', () => {
  it.each([
    'Checks.demand(url); return call(url);',
    'Checks.demandTwice(url); return call(url);',
    'if (!Checks.isAllowed(url)) return "no"; return call(url);',
    'if (Checks.isAllowed(url)) { return call(url); } return "no";',
    'return Checks.isAllowed(url) ? call(url) : null;',
    'boolean fine = Checks.isAllowed(url); if (!fine || other.isEmpty()) throw new SecurityException(); return call(url);',
    'if (!Checks.isEither(url)) return "no"; return call(url);',
    'String safe = Checks.safe(url); if (safe == null) return "no"; return call(safe);',
    'if (Checks.safe(url) == null) return "no"; return call(url);',
    'String safe = Checks.safe(url); if (safe != null) { return call(url); } return "no";',
    'if (Checks.checked(url) == null) { return "no"; } return call(url);',
    'if (Checks.isWrong(url)) return "no"; return call(url);',
    'if (!Checks.isOptional(url)) return "no"; return call(url);',
    'if (!Checks.isOwnOptional(url)) return "no"; return call(url);',
    'Checks.demandOptional(url); return call(url);',
    'return call(Checks.plain(url));',
    'if (Checks.plain(url) == null) return "no"; return call(url);',
  ])('that throws, answers no or gives nothing back, stops a value: %s', (statements) => {
    expect(rulesIn(statements)).toEqual([]);
  });

  it.each([
    'if (!Checks.isHostAllowed(url)) return "no"; return call(url);',
    'Checks.demandHost(url); return call(url);',
    'String host = URI.create(url).getHost(); if (!Checks.HOSTS.contains(host)) return "no"; return call(url);',
  ])('of the host of an address stops what the host decides: %s', (statements) => {
    expect(rulesIn(statements)).toEqual([]);
  });

  it.each([
    'URI uri = URI.create(url); if (Checks.HOSTS.stream().noneMatch(h -> h.equals(uri.getHost()))) { throw new SecurityException(); } return call(url);',
    'String host = URI.create(url).getHost(); if (Checks.HOSTS.stream().noneMatch(h -> { return host.equalsIgnoreCase(h); })) { return "no"; } return call(url);',
    'String host = URI.create(url).getHost(); if (Checks.HOSTS.stream().anyMatch(host::equals)) { return call(url); } return "no";',
    'String host = URI.create(url).getHost(); boolean known = Checks.HOSTS.stream().anyMatch(h -> Objects.equals(h, host)); if (!known) { return "no"; } return call(url);',
    'String host = URI.create(url).getHost(); if (Checks.HOSTS.stream().allMatch(h -> !h.equals(host))) { return "no"; } return call(url);',
    'String host = URI.create(url).getHost(); if (Checks.HOSTS.stream().noneMatch(h -> host.equals(h) || host.endsWith("." + h))) { return "no"; } return call(url);',
    'if (Arrays.stream(Checks.LISTED).noneMatch(each -> each.equals(url))) { return "no"; } return call(url);',
    'Checks.demandListed(url); return call(url);',
    'if (!Checks.isListed(url)) { return "no"; } return call(url);',
    'if (Checks.isUnlisted(url)) { return "no"; } return call(url);',
  ])('against the elements of a list stops what is none of them: %s', (statements) => {
    expect(rulesIn(statements)).toEqual([]);
  });

  it.each([
    'URI uri = URI.create(url); if (Checks.HOSTS.stream().anyMatch(h -> h.equals(uri.getHost()))) { throw new SecurityException(); } return call(url);',
    'URI uri = URI.create(url); if (Checks.HOSTS.stream().noneMatch(h -> !h.equals(uri.getHost()))) { throw new SecurityException(); } return call(url);',
    'URI uri = URI.create(url); if (!Checks.HOSTS.stream().allMatch(h -> !h.equals(uri.getHost()))) { return "no"; } return call(url);',
    'String host = URI.create(url).getHost(); if (Checks.HOSTS.stream().noneMatch(host::equals)) { return call(url); } return "no";',
    'String host = URI.create(other).getHost(); if (Checks.HOSTS.stream().noneMatch(host::equals)) { return "no"; } return call(url);',
    'String host = URI.create(url).getHost(); if (Checks.HOSTS.stream().noneMatch(host::endsWith)) { return "no"; } return call(url);',
    'String host = URI.create(url).getHost(); if (Checks.learnt.stream().noneMatch(host::equals)) { return "no"; } return call(url);',
    'String host = URI.create(url).getHost(); if (List.of(other).stream().noneMatch(h -> h.equals(host))) { return "no"; } return call(url);',
    'for (String each : Checks.LISTED) { each = other; if (each.equals(url)) { return call(url); } } return "no";',
    'if (!Checks.isUnlisted(url)) { return "no"; } return call(url);',
    'if (Checks.isListed(url)) { return "no"; } return call(url);',
  ])(
    'against the elements of a list stops nothing the other way round, and nothing else: %s',
    (statements) => {
      expect(rulesIn(statements)).toEqual(['C1-ssrf']);
    },
  );

  it('of the host of an address says nothing of the rest of it', () => {
    expect(rulesIn('Checks.demandHost(url); return Runtime.getRuntime().exec("ping " + url);')).toEqual([
      'C1-command-injection',
    ]);
  });

  it.each([
    'Checks.isAllowed(url); return call(url);',
    'if (!Checks.isAllowed(other)) return "no"; return call(url);',
    'if (!Checks.isAllowed(url)) { System.out.println("odd"); } return call(url);',
    'if (Checks.isAllowed(url)) return "known"; return call(url);',
    'if (Checks.isAllowed(url) || other.isEmpty()) { return call(url); } return "no";',
    'if (!Checks.isPresent(url)) return "no"; return call(url);',
    'if (!Checks.isLogged(url)) return "no"; return call(url);',
    'if (!Checks.isSometimes(url)) return "no"; return call(url);',
    'if (!Checks.isAnother(url)) return "no"; return call(url);',
    'Checks.complain(url); return call(url);',
    'Checks.demandMaybe(url, other.isEmpty()); return call(url);',
    'Checks.safe(url); return call(url);',
    'if (Checks.safe(url) != null) return "no"; return call(url);',
    'if (Checks.safe(other) == null) return "no"; return call(url);',
    'if (Checks.sometimes(url) == null) return "no"; return call(url);',
    'if (!Checks.isWrong(url)) return "no"; return call(url);',
    'if (!Checks.isOther(url, other)) return "no"; return call(url);',
    'if (!Checks.isFilled(url)) return "no"; return call(url);',
    'if (!Checks.isNothing(other)) return "no"; return call(url);',
    'if (Checks.PLAIN.matcher(other).matches()) { return call(url); } return "no";',
    'Checks.demand(url); url = other; return call(url);',
  ])('stops nothing where it is not sure to have passed on that value: %s', (statements) => {
    expect(rulesIn(statements)).toEqual(['C1-ssrf']);
  });
});

describe('a check of a path that the project wrote itself', () => {
  const read =
    'java.nio.file.Path base = java.nio.file.Path.of("/data"); java.nio.file.Path file = base.resolve(url);';
  const join = 'java.nio.file.Path file = java.nio.file.Path.of("/data", url);';
  it.each([
    `${read} Checks.demandInside(base, file); return java.nio.file.Files.readString(file);`,
    'String name = url.replaceAll("[\\\\\\\\/:*?<>|\\\\s]", "_"); return java.nio.file.Files.readString(java.nio.file.Path.of("/data", name));',
    'String name = url.replaceAll("[^a-z0-9]", ""); return java.nio.file.Files.readString(java.nio.file.Path.of("/data", name));',
    `Checks.demandInside("/data", url); return java.nio.file.Files.readString(java.nio.file.Path.of(url));`,
    `if (!Checks.isBelow(url)) throw new SecurityException(); ${join} return java.nio.file.Files.readString(file);`,
    `if (Checks.climbs(url)) { return "no"; } ${join} return java.nio.file.Files.readString(file);`,
    `if (url.contains("..")) { return "no"; } ${join} return java.nio.file.Files.readString(file);`,
    'java.io.File file = new java.io.File("/data", url); if (!file.getCanonicalPath().startsWith("/data/")) throw new SecurityException(); return new java.io.FileInputStream(file);',
    `${read} if (!file.normalize().toAbsolutePath().startsWith(base)) { return "no"; } return java.nio.file.Files.readString(file);`,
    `${read} java.nio.file.Path real = file.toRealPath(); if (!real.startsWith(base)) { return "no"; } return java.nio.file.Files.readString(real);`,
  ])('keeps a value from leading elsewhere: %s', (statements) => {
    expect(rulesIn(statements)).toEqual([]);
  });

  it.each([
    'String name = url.replaceAll("[:*?<>|]", "_"); return java.nio.file.Files.readString(java.nio.file.Path.of("/data", name));',
    'String name = url.replaceAll("[^a-z/.]", ""); return java.nio.file.Files.readString(java.nio.file.Path.of("/data", name));',
    `if (!Checks.isBelow(url)) throw new SecurityException(); ${read} return java.nio.file.Files.readString(file);`,
    `if (Checks.climbs(url)) { return "no"; } ${read} return java.nio.file.Files.readString(file);`,
    `if (!Checks.climbs(url)) { return "no"; } ${join} return java.nio.file.Files.readString(file);`,
    `${read} Checks.demandInside(file, base); return java.nio.file.Files.readString(file);`,
    `if (!Checks.isText(url)) throw new SecurityException(); ${read} return java.nio.file.Files.readString(file);`,
    `if (!Checks.climbs(url)) { return "no"; } ${read} return java.nio.file.Files.readString(file);`,
    `if (other.contains("..")) { return "no"; } ${read} return java.nio.file.Files.readString(file);`,
    'java.io.File file = new java.io.File("/data", url); if (!file.getPath().startsWith("/data/")) throw new SecurityException(); return new java.io.FileInputStream(file);',
    `${read} if (!file.startsWith(base)) { return "no"; } return java.nio.file.Files.readString(file);`,
    `${read} if (!file.toAbsolutePath().startsWith(base)) { return "no"; } return java.nio.file.Files.readString(file);`,
    `${read} java.nio.file.Path real = file.normalize(); if (real.startsWith(base)) { return "no"; } return java.nio.file.Files.readString(real);`,
  ])('keeps no value that it says nothing of: %s', (statements) => {
    expect(rulesIn(statements)).toEqual(['C1-path-traversal']);
  });

  it('says nothing of other dangers', () => {
    expect(
      rulesIn('if (url.contains("..")) { return "no"; } return Runtime.getRuntime().exec("ls " + url);'),
    ).toEqual(['C1-command-injection']);
    expect(
      rulesIn('if (!Checks.isBelow(url)) { return "no"; } return Runtime.getRuntime().exec("ls " + url);'),
    ).toEqual(['C1-command-injection']);
  });
});

describe('what is found under a value', () => {
  it.each([
    'response.sendRedirect(links.findByCode(url).getTarget()); return null;',
    'Link link = links.findById(Long.valueOf(url)).orElseThrow(); response.sendRedirect(link.getTarget()); return null;',
    'response.sendRedirect(targets.get(url)); return null;',
  ])('is not that value: %s', (statements) => {
    expect(rulesIn(statements)).toEqual([]);
  });

  it.each([
    'Link link = links.findByCode(other); link.setTarget(url); response.sendRedirect(link.getTarget()); return null;',
    'response.sendRedirect(targets.getOrDefault(other, url)); return null;',
    'Map<String, String> own = new HashMap<>(); own.put("a", url); response.sendRedirect(own.get("a")); return null;',
  ])('is that value where it was put there: %s', (statements) => {
    expect(rulesIn(statements)).toEqual(['C1-open-redirect']);
  });
});
