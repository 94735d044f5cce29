import { byText } from '../../base/ordering.ts';
import type { Manifest } from '../../inventory/inventory.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny } from '../match/name-pattern.ts';
import { readXml, type XmlElement } from '../xml-elements.ts';

/** Operations with the same tag, the same first part of the path, or the same first word of it. */
export type ApiGrouping = 'tag' | 'path' | 'word';

/** What the build is told to generate from one OpenAPI description. */
export interface ApiGenerator {
  readonly module: string;
  /** `spring`, `jaxrs-spec` …; empty where the build does not say it. */
  readonly name: string;
  readonly library: string;
  /** Whether it reads the description at a path of the tree. */
  reads(file: string): boolean;
  /** Package of the generated interfaces; empty where nothing says it. */
  readonly apiPackage: string;
  readonly apiSuffix: string;
  /** What one interface holds the operations of. */
  readonly grouping: ApiGrouping;
  /** Generated interfaces carry the constraints of the description. */
  readonly validates: boolean;
  /** Settings that are only on or off. */
  isOn(option: string): boolean;
  readonly requestMapping: string;
}

/** Larger build files are left out. */
const LARGEST_BUILD_FILE = 1_000_000;
const PLUGINS = ['openapi-generator-maven-plugin', 'swagger-codegen-maven-plugin'];
const OPTIONS = [
  ...['inputSpec', 'generatorName', 'language', 'library', 'apiPackage', 'apiNameSuffix'],
  ...['interfaceOnly', 'delegatePattern', 'useTags', 'skipDefaultInterface', 'requestMappingMode'],
  'useBeanValidation',
];

/** Reads the OpenAPI generators that Maven and Gradle builds of the tree run. */
export function readApiGenerators(tools: MatchTools): readonly ApiGenerator[] {
  return tools.inventory.manifests.toSorted(byText((manifest) => manifest.path)).flatMap((manifest) => {
    const text = tools.texts.get(manifest.path) ?? '';
    if (text.length > LARGEST_BUILD_FILE || !text.includes('inputSpec')) return [];
    if (manifest.format === 'maven-pom') return mavenGenerators(manifest, text);
    return manifest.format === 'gradle-build' ? gradleGenerators(manifest, text) : [];
  });
}

function mavenGenerators(manifest: Manifest, text: string): readonly ApiGenerator[] {
  const elements = readXml(text);
  const properties = childTexts(elements, (element) => element.name === 'properties');
  return elements.flatMap((element, plugin) => {
    if (element.name !== 'artifactId' || !PLUGINS.includes(element.text.trim())) return [];
    const within = (index: number) => isWithin(elements, index, elements[plugin]?.parent ?? null);
    const configurations = elements.flatMap(({ name }, index) =>
      name === 'configuration' && within(index) ? [index] : [],
    );
    return configurations.flatMap((index) => {
      const settings = new Map(
        elements.flatMap((each, position): [string, string][] =>
          OPTIONS.includes(each.name) && isWithin(elements, position, index)
            ? [[each.name, expand(each.text.trim(), properties)]]
            : [],
        ),
      );
      return generatorOf(manifest, settings);
    });
  });
}

function childTexts(
  elements: readonly XmlElement[],
  isParent: (element: XmlElement) => boolean,
): ReadonlyMap<string, string> {
  return new Map(
    elements.flatMap((element): [string, string][] => {
      const parent = element.parent === null ? undefined : elements[element.parent];
      return parent !== undefined && isParent(parent) ? [[element.name, element.text.trim()]] : [];
    }),
  );
}

function isWithin(elements: readonly XmlElement[], index: number, ancestor: number | null): boolean {
  if (ancestor === null) return false;
  let current: number | null | undefined = index;
  for (let step = 0; current !== null && current !== undefined && step < 100; step += 1) {
    if (current === ancestor) return true;
    current = elements[current]?.parent;
  }
  return false;
}

/** Replaces the file's own properties; what Maven itself knows stays. */
function expand(text: string, properties: ReadonlyMap<string, string>): string {
  return text.replaceAll(
    /\$\{(?<key>[\w.-]{1,100})\}/gu,
    (whole, key: string) => properties.get(key) ?? whole,
  );
}

/** A block of a Gradle script that configures one generation. */
const GRADLE_BLOCK = /^[^\n]*(?:openApiGenerate|GenerateTask)[^\n]*$/gmu;

function gradleGenerators(manifest: Manifest, text: string): readonly ApiGenerator[] {
  const starts = [...text.matchAll(GRADLE_BLOCK)].map(({ index }) => index);
  return starts.flatMap((start, position) => {
    const block = text.slice(start, starts[position + 1] ?? text.length);
    const settings = new Map<string, string>();
    for (const line of block.split('\n')) {
      for (const option of OPTIONS) {
        const found = settings.has(option) ? undefined : valueAfter(line, option);
        if (found !== undefined) settings.set(option, found);
      }
    }
    return generatorOf(manifest, settings);
  });
}

/** `key = "x"`, `key.set(file("x"))`, `"key" to "x"`, `key: true`: the first text or truth value behind the name. */
function valueAfter(line: string, option: string): string | undefined {
  const at = new RegExp(`(?<![\\w.])${option}(?!\\w)`, 'u').exec(line)?.index;
  if (at === undefined) return undefined;
  const rest = line.slice(at + option.length).replace(/^["']/u, '');
  return /["'](?<text>[^"']{1,500})["']|\b(?<truth>true|false)\b/u.exec(rest)?.slice(1).find(Boolean);
}

function generatorOf(manifest: Manifest, settings: ReadonlyMap<string, string>): readonly ApiGenerator[] {
  const description = settings.get('inputSpec');
  if (description === undefined) return [];
  const end = withoutFolders(description);
  return [
    {
      module: manifest.module,
      name: settings.get('generatorName') ?? settings.get('language') ?? '',
      library: settings.get('library') ?? '',
      reads: (file) => end !== '' && `/${file}`.endsWith(`/${end}`),
      apiPackage: packageName(settings.get('apiPackage')),
      apiSuffix: settings.get('apiNameSuffix') ?? 'Api',
      grouping: settings.get('useTags') === 'true' ? 'tag' : 'path',
      validates: settings.get('useBeanValidation') !== 'false',
      isOn: (option) => settings.get(option) === 'true',
      requestMapping: settings.get('requestMappingMode') ?? 'controller',
    },
  ];
}

/** A package that is written out; one with a placeholder that nobody resolves says nothing. */
function packageName(written: string | undefined): string {
  return written !== undefined && /^[\w.]+$/u.test(written) ? written : '';
}

/** `${project.basedir}/src/x.yml` and `$rootDir/src/x.yml` end with `src/x.yml`. */
function withoutFolders(path: string): string {
  return path
    .replaceAll(/\$\{[^}]*\}|\$\w+/gu, '')
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/');
}

/** The generator that reads a description: of the same module where several do. */
export function generatorFor(
  generators: readonly ApiGenerator[],
  description: { readonly file: string; readonly module: string },
): ApiGenerator | undefined {
  const reading = generators.filter((each) => each.reads(description.file));
  return reading.find(({ module }) => module === description.module) ?? reading[0];
}

/** Whether a generator makes server code of a kind that a row knows. */
export function generatesFor(
  generator: ApiGenerator,
  row: { readonly generators: readonly string[]; readonly clientLibraries: readonly string[] },
): boolean {
  return fitsAny(generator.name, row.generators) && !row.clientLibraries.includes(generator.library);
}
