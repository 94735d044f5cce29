import { parse } from 'yaml';
import { byText } from '../../base/ordering.ts';
import type { ParameterSource } from '../kinds.ts';
import type { Evidence } from '../labels.ts';
import type { MatchTools } from '../match/match-tools.ts';

/** One operation of an OpenAPI description. */
export interface ApiOperation {
  /** Build module of the description. */
  readonly module: string;
  readonly file: string;
  /** Name of the generated method as most generators make it. */
  readonly id: string;
  /** As written; may be empty. */
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  /** Title of the description. */
  readonly title: string;
  readonly verb: string;
  readonly path: string;
  /** Path of the first server, without a trailing slash; may be empty. */
  readonly serverPath: string;
  /** What the description asks one generator to put before all paths; may be empty. */
  readonly contextRoot: string;
  /** Parameters by name, as written and as a parameter of a method is called; what is not among them is the body. */
  readonly parameters: ReadonlyMap<string, ApiParameter>;
  /** The body's schema bounds the content of something in it. */
  readonly bodyIsBounded: boolean;
  readonly evidence: Evidence;
}

export interface ApiParameter {
  readonly source: ParameterSource;
  readonly isBounded: boolean;
}

/** Larger descriptions are left out. */
const LARGEST_TEXT = 4_000_000;
const DEEPEST_SCHEMA = 6;
const VERBS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace'] as const;
const SOURCES: Readonly<Record<string, ParameterSource>> = {
  path: 'path',
  query: 'query',
  header: 'header',
  cookie: 'cookie',
  formData: 'form',
  body: 'body',
};
/** Schema words that limit what a value may be; a mere type or `required` does not. */
const BOUNDS = ['pattern', 'maxLength', 'maximum', 'minimum', 'enum', 'multipleOf'];

type Json = Readonly<Record<string, unknown>>;

const operationsIn = new WeakMap<MatchTools['texts'], readonly ApiOperation[]>();

/** The operations of all production OpenAPI descriptions; read once, whatever may be generated from them. */
export function apiOperations(tools: MatchTools): readonly ApiOperation[] {
  const known = operationsIn.get(tools.texts) ?? readApiOperations(tools);
  operationsIn.set(tools.texts, known);
  return known;
}

function readApiOperations(tools: MatchTools): readonly ApiOperation[] {
  return tools.inventory.configuration
    .filter((file) => file.kind === 'openapi' && file.role === 'production')
    .sort(byText((file) => file.path))
    .flatMap((file) => {
      const text = tools.texts.get(file.path) ?? '';
      const description = text.length > LARGEST_TEXT ? undefined : readDescription(text);
      return description === undefined ? [] : operationsOf(description, { file, text });
    });
}

/** YAML or JSON; whatever a hostile text does to the parser, it is no description then. */
function readDescription(text: string): Json | undefined {
  try {
    return recordOf(parse(text, { maxAliasCount: 100 }));
  } catch {
    // A description that nobody can read describes nothing; the controllers stay visible as types.
    return undefined;
  }
}

interface ApiSource {
  readonly file: MatchTools['inventory']['configuration'][number];
  readonly text: string;
}

function operationsOf(description: Json, source: ApiSource): readonly ApiOperation[] {
  const lines = linesOf(source.text);
  return Object.entries(recordOf(description.paths) ?? {}).flatMap(([path, item]) =>
    VERBS.flatMap((verb): readonly ApiOperation[] => {
      const operation = recordOf(recordOf(item)?.[verb]);
      if (operation === undefined) return [];
      const written = operation.operationId;
      const isNamed = typeof written === 'string';
      const id = isNamed ? camelCase(written) : camelCase(`${path}/${verb}`);
      const near = isNamed ? lines.naming : lines.all;
      const line = near.find(({ text }) => text.includes(isNamed ? written : path))?.number ?? 1;
      return [
        {
          module: source.file.module,
          file: source.file.path,
          id,
          operationId: textOf(written),
          summary: textOf(operation.summary),
          tags: listOf(operation.tags).map(String),
          title: String(recordOf(description.info)?.title ?? ''),
          verb: verb.toUpperCase(),
          path,
          serverPath: serverPathOf(description),
          contextRoot: contextRootOf(description),
          parameters: parametersOf(description, [
            ...listOf(recordOf(item)?.parameters),
            ...listOf(operation.parameters),
          ]),
          bodyIsBounded: bodySchemas(description, operation).some((schema) =>
            isBounded(description, schema, 0),
          ),
          evidence: {
            file: source.file.path,
            line,
            text: (isNamed ? `operationId: ${written}` : `${verb} ${path}`).slice(0, 200),
          },
        },
      ];
    }),
  );
}

interface Line {
  readonly text: string;
  readonly number: number;
}

/** The lines of a description, and those that name operations. */
function linesOf(written: string): { readonly all: readonly Line[]; readonly naming: readonly Line[] } {
  const all = written.split('\n').map((text, index) => ({ text, number: index + 1 }));
  return { all, naming: all.filter(({ text }) => text.includes('operationId')) };
}

/** Words of a name as a generator joins them: `list-owners` gives `listOwners`, `/owners/{id}/get` gives `ownersIdGet`. */
export function camelCase(name: string): string {
  const [first = '', ...rest] = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);
  return [first.slice(0, 1).toLowerCase() + first.slice(1), ...rest.map(capital)].join('');
}

/** `https://host/petclinic/api` gives `/petclinic/api`; Swagger 2 has `basePath`. */
function serverPathOf(description: Json): string {
  const { basePath } = description;
  const url = recordOf(listOf(description.servers)[0])?.url;
  const path = typeof basePath === 'string' ? basePath : typeof url === 'string' ? pathOfUrl(url) : '';
  return path.replace(/\/$/u, '');
}

/** Apicurio's own extensions. */
function contextRootOf(description: Json): string {
  const written =
    recordOf(description.paths)?.['x-codegen-contextRoot'] ?? recordOf(description['x-codegen'])?.contextRoot;
  return typeof written === 'string' ? written.replace(/\/$/u, '') : '';
}

function pathOfUrl(url: string): string {
  const withoutHost = url.replace(/^[a-z]+:\/\/[^/]*/iu, '');
  return withoutHost.startsWith('/') ? withoutHost : '';
}

function parametersOf(description: Json, written: readonly unknown[]): ReadonlyMap<string, ApiParameter> {
  const parameters = new Map<string, ApiParameter>();
  for (const each of written) {
    const parameter = follow(description, each);
    const source = SOURCES[String(parameter?.in)];
    if (parameter === undefined || source === undefined || source === 'body') continue;
    const schema = recordOf(parameter.schema) ?? parameter;
    const name = String(parameter.name);
    const read = { source, isBounded: isBounded(description, schema, 0) };
    for (const each of [name, camelCase(name)]) if (!parameters.has(each)) parameters.set(each, read);
  }
  return parameters;
}

function bodySchemas(description: Json, operation: Json): readonly unknown[] {
  const content = recordOf(follow(description, operation.requestBody)?.content) ?? {};
  const swagger = listOf(operation.parameters).filter((each) => recordOf(each)?.in === 'body');
  return [...Object.values(content), ...swagger].map((each) => recordOf(each)?.schema);
}

function isBounded(description: Json, schema: unknown, depth: number): boolean {
  const resolved = follow(description, schema);
  if (resolved === undefined || depth > DEEPEST_SCHEMA) return false;
  if (BOUNDS.some((word) => word in resolved)) return true;
  const parts = [
    ...Object.values(recordOf(resolved.properties) ?? {}),
    ...listOf(resolved.allOf),
    ...listOf(resolved.oneOf),
    resolved.items,
  ];
  return parts.some((part) => isBounded(description, part, depth + 1));
}

/** Follows one `#/a/b` reference. */
function follow(description: Json, value: unknown): Json | undefined {
  const record = recordOf(value);
  const reference = record?.$ref;
  if (typeof reference !== 'string') return record;
  if (!reference.startsWith('#/')) return undefined;
  return reference
    .slice(2)
    .split('/')
    .reduce<Json | undefined>((current, key) => recordOf(current?.[key]), description);
}

function recordOf(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
