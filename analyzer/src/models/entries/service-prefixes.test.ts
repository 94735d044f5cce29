import { describe, expect, it } from 'vitest';
import { labelledFiles, routesOf } from '../../../test/labelled-files.ts';

const BILLS = `class Bills implements HttpService {
  @Override public void routing(HttpRules rules) { rules.register("/visits", new Visits()); addRoutes(rules); }
  private void addRoutes(HttpRules rules) { rules.post("/pay", (request, response) -> response.send()); }
}
`;

/** Routes of a server of Helidon that registers services. */
async function routes(registrations: string, more = ''): Promise<readonly string[]> {
  return routesOf(
    await labelledFiles({
      'src/main/java/org/clinic/Server.java': `package org.clinic;
import io.helidon.webserver.http.*;
class Server {
  static final String BILLS = "/bills";
  static void routing(HttpRouting.Builder routing, String base) { ${registrations} }
}
class Visits implements HttpService {
  @Override public void routing(HttpRules rules) { rules.get("/", this::all).get("/{id}", this::one); }
  void all(ServerRequest request, ServerResponse response) { }
  void one(ServerRequest request, ServerResponse response) { }
}
${more}`,
    }),
  );
}

describe('routes of a service', () => {
  it('stand behind the path that it is registered under', async () => {
    const expected = ['GET /visits Visits.all', 'GET /visits/{id} Visits.one'];
    expect(await routes('routing.register("/visits", new Visits());')).toEqual(expected);
    expect(await routes('routing.register("/visits", Visits::new);')).toEqual(expected);
    expect(await routes('routing.register("/visits", () -> new Visits());')).toEqual(expected);
    expect(await routes('Visits visits = new Visits();')).toEqual([
      'GET / Visits.all',
      'GET /{id} Visits.one',
    ]);
  });

  it('stand behind all that its own registration stands behind', async () => {
    expect(
      await routes(
        'routing.any((request, response) -> response.next()).register(BILLS, new Bills());',
        BILLS,
      ),
    ).toEqual([
      'GET /bills/visits Visits.all',
      'GET /bills/visits/{id} Visits.one',
      'POST /bills/pay Bills.addRoutes',
    ]);
  });

  it('are there once for each registration, and as they are without a path', async () => {
    const rooms = `class Rooms implements HttpService {
  @Override public void routing(HttpRules rules) { rules.put("/rooms", this::save); }
  void save(ServerRequest request, ServerResponse response) { }
}`;
    const ofRooms = async (registrations: string) =>
      (await routes(registrations, rooms)).filter((route) => route.includes('Rooms'));
    expect(await ofRooms('routing.register("/a", new Rooms()).register("/b", new Rooms());')).toEqual([
      'PUT /a/rooms,/b/rooms Rooms.save',
    ]);
    expect(await ofRooms('routing.register(new Rooms());')).toEqual(['PUT /rooms Rooms.save']);
    expect(await ofRooms('')).toEqual(['PUT /rooms Rooms.save']);
  });

  it('have a path that nobody knows where only running code knows that of the service', async () => {
    const [first] = (await routes('routing.register(base, new Bills());', BILLS)).filter((route) =>
      route.includes('pay'),
    );
    expect(first).toBe('POST /{?}/pay Bills.addRoutes');
  });

  it('are those of older servers too', async () => {
    const old = `class Old implements io.helidon.webserver.Service {
  @Override public void update(io.helidon.webserver.Routing.Rules rules) { rules.delete("/{id}", this::drop); }
  void drop(io.helidon.webserver.ServerRequest request, io.helidon.webserver.ServerResponse response) { }
  static io.helidon.webserver.Routing routing() {
    return io.helidon.webserver.Routing.builder().register("/old", new Old()).build();
  }
}`;
    expect((await routes('', old)).filter((route) => route.includes('Old'))).toEqual([
      'DELETE /old/{id} Old.drop',
    ]);
  });
});
