/** Directories that never hold a project's own source, wherever they stand. */
const NEVER_SOURCE: ReadonlySet<string> = new Set(
  `.git .hg .svn .bzr .gradle .idea .vscode .settings .metadata .bloop .metals .dart_tool .terraform .serverless
   node_modules bower_components jspm_packages .yarn .pnpm-store .next .nuxt .svelte-kit .angular .turbo .parcel-cache
   .nyc_output .cache __pycache__ .venv .tox .nox .mypy_cache .pytest_cache .ruff_cache .eggs`.split(/\s+/),
);

const GRADLE = ['build.gradle', 'build.gradle.kts', 'settings.gradle', 'settings.gradle.kts', 'gradlew'];

/**
 * Directories that are build output only beside the manifest of the tool that writes them. The same names are also good
 * package names (`org.acme.build`, `org.acme.target`), so the name alone decides nothing.
 */
const OUTPUT_BESIDE: ReadonlyMap<string, readonly string[]> = new Map([
  ['target', ['pom.xml', 'build.sbt', 'Cargo.toml', 'project.clj']],
  ['build', [...GRADLE, 'package.json', 'setup.py', 'pyproject.toml', 'CMakeLists.txt', 'pubspec.yaml']],
  ['out', [...GRADLE, '.idea', 'package.json']],
  ['bin', [...GRADLE, '.classpath', '.project']],
  ['dist', ['package.json', 'setup.py', 'pyproject.toml']],
  ['coverage', ['package.json']],
  ['vendor', ['go.mod', 'composer.json', 'Gemfile']],
]);

/** A directory that directly holds one of these is a module of its own, whatever its name. */
const MODULE_MARKS = [
  'pom.xml',
  'build.gradle',
  'build.gradle.kts',
  'package.json',
  'go.mod',
  'pyproject.toml',
  'Cargo.toml',
];

/** What compilers leave side by side: the first and any of the second inside one directory make it output. */
const OUTPUT_MARKS = {
  always: 'classes',
  any: ['tmp', 'libs', 'reports', 'maven-status', 'maven-archiver', 'test-classes'],
};

const IN_SOURCE_ROOT = /(?:^|\/)src\/[^/]+\/(?:java|kotlin|scala|groovy)(?:\/|$)/;

/** A directory by its path, and the names beside it. */
export interface DirectoryName {
  readonly path: string;
  readonly name: string;
  /** Names in the directory that holds it. */
  readonly siblings: ReadonlySet<string>;
}

/** `exclude` for what is never source; `suspect` for what its own contents must decide, see {@link isBuildOutput}. */
export function judgeDirectory(directory: DirectoryName): 'keep' | 'exclude' | 'suspect' {
  if (NEVER_SOURCE.has(directory.name)) return 'exclude';
  if (IN_SOURCE_ROOT.test(directory.path)) return 'keep';
  const writers = OUTPUT_BESIDE.get(directory.name);
  if (writers?.some((writer) => directory.siblings.has(writer)) === true) return 'suspect';
  return directory.name === 'build' || directory.name === 'target' || directory.name.endsWith('env')
    ? 'suspect'
    : 'keep';
}

/** Decides on a `suspect` directory by the names inside it. */
export function isBuildOutput(directory: DirectoryName, contents: ReadonlySet<string>): boolean {
  if (contents.has('pyvenv.cfg')) return true;
  if (MODULE_MARKS.some((mark) => contents.has(mark))) return false;
  const writers = OUTPUT_BESIDE.get(directory.name) ?? [];
  if (writers.some((writer) => directory.siblings.has(writer))) return true;
  return contents.has(OUTPUT_MARKS.always) && OUTPUT_MARKS.any.some((mark) => contents.has(mark));
}
