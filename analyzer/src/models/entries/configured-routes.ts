import type { RouteFormat } from '../kinds.ts';
import { readXml, type XmlElement } from '../xml-elements.ts';

/** A line of a configuration file that leads a path to code. */
export interface ConfiguredRoute {
  readonly verbs: readonly string[];
  readonly paths: readonly string[];
  /** Binary or canonical name of the class. */
  readonly type: string;
  /** `*` for each public method without parameters, whose name then takes the place of `*` in the path. */
  readonly method: string | undefined;
}

/** Routes of one file; more are left out. */
const MOST_ROUTES = 5_000;

const FILES: Readonly<Record<RouteFormat, RegExp>> = {
  'struts-xml': /(?:^|\/)struts(?:-[\w-]{1,60})?\.xml$/u,
  'struts-config': /(?:^|\/)struts-config(?:-[\w-]{1,60})?\.xml$/u,
  'play-routes': /(?:^|\/)conf\/(?:[\w.-]{1,60}\.)?routes$/u,
  'spring-bean-names': /\.xml$/u,
};

/** Whether a file may hold routes, by its path alone. Spring's own files are found by what is in them. */
export function isRouteFile(path: string): boolean {
  return (['struts-xml', 'struts-config', 'play-routes'] as const).some((format) => FILES[format].test(path));
}

/** Reads the routes of a file in a format; none where the path is not one of the format's. */
export function readRoutes(format: RouteFormat, path: string, text: string): readonly ConfiguredRoute[] {
  if (!FILES[format].test(path)) return [];
  if (format === 'struts-xml' && FILES['struts-config'].test(path)) return [];
  return READERS[format](text).slice(0, MOST_ROUTES);
}

const READERS: Readonly<Record<RouteFormat, (text: string) => readonly ConfiguredRoute[]>> = {
  'struts-xml': (text) => readXml(text).flatMap((element, _, all) => strutsAction(element, all)),
  'struts-config': (text) => readXml(text).flatMap(strutsConfigAction),
  'play-routes': (text) => text.split('\n').flatMap(playRoute),
  'spring-bean-names': (text) => readXml(text).flatMap(namedBean),
};

/** `<action name="list" class="org.clinic.Visits" method="list">` in a package with a namespace. */
function strutsAction(element: XmlElement, all: readonly XmlElement[]): readonly ConfiguredRoute[] {
  const name = element.attributes.get('name');
  const type = element.attributes.get('class');
  if (element.name !== 'action' || name === undefined || type === undefined) return [];
  const outer = element.parent === null ? undefined : all[element.parent];
  const namespace = (outer?.attributes.get('namespace') ?? '').replace(/\/$/u, '');
  const method = element.attributes.get('method');
  return [
    {
      verbs: ['*'],
      paths: [`${namespace}/${name}.action`],
      type,
      method: method?.includes('{') === true ? '*' : method,
    },
  ];
}

/** `<action path="/visits" type="org.clinic.VisitsAction">`. */
function strutsConfigAction({ name, attributes }: XmlElement): readonly ConfiguredRoute[] {
  const path = attributes.get('path');
  const type = attributes.get('type');
  if (name !== 'action' || path === undefined || type === undefined) return [];
  return [{ verbs: ['*'], paths: [`${path}.do`], type, method: undefined }];
}

const PLAY_ROUTE =
  /^(?<verb>GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS)\s+(?<path>\/\S{0,500})\s+@?(?<call>[\w.$]{1,300})(?:\(|\s*$)/u;

/** `GET /visits/:id controllers.Visits.show(id: Long)`. */
function playRoute(line: string): readonly ConfiguredRoute[] {
  const { verb, path, call } = PLAY_ROUTE.exec(line.trim())?.groups ?? {};
  const dot = call?.lastIndexOf('.') ?? -1;
  if (verb === undefined || path === undefined || call === undefined || dot <= 0) return [];
  return [
    {
      verbs: [verb],
      paths: [
        path.replaceAll(/[:*](?<name>\w+)/gu, '{$<name>}').replaceAll(/\$(?<name>\w+)<[^>]*>/gu, '{$<name>}'),
      ],
      type: call.slice(0, dot),
      method: call.slice(dot + 1),
    },
  ];
}

/** `<bean name="/visits" class="org.clinic.VisitsController">`: the name is the path. */
function namedBean({ name, attributes }: XmlElement): readonly ConfiguredRoute[] {
  const type = attributes.get('class');
  const names = [attributes.get('name'), attributes.get('id')].flatMap(
    (each) => each?.split(/[\s,;]+/u) ?? [],
  );
  const paths = names.filter((each) => each.startsWith('/'));
  if (name !== 'bean' || type === undefined || paths.length === 0) return [];
  return [{ verbs: ['*'], paths, type, method: undefined }];
}
