import fc from 'fast-check';

/** What an endpoint does in the end. */
export const ACTIONS = ['list', 'find', 'search', 'create', 'remove', 'export'] as const;
export type Action = (typeof ACTIONS)[number];

/** Who may call, as annotations say it. */
export type Login = 'authenticated' | 'role';

/** Guards that an endpoint has on its way, each of which can be taken away. */
export interface EndpointGuards {
  /** `@PreAuthorize` on the handler. */
  readonly login: Login | null;
  /** `@PreAuthorize` on the service method. */
  readonly serviceLogin: Login | null;
  /** Constraints that act on what the handler takes. */
  readonly validated: boolean;
  /** `tryAcquire` in the handler, refused by a throw. */
  readonly limited: boolean;
  /** An audit event before the work is done. */
  readonly audited: boolean;
  /** Text is encoded before it is handed on. */
  readonly encoded: boolean;
  /** The service asks the caller's name and refuses others. */
  readonly owned: boolean;
}

export interface Endpoint {
  readonly action: Action;
  /** Methods between handler and repository. */
  readonly depth: 0 | 1 | 2;
  readonly guards: EndpointGuards;
  /** Nested conditions in the service. */
  readonly conditions: number;
  /** What becomes of an exception in the handler. */
  readonly failure: 'none' | 'rethrown' | 'swallowed' | 'told';
}

export interface Area {
  readonly noun: string;
  readonly endpoints: readonly Endpoint[];
}

/** One line of the security configuration. */
export interface PathRule {
  /** Area whose paths it covers. */
  readonly area: number;
  readonly verb: 'GET' | 'POST' | 'DELETE' | null;
  readonly terminal: Terminal;
}

export type Terminal = 'permitAll' | 'authenticated' | 'role' | 'denyAll';

export interface SpringProject {
  readonly areas: readonly Area[];
  readonly rules: readonly PathRule[];
  readonly rest: Terminal;
  readonly methodSecurity: boolean;
  /** Services are interfaces with one implementation. */
  readonly interfaces: boolean;
  /** A Kafka listener that stores what comes. */
  readonly listener: boolean;
  /** Whoever stores something says so, and a listener keeps a record. */
  readonly events: boolean;
  /** An exception handler for all controllers, and whether it tells the exception's text. */
  readonly advice: 'none' | 'silent' | 'tells';
  /** Tests call the services. */
  readonly tested: boolean;
  /** Each controller is offered a second time, under another prefix, by a subclass without code. */
  readonly offeredTwice: boolean;
}

const NOUNS = ['Pet', 'Visit', 'Bill', 'Room'] as const;

const login = fc.constantFrom<Login | null>(null, null, 'authenticated', 'role');

const guards: fc.Arbitrary<EndpointGuards> = fc.record({
  login,
  serviceLogin: login,
  validated: fc.boolean(),
  limited: fc.boolean(),
  audited: fc.boolean(),
  encoded: fc.boolean(),
  owned: fc.boolean(),
});

const endpoint: fc.Arbitrary<Endpoint> = fc.record({
  action: fc.constantFrom(...ACTIONS),
  depth: fc.constantFrom(0, 1, 2),
  guards,
  conditions: fc.nat({ max: 3 }),
  failure: fc.constantFrom('none', 'none', 'rethrown', 'swallowed', 'told'),
});

const terminal = fc.constantFrom<Terminal>('permitAll', 'authenticated', 'role', 'denyAll');

const rule = (areas: number): fc.Arbitrary<PathRule> =>
  fc.record({
    area: fc.nat({ max: areas - 1 }),
    verb: fc.constantFrom<PathRule['verb']>(null, 'GET', 'POST', 'DELETE'),
    terminal,
  });

/** Small services as people write them: controllers, services, repositories, a security configuration, guards. */
export const springProject: fc.Arbitrary<SpringProject> = fc
  .array(fc.array(endpoint, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
  .chain((endpoints) =>
    fc.record({
      areas: fc.constant(endpoints.map((list, index) => ({ noun: NOUNS[index] ?? 'Desk', endpoints: list }))),
      rules: fc.array(rule(endpoints.length), { maxLength: 4 }),
      rest: terminal,
      methodSecurity: fc.boolean(),
      interfaces: fc.boolean(),
      listener: fc.boolean(),
      events: fc.boolean(),
      advice: fc.constantFrom('none', 'silent', 'tells'),
      tested: fc.boolean(),
      offeredTwice: fc.constant(false),
    }),
  );

/** Where a guard stands. */
export interface GuardPlace {
  readonly area: number;
  readonly endpoint: number;
  readonly guard: keyof EndpointGuards;
}

/** Every guard of a project. */
export function guardsOf({ areas }: SpringProject): readonly GuardPlace[] {
  return areas.flatMap(({ endpoints }, area) =>
    endpoints.flatMap(({ guards: own }, endpointIndex) =>
      (Object.keys(own) as (keyof EndpointGuards)[])
        .filter((guard) => Boolean(own[guard]))
        .map((guard) => ({ area, endpoint: endpointIndex, guard })),
    ),
  );
}

/** The project without one of its guards. */
export function withoutGuard(project: SpringProject, place: GuardPlace): SpringProject {
  return changeEndpoints(project, place.area, (endpoints) =>
    endpoints.map((each, index) =>
      index === place.endpoint
        ? { ...each, guards: { ...each.guards, [place.guard]: isLogin(place.guard) ? null : false } }
        : each,
    ),
  );
}

function isLogin(guard: keyof EndpointGuards): boolean {
  return guard === 'login' || guard === 'serviceLogin';
}

/** The project with the first endpoint of its first area written a second time, in all layers. */
export function withCopiedEndpoint(project: SpringProject): SpringProject {
  return changeEndpoints(project, 0, (endpoints) => [...endpoints, ...endpoints.slice(0, 1)]);
}

/** The project with `permitAll` for the paths of a rule before that rule. */
export function permittedBefore(project: SpringProject, rule: number): SpringProject {
  return permittedAt(project, rule, rule);
}

/** The same line after that rule, where no request comes to it: the first rule that matches decides. */
export function permittedAfter(project: SpringProject, rule: number): SpringProject {
  return permittedAt(project, rule, rule + 1);
}

function permittedAt(project: SpringProject, rule: number, at: number): SpringProject {
  const known = project.rules[rule];
  if (known === undefined) throw new RangeError(`no rule ${rule}`);
  const permitted = { ...known, terminal: 'permitAll' as const };
  return { ...project, rules: project.rules.toSpliced(at, 0, permitted) };
}

function changeEndpoints(
  project: SpringProject,
  area: number,
  change: (endpoints: readonly Endpoint[]) => readonly Endpoint[],
): SpringProject {
  return {
    ...project,
    areas: project.areas.map((each, index) =>
      index === area ? { ...each, endpoints: change(each.endpoints) } : each,
    ),
  };
}
