import { describe, expect, it } from 'vitest';
import { accessOf, MAIN_CLASS, pomWith } from '../../../test/access-of.ts';

const FILTER = `.filter((request, next) -> {
      if (request.headers().firstHeader("Authorization") == null) { return ServerResponse.status(401).build(); }
      return next.handle(request);
    })`;
const BEFORE = `.before(request -> {
      if (request.principal().isEmpty()) { throw new IllegalStateException("nobody is signed in"); }
      return request;
    })`;

/** Who may call the routes that a method gives. */
async function verdictsOf(body: string, members = ''): Promise<Readonly<Record<string, string>>> {
  const { verdicts } = await accessOf({
    'pom.xml': pomWith('org.springframework.boot:spring-boot-starter-web'),
    'App.java': MAIN_CLASS,
    'Routes.java': `package org.sample;
import static org.springframework.web.servlet.function.RequestPredicates.*;
import static org.springframework.web.servlet.function.RouterFunctions.route;
import org.springframework.context.annotation.*;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.*;
@Configuration public class Routes {
  @Bean RouterFunction<ServerResponse> routes() { ${body} }
  ServerResponse serve(ServerRequest request) { return ServerResponse.ok().build(); }
  ${members}
}`,
  });
  return verdicts;
}

describe('a filter of functional routes', () => {
  it('stands before all routes of its builder, earlier ones and groups inside included', async () => {
    const verdicts = await verdictsOf(`return RouterFunctions.route().GET("/early", this::serve)
      ${FILTER}
      .path("/group", inner -> inner.GET("/visits", this::serve))
      .GET("/late", this::serve).build();`);
    expect(verdicts).toEqual({
      'GET /early': 'authenticated',
      'GET /group/visits': 'authenticated',
      'GET /late': 'authenticated',
    });
  });

  it('stands before no route around its group', async () => {
    const verdicts = await verdictsOf(`return route().GET("/open", this::serve)
      .path("/group", inner -> inner.GET("/visits", this::serve)${BEFORE})
      .path("/other", inner -> { inner.GET("/visits", this::serve); }).build();`);
    expect(verdicts).toEqual({
      'GET /open': 'public',
      'GET /group/visits': 'authenticated',
      'GET /other/visits': 'public',
    });
  });

  it('stands before the routes of what it is called on, and before none that are added later', async () => {
    const verdicts = await verdictsOf(
      `RouterFunction<ServerResponse> inner = route(GET("/in"), this::serve).andRoute(GET("/too"), this::serve);
    return inner.filter(this::gate).andRoute(GET("/later"), this::serve);`,
      `ServerResponse gate(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        if (request.session().getAttribute("user") == null) { return ServerResponse.status(HttpStatus.UNAUTHORIZED).build(); }
        return next.handle(request);
      }`,
    );
    expect(verdicts).toEqual({
      'GET /in': 'authenticated',
      'GET /too': 'authenticated',
      'GET /later': 'public',
    });
  });

  it('asks nobody where it hands every request on, or refuses for another reason', async () => {
    const verdicts = await verdictsOf(`return route().GET("/visits", this::serve)
      .before(request -> { request.headers().firstHeader("Authorization"); return request; })
      .filter((request, next) -> {
        if (request.param("lines").isEmpty()) { return ServerResponse.status(422).build(); }
        return next.handle(request);
      }).build();`);
    expect(verdicts).toEqual({ 'GET /visits': 'public' });
  });

  it('leaves the verdict open where it is set only under a condition', async () => {
    const verdicts = await verdictsOf(`var routes = route().GET("/visits", this::serve);
    if (System.getenv("GUARDED") != null) { routes${FILTER}; }
    return routes.build();`);
    expect(verdicts['GET /visits']).toMatch(/^unknown .*only under a condition/u);
  });
});

it('reactive routes are filtered likewise', async () => {
  const { verdicts } = await accessOf({
    'pom.xml': pomWith('org.springframework.boot:spring-boot-starter-webflux'),
    'App.java': MAIN_CLASS,
    'Routes.java': `package org.sample;
import static org.springframework.web.reactive.function.server.RequestPredicates.*;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;
import org.springframework.context.annotation.*;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.*;
import reactor.core.publisher.Mono;
@Configuration public class Routes {
  @Bean RouterFunction<ServerResponse> routes(Gate gate) { return route(GET("/in"), this::serve).filter(gate); }
  @Bean RouterFunction<ServerResponse> open() { return route(GET("/open"), this::serve); }
  Mono<ServerResponse> serve(ServerRequest request) { return ServerResponse.ok().build(); }
}`,
    'Gate.java': `package org.sample;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.*;
import reactor.core.publisher.Mono;
@org.springframework.stereotype.Component
public class Gate implements HandlerFilterFunction<ServerResponse, ServerResponse> {
  @Override public Mono<ServerResponse> filter(ServerRequest request, HandlerFunction<ServerResponse> next) {
    if (request.headers().firstHeader("Authorization") == null) { return ServerResponse.status(HttpStatus.UNAUTHORIZED).build(); }
    return next.handle(request);
  }
}`,
  });
  expect(verdicts).toEqual({ 'GET /in': 'authenticated', 'GET /open': 'public' });
});
