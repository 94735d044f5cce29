import { describe, expect, it } from 'vitest';
import { accessOf, pomWith } from '../../../test/access-of.ts';

const POM = pomWith('io.vertx:vertx-web', 'io.javalin:javalin', 'com.sparkjava:spark-core');

async function verdictsOf(body: string, members = '') {
  const { verdicts } = await accessOf({
    'pom.xml': POM,
    'Api.java': `package org.sample;
import static spark.Spark.before;
import static spark.Spark.delete;
import static spark.Spark.get;
import static spark.Spark.halt;
import io.javalin.Javalin;
import io.javalin.http.UnauthorizedResponse;
import io.vertx.ext.auth.authorization.RoleBasedAuthorization;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.AuthorizationHandler;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.JWTAuthHandler;
public class Api {
  public static void main(String[] args) {}
  void start(Router router, JWTAuth tokens, Javalin app) {
    ${body}
  }
  void serve(RoutingContext context) { context.end("done"); }
  ${members}
}`,
  });
  return Object.fromEntries(Object.entries(verdicts).filter(([entry]) => entry.includes('/')));
}

describe('functions before routes', () => {
  it('ask for a caller where a library makes them and they are registered before the route on its path', async () => {
    const verdicts = await verdictsOf(`
      router.get("/early").handler(this::serve);
      router.route("/api/*").handler(JWTAuthHandler.create(tokens));
      router.get("/api/visits").handler(this::serve);
      router.get("/apis").handler(this::serve);
      router.route().handler(JWTAuthHandler.create(tokens).withScope("visits"));
      router.get("/late").handler(this::serve);`);
    expect(verdicts).toEqual({
      'GET /early': 'public',
      'GET /api/visits': 'authenticated',
      'GET /apis': 'public',
      'GET /late': 'authenticated',
    });
  });

  it('stand before the last function of their own route, for its verb only', async () => {
    const verdicts = await verdictsOf(`
      router.delete("/visits").handler(JWTAuthHandler.create(tokens)).handler(this::serve);
      router.post("/visits").handler(BodyHandler.create()).handler(this::serve);
      router.put("/visits").handler(JWTAuthHandler.create(tokens))
        .handler(AuthorizationHandler.create(RoleBasedAuthorization.create("vet"))).handler(this::serve);`);
    expect(verdicts).toEqual({
      'DELETE /visits': 'authenticated',
      'POST /visits': 'public',
      'PUT /visits': 'authorized create(RoleBasedAuthorization.create("vet"))',
    });
  });

  it('are read where the tree has them: one that turns strangers away protects, one that only counts does not', async () => {
    const verdicts = await verdictsOf(
      `router.route("/in/*").handler(this::gate);
      router.get("/in/visits").handler(this::serve);
      router.route("/seen/*").handler(this::count);
      router.get("/seen/visits").handler(this::serve);`,
      `void gate(RoutingContext context) {
        if (context.user() == null) { context.fail(401); return; }
        context.next();
      }
      void count(RoutingContext context) { context.get("seen"); context.next(); }`,
    );
    expect(verdicts['GET /in/visits']).toBe('authenticated');
    expect(verdicts['GET /seen/visits']).toBe('public');
  });

  it('can be lambdas, and stand before routes in any order where the framework calls them first', async () => {
    const verdicts = await verdictsOf(`
      get("/open", (request, response) -> "hello");
      delete("/visits/:id", (request, response) -> "gone");
      before("/visits/*", (request, response) -> {
        if (request.session().attribute("user") == null) halt(401);
      });
      before((request, response) -> { response.header("X-Seen", "1"); });
      app.get("/javalin", context -> context.result("hello"));
      app.get("/inside/javalin", context -> context.result("hello"));
      app.before("/inside/*", context -> {
        if (context.sessionAttribute("user") == null) { throw new UnauthorizedResponse(); }
      });`);
    expect(verdicts).toEqual({
      'GET /open': 'public',
      'DELETE /visits/:id': 'authenticated',
      'GET /javalin': 'public',
      'GET /inside/javalin': 'authenticated',
    });
  });

  it('leave the verdict open where nobody can tell whether they stand there', async () => {
    const verdicts = await verdictsOf(
      `if (System.getenv("OPEN") == null) { router.route("/api/*").handler(JWTAuthHandler.create(tokens)); }
      router.get("/api/visits").handler(this::serve);
      secure(router, tokens);
      router.get("/in/visits").handler(this::serve);`,
      'void secure(Router router, JWTAuth tokens) { router.route("/in/*").handler(JWTAuthHandler.create(tokens)); }',
    );
    expect(verdicts['GET /api/visits']).toMatch(/^unknown .*only under a condition/u);
    expect(verdicts['GET /in/visits']).toMatch(/^unknown .*another method/u);
  });
});
