import { describe, expect, it } from 'vitest';
import { accessOf, controllerFor, MAIN_CLASS, pomWith } from '../../../../test/access-of.ts';

/** Verdict behind a reactive filter with this body. */
async function verdictOf(body: string) {
  const { verdicts } = await accessOf({
    'pom.xml': pomWith('org.springframework.boot:spring-boot-starter-webflux'),
    'App.java': MAIN_CLASS,
    'Pages.java': controllerFor('GET /x'),
    'Gate.java': `package org.sample;
import org.springframework.web.server.*;
import reactor.core.publisher.Mono;
@org.springframework.stereotype.Component public class Gate implements WebFilter {
  @Override public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    ${body}
  }
}`,
  });
  return verdicts['GET /x'];
}

describe('reactive filters', () => {
  it('protect nothing where a function hands every request on', async () => {
    expect(
      await verdictOf(`String language = exchange.getRequest().getHeaders().getFirst("Accept-Language");
    return exchange.getSession().doOnNext(s -> s.save()).then(Mono.defer(() -> chain.filter(exchange)));`),
    ).toBe('public');
  });

  it('protect where they refuse before they hand on', async () => {
    expect(
      await verdictOf(`if (exchange.getRequest().getHeaders().getFirst("Authorization") == null)
      return Mono.error(new ResponseStatusException(org.springframework.http.HttpStatus.UNAUTHORIZED));
    return chain.filter(exchange);`),
    ).toBe('authenticated');
  });

  it('are undecided where functions refuse and hand on', async () => {
    expect(
      await verdictOf(`return exchange.getSession().flatMap(session -> {
      if (session.getAttribute("user") == null) return Mono.error(new ResponseStatusException(org.springframework.http.HttpStatus.UNAUTHORIZED));
      return chain.filter(exchange);
    });`),
    ).toBe('unknown Gate decides in functions that run later');
  });
});
