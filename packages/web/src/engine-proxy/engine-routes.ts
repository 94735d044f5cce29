/** What a request is about: the engine as a whole, one of the images, containers in general, or one container. */
export type Subject = 'engine' | 'image' | 'containers' | 'container' | 'new container';

/** A request that the proxy knows; what it does to the engine is written anew from these parts. */
export interface KnownRequest {
  readonly subject: Subject;
  readonly method: string;
  /** `/v1.45`, or nothing. */
  readonly version: string;
  /** Name of the container or reference of the image; empty for the rest. */
  readonly name: string;
  /** What follows the name: `/json`, `/start` … */
  readonly action: string;
  /** Only parameters that the route knows. */
  readonly query: URLSearchParams;
}

interface Route {
  readonly method: RegExp;
  readonly path: RegExp;
  readonly subject: Subject;
  /** Parameters, and what they may say. */
  readonly query?: Readonly<Record<string, RegExp>>;
}

const NAME = '(?<name>[A-Za-z0-9][A-Za-z0-9_.-]{0,127})';
const FLAG = /^(?:0|1|true|false)$/u;
const TIME = /^[0-9TZ.:+-]{1,40}$/u;
const ANY = /^[^\0]{0,4096}$/u;

/** Everything that the orchestrator asks of an engine. What is not here is refused. */
const ROUTES: readonly Route[] = [
  { method: /^(?:GET|HEAD)$/u, path: /^(?<action>\/_ping)$/u, subject: 'engine' },
  { method: /^GET$/u, path: /^(?<action>\/(?:version|info))$/u, subject: 'engine' },
  { method: /^GET$/u, path: /^\/images\/(?<name>.+)(?<action>\/json)$/u, subject: 'image' },
  {
    method: /^GET$/u,
    path: /^\/containers(?<action>\/json)$/u,
    subject: 'containers',
    query: { all: FLAG, filters: ANY },
  },
  {
    method: /^POST$/u,
    path: /^\/containers(?<action>\/create)$/u,
    subject: 'new container',
    query: { name: /^csqa-[A-Za-z0-9-]{1,100}$/u },
  },
  container('GET', 'json'),
  container('POST', 'start'),
  container('POST', 'kill', { signal: /^[A-Z0-9]{1,10}$/u }),
  container('GET', 'logs', {
    ...{ follow: FLAG, stdout: FLAG, stderr: FLAG, timestamps: FLAG },
    ...{ since: TIME, until: TIME, tail: /^(?:all|\d{1,9})$/u },
  }),
  container('GET|HEAD', 'archive', { path: ANY }),
  container('PUT', 'archive', { path: ANY, noOverwriteDirNonDir: FLAG, copyUIDGID: FLAG }),
  {
    method: /^DELETE$/u,
    path: new RegExp(`^/containers/${NAME}(?<action>)$`, 'u'),
    subject: 'container',
    query: { force: FLAG, v: FLAG },
  },
];

function container(methods: string, action: string, query: Route['query'] = {}): Route {
  return {
    method: new RegExp(`^(?:${methods})$`, 'u'),
    path: new RegExp(`^/containers/${NAME}(?<action>/${action})$`, 'u'),
    subject: 'container',
    query,
  };
}

/** Letters of a path as clients write them. With a percent sign, a path could be one thing here and another to the engine. */
const PLAIN = /^\/[A-Za-z0-9_./:@-]*$/u;

const VERSION = /^\/v\d{1,2}\.\d{1,3}(?=\/)/u;

/** Finds out what a request is; a sentence for one that is refused. */
export function knownRequest(method: string, url: string): KnownRequest | string {
  const [path = '', search = ''] = url.split(/\?(.*)/su, 2);
  if (!PLAIN.test(path) || /\/\/|\/\.{1,2}(?:\/|$)/u.test(path))
    return 'the path is written in an unusual way';
  const version = VERSION.exec(path)?.[0] ?? '';
  const rest = path.slice(version.length);
  const route = ROUTES.find((each) => each.method.test(method) && each.path.test(rest));
  if (route === undefined) return 'no analysis needs it';
  const found = route.path.exec(rest)?.groups ?? {};
  const query = knownQuery(search, route.query ?? {});
  if (typeof query === 'string') return query;
  const { subject } = route;
  return { subject, method, version, name: found.name ?? '', action: found.action ?? '', query };
}

function knownQuery(search: string, known: Readonly<Record<string, RegExp>>): URLSearchParams | string {
  const query = new URLSearchParams();
  for (const [name, value] of new URLSearchParams(search)) {
    const shape = Object.hasOwn(known, name) ? known[name] : undefined;
    if (shape === undefined)
      return `the parameter ${JSON.stringify(name.slice(0, 40))} is not needed by any analysis`;
    if (query.has(name)) return `the parameter ${name} is there twice`;
    if (!shape.test(value)) return `the parameter ${name} has an unusual value`;
    query.set(name, value);
  }
  return query;
}
