import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../../test/flow-of.ts';
import type { Guard } from '../labels.ts';

const IMPORTS = `package org.clinic;
import java.util.*;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.*;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.server.ResponseStatusException;
`;

/** Categories on the road of the handler \`close\` to the store, by the real models. */
function guardsOnTheWay(members: string, others = ''): readonly Guard['category'][] {
  const [road, ...more] = sampleOf(`${IMPORTS}
@RestController class Desk {
  Visits visits;
  Register register;
  ${members}
}
interface Visits extends JpaRepository<Visit, Long> {}
interface Register extends JpaRepository<Entry, Long> {}
@ResponseStatus(HttpStatus.TOO_MANY_REQUESTS) class TooMany extends RuntimeException {}
@ResponseStatus(HttpStatus.FORBIDDEN) class NotYours extends RuntimeException {}
@ResponseStatus(HttpStatus.CONFLICT) class Busy extends RuntimeException {}
class Entry {}
${others}`)
    .view()
    .roads.filter(({ sink }) => sink.operation === 'db.write org.clinic.Visit');
  expect(more).toEqual([]);
  if (road === undefined) throw new Error('no road to the store');
  return road.categories;
}

const PLAIN = 'class Visit {}';
const closing = (check: string) =>
  `@PostMapping("/close") void close(@RequestBody Visit visit, String owner, int calls, boolean late) { ${check} visits.save(visit); }`;

describe('a check that a project writes itself', () => {
  it.each([
    [
      'a refusal as not yours',
      'if (!owner.equals("me")) throw new AccessDeniedException("no");',
      ['authorization'],
    ],
    [
      'a refusal in the other branch',
      'if (owner.equals("me")) { calls++; } else { throw new ResponseStatusException(HttpStatus.FORBIDDEN); }',
      ['authorization'],
    ],
    [
      'a refusal of who is neither of two',
      'boolean mine = owner.equals("me"); if (!mine && !owner.equals("chief")) throw new AccessDeniedException("no");',
      ['authorization'],
    ],
    [
      'a refusal of JAX-RS',
      'if (!owner.equals("me")) throw new jakarta.ws.rs.ForbiddenException("no");',
      ['authorization'],
    ],
    [
      'a refusal of JAX-RS with a text and a status',
      'if (!owner.equals("me")) throw new jakarta.ws.rs.WebApplicationException("no", jakarta.ws.rs.core.Response.Status.FORBIDDEN);',
      ['authorization'],
    ],
    [
      'a refusal of Shiro',
      'if (!owner.equals("me")) throw new org.apache.shiro.authz.UnauthorizedException("no");',
      ['authorization'],
    ],
    [
      'a failure of the project that is answered with 403',
      'if (!owner.equals("me")) throw new NotYours();',
      ['authorization'],
    ],
    [
      'a refusal as too often',
      'if (calls > 9) throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);',
      ['rate-limiting'],
    ],
    [
      'a failure of the project that is answered with 429',
      'if (calls > 9) throw new TooMany();',
      ['rate-limiting'],
    ],
    [
      'a switch whose default throws',
      'switch (owner) { case "a": calls++; break; default: throw new IllegalArgumentException(owner); }',
      ['validation'],
    ],
  ])('guards what comes after it: %s', (_, check, categories) => {
    expect(guardsOnTheWay(closing(check), PLAIN)).toEqual(categories);
  });

  it.each([
    ['that says something else', 'if (calls > 9) throw new IllegalStateException("full");'],
    ['that is answered with another status', 'if (calls > 9) throw new Busy();'],
    [
      'of JAX-RS with another status',
      'if (calls > 9) throw new jakarta.ws.rs.WebApplicationException("no", jakarta.ws.rs.core.Response.Status.GONE);',
    ],
    [
      'of security, which is thrown for broken signatures too',
      'if (calls > 9) throw new SecurityException(owner);',
    ],
    [
      'for those only who send a parameter',
      'if (late && !owner.equals("me")) throw new AccessDeniedException("no");',
    ],
    ['of what is not there', 'if (owner == null) throw new AccessDeniedException("no");'],
    [
      'in a switch with another way out',
      'switch (owner) { case "a": throw new IllegalArgumentException(owner); default: calls++; }',
    ],
    [
      'in a switch over a number',
      'switch (calls) { case 1: calls++; break; default: throw new IllegalArgumentException(owner); }',
    ],
    ['that is only made', 'if (calls > 9) { Object later = new AccessDeniedException("no"); }'],
    [
      'that is made on a whim',
      'if (calls > 9) { if (!owner.equals("me")) throw new AccessDeniedException("no"); }',
    ],
    [
      'in another turn',
      'for (String each : List.of(owner)) { if (!each.equals("me")) throw new AccessDeniedException("no"); }',
    ],
  ])('is no refusal %s', (_, check) => {
    expect(guardsOnTheWay(closing(check), PLAIN)).toEqual([]);
  });

  it('counts once where a row knows what its condition asks', () => {
    const check =
      'if (!java.nio.file.Path.of(owner).normalize().startsWith("/srv")) throw new AccessDeniedException("outside");';
    expect(guardsOnTheWay(closing(check), PLAIN)).toEqual(['sanitization']);
  });
});

describe('an answer as too often, or as not yours', () => {
  const answering = (check: string) => `@PostMapping("/close")
  org.springframework.http.ResponseEntity<String> close(@RequestBody Visit visit, int calls) {
    ${check}
    visits.save(visit);
    return org.springframework.http.ResponseEntity.ok("closed");
  }`;
  const answer = 'org.springframework.http.ResponseEntity';

  it.each([
    `if (calls > 9) return ${answer}.status(HttpStatus.TOO_MANY_REQUESTS).body("later");`,
    `if (calls > 9) { return ${answer}.status(429).build(); }`,
    `if (calls > 9) return new ${answer}<>(HttpStatus.TOO_MANY_REQUESTS);`,
    `if (calls > 9) return new ${answer}<>("later", HttpStatus.TOO_MANY_REQUESTS);`,
  ])('limits what comes after it: %s', (check) => {
    expect(guardsOnTheWay(answering(check), PLAIN)).toEqual(['rate-limiting']);
  });

  it.each([
    `if (calls > 9) return ${answer}.status(HttpStatus.FORBIDDEN).build();`,
    `if (calls > 9) return ${answer}.status(403).body("not yours");`,
    `if (calls > 9) return new ${answer}<>("not yours", HttpStatus.FORBIDDEN);`,
  ])('asks whose it is before what comes after it: %s', (check) => {
    expect(guardsOnTheWay(answering(check), PLAIN)).toEqual(['authorization']);
  });

  it.each([
    `if (calls > 9) return ${answer}.status(HttpStatus.CONFLICT).body("later");`,
    `if (calls > 9) { Object later = ${answer}.status(429).build(); }`,
  ])('limits nothing with another status, or where it is not given: %s', (check) => {
    expect(guardsOnTheWay(answering(check), PLAIN)).toEqual([]);
  });
});

describe('the record of changes', () => {
  it('is audit in a table that is kept for it, also by a service of the project', () => {
    const trail = (type: string) => `${PLAIN} class ${type} {}
interface Trail extends JpaRepository<${type}, Long> {}
@Service class Recorder { Trail trail; void record(String what) { trail.save(new ${type}()); } }`;
    const recorded = `Recorder recorder; ${closing('recorder.record("close");')}`;
    expect(guardsOnTheWay(recorded, trail('AuditLog'))).toEqual(['audit']);
    expect(guardsOnTheWay(recorded, trail('VisitAuditEntry'))).toEqual(['audit']);
    expect(guardsOnTheWay(recorded, trail('Note'))).toEqual([]);
    const sometimes = `Recorder recorder; ${closing('if (calls > 1) recorder.record("close");')}`;
    expect(guardsOnTheWay(sometimes, trail('AuditLog'))).toEqual([]);
  });

  it('is audit where the stored type keeps its revisions', () => {
    expect(guardsOnTheWay(closing(''), '@org.hibernate.envers.Audited class Visit {}')).toEqual(['audit']);
    const signed = 'class Visit { @org.springframework.data.annotation.CreatedBy String author; }';
    expect(guardsOnTheWay(closing(''), signed)).toEqual([]);
  });

  const aspect = (advice: string) => `
@interface Recorded {}
@org.aspectj.lang.annotation.Aspect @Component class Recorder {
  static final org.slf4j.Logger log = org.slf4j.LoggerFactory.getLogger(Recorder.class);
  Register register;
  @org.aspectj.lang.annotation.AfterReturning("@annotation(Recorded)")
  public void record() { ${advice} }
}
${PLAIN}`;
  const WHO = 'String who = SecurityContextHolder.getContext().getAuthentication().getName();';

  it.each([
    ['who did it is stored', `${WHO} register.save(new Entry());`, ['audit']],
    ['nobody asks who did it', 'register.save(new Entry());', []],
    ['who did it is only logged', `${WHO} log.info(who);`, []],
  ])('by an aspect on an annotation is audit where %s', (_, advice, categories) => {
    expect(guardsOnTheWay(`@Recorded ${closing('')}`, aspect(advice))).toEqual(categories);
    expect(guardsOnTheWay(closing(''), aspect(advice))).toEqual([]);
  });
});
