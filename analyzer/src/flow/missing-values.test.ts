import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../test/flow-of.ts';

const IMPORTS = `
package org.clinic;
import java.io.IOException;
import jakarta.servlet.*;
import jakarta.servlet.http.*;
import org.slf4j.*;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.*;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
`;

/** The verdict on the first catch block of a filter that reads who calls in a `try`. */
function verdictOn(rest: string, { attempt = 'user = read(request);', before = 'null' } = {}) {
  const sample = sampleOf(`${IMPORTS}
class TokenFilter extends OncePerRequestFilter {
  static final Logger log = LoggerFactory.getLogger(TokenFilter.class);
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication user = ${before};
    try { ${attempt} } catch (RuntimeException refused) { log.warn("no", refused); }
    ${rest}
  }
  Authentication read(HttpServletRequest request) { return (Authentication) request.getAttribute("user"); }
  boolean fits(Authentication user) { throw new IllegalStateException(); }
}`);
  return sample.view().securityCatches.map(({ verdict }) => verdict)[0];
}

const ON = 'chain.doFilter(request, response);';
const REFUSES = 'throw new AccessDeniedException("no");';

describe('a failure that is told by the value that is missing', () => {
  it.each([
    `if (user != null) { ${ON} } else { ${REFUSES} }`,
    `if (user == null) ${REFUSES} ${ON}`,
    `if (user != null && user.isAuthenticated()) { ${ON} } else { response.sendError(401); }`,
    `log.info("read"); if (user == null || !user.isAuthenticated()) { ${REFUSES} } ${ON}`,
  ])('is closed where whoever has none is refused: %s', (rest) => {
    expect(verdictOn(rest)).toBe('closed');
  });

  it.each([
    `if (user != null) { SecurityContextHolder.getContext().setAuthentication(user); } ${ON}`,
    `if (user == null) { ${ON} } else { ${REFUSES} }`,
    `if (user == null || user.isAuthenticated()) { ${ON} return; } ${REFUSES}`,
    `if (request.isSecure()) { ${REFUSES} } ${ON}`,
    `${ON} if (user == null) ${REFUSES}`,
  ])('is open where whoever has none is let on: %s', (rest) => {
    expect(verdictOn(rest)).toBe('open');
  });

  it('is not told where something else was there before, or fails after the value was given', () => {
    const rest = `if (user == null) ${REFUSES} ${ON}`;
    expect(verdictOn(rest, { before: 'SecurityContextHolder.getContext().getAuthentication()' })).toBe(
      'open',
    );
    expect(verdictOn(rest, { attempt: 'user = read(request); fits(user);' })).toBe('open');
    const branches = 'if (request.isSecure()) { user = read(request); } else { fits(user); }';
    expect(verdictOn(rest, { attempt: branches })).toBe('closed');
  });

  it('is closed where whoever gives identities gives none', () => {
    const giver = (rest: string) => {
      const sample = sampleOf(`${IMPORTS}
import org.springframework.security.authentication.*;
class Tokens {
  static final Logger log = LoggerFactory.getLogger(Tokens.class);
  Authentication attempt(Authentication asked) {
    String name = null;
    try { name = nameIn(asked); } catch (RuntimeException refused) { log.warn("no", refused); }
    Authentication user = null;
    if (name != null) { user = new UsernamePasswordAuthenticationToken(name, null); }
    ${rest}
  }
  String nameIn(Authentication asked) { return asked.getName(); }
}`);
      return sample.view().securityCatches.map(({ verdict }) => verdict)[0];
    };
    expect(giver('return user;')).toBe('closed');
    expect(giver('user = asked; return user;')).not.toBe('closed');
  });
});
