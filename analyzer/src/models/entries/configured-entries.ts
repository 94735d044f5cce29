import type { TypeName } from '../../base/ids.ts';
import { compareText } from '../../base/ordering.ts';
import { Modifier } from '../../facts/declarations.ts';
import type { ProgramMethod, ProgramType } from '../../link/program.ts';
import type { RouteFormat } from '../kinds.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny } from '../match/name-pattern.ts';
import type { Row } from '../models.ts';
import type { ConfiguredEntryRow } from '../schema/entry-rows.ts';
import { type ConfiguredRoute, readRoutes } from './configured-routes.ts';
import type { EntryDraft } from './entry-draft.ts';
import type { EntryFactory } from './entry-factory.ts';
import { withBases } from './entry-paths.ts';

type ConfiguredRow = Row<'entries'> & ConfiguredEntryRow;

/** Entry points that a configuration file names with their paths. */
export function configuredEntries(
  tools: MatchTools,
  row: ConfiguredRow,
  factory: EntryFactory,
): readonly EntryDraft[] {
  return routesOf(tools, row.format).flatMap(({ route, owner }) => {
    return handlersOf(tools, owner, route.method ?? row.method).map((handler) => {
      const paths = route.paths.map((each) =>
        route.method === '*' ? each.replace('*', () => handler.name) : each,
      );
      const context = { tools, owner, handler, found: null, properties: factory.propertiesOf(owner) };
      return factory.create({
        row,
        owner,
        handler,
        verbs: route.verbs,
        paths: withBases(context, row.paths, paths),
      });
    });
  });
}

/** Paths under which files of a format name classes, by class. */
export function configuredPaths(
  tools: MatchTools,
  format: RouteFormat,
): ReadonlyMap<TypeName, readonly string[]> {
  const found = new Map<TypeName, readonly string[]>();
  for (const { owner, route } of routesOf(tools, format)) {
    found.set(owner.name, [...new Set([...(found.get(owner.name) ?? []), ...route.paths])]);
  }
  return found;
}

/** Routes with the classes of the tree that they name, as the module of the file knows them. */
function routesOf(
  { texts, program, inventory }: MatchTools,
  format: RouteFormat,
): readonly { readonly route: ConfiguredRoute; readonly owner: ProgramType }[] {
  return [...texts]
    .toSorted(([left], [right]) => compareText(left, right))
    .flatMap(([path, text]) => {
      const routes = readRoutes(format, path, text);
      const module =
        routes.length === 0 ? undefined : inventory.files.find((file) => file.path === path)?.module;
      return routes.flatMap((route) => {
        const owner = program.typeSeenFrom(module ?? '.', route.type);
        return owner === undefined ? [] : [{ route, owner }];
      });
    });
}

function handlersOf(
  tools: MatchTools,
  owner: ProgramType,
  named: ConfiguredRoute['method'] | readonly string[],
): readonly ProgramMethod[] {
  const exposed = tools.exposedMethods(owner);
  if (named === '*') return exposed.filter(isPlainPublic);
  const names = typeof named === 'string' ? [named] : (named ?? []);
  return exposed.filter(({ name }) => fitsAny(name, names));
}

/** What a file may name by a pattern: public, of an object, without parameters, with a result. */
function isPlainPublic({ declaration, parameters, returnType }: ProgramMethod): boolean {
  const modifiers = declaration?.modifiers ?? 0;
  return (
    (modifiers & Modifier.public) !== 0 &&
    (modifiers & Modifier.static) === 0 &&
    parameters.length === 0 &&
    returnType.kind === 'class' &&
    returnType.name === 'java.lang.String'
  );
}
