import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../test/flow-of.ts';
import { labelIn } from '../base/text.ts';

const IMPORTS = `
package org.clinic;
import java.io.IOException;
import java.util.*;
import java.security.*;
import javax.crypto.Mac;
import jakarta.servlet.*;
import jakarta.servlet.http.*;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.*;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.*;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.bind.annotation.*;
`;

const SIGNATURES = `
class Signatures {
  static void verify(byte[] text, byte[] signature) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    if (!MessageDigest.isEqual(mac.doFinal(text), signature)) throw new SignatureException("forged");
  }
}
`;

/** Verdicts of all catch blocks, with the line they stand in the way of. */
function verdicts(members: string) {
  const sample = sampleOf(`${IMPORTS}${SIGNATURES}${members}`);
  return sample.view().securityCatches.map((item) => item.verdict);
}

/** The verdict on a catch block around a verification in a method that returns a boolean. */
function afterVerification(handling: string, rest = '') {
  return verdicts(`
class Results {
  static final Logger log = LoggerFactory.getLogger(Results.class);
  boolean store(byte[] text, byte[] signature) {
    boolean genuine = false;
    boolean welcome = true;
    try {
      Signatures.verify(text, signature);
      genuine = true;
    } catch (GeneralSecurityException refused) {
      ${handling}
    }
    ${rest}
  }
  void refuse() { throw new AccessDeniedException("no"); }
  void note() { }
}`);
}

describe('the verdict on a catch block around a check', () => {
  it.each([
    ['a rethrow', 'throw new IllegalStateException(refused);', '', 'closed'],
    ['a refusal by name', 'throw new AccessDeniedException("no");', '', 'closed'],
    ['a call that always throws', 'refuse();', 'return true;', 'closed'],
    ['return false', 'log.warn("forged"); return false;', '', 'closed'],
    ['return false right behind it', 'log.warn("forged");', 'return false;', 'closed'],
    ['a result that was false before', 'log.warn("forged");', 'log.info("done"); return genuine;', 'closed'],
    ['nothing at all, then false', '', 'return false;', 'closed'],
    ['return true', 'return true;', '', 'open'],
    ['a result that was true before', 'log.warn("forged");', 'return welcome;', 'open'],
    ['logging and going on', 'log.warn("forged");', 'note(); return true;', 'open'],
    ['logging, and the same answer as ever', 'log.warn("forged");', 'return text.length > 0;', 'ambiguous'],
    ['nothing at all', '', 'note(); return true;', 'open-empty'],
    ['nothing at all, then true', '', 'return true;', 'open-empty'],
    ['work that nobody can read', 'note();', 'note(); return true;', 'ambiguous'],
    [
      'a rethrow on a whim',
      'if (text == null) throw new IllegalStateException(refused);',
      'note(); return true;',
      'ambiguous',
    ],
  ])('with %s', (...[, handling, rest, verdict]) => {
    expect(afterVerification(handling, rest)).toEqual([verdict]);
  });
});

describe('what whoever gives identities or authorities returns when it fails', () => {
  const given = (value: string) =>
    verdicts(`
class Directory {
  static final Set<GrantedAuthority> PARTNER = Set.of();
  Set<GrantedAuthority> authoritiesOf(String login) {
    try { return ask(login); } catch (IOException unreachable) { return ${value}; }
  }
  Set<GrantedAuthority> ask(String login) throws IOException { throw new IOException(login); }
  Set<GrantedAuthority> guests() { return PARTNER; }
}`);

  it.each([['null'], ['Set.of()'], ['Collections.emptySet()'], ['new HashSet<>()']])(
    'is a refusal where it is nothing: %s',
    (value) => expect(given(value)).toEqual(['closed']),
  );

  it.each([['PARTNER'], ['guests()'], ['Set.of(new SimpleAuthority())']])(
    'is ambiguous where it is something: %s',
    (value) => expect(given(value)).toEqual(['ambiguous']),
  );
});

describe('which catch blocks are about security', () => {
  const relevances = (text: string) =>
    sampleOf(`${IMPORTS}${SIGNATURES}${text}`)
      .view()
      .securityCatches.map(({ relevance, onGuard }) => [relevance && labelIn('en', relevance.why), onGuard]);

  it('is read by what stands behind the branch that the block ends', () => {
    const inBranch = (rest: string) =>
      verdicts(`
class Results {
  static final Logger log = LoggerFactory.getLogger(Results.class);
  boolean store(byte[] text, byte[] signature) {
    if (signature.length > 0) {
      try {
        Signatures.verify(text, signature);
        return true;
      } catch (GeneralSecurityException refused) {
        log.warn("not genuine", refused);
      }
    } else { log.info("not signed"); return true; }
    ${rest}
  }
}`);
    expect(inBranch('return false;')).toEqual(['closed']);
    expect(inBranch('throw new IllegalStateException();')).toEqual(['closed']);
    expect(inBranch('return true;')).toEqual(['open']);
  });

  it('is about no check where a filter only closes something, or a part of it has nothing to do with a request', () => {
    const inFilter = (tried: string, parameters: string) =>
      verdicts(`
class Gate extends OncePerRequestFilter {
  static final Logger log = LoggerFactory.getLogger(Gate.class);
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
    chain.doFilter(request, response);
  }
  private void part(${parameters}) {
    try { ${tried} } catch (Exception failed) { log.warn("failed", failed); }
  }
}`);
    const looks = 'request.getHeader("X-Token").trim();';
    expect(inFilter(looks, 'HttpServletRequest request')).toEqual(['open']);
    expect(
      inFilter('if (!in.markSupported()) in.close();', 'HttpServletRequest request, java.io.InputStream in'),
    ).toEqual(['open']);
    expect(inFilter('in.close();', 'HttpServletRequest request, java.io.InputStream in')).toEqual([]);
    expect(inFilter('in.read();', 'java.io.InputStream in')).toEqual([]);
  });

  it('tells an empty block elsewhere, without calling it security, and leaves the rest alone', () => {
    expect(
      relevances(`
class Drafts {
  void discard() { try { delete(); } catch (IOException ignored) { } }
  void keep() { try { delete(); } catch (IOException kept) { System.err.println(kept); } }
  void delete() throws IOException { throw new IOException(); }
}`),
    ).toEqual([[null, false]]);
  });

  it('follows calls to a verification, and not farther than three', () => {
    expect(
      relevances(`
class Chain {
  void direct() { try { Signatures.verify(null, null); } catch (GeneralSecurityException e) { e.notify(); } }
  void near() { try { one(); } catch (GeneralSecurityException e) { e.notify(); } }
  void far() { try { three(); } catch (GeneralSecurityException e) { e.notify(); } }
  void one() throws GeneralSecurityException { Signatures.verify(null, null); }
  void two() throws GeneralSecurityException { one(); }
  void three() throws GeneralSecurityException { two(); }
}`),
    ).toEqual([
      ['calls Signatures.verify', true],
      ['calls Chain.one', false],
    ]);
  });

  it('counts hashing without a comparison as no check', () => {
    expect(
      relevances(`
class Tags {
  String of(byte[] page) {
    try { return new String(MessageDigest.getInstance("MD5").digest(page)); }
    catch (NoSuchAlgorithmException never) { return null; }
  }
}`),
    ).toEqual([]);
  });

  it('counts decisions about a user, the lookup of users, and not a service that only takes a name', () => {
    expect(
      relevances(`
class Policy {
  boolean mayRead(Authentication user) { try { return ask(user.getName()); } catch (IOException e) { return false; } }
  boolean exists(String name) { try { return ask(name); } catch (IOException e) { return false; } }
  boolean ask(String name) throws IOException { throw new IOException(); }
}
class Staff implements UserDetailsService {
  public UserDetails loadUserByUsername(String login) { try { return find(login); } catch (IOException e) { return null; } }
  UserDetails find(String login) throws IOException { throw new IOException(); }
  int count() { try { find(""); return 1; } catch (IOException e) { return 0; } }
}`),
    ).toEqual([
      ['mayRead() decides for a user', true],
      ['loadUserByUsername() is part of the lookup of users', true],
    ]);
  });
});

const GATE = `
@RestController class Visits { @GetMapping("/visits") String list() { return ""; } }
@org.springframework.context.annotation.Configuration class Rules {
  @org.springframework.context.annotation.Bean
  org.springframework.security.web.SecurityFilterChain chain(org.springframework.security.config.annotation.web.builders.HttpSecurity http) {
    http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
    return http.build();
  }
}`;

describe('a filter that fails to recognise somebody', () => {
  const filter = (handling: string, attempt: string, rules = '') => `
class TokenFilter extends OncePerRequestFilter {
  static final Logger log = LoggerFactory.getLogger(TokenFilter.class);
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try { ${attempt} } catch (RuntimeException refused) { ${handling} }
    chain.doFilter(request, response);
  }
  Authentication read(HttpServletRequest request) { throw new IllegalArgumentException(); }
}${rules}`;
  const RECOGNISES = 'SecurityContextHolder.getContext().setAuthentication(read(request));';

  it('is closed where it answers, or ends the request', () => {
    expect(verdicts(filter('response.sendError(401); return;', RECOGNISES))).toEqual(['closed']);
    expect(verdicts(filter('log.warn("no"); return;', RECOGNISES))).toEqual(['closed']);
  });

  it('is open where it answers and hands the request on all the same', () => {
    expect(verdicts(filter('response.setStatus(401);', RECOGNISES))).toEqual(['open']);
    expect(verdicts(filter('chain.doFilter(request, response); return;', RECOGNISES))).toEqual(['open']);
    const asking = filter('response.sendError(401);', RECOGNISES).replace(
      'chain.doFilter',
      'if (!response.isCommitted()) chain.doFilter',
    );
    expect(verdicts(asking)).toEqual(['closed']);
  });

  it('is closed where what runs behind it refuses, or where it hands nothing on any more', () => {
    const ending = (end: string, refuse = 'response.sendError(401);') =>
      filter('log.warn("no");', `${RECOGNISES} chain.doFilter(request, response); return;`)
        .replace(/ {4}chain.doFilter.*\n/, `    ${end}\n`)
        .replace(
          'Authentication read',
          `void refuse(HttpServletResponse response) throws IOException { ${refuse} }
  Authentication read`,
        );
    expect(verdicts(ending('refuse(response);'))).toEqual(['closed']);
    expect(verdicts(ending('response.sendError(401);'))).toEqual(['closed']);
    expect(verdicts(ending(''))).toEqual(['closed']);
    expect(verdicts(ending('log.info("behind");'))).toEqual(['closed']);
    const rarely = 'if (response.isCommitted()) response.sendError(401);';
    expect(verdicts(ending('refuse(response); chain.doFilter(request, response);', rarely))).toEqual([
      'open',
    ]);
    expect(verdicts(ending('response.getWriter().print("welcome");'))).toEqual(['open']);
  });

  it('is open where a finally block hands the request on', () => {
    const last = (block: string) =>
      filter('throw refused;', 'read(request);')
        .replace('throw refused; }', `throw refused; } finally { ${block} }`)
        .replace(/ {4}chain.doFilter.*\n/, '');
    expect(verdicts(last('chain.doFilter(request, response);'))).toEqual(['closed', 'open']);
    expect(verdicts(last('log.info("done");'))).toEqual(['closed']);
  });

  it('is open where it hands the request on and nothing behind it asks for a login', () => {
    expect(verdicts(filter('log.warn("no");', RECOGNISES))).toEqual(['open']);
  });

  it('is closed where it hands the request on as a stranger to rules that ask for a login', () => {
    const rules = GATE;
    expect(verdicts(filter('log.warn("no");', RECOGNISES, rules))).toEqual(['closed']);
    expect(verdicts(filter('log.warn("no");', 'read(request);', rules))).toEqual(['open']);
    const helper =
      'class Helper { static void recognise(Authentication user) { SecurityContextHolder.getContext().setAuthentication(user); } }';
    expect(verdicts(filter('log.warn("no");', 'Helper.recognise(read(request));', rules + helper))).toEqual([
      'closed',
    ]);
    const forgetting = 'SecurityContextHolder.clearContext();';
    expect(verdicts(filter(forgetting, 'read(request);', rules))).toEqual(['closed']);
    expect(verdicts(filter(forgetting, 'read(request);'))).toEqual(['open']);
  });

  it('is closed where it recognises nobody but whom the failed check gave, behind such rules', () => {
    const after = (set: string) => `
class LateFilter extends OncePerRequestFilter {
  static final Logger log = LoggerFactory.getLogger(LateFilter.class);
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication user = null;
    try { user = read(request); } catch (RuntimeException refused) { log.warn("no"); }
    ${set}
    chain.doFilter(request, response);
  }
  Authentication read(HttpServletRequest request) { throw new IllegalArgumentException(); }
}${GATE}`;
    const set = 'SecurityContextHolder.getContext().setAuthentication(user);';
    expect(verdicts(after(`if (user != null) { ${set} }`))).toEqual(['closed']);
    expect(verdicts(after(set))).toEqual(['open']);
  });
});

describe('answers to a failed check other than catch blocks', () => {
  const others = (members: string) =>
    sampleOf(`${IMPORTS}${SIGNATURES}${members}`)
      .view()
      .securityCatches.map(({ construct, verdict }) => `${construct} ${verdict}`);

  it.each([
    ['return true;', ['finally open']],
    ['return false;', ['finally closed']],
    ['return genuine;', ['finally closed']],
    ['note();', []],
    ['if (text == null) { note(); }', []],
  ])('judge a finally block with %s', (last, expected) => {
    expect(
      others(`class Gate {
  boolean ask(byte[] text) throws GeneralSecurityException {
    boolean genuine = false;
    try { Signatures.verify(text, text); genuine = true; return genuine; } finally { ${last} }
  }
  void note() { }
}`),
    ).toEqual(expected);
  });

  it.each([
    ['Optional.ofNullable(ask(user)).orElse(true)', ['default open']],
    ['Optional.ofNullable(ask(user)).orElse(Boolean.TRUE)', ['default open']],
    ['Optional.ofNullable(ask(user)).orElse(false)', ['default closed']],
    ['Optional.ofNullable(ask(user)).orElseGet(() -> true)', ['default open']],
    ['Optional.ofNullable(ask(user)).orElseGet(() -> false)', ['default closed']],
    ['Optional.ofNullable(ask(user)).orElseGet(() -> known.isEmpty())', []],
    ['known.getOrDefault(user.getName(), true)', ['default open']],
    ['known.getOrDefault(user.getName(), known.isEmpty())', []],
  ])('judge %s as the answer about a user', (answer, expected) => {
    expect(
      others(`class Policy {
  Map<String, Boolean> known;
  boolean mayRead(Authentication user) { return ${answer}; }
  Boolean ask(Authentication user) { return known.get(user.getName()); }
}`),
    ).toEqual(expected);
  });

  it('leave defaults alone that answer no question of security', () => {
    expect(
      others(`class Policy {
  Map<String, Boolean> settings;
  boolean isLoud() { return settings.getOrDefault("loud", true); }
  boolean mayRead(Authentication user) {
    boolean loud = settings.getOrDefault("loud", true);
    return loud && settings.containsKey(user.getName());
  }
}`),
    ).toEqual([]);
  });

  it.each([
    ['onErrorReturn(true)', ['default open']],
    ['onErrorReturn(IllegalStateException.class, false)', ['default closed']],
    ['defaultIfEmpty(true)', ['default open']],
    ['onErrorResume(failure -> reactor.core.publisher.Mono.just(true))', ['default open']],
    ['onErrorResume(failure -> reactor.core.publisher.Mono.just(false))', ['default closed']],
    ['timeout(java.time.Duration.ofSeconds(1))', []],
  ])('judge %s of a reactive check', (end, expected) => {
    expect(
      others(`class Policy {
  reactor.core.publisher.Mono<Boolean> answer;
  reactor.core.publisher.Mono<Boolean> mayRead(Authentication user) { return answer.${end}; }
}`),
    ).toEqual(expected);
  });

  it.each([
    ['return true;', ['fallback open']],
    ['return false;', ['fallback closed']],
    ['throw new AccessDeniedException("no");', ['fallback closed']],
    ['return last;', []],
  ])('judge a fallback with %s', (answer, expected) => {
    expect(
      others(`class Policy {
  boolean last;
  @io.github.resilience4j.circuitbreaker.annotation.CircuitBreaker(name = "policy", fallbackMethod = "guess")
  boolean mayRead(Authentication user) { return last; }
  boolean guess(Authentication user, Throwable failure) { ${answer} }
  @io.github.resilience4j.circuitbreaker.annotation.CircuitBreaker(name = "prices", fallbackMethod = "always")
  boolean isCheap(int price) { return price < 3; }
  boolean always(int price, Throwable failure) { return true; }
}`),
    ).toEqual(expected);
  });
});

describe('a check of a certificate or host name', () => {
  it.each([
    ['catch (SSLPeerUnverifiedException unknown) { return true; }', ['open']],
    ['catch (SSLPeerUnverifiedException unknown) { return false; }', ['closed']],
  ])('is judged by how it fails: %s', (handling, expected) => {
    expect(
      verdicts(`import javax.net.ssl.*;
class Hosts {
  HostnameVerifier verifier = new HostnameVerifier() {
    public boolean verify(String host, SSLSession session) {
      try { return session.getPeerCertificates().length > 0; } ${handling}
    }
  };
}`),
    ).toEqual(expected);
  });
});

describe('a check that a library relies on', () => {
  const checks = (members: string) =>
    sampleOf(`${IMPORTS}import org.springframework.security.access.*;
class Sample { ${members} }`)
      .view()
      .securityCatches.map(({ construct, verdict, relevance }) => [
        construct,
        verdict,
        relevance && labelIn('en', relevance.why),
      ]);

  it('is open where a voter or an evaluator of permissions never denies', () => {
    const found = checks(`
      static class Lax implements AccessDecisionVoter<Object> {
        public int vote(Authentication user, Object what, Collection<ConfigAttribute> rules) { return user == null ? ACCESS_ABSTAIN : ACCESS_GRANTED; }
      }
      static class Lazy implements AccessDecisionVoter<Object> {
        public int vote(Authentication user, Object what, Collection<ConfigAttribute> rules) { return ACCESS_ABSTAIN; }
      }
      static class Strict implements AccessDecisionVoter<Object> {
        public int vote(Authentication user, Object what, Collection<ConfigAttribute> rules) { return rules == null ? ACCESS_DENIED : ACCESS_GRANTED; }
      }
      static class Yes implements PermissionEvaluator {
        public boolean hasPermission(Authentication user, Object what, Object permission) { return true; }
        public boolean hasPermission(Authentication user, java.io.Serializable id, String type, Object permission) { return false; }
      }`);
    const checked = found.map(([construct, verdict, text]) => `${construct} ${verdict}: ${text}`);
    expect(checked).toEqual([
      'check open: vote() is part of access decisions',
      'check open: vote() is part of access decisions',
      'check open: hasPermission() is part of access decisions',
    ]);
  });
});
