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

describe('filters of a gateway', () => {
  const gateway = async (body: string) => {
    const { verdicts } = await accessOf({
      'pom.xml': pomWith('org.springframework.cloud:spring-cloud-starter-gateway'),
      'App.java': MAIN_CLASS,
      'src/main/resources/application.yml': `spring.cloud.gateway.routes:
  - { id: shop, uri: "lb://shop", predicates: ["Path=/shop/**"] }
  - { id: login, uri: "lb://login", predicates: ["Path=/login/**"] }
`,
      'Gate.java': `package org.sample;
import org.springframework.cloud.gateway.filter.*;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
@org.springframework.stereotype.Component public class Gate implements GlobalFilter {
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    ${body}
    return chain.filter(exchange);
  }
}`,
    });
    return Object.values(verdicts);
  };
  const CHECK = `if (exchange.getRequest().getHeaders().getFirst("Authorization") == null) {
      exchange.getResponse().setStatusCode(HttpStatus.UNAUTHORIZED); return exchange.getResponse().setComplete(); }`;

  it('stand before all of its routes, but for the paths that they let on', async () => {
    expect(await gateway(CHECK)).toEqual(['authenticated', 'authenticated']);
    const open =
      'if (exchange.getRequest().getPath().toString().startsWith("/login")) { return chain.filter(exchange); }';
    expect((await gateway(`${open} ${CHECK}`)).sort()).toEqual(['authenticated', 'public']);
    expect(await gateway('exchange.getRequest().getHeaders().getFirst("Authorization");')).toEqual([
      'public',
      'public',
    ]);
  });
});
