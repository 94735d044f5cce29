import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../test/flow-of.ts';

const sample = sampleOf(`
package org.clinic;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.servlet.function.*;
class Visit {}
class Note {}
interface Visits extends JpaRepository<Visit, Long> {}
interface Notes extends JpaRepository<Note, Long> {}
class Routes {
  Visits visits;
  Notes notes;
  RouterFunction<ServerResponse> routes(String mode) {
    if (!mode.equals("open")) throw new AccessDeniedException("closed");
    warmUp();
    return RouterFunctions.route()
        .GET("/visits", request -> remove(request))
        .GET("/notes", request -> {
          if (!request.path().equals("/notes")) throw new AccessDeniedException("no");
          notes.deleteById(1L);
          return ServerResponse.ok().build();
        })
        .build();
  }
  void warmUp() { count(); }
  void count() { notes.save(new Note()); }
  ServerResponse remove(ServerRequest request) { return later(); }
  ServerResponse later() { visits.deleteById(1L); return ServerResponse.ok().build(); }
}`);
const view = sample.view();

describe('a lambda that is a handler', () => {
  it('leads to what it calls itself, and not to what the code around it calls', () => {
    const roads = view.roads.map((road) => [road.entry.paths[0], road.sink.operation, road.shortestDistance]);
    expect(roads).toEqual([
      ['/notes', 'db.delete org.clinic.Note', 0],
      ['/visits', 'db.delete org.clinic.Visit', 1],
    ]);
    const distance = (label: string) => view.method(sample.method(label).id)?.distanceToEntry;
    expect(['Routes.routes', 'Routes.remove', 'Routes.later'].map(distance)).toEqual([0, 0, 1]);
    expect(['Routes.warmUp', 'Routes.count'].map(distance)).toEqual([null, null]);
  });

  it('is guarded by its own checks, and not by those that ran when it was registered', () => {
    const guards = view.roads.map((road) => [road.entry.paths[0], road.categories]);
    expect(guards).toEqual([
      ['/notes', ['authorization']],
      ['/visits', []],
    ]);
  });
});
