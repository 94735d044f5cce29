import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../test/flow-of.ts';

/** How many answers to a failure leak, and how many do not. */
function counts(text: string): { readonly leaks: number; readonly silent: number } {
  const { errorResponses } = sampleOf(`package org.clinic;\n${text}`).view();
  const leaks = errorResponses.filter(({ leak }) => leak !== null).length;
  return { leaks, silent: errorResponses.length - leaks };
}

const micronaut = (body: string) => (told: string) =>
  `
import io.micronaut.http.*;
import io.micronaut.http.annotation.*;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.hateoas.JsonError;
import jakarta.inject.Singleton;
class Refused extends RuntimeException { Refused(String text) { super(text); } }
class Problem { String text; Problem(String text) { this.text = text; } }
@Singleton class Refusals implements ExceptionHandler<IllegalStateException, HttpResponse<?>> {
  @Override public HttpResponse<?> handle(HttpRequest request, IllegalStateException e) { ${body.replaceAll('X', told)} }
}`;

const mapper = (body: string) => (told: string) =>
  `
import jakarta.ws.rs.core.*;
import jakarta.ws.rs.ext.*;
@Provider class Refusals implements ExceptionMapper<IllegalStateException> {
  @Override public Response toResponse(IllegalStateException e) { ${body.replaceAll('X', told)} }
}`;

const reactive =
  (body: string, result: string, annotation = '@ServerExceptionMapper') =>
  (told: string) =>
    `
import jakarta.ws.rs.core.*;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
class Refusals {
  ${annotation} public ${result} refuse(IllegalStateException e) { ${body.replaceAll('X', told)} }
}`;

const WAYS: readonly (readonly [string, (told: string) => string])[] = [
  ['a bad request of Micronaut', micronaut('return HttpResponse.badRequest(X);')],
  ['a server error of Micronaut', micronaut('return HttpResponse.serverError().body(X);')],
  ['an error object of Micronaut', micronaut('return HttpResponse.badRequest(new JsonError(X));')],
  [
    'an object of the project in an answer of Micronaut',
    micronaut('return HttpResponse.<Problem>status(HttpStatus.CONFLICT).body(new Problem(X));'),
  ],
  ['a map in an answer of Micronaut', micronaut('return HttpResponse.ok(java.util.Map.of("error", X));')],
  ['an entity of JAX-RS', mapper('return Response.status(409).entity(X).build();')],
  ['a header of JAX-RS', mapper('return Response.status(409).header("X-Reason", X).build();')],
  ['an entity in one call', mapper('return Response.ok(X, MediaType.TEXT_PLAIN).build();')],
  [
    'a reactive answer',
    reactive('return RestResponse.status(Response.Status.CONFLICT, X);', 'RestResponse<String>'),
  ],
  [
    'an answer of a reactive mapper',
    reactive('return Response.serverError().entity(X).build();', 'Response'),
  ],
  [
    'an answer of a reactive mapper of named exceptions',
    reactive(
      'return Response.serverError().entity(X).build();',
      'Response',
      '@ServerExceptionMapper({IllegalStateException.class})',
    ),
  ],
  [
    'an answer that comes later',
    reactive(
      'return io.smallrye.mutiny.Uni.createFrom().item(Response.serverError().entity(X).build());',
      'io.smallrye.mutiny.Uni<Response>',
    ),
  ],
];

describe('what a mapper of exceptions answers', () => {
  it.each(WAYS)('tells of a failure what it should not, and nothing where it says its own: %s', (_, way) => {
    expect(counts(way('e.getMessage()'))).toEqual({ leaks: 1, silent: 0 });
    expect(counts(way('"error: " + e'))).toEqual({ leaks: 1, silent: 0 });
    expect(counts(way('"try again later"'))).toEqual({ leaks: 0, silent: 1 });
  });

  it('is not the log', () => {
    const log = 'org.slf4j.LoggerFactory.getLogger("a").warn("refused", e);';
    expect(counts(micronaut(`${log} return HttpResponse.badRequest();`)(''))).toEqual({
      leaks: 0,
      silent: 1,
    });
    expect(counts(mapper(`${log} return Response.status(409).build();`)(''))).toEqual({
      leaks: 0,
      silent: 1,
    });
    expect(counts(reactive(`${log} return Response.status(409).build();`, 'Response')(''))).toEqual({
      leaks: 0,
      silent: 1,
    });
  });
});
