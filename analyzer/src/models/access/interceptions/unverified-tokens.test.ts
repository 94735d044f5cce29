import { describe, expect, it } from 'vitest';
import { accessOf, controllerFor, MAIN_CLASS, pomWith } from '../../../../test/access-of.ts';

/** The verdict of a page behind a filter that reads a token so, and answers 401 where that fails. */
async function behind(reads: string, members = '') {
  const { verdicts } = await accessOf({
    'pom.xml': pomWith(
      'org.springframework.boot:spring-boot-starter-web',
      'io.jsonwebtoken:jjwt-api',
      'com.auth0:java-jwt',
    ),
    'App.java': MAIN_CLASS,
    'Pages.java': controllerFor('GET /x'),
    'Tokens.java': `package org.sample;
import io.jsonwebtoken.*;
import javax.crypto.SecretKey;
public class Tokens {
  private SecretKey key;
  public Claims read(String token) { return Jwts.parser().build().parseClaimsJwt(token).getBody(); }
  public Claims verified(String token) { return Jwts.parserBuilder().setSigningKey(key).build().parseClaimsJws(token).getBody(); }
}`,
    'Gate.java': `package org.sample;
import io.jsonwebtoken.*;
import jakarta.servlet.*;
import jakarta.servlet.http.*;
import java.io.IOException;
import javax.crypto.SecretKey;
import org.springframework.web.filter.OncePerRequestFilter;
@org.springframework.stereotype.Component public class Gate extends OncePerRequestFilter {
  private SecretKey key;
  private final Tokens tokens = new Tokens();
  ${members}
  @Override protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
    String token = request.getHeader("Authorization");
    if (token == null) { response.sendError(401); return; }
    try { ${reads} } catch (JwtException e) { response.sendError(401); return; }
    chain.doFilter(request, response);
  }
}`,
  });
  return verdicts['GET /x'];
}

describe('a filter that reads a token', () => {
  it.each([
    'Jwts.parserBuilder().setSigningKey(key).build().parseClaimsJws(token);',
    'Jwts.parser().verifyWith(key).build().parseSignedClaims(token).getPayload();',
    'Jwts.parser().verifyWith(key).build().parse(token);',
    'tokens.verified(token);',
  ])('asks for a caller where its signature is checked: %s', async (reads) => {
    expect(await behind(reads)).toBe('authenticated');
  });

  it.each([
    'Jwts.parserBuilder().setSigningKey(key).build().parseClaimsJwt(token);',
    'Jwts.parserBuilder().setSigningKey(key).build().parse(token);',
    'Jwts.parser().unsecured().build().parseUnsecuredClaims(token);',
    'com.auth0.jwt.JWT.decode(token).getSubject();',
    'tokens.read(token);',
  ])('keeps nobody out where anybody can write one: %s', async (reads) => {
    expect(await behind(reads)).toBe('public');
  });
});
