import { describe, expect, it } from 'vitest';
import { accessOf, pomWith } from '../../../test/access-of.ts';

/** Verdicts of routes of Helidon 4, put on a builder by `routes` and in a service by `rules`. */
async function helidon4(routes: string, rules = ''): Promise<Readonly<Record<string, string>>> {
  const { verdicts } = await accessOf({
    'pom.xml': pomWith(
      'io.helidon.webserver:helidon-webserver',
      'io.helidon.webserver:helidon-webserver-security',
    ),
    'Main.java': `package org.sample;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.security.SecurityFeature;
public class Main {
  public static void main(String[] args) { WebServer.builder().routing(Main::routing).build().start(); }
  static void routing(HttpRouting.Builder routing) { ${routes} }
  static void show(ServerRequest request, ServerResponse response) { response.send("x"); }
}
class Visits implements HttpService {
  @Override public void routing(HttpRules rules) { ${rules} }
  void list(ServerRequest request, ServerResponse response) { response.send("x"); }
}`,
  });
  return Object.fromEntries(Object.entries(verdicts).filter(([entry]) => entry.includes('/')));
}

describe('checks that stand in a route of Helidon', () => {
  it('ask before the function that answers, which is the last one', async () => {
    const verdicts = await helidon4(`routing
      .get("/open", Main::show)
      .get("/mine", SecurityFeature.authenticate(), Main::show)
      .get("/free", SecurityFeature.allowAnonymous(), Main::show)
      .get("/staff", SecurityFeature.rolesAllowed("admin"), Main::show);`);
    expect(verdicts).toEqual({
      'GET /open': 'public',
      'GET /mine': 'authenticated',
      'GET /free': 'public',
      'GET /staff': 'authorized rolesAllowed("admin")',
    });
  });

  it('ask before all routes on their path that the router gets after them', async () => {
    const verdicts = await helidon4(`routing.get("/early", Main::show);
      routing.any("/staff/*", SecurityFeature.rolesAllowed("admin")).get("/staff/visits", Main::show);
      routing.get("/late", Main::show).any(SecurityFeature.authenticate());`);
    expect(verdicts).toEqual({
      'GET /early': 'public',
      'GET /staff/visits': 'authorized rolesAllowed("admin")',
      'GET /late': 'public',
    });
  });

  it('stand in a service before its own routes, and before no others', async () => {
    const verdicts = await helidon4(
      'routing.get("/open", Main::show).register("/visits", new Visits());',
      'rules.any(SecurityFeature.rolesAllowed("vet")).get("/list", this::list);',
    );
    expect(verdicts).toEqual({
      'GET /open': 'public',
      'GET /visits/list': 'authorized rolesAllowed("vet")',
    });
  });

  it('stand in a service before a path of it, below the path of the service', async () => {
    const verdicts = await helidon4(
      'routing.register("/visits", new Visits());',
      'rules.any("/staff/*", SecurityFeature.rolesAllowed("vet")).get("/staff/list", this::list).get("/list", this::list);',
    );
    expect(verdicts).toEqual({
      'GET /visits/staff/list': 'authorized rolesAllowed("vet")',
      'GET /visits/list': 'public',
    });
  });
});

describe('checks that stand in a route of Helidon before 4', () => {
  const verdictsOf = async (register: string) => {
    const { verdicts } = await accessOf({
      'pom.xml': pomWith(
        'io.helidon.webserver:helidon-webserver',
        'io.helidon.security.integration:helidon-security-integration-webserver',
      ),
      'Main.java': `package org.sample;
import io.helidon.security.integration.webserver.WebSecurity;
import io.helidon.webserver.Routing;
import io.helidon.webserver.ServerRequest;
import io.helidon.webserver.ServerResponse;
import io.helidon.webserver.Service;
import io.helidon.webserver.WebServer;
public class Main {
  public static void main(String[] args) {
    WebServer.builder(Routing.builder()${register}.register("/visits", new Visits()).build()).build().start();
  }
}
class Visits implements Service {
  @Override public void update(Routing.Rules rules) {
    rules.get("/list", this::list).post("/list", WebSecurity.rolesAllowed("vet"), this::list);
  }
  void list(ServerRequest request, ServerResponse response) { response.send("x"); }
}`,
    });
    return Object.fromEntries(Object.entries(verdicts).filter(([entry]) => entry.includes('/')));
  };

  it('ask for roles in services', async () => {
    expect(await verdictsOf('')).toEqual({
      'GET /visits/list': 'public',
      'POST /visits/list': 'authorized rolesAllowed("vet")',
    });
  });

  it('leave open what the settings of the security may ask', async () => {
    const settled = await verdictsOf('.register(WebSecurity.create(config()))');
    expect(settled['GET /visits/list']).toContain('unknown');
    expect(settled['POST /visits/list']).toBe('authorized rolesAllowed("vet")');
  });
});
