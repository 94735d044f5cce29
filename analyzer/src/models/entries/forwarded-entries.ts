import { methodId, type RelativePath, typeName } from '../../base/ids.ts';
import type { SourceLocation } from '../../base/source-location.ts';
import { type Application, findApplications } from '../access/applications.ts';
import type { MatchTools } from '../match/match-tools.ts';
import type { Row } from '../models.ts';
import type { ForwardedEntryRow } from '../schema/supplied-entry-rows.ts';
import { builtRoutes, runTimeRoutes } from './built-routes.ts';
import type { EntryDraft } from './entry-draft.ts';
import { joinAll } from './join-paths.ts';
import { contextPaths, dependencyLine } from './supplied-entries.ts';

export type ForwardedRow = Row<'entries'> & ForwardedEntryRow;

/** A route of a gateway: what it takes, and where it hands it on to. */
export interface ForwardingRoute {
  readonly name: string;
  /** Empty: all. */
  readonly verbs: readonly string[];
  /** Empty: all. */
  readonly paths: readonly string[];
  readonly target: string;
  /** Names of what the request passes on its way. */
  readonly filters: readonly string[];
  readonly location: SourceLocation;
}

/**
 * Requests that a gateway of the tree hands on to other services. No handler of theirs is in the gateway: the id says
 * `framework:<row>#<route>(<target>,<filters>)`, and the place is the line that begins the route. The services behind are
 * not guarded by what the gateway asks: whoever reaches them without it is not asked.
 */
export function forwardedEntries(tools: MatchTools, rows: readonly ForwardedRow[]): readonly EntryDraft[] {
  const beans = tools.models.access.find((each) => each.on === 'beans');
  if (rows.length === 0 || beans === undefined) return [];
  return findApplications(tools, beans).all.flatMap((application) =>
    rows.flatMap((row) => {
      if (dependencyLine(tools, application, row.dependency) === undefined) return [];
      const routes = [
        ...configuredRoutes(row, application),
        ...builtRoutes(tools, row, application),
        ...runTimeRoutes(tools, row, application),
      ];
      return routes.flatMap((route) => entryOf(row, application, route));
    }),
  );
}

function entryOf(
  row: ForwardedRow,
  { root, settings }: Application,
  route: ForwardingRoute,
): readonly EntryDraft[] {
  if (root === null) return [];
  const applicationPaths = route.paths.length === 0 ? ['/**'] : route.paths;
  const context = contextPaths(settings);
  const paths = context.length === 0 ? applicationPaths : joinAll(context, applicationPaths, 'slash');
  const verbs = route.verbs.length === 0 ? ['*'] : route.verbs;
  const handler = methodId(typeName(`framework:${row.id}`), route.name, [route.target, ...route.filters]);
  const limiter = route.filters.find((name) => row.limiters.includes(name));
  return [
    {
      id: [row.kind, verbs.join('|'), paths.join(','), handler, root.name].join(' '),
      kind: row.kind,
      verbs,
      paths,
      applicationPaths,
      handler,
      location: route.location,
      framework: row.framework,
      mechanism: row.id,
      owner: root.name,
      supplied: 'forwarded',
      forwardsTo: route.target,
      parameters: [],
      checks: [],
      ...(limiter === undefined ? {} : { limited: { ...route.location, text: limiter } }),
    },
  ];
}

/** Routes in one list of settings; more are left out. */
const MOST_ROUTES = 2_000;

interface Setting {
  readonly key: string;
  readonly value: string;
  readonly file: RelativePath;
  readonly line: number;
}

/** Routes that settings list: `routes[0].predicates[1]=Path=/visits/**`. */
function configuredRoutes(row: ForwardedRow, { settings }: Application): readonly ForwardingRoute[] {
  return row.settings.flatMap((list) => {
    const byRoute = new Map<number, Setting[]>();
    for (const { rest, value, evidence } of settings.under(list)) {
      const { at, key } = /^\[(?<at>\d{1,4})\]\.(?<key>.+)$/u.exec(rest)?.groups ?? {};
      if (at === undefined || key === undefined) continue;
      const known = byRoute.get(Number(at)) ?? [];
      known.push({ key, value, file: evidence.file, line: evidence.line });
      byRoute.set(Number(at), known);
    }
    return [...byRoute]
      .sort(([left], [right]) => left - right)
      .slice(0, MOST_ROUTES)
      .map(([at, parts]) => routeOf(row, parts, at));
  });
}

function routeOf(row: ForwardedRow, parts: readonly Setting[], at: number): ForwardingRoute {
  const value = (key: string) => parts.find((part) => part.key === key)?.value;
  const predicates = namedParts(parts, 'predicates');
  const argumentsOf = (names: readonly string[]) =>
    predicates.filter(({ name }) => names.includes(name)).flatMap((predicate) => predicate.args);
  const first = parts.reduce((best, part) => (part.line < best.line ? part : best));
  return {
    name: value('id') ?? `[${at}]`,
    paths: argumentsOf(row.path).filter((text) => text.startsWith('/') || text.includes('${')),
    verbs: argumentsOf(row.verb).map((text) => text.toUpperCase()),
    target: value('uri') ?? '',
    filters: namedParts(parts, 'filters').map(({ name }) => name),
    location: { file: first.file, line: first.line },
  };
}

const PART = /^(\w+)\[(\d{1,3})\](.*)$/u;

interface NamedPart {
  readonly name: string;
  readonly args: readonly string[];
}

/** `predicates[0]=Path=/a,/b`, or `predicates[0].name=Path` with `predicates[0].args.patterns`. */
function namedParts(parts: readonly Setting[], list: string): readonly NamedPart[] {
  const found = new Map<number, { name: string; args: string[] }>();
  for (const { key, value } of parts) {
    const [, own, position, rest] = PART.exec(key) ?? [];
    if (own !== list) continue;
    const part = found.get(Number(position)) ?? { name: '', args: [] };
    found.set(Number(position), part);
    if (rest === '.name') part.name = value.trim();
    else if (rest === '') fillShort(part, value);
    else part.args.push(...argumentTexts(value));
  }
  return [...found].sort(([left], [right]) => left - right).map(([, part]) => part);
}

function fillShort(part: { name: string; args: string[] }, value: string): void {
  const equals = value.indexOf('=');
  part.name = (equals === -1 ? value : value.slice(0, equals)).trim();
  if (equals !== -1) part.args.push(...argumentTexts(value.slice(equals + 1)));
}

/** Commas part arguments, but not those in a pattern: `/{id:[0-9]{1,3}}`. */
function argumentTexts(text: string): readonly string[] {
  const found = [''];
  let depth = 0;
  for (const letter of text) {
    if (letter === '{') depth += 1;
    if (letter === '}') depth -= 1;
    if (letter === ',' && depth <= 0) found.push('');
    else found[found.length - 1] += letter;
  }
  return found.map((each) => each.trim()).filter((each) => each !== '');
}
