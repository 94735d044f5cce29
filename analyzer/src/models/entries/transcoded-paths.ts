import type { Diagnostic } from '../../base/diagnostics.ts';
import { compareText } from '../../base/ordering.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny, simpleName } from '../match/name-pattern.ts';
import { classOf } from '../match/type-matcher.ts';
import type { EntryDraft } from './entry-draft.ts';
import { type ProtoRoute, protoRoutes } from './proto-routes.ts';

/** Methods of services, with the paths over HTTP that a gateway in the tree serves them under. */
export interface Transcoded {
  readonly entries: readonly EntryDraft[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Gives methods of remote services the verbs and paths of their description. Whether something serves them is known only
 * where the tree has a gateway; else a diagnostic says that nobody can tell.
 */
export function withTranscodedPaths(tools: MatchTools, entries: readonly EntryDraft[]): Transcoded {
  const rows = tools.models.entries.filter(({ transcoding }) => transcoding !== undefined);
  const routes = rows.flatMap(({ id, transcoding }) =>
    transcoding === undefined ? [] : routesOf(tools, transcoding.option).map((route) => ({ id, route })),
  );
  if (routes.length === 0) return { entries, diagnostics: [] };
  const served = new Set(rows.filter((row) => hasGateway(tools, row.transcoding)).map(({ id }) => id));
  const unserved = new Set<ProtoRoute>();
  const found = entries.map((entry) => {
    const own = routes
      .filter(({ id, route }) => id === entry.mechanism && isOf(tools, entry, route))
      .map(({ route }) => route);
    if (own.length === 0) return entry;
    if (served.has(entry.mechanism)) return withRoutes(entry, own);
    for (const route of own) unserved.add(route);
    return entry;
  });
  return { entries: found, diagnostics: [...unserved].map(unknownRoute) };
}

type Transcoding = MatchTools['models']['entries'][number]['transcoding'];

function routesOf({ inventory, texts }: MatchTools, option: string): readonly ProtoRoute[] {
  return inventory.configuration
    .filter(({ kind, role }) => kind === 'protobuf' && role === 'production')
    .toSorted((left, right) => compareText(left.path, right.path))
    .flatMap(({ path }) => protoRoutes(path, texts.get(path) ?? '', option));
}

function hasGateway({ inventory }: MatchTools, transcoding: Transcoding): boolean {
  const isConfigured = inventory.configuration.some(
    ({ kind, role }) => kind === 'http-transcoding' && role !== 'test',
  );
  return (
    isConfigured ||
    inventory.dependencies.some(
      ({ group, name, scope }) =>
        scope !== 'test' && fitsAny(`${group ?? ''}:${name}`, transcoding?.dependency ?? []),
    )
  );
}

/** The method of the class that stands on the base generated for the service. */
function isOf(
  { program }: MatchTools,
  { handler, owner }: EntryDraft,
  { service, method }: ProtoRoute,
): boolean {
  const name = program.method(handler)?.name;
  if (name === undefined || name.toLowerCase() !== method.toLowerCase()) return false;
  const type = program.type(owner);
  const parents = type === undefined ? [] : [type.superclass, ...type.interfaces];
  return parents.some((parent) => {
    const base = parent === null ? undefined : classOf(parent);
    return base !== undefined && simpleName(base).startsWith(service) && base.includes(`${service}Grpc`);
  });
}

function withRoutes(entry: EntryDraft, routes: readonly ProtoRoute[]): EntryDraft {
  const paths = [...new Set([...entry.paths, ...routes.map(({ path }) => path)])];
  const verbs = [...new Set([...entry.verbs, ...routes.map(({ verb }) => verb)])];
  return { ...entry, verbs, paths };
}

function unknownRoute({ service, method, verb, path, file, line }: ProtoRoute): Diagnostic {
  return {
    code: 'transcoding-unknown',
    stage: 'models',
    severity: 'info',
    message: {
      en: `${service}.${method} has the route ${verb} ${path}, but nothing in the tree says whether a gateway serves it`,
      ru: `у ${service}.${method} есть маршрут ${verb} ${path}, но по дереву не видно, обслуживает ли его шлюз`,
    },
    file,
    line,
  };
}
