import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../test/flow-of.ts';
import { at, entry, inputOf, method, parameter, road, sink } from '../../test/view-of.ts';
import { methodId, typeName } from '../base/ids.ts';
import type { Guard, Road, SecurityView } from '../flow/security-view.ts';
import { anyVerb } from './any-verb.ts';
import type { Check } from './check.ts';
import { missingAudit, missingAuthorization, unlimitedLogins } from './missing-defences.ts';
import { answeredEntities, massAssignment } from './stored-objects.ts';

function run(check: Check, view: SecurityView | Partial<SecurityView>) {
  return check.look(inputOf(view));
}

const login = { verdict: 'authenticated', mechanism: 'path-rule', evidence: [] } as const;
const guard = (category: Guard['category'], parts: Partial<Guard> = {}): Guard => ({
  category,
  mechanism: 'sample',
  carrier: { kind: 'method', method: methodId(typeName('org.clinic.Other'), 'other', []) },
  evidence: { ...at(5), text: 'guard' },
  confidence: 'certain',
  ...parts,
});
const handlerOf = (name: string) => entry(name).handler;
const handlers = (...names: string[]) => names.map((name) => method(name, { id: handlerOf(name) }));

describe('operations that every login is enough for', () => {
  const to = (name: string, parts: Partial<Road> = {}) =>
    road(entry(name, { access: login }), sink('db.write org.clinic.Visit'), {
      categories: ['authentication'],
      ...parts,
    });

  it('are found one by one where the code asks for rights elsewhere', () => {
    const found = run(missingAuthorization, {
      methods: handlers('open', 'close'),
      roads: [to('open'), to('close')],
      guards: [guard('authorization')],
    });
    expect(found.map(({ rule, symbol }) => `${rule} ${symbol}`)).toEqual([
      `B1-no-authorization ${handlerOf('open')}`,
      `B1-no-authorization ${handlerOf('close')}`,
    ]);
  });

  it('are one finding where the code knows no rights at all', () => {
    const found = run(missingAuthorization, {
      methods: handlers('open', 'close'),
      roads: [to('open'), to('close')],
    });
    expect(found.map(({ facts }) => facts['others'])).toEqual([1]);
  });

  it.each<[string, Partial<Road>, Partial<SecurityView>]>([
    ['a right is asked for', { categories: ['authentication', 'authorization'] }, {}],
    ['the caller is asked for', {}, { identityReaders: new Set([handlerOf('open')]) }],
    [
      'something is only read',
      { sink: sink('db.read org.clinic.Visit', { privileged: false, action: 'read' }) },
      {},
    ],
    [
      'text is evaluated, which no right allows',
      { sink: sink('template eval', { kind: 'template', action: 'evaluate' }) },
      {},
    ],
    [
      'access could not be decided',
      { entry: entry('open', { access: { ...login, verdict: 'unknown' } }) },
      {},
    ],
    ['nobody has to log in, which is another finding', { entry: entry('open') }, {}],
  ])('are none where %s', (_, parts, view) => {
    expect(
      run(missingAuthorization, { methods: handlers('open'), roads: [to('open', parts)], ...view }),
    ).toEqual([]);
  });
});

describe('records of somebody', () => {
  const owned = new Set([typeName('org.clinic.Invoice')]);
  const reading = (name: string, operation: string) =>
    road(
      entry('open', { access: login, parameters: [parameter(name, { source: 'path' })] }),
      sink(operation, { privileged: false, action: 'read' }),
      { categories: ['authentication'] },
    );
  const look = (name: string, operation: string, rest: Partial<SecurityView> = {}) =>
    run(missingAuthorization, {
      methods: handlers('open'),
      roads: [reading(name, operation)],
      ownedTypes: owned,
      ...rest,
    }).map(({ rule }) => rule);

  it.each(['id', 'invoiceId', 'invoice_id', 'uuid'])('by their %s are found', (name) => {
    expect(look(name, 'db.read org.clinic.Invoice')).toEqual(['B1-no-owner-check']);
  });

  it('are none by anything else, of nobody, or where the caller is asked for', () => {
    expect(look('month', 'db.read org.clinic.Invoice')).toEqual([]);
    expect(look('paid', 'db.read org.clinic.Invoice')).toEqual([]);
    expect(look('id', 'db.read org.clinic.Species')).toEqual([]);
    expect(
      look('id', 'db.read org.clinic.Invoice', { identityReaders: new Set([handlerOf('open')]) }),
    ).toEqual([]);
  });
});

describe('logins', () => {
  const proof = guard('authentication', {
    carrier: { kind: 'call', method: handlerOf('login'), operation: 3 },
    proves: 'password',
  });
  const look = (rest: Partial<SecurityView> = {}) =>
    run(unlimitedLogins, {
      entryPoints: [entry('login')],
      methods: handlers('login'),
      guards: [proof],
      ...rest,
    });

  it('that tell right passwords from wrong ones without limit are found', () => {
    expect(look().map(({ rule }) => rule)).toEqual(['B1-no-rate-limit']);
  });

  it('with a limit before them, or in them, are silent', () => {
    const before = guard('rate-limiting', {
      carrier: { kind: 'entry', entry: entry('login').id, handler: handlerOf('login') },
    });
    const within = guard('rate-limiting', { carrier: { kind: 'method', method: handlerOf('login') } });
    expect(look({ guards: [proof, before] })).toEqual([]);
    expect(look({ guards: [proof, within] })).toEqual([]);
  });

  it('that count attempts in a type of their own are silent', () => {
    const counter = methodId(typeName('org.clinic.LoginAttempts'), 'failed', []);
    const call = { target: counter, to: 1, how: 'virtual', confidence: 'certain', ...at(12) } as const;
    const counting = [
      method('login', { id: handlerOf('login'), calls: [call] }),
      method('failed', { id: counter }),
    ];
    expect(look({ methods: counting })).toEqual([]);
  });

  it('that verify no password are none', () => {
    expect(look({ guards: [guard('authentication')] })).toEqual([]);
  });
});

describe('operations without a trace', () => {
  const removing = (categories: Road['categories']) =>
    road(entry('remove', { access: login }), sink('db.delete org.clinic.Visit', { action: 'delete' }), {
      categories,
    });

  it('make one finding for all of them', () => {
    const found = run(missingAudit, { roads: [removing([]), { ...removing([]), entry: entry('clear') }] });
    expect(found.map(({ rule, facts }) => [rule, facts['entries']])).toEqual([['B1-no-audit', 2]]);
  });

  it('are none where an event is written, or nothing is destroyed', () => {
    expect(run(missingAudit, { roads: [removing(['audit'])] })).toEqual([]);
    expect(run(missingAudit, { roads: [road(entry('open'), sink('db.write org.clinic.Visit'))] })).toEqual(
      [],
    );
  });
});

describe('stored objects', () => {
  const sample = (handlers: string, fields = 'private String reason;') =>
    sampleOf({
      'src/main/java/org/clinic/Visit.java': `package org.clinic;
import com.fasterxml.jackson.annotation.*;
import jakarta.persistence.*;
@Entity public class Visit { @Id private Long id; ${fields} public void setReason(String r) { } public String getReason() { return null; } }`,
      'src/main/java/org/clinic/VisitRepository.java': `package org.clinic;
public interface VisitRepository extends org.springframework.data.jpa.repository.JpaRepository<Visit, Long> { }`,
      'src/main/java/org/clinic/Visits.java': `package org.clinic;
import org.springframework.web.bind.annotation.*;
@RestController public class Visits {
  private VisitRepository visits;
  record NewVisit(String reason) { }
${handlers}
}`,
    }).view();
  const bound = (handlers: string) => run(massAssignment, sample(handlers)).map(({ rule }) => rule);
  const answered = (handlers: string, fields?: string) =>
    run(answeredEntities, sample(handlers, fields)).map(
      ({ severity, facts }) => `${severity} ${facts['secret']}`,
    );

  it('that a request fills and the handler stores are found', () => {
    expect(
      bound('@PostMapping("/visits") void open(@RequestBody Visit visit) { visits.save(visit); }'),
    ).toEqual(['A3-mass-assignment']);
  });

  it.each([
    [
      'filled from a record',
      '@PostMapping("/visits") void open(@RequestBody NewVisit form) { Visit visit = new Visit(); visit.setReason(form.reason()); visits.save(visit); }',
    ],
    [
      'that are not stored',
      '@PostMapping("/visits") String open(@RequestBody Visit visit) { return visit.getReason(); }',
    ],
    [
      'whose binder names the fields',
      '@InitBinder void limit(org.springframework.web.bind.WebDataBinder binder) { binder.setAllowedFields("reason"); }\n@PostMapping("/visits") void open(@ModelAttribute Visit visit) { visits.save(visit); }',
    ],
  ])('%s are silent', (_, handlers) => {
    expect(bound(handlers)).toEqual([]);
  });

  it('in an answer are one finding, and weigh where a secret goes along', () => {
    const get =
      '@GetMapping("/visits/{id}") Visit one(@PathVariable Long id) { return visits.findById(id).get(); }\n@GetMapping("/visits") java.util.List<Visit> all() { return visits.findAll(); }';
    expect(answered(get)).toEqual(['low ']);
    expect(answered(get, 'private String password;')).toEqual(['medium Visit.password']);
    expect(answered(get, '@JsonIgnore private String password;')).toEqual(['low ']);
    expect(
      answered(get, '@JsonProperty(access = JsonProperty.Access.WRITE_ONLY) private String password;'),
    ).toEqual(['low ']);
  });

  it('are none where a record answers', () => {
    expect(answered('@GetMapping("/visits") NewVisit one() { return new NewVisit("check"); }')).toEqual([]);
  });
});

describe('handlers of every verb', () => {
  const every = (parts: Parameters<typeof entry>[1] = {}) =>
    entry('close', { verbs: ['*'], access: login, ...parts });
  const look = (from: ReturnType<typeof entry>, hasSessionLogin = true) =>
    run(anyVerb, { hasSessionLogin, roads: [road(from, sink('db.write org.clinic.Visit'))] }).map(
      ({ rule }) => rule,
    );

  it('that change something behind a session are found', () => {
    expect(look(every())).toEqual(['A1-any-verb']);
  });

  it('are silent without a session, with a verb, and where nobody has to log in', () => {
    expect(look(every(), false)).toEqual([]);
    expect(look(every({ verbs: ['POST'] }))).toEqual([]);
    expect(look(entry('close', { verbs: ['*'] }))).toEqual([]);
  });
});
