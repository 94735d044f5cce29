import { methodId, typeName } from '../../base/ids.ts';
import { byText } from '../../base/ordering.ts';
import type { SourceLocation } from '../../base/source-location.ts';
import type { Dependency } from '../../inventory/inventory.ts';
import { type Application, findApplications } from '../access/applications.ts';
import { dependenciesOf } from '../access/default-protection.ts';
import { anyConditionHolds } from '../conditions.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny } from '../match/name-pattern.ts';
import { rememberedOf } from '../match/remembered.ts';
import type { Row } from '../models.ts';
import type { SuppliedEntryRow } from '../schema/supplied-entry-rows.ts';
import type { EntryDraft } from './entry-draft.ts';
import { joinAll, joinPath } from './join-paths.ts';

type SuppliedRow = Row<'entries'> & SuppliedEntryRow;
type Endpoint = SuppliedEntryRow['endpoints'][number];

const CONTEXT_PATHS = ['server.servlet.context-path', 'server.context-path', 'spring.webflux.base-path'];

const DISPATCHER_PATHS = ['spring.mvc.servlet.path', 'server.servlet-path'];

/**
 * Entry points that a library brings along: no handler of theirs is in the tree, so the handler's id says
 * `framework:<row>#<endpoint>()` and the place is the line that switches them on.
 */
export function suppliedEntries(tools: MatchTools, rows: readonly SuppliedRow[]): readonly EntryDraft[] {
  const beans = tools.models.access.find((each) => each.on === 'beans');
  if (rows.length === 0 || beans === undefined) return [];
  return findApplications(tools, beans).all.flatMap((application) =>
    rows.flatMap((row) => entriesOf(tools, row, application)),
  );
}

function entriesOf(tools: MatchTools, row: SuppliedRow, application: Application): readonly EntryDraft[] {
  const { root, settings } = application;
  const brought = dependencyLine(tools, application, row.dependency);
  const condition = row.needs === undefined ? undefined : anyConditionHolds(tools, row.needs);
  if (root === null || brought === undefined || condition?.holds === false) return [];
  const switched = row.enabled === undefined ? undefined : settings.find(row.enabled.property);
  const isOn =
    row.enabled === undefined ||
    (switched === undefined ? row.enabled.otherwise : row.enabled.values.includes(switched.value));
  if (!isOn) return [];
  const exposed = exposure(row, application);
  const base = (row.base.property && settings.find(row.base.property)?.value) ?? row.base.otherwise;
  const context = contextOf(row, application);
  return row.endpoints
    .filter((endpoint) => exposed.includes(endpoint.name) && isThere(tools, endpoint, application))
    .map((endpoint): EntryDraft => {
      const applicationPaths = joinAll([base], [endpoint.path], 'slash');
      const paths = context.length === 0 ? applicationPaths : joinAll(context, applicationPaths, 'slash');
      const handler = methodId(typeName(`framework:${row.id}`), endpoint.name, []);
      return {
        id: [row.kind, endpoint.verbs.join('|'), paths.join(','), handler, root.name].join(' '),
        kind: row.kind,
        verbs: endpoint.verbs,
        paths,
        applicationPaths,
        handler,
        location: exposed.location ?? lineOf(switched?.evidence) ?? brought,
        framework: row.framework,
        mechanism: row.id,
        owner: root.name,
        supplied: isHarmless(endpoint, application) ? 'harmless' : endpoint.gives,
        parameters: [],
        checks: [],
      };
    });
}

/** A port of their own means a server of their own: the application's context path is not before them. */
function contextOf({ ownServer, ownServlet }: SuppliedRow, { settings }: Application): readonly string[] {
  if (ownServer === undefined || settings.find(ownServer.port) === undefined) {
    return contextPaths(settings, !ownServlet);
  }
  return [settings.find(ownServer.base)?.value ?? []].flat();
}

/** What the server puts before the paths of an application, and of its dispatcher behind it; empty for nothing. */
export function contextPaths(settings: Application['settings'], isDispatched = true): readonly string[] {
  const first = (keys: readonly string[]) =>
    keys.flatMap((key) => settings.find(key)?.value ?? []).slice(0, 1);
  const parts = [...first(CONTEXT_PATHS), ...(isDispatched ? first(DISPATCHER_PATHS) : [])].filter(
    (part) => part !== '/',
  );
  return parts.length === 0 ? [] : [parts.reduceRight((after, part) => joinPath(part, after), '')];
}

/** Where the first fitting dependency of an application is declared, by coordinates. */
export function dependencyLine(
  tools: MatchTools,
  application: Application,
  patterns: readonly string[],
): SourceLocation | undefined {
  return lineIn(dependenciesOf(tools, application), patterns);
}

const lineIn = rememberedOf(
  (dependencies: readonly Dependency[], patterns: readonly string[]): SourceLocation | undefined => {
    const [first] = dependencies
      .filter(({ group, name }) => fitsAny(`${group ?? ''}:${name}`, patterns))
      .sort(byText((each) => `${each.file} ${each.name}`));
    return lineOf(first);
  },
);

function lineOf(place: SourceLocation | undefined): SourceLocation | undefined {
  return place === undefined ? undefined : { file: place.file, line: place.line };
}

interface Exposure {
  includes(name: string): boolean;
  /** The line that exposes more, or less, than usual. */
  readonly location: SourceLocation | undefined;
}

function exposure({ exposure: rule, endpoints }: SuppliedRow, { settings }: Application): Exposure {
  if (rule === undefined) return { includes: () => true, location: undefined };
  const names = (key: string) => listed(settings, key);
  const included = names(rule.include);
  const excluded = names(rule.exclude)?.values ?? [];
  const open = included?.values ?? rule.usual;
  const covers = (list: readonly string[], name: string) => list.includes('*') || list.includes(name);
  const shown = new Set(
    endpoints.map(({ name }) => name).filter((name) => covers(open, name) && !covers(excluded, name)),
  );
  return { includes: (name) => shown.has(name), location: included?.location };
}

/** A list in one value, or as elements of their own. */
function listed(
  settings: Application['settings'],
  key: string,
): { readonly values: readonly string[]; readonly location: SourceLocation | undefined } | undefined {
  const found = [
    settings.find(key),
    ...Array.from({ length: 30 }, (_, at) => settings.find(`${key}[${at}]`)),
  ];
  const given = found.filter((each) => each !== undefined);
  if (given.length === 0) return undefined;
  const values = given
    .flatMap(({ value }) => value.split(','))
    .map((each) => each.trim().replaceAll(/["']/gu, ''));
  return { values, location: lineOf(given[0]?.evidence) };
}

function isHarmless({ harmless }: Endpoint, { settings }: Application): boolean {
  if (harmless === undefined) return false;
  const value = settings.find(harmless.unless.key)?.value.toLowerCase();
  return value === undefined || !harmless.unless.values.includes(value);
}

function isThere(tools: MatchTools, { dependency, property }: Endpoint, application: Application): boolean {
  if (dependency !== undefined && dependencyLine(tools, application, dependency) === undefined) return false;
  if (property === undefined) return true;
  const value = application.settings.find(property.key)?.value;
  return value !== undefined && (property.values?.includes(value) ?? true);
}
