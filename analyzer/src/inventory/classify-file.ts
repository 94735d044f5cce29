import type { RelativePath } from '../base/ids.ts';
import { isGeneratedHead } from './generated-head.ts';
import type { FileRole } from './inventory.ts';
import { kindOfLanguage, type LanguageId, languageOf } from './languages.ts';
import { isVendoredText } from './vendored-text.ts';

/** What a file's place, name and first lines say about it. */
export interface FileClass {
  readonly language: LanguageId | null;
  readonly role: FileRole;
}

/** Path tests from the configuration; they win over every convention, in the order given here. */
export interface RoleOverrides {
  readonly production: (path: RelativePath) => boolean;
  readonly tests: (path: RelativePath) => boolean;
  readonly generated: (path: RelativePath) => boolean;
}

/** A file as the classification sees it. `text` is null where it was not read: its name then decides alone. */
export interface Classifiable {
  readonly path: RelativePath;
  readonly text: string | null;
  readonly overrides: RoleOverrides;
}

/** Names the language and the role of one file. A pure function of its arguments. */
export function classifyFile(file: Classifiable): FileClass {
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  const language = languageOf(name);
  return { language, role: overriddenRole(file) ?? conventionalRole(file, name, language) };
}

function overriddenRole({ path, overrides }: Classifiable): FileRole | null {
  if (overrides.production(path)) return 'production';
  if (overrides.tests(path)) return 'test';
  return overrides.generated(path) ? 'generated' : null;
}

function conventionalRole(file: Classifiable, name: string, language: LanguageId | null): FileRole {
  const place = placeOf(file.path);
  const area = areaAt(file.path, place);
  if (area !== 'production') return area;
  if (isTestName(name, place)) return 'test';
  if (isBuildName(name, place)) return 'build';
  if (language === null) return 'production';
  if (isGeneratedName(name)) return 'generated';
  if (isVendoredName(name, language)) return 'vendored';
  if (file.text === null) return 'production';
  if (isGeneratedHead(file.text)) return 'generated';
  return isVendoredText(file.text, language) ? 'vendored' : 'production';
}

/** Where the directories of a path put it. */
interface Place {
  /** Directories before the first `src`, or all of them: what the project's layout is made of. */
  readonly layout: readonly string[];
  /** Directories after a `src` that is not followed by a source set: packages or folders of code. */
  readonly code: readonly string[];
  /** `main`, `test`, `integrationTest` …; null outside a source set. */
  readonly sourceSet: string | null;
  /** Folders of browser assets, where somebody else's code may lie. */
  readonly assets: readonly string[];
  /** The role that the directories give to all files in the last of them. */
  readonly area: FileRole;
  /** Whether scripts and styles there are libraries for browsers all the same. */
  readonly hasLibraries: boolean;
}

type Layout = Omit<Place, 'area' | 'hasLibraries'>;

const SOURCE_SET_CONTENT =
  /^(?:java\d*|kotlin|scala|groovy|resources|webapp|proto|avro|graphql|antlr4?|jte|js|ts|sql|python|go)$/;

/** Files come directory by directory, so that the last answer is nearly always the next one too. */
let last: { readonly directory: string; readonly place: Place } | null = null;

function placeOf(path: RelativePath): Place {
  const directory = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  if (last?.directory !== directory) last = { directory, place: placeWithin(directory) };
  return last.place;
}

function placeWithin(directory: string): Place {
  const layout = layoutOf(directory === '' ? [] : directory.split('/'));
  const { sourceSet, assets } = layout;
  const hasLibraries = sourceSet !== null && some(assets, LIBRARY_ASSETS);
  return { ...layout, area: areaIn(layout), hasLibraries };
}

function layoutOf(directories: readonly string[]): Layout {
  const at = directories.indexOf('src');
  if (at < 0) return { layout: directories, code: [], sourceSet: null, assets: directories };
  const layout = directories.slice(0, at);
  const [sourceSet = '', within = '', ...inner] = directories.slice(at + 1);
  const isSet =
    /^(?:main|tests?|it|jmh)$|[a-z](?:Tests?|Fixtures)$/.test(sourceSet) || SOURCE_SET_CONTENT.test(within);
  if (!isSet) return { layout, code: directories.slice(at + 1), sourceSet: null, assets: directories };
  return { layout, code: [], sourceSet, assets: within === 'resources' || within === 'webapp' ? inner : [] };
}

function isTestSet(sourceSet: string): boolean {
  return /^(?:it|e2e|jmh|spec|tests?)$|^test[A-Z_-]|(?:Test|[-_]test|integrationtest|functionaltest)s?$|[fF]ixtures?$/.test(
    sourceSet,
  );
}

const TEST_LAYOUT =
  /^(?:spec|specs|playwright|test-data|testing|fixtures|(?:integration|functional|smoke|system|acceptance|performance|load|stress|contract|regression)[-_]?tests?|.+[-_](?:tests|it|e2e|integration[-_]?test))$/i;
const TEST_ANYWHERE = /^(?:tests?|__tests__|__mocks__|__fixtures__|e2e|cypress|testdata)$/i;
const BUILD_LAYOUT =
  /^(?:buildSrc|build-logic|build-tools|\.mvn|\.github|\.gitlab|\.circleci|\.husky|ci|scripts|gradle|\.teamcity|\.devcontainer)$/;
const SAMPLE_LAYOUT = /^(?:docs?|documentation|examples?|samples?|snippets)$/i;
const VENDORED = /^(?:vendor|vendors|vendored|third[-_]?party|webjars|node_modules|bower_components)$/i;
/** Folders of a server project's browser assets where libraries are dropped in. */
const LIBRARY_ASSETS = /^(?:libs?|plugins)$/i;
const GENERATED =
  /^(?:generated(?:[-_](?:sources|src|test-sources))?|gen-src|src[-_]gen(?:erated)?|__generated__)$/i;

/**
 * The role that directories alone give. Inside a source set (`src/main/java/…`) directories are packages: `test`, `build`
 * or `vendor` there is a name somebody gave to production code.
 */
export function areaOf(path: RelativePath): FileRole {
  return areaAt(path, placeOf(path));
}

function areaAt(path: RelativePath, { area, hasLibraries }: Place): FileRole {
  const isLibrary = hasLibraries && area === 'production' && /\.(?:[cm]?js|css|scss|less)$/.test(path);
  return isLibrary ? 'vendored' : area;
}

function areaIn({ layout, code, sourceSet, assets }: Layout): FileRole {
  if (some(layout, BUILD_LAYOUT)) return 'build';
  if (sourceSet !== null && isTestSet(sourceSet)) return 'test';
  if (some(layout, TEST_LAYOUT) || some([...layout, ...code], TEST_ANYWHERE)) return 'test';
  if (some([...layout, ...code.slice(0, 1)], SAMPLE_LAYOUT)) return 'sample';
  if (some([...layout, ...code, sourceSet ?? ''], GENERATED)) return 'generated';
  return some(assets, VENDORED) ? 'vendored' : 'production';
}

function some(directories: readonly string[], pattern: RegExp): boolean {
  return directories.some((directory) => pattern.test(directory));
}

/**
 * True where a manifest describes a module of this tree. One inside a source set is data (a test's fixture, an
 * archetype's template), and one among vendored or generated files is somebody else's.
 */
export function isManifestPlace(path: RelativePath): boolean {
  const place = placeOf(path);
  const area = areaAt(path, place);
  return place.sourceSet === null && area !== 'vendored' && area !== 'generated';
}

/** Test by name: only where the build does not already say that the directory is production code. */
function isTestName(name: string, place: Place): boolean {
  if (place.sourceSet !== null && /main$/i.test(place.sourceSet)) return false;
  return (
    /(?:Test|Tests|TestCase|IT|ITCase|Spec)\.(?:java|kt|groovy|scala|cs)$/.test(name) ||
    /[.-](?:test|spec|cy|e2e|stories)\.[cm]?[jt]sx?$/.test(name) ||
    /^test_[^/]*\.py$|_test\.(?:py|go|rb|exs|dart|cc|cpp)$|^conftest\.py$|_spec\.rb$/.test(name) ||
    /^(?:jest|vitest|karma|cypress|playwright)\.(?:config|conf|setup)\.[cm]?[jt]s$/.test(name)
  );
}

function isBuildName(name: string, place: Place): boolean {
  if (place.sourceSet !== null) return false;
  return (
    /\.gradle(?:\.kts)?$|\.sbt$|^(?:pom|build|ivy)\.xml$|^(?:mvnw|gradlew)(?:\.cmd|\.bat)?$/.test(name) ||
    /^(?:jenkinsfile|makefile|gnumakefile|cmakelists\.txt|rakefile|gruntfile\.js|gulpfile\.[cm]?[jt]s|setup\.py|noxfile\.py|build\.rs)$/i.test(
      name,
    ) ||
    /^(?:webpack|rollup|vite|babel|eslint|prettier|postcss|tailwind|tsup|esbuild|next|nuxt|svelte|commitlint|stylelint|lint-staged|metro|craco|vue)\.config(?:\.[\w-]+)?\.[cm]?[jt]s$/.test(
      name,
    ) ||
    /^\.(?:eslintrc|prettierrc|babelrc|stylelintrc)(?:\.[cm]?js)?$|^webpack\.[\w-]+\.js$/.test(name)
  );
}

function isGeneratedName(name: string): boolean {
  return (
    /(?:\.pb|_pb|_pb2|_pb2_grpc|_grpc_pb|\.pb\.gw|_generated|\.generated|\.gen|_gen|\.g)\.(?:java|kt|go|py|js|ts|cs|dart|rb|cc|h)$/.test(
      name,
    ) || /^(?:package-lock|npm-shrinkwrap)\.json$|\.designer\.cs$/i.test(name)
  );
}

function isVendoredName(name: string, language: LanguageId): boolean {
  if (language !== 'javascript' && kindOfLanguage(language) !== 'style') return false;
  return /[.-]min\.(?:[cm]?js|css)$|\.bundle\.js$|[-.]v?\d+\.\d+[\w.-]*\.(?:js|css)$|^jquery[.\w-]*\.js$/.test(
    name,
  );
}
