import { compareDiagnostic } from '../base/diagnostics.ts';
import { AnalysisError } from '../base/errors.ts';
import type { RelativePath } from '../base/ids.ts';
import { byNumber, byText, compareText, inOrder } from '../base/ordering.ts';
import { areaOf } from './classify-file.ts';
import { settleApplications } from './configuration/effective-settings.ts';
import { readSpringSettings } from './configuration/spring-files.ts';
import { createDiagnosticLog, type DiagnosticLog } from './diagnostic-log.ts';
import { pathMatcher } from './ignore-rules.ts';
import type {
  ConfigurationFile,
  ConfigurationProperty,
  Dependency,
  Inventory,
  InventoryFile,
  LanguageUse,
  Manifest,
} from './inventory.ts';
import { kindOfLanguage, platformOf } from './languages.ts';
import type { DependencyFacts, EcosystemFacts } from './manifests/ecosystem.ts';
import { ECOSYSTEMS } from './manifests/registry.ts';
import { buildModules, moduleLookup, settleModules } from './modules.ts';
import { createNodeSourceReader } from './node-source-reader.ts';
import { type ReadFile, readFiles } from './read-files.ts';
import { DEFAULT_SCAN_LIMITS, type ScanLimits, type ScanResult, scanRepository } from './scan-repository.ts';
import type { SourceReader } from './source-reader.ts';
import { missingSubmodules } from './submodules.ts';
import { createNodeTreeLister, type TreeLister } from './tree-lister.ts';

/** What to read and how. All patterns are in .gitignore syntax. */
export interface InventoryOptions {
  /** Absolute path of the tree with all links resolved, see `resolveRoot`. */
  readonly root: string;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  /** Files that are production code whatever the conventions say. */
  readonly production?: readonly string[];
  readonly tests?: readonly string[];
  readonly generated?: readonly string[];
  /** Active Spring profiles; none or an empty list: those that the settings themselves activate. */
  readonly profiles?: readonly string[];
  readonly limits?: Partial<ScanLimits>;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: InventoryProgress) => void;
  /** Told which files are read next, in their order. */
  readonly onReading?: (paths: readonly RelativePath[]) => void;
  /** Another way to the file system, where there is one. */
  readonly lister?: TreeLister;
  readonly reader?: SourceReader;
}

/** How far the inventory has come. `total` is known once the walk has ended. */
export interface InventoryProgress {
  readonly step: 'walk' | 'read';
  readonly done: number;
  readonly total: number | null;
}

/**
 * Takes the inventory of a source tree: walk, classify, read manifests and settings. Throws AnalysisError SOURCE_EMPTY
 * where no file is left to analyse, SOURCE_UNREADABLE where the root cannot be listed, CANCELLED on abort; whatever
 * else is wrong with the tree is a diagnostic of the result.
 */
export async function takeInventory(options: InventoryOptions): Promise<Inventory> {
  const limits = { ...DEFAULT_SCAN_LIMITS, ...options.limits };
  const reader =
    options.reader ?? createNodeSourceReader({ root: options.root, maxFileBytes: limits.maxFileBytes });
  const lister = options.lister ?? createNodeTreeLister(options.root);
  const exclude = options.exclude ?? [];
  const scan = await scanRepository({
    lister,
    reader,
    limits,
    include: options.include ?? [],
    exclude,
    ...(options.signal === undefined ? {} : { signal: options.signal }),
    onProgress: (done) => options.onProgress?.({ step: 'walk', done, total: null }),
  });
  if (scan.files.length === 0) throw emptySource(scan);
  const log = createDiagnosticLog();
  log.addAll(await missingSubmodules({ files: scan.files, reader, lister, exclude }));
  const read = await readFiles(scan.files, {
    reader,
    overrides: {
      production: pathMatcher(options.production ?? []),
      tests: pathMatcher(options.tests ?? []),
      generated: pathMatcher(options.generated ?? []),
    },
    ecosystems: ECOSYSTEMS,
    log,
    signal: options.signal,
    onReading: (paths) => options.onReading?.(paths),
    onProgress: (done) => options.onProgress?.({ step: 'read', done, total: scan.files.length }),
  });
  const profiles = options.profiles === undefined || options.profiles.length === 0 ? null : options.profiles;
  return assemble({ read: settleHeaders(settleSamples(read)), scan, log, profiles });
}

function emptySource({ skipped }: ScanResult): AnalysisError {
  const left = skipped.ignored + skipped.symlinks + skipped.special + skipped.badNames + skipped.unreadable;
  return left === 0
    ? new AnalysisError('SOURCE_EMPTY', 'Expected a directory with source files, got an empty one.', {
        hint: 'Check that the path is the project and that the checkout is complete.',
        ru: 'Ожидался каталог с исходными файлами, а он пуст.',
      })
    : new AnalysisError(
        'SOURCE_EMPTY',
        `Expected source files, but all ${left} entries are ignored or cannot be read.`,
        {
          ru: `Ожидались исходные файлы, но все записи (${left}) исключены или не читаются.`,
          hint: 'Check .gitignore files and `include` and `exclude` in .csqa.yml.',
        },
      );
}

/** Examples are beside the point only where there is something else: a tree of samples is analysed as what it is. */
function settleSamples(files: readonly ReadFile[]): readonly ReadFile[] {
  const hasProduct = files.some(
    ({ role, language }) =>
      role === 'production' && language !== null && kindOfLanguage(language) === 'programming',
  );
  if (hasProduct) return files;
  return files.map((file) => (file.role === 'sample' ? { ...file, role: 'production' } : file));
}

/** A `.h` file is C++ where the tree has C++ and no C. */
function settleHeaders(files: readonly ReadFile[]): readonly ReadFile[] {
  const isHeader = (file: ReadFile): boolean => file.language === 'c' && /\.h$/i.test(file.path);
  const hasCpp = files.some((file) => file.language === 'cpp');
  if (!hasCpp || files.some((file) => file.language === 'c' && !isHeader(file))) return files;
  return files.map((file) => (isHeader(file) ? { ...file, language: 'cpp' } : file));
}

interface Gathered {
  readonly read: readonly ReadFile[];
  readonly scan: ScanResult;
  readonly log: DiagnosticLog;
  readonly profiles: readonly string[] | null;
}

function assemble({ read, scan, log, profiles }: Gathered): Inventory {
  const samplesAreProduct = read.some(({ path, role }) => role === 'production' && areaOf(path) === 'sample');
  const ecosystems = readEcosystems(read);
  for (const facts of ecosystems) log.addAll(facts.diagnostics);
  const declared = ecosystems.flatMap((facts) => facts.dependencies);
  const moduleFacts = settleModules(ecosystems.flatMap((facts) => facts.modules));
  const moduleIds = new Set<string>(moduleFacts.map((module) => module.dir));
  const moduleOf = moduleLookup(moduleFacts);
  const files = read.map(({ path, language, role, bytes, lines, unparsed }): InventoryFile => {
    return { path, language, role, bytes, lines, module: moduleOf(path), unparsed };
  });
  const configuration = read.flatMap(
    ({ path, role, configuration: kind, settingsName }): ConfigurationFile[] =>
      kind === null
        ? []
        : [
            {
              path,
              kind,
              role,
              module: moduleOf(path),
              ...(settingsName === undefined ? {} : { settingsName }),
            },
          ],
  );
  const ownGroups = settleGroups(ecosystems, samplesAreProduct);
  const properties = readSettings(configuration, read, log);
  return {
    files,
    modules: buildModules({ modules: moduleFacts, files, dependencies: declared }),
    languages: languagesOf(files),
    manifests: read.flatMap(({ path, manifest }): Manifest[] =>
      manifest === null ? [] : [{ path, format: manifest, module: moduleOf(path) }],
    ),
    configuration,
    properties,
    applications: settleApplications(properties, profiles),
    dependencies: declared
      .map((facts) =>
        settleDependency(facts, { ownGroups: new Set(ownGroups), moduleIds, moduleOf, samplesAreProduct }),
      )
      .sort(compareDependency),
    ownGroups,
    skipped: scan.skipped,
    diagnostics: [...scan.diagnostics, ...log.finish()].sort(compareDiagnostic),
  };
}

function readEcosystems(read: readonly ReadFile[]): readonly EcosystemFacts[] {
  return ECOSYSTEMS.map((ecosystem) => {
    const manifests = read.flatMap(({ path, manifest, text }) =>
      manifest !== null && text !== null && ecosystem.formatOf(path) !== null
        ? [{ path, format: manifest, text }]
        : [],
    );
    return ecosystem.read(manifests);
  });
}

/** Groups that the product publishes under; what a test or a sample calls itself makes nothing else internal. */
function settleGroups(ecosystems: readonly EcosystemFacts[], samplesAreProduct: boolean): readonly string[] {
  const own = ecosystems
    .flatMap((facts) => facts.ownGroups)
    .filter(({ file }) => {
      const area = areaOf(file);
      return area !== 'test' && (area !== 'sample' || samplesAreProduct);
    });
  return [...new Set(own.map(({ group }) => group))].sort(compareText);
}

function readSettings(
  configuration: readonly ConfigurationFile[],
  read: readonly ReadFile[],
  log: DiagnosticLog,
): readonly ConfigurationProperty[] {
  const texts = new Map(read.map(({ path, text }) => [path, text]));
  return configuration.flatMap((file) => {
    const text = texts.get(file.path) ?? null;
    if (text === null || (file.kind !== 'spring-yaml' && file.kind !== 'spring-properties')) return [];
    const settings = readSpringSettings(file, text);
    log.addAll(settings.diagnostics);
    return settings.properties;
  });
}

function languagesOf(files: readonly InventoryFile[]): readonly LanguageUse[] {
  const uses = new Map<string, LanguageUse>();
  for (const { language, role, lines, bytes } of files) {
    if (language === null) continue;
    const key = `${language} ${role}`;
    const use = uses.get(key) ?? {
      language,
      kind: kindOfLanguage(language),
      platform: platformOf(language),
      role,
      files: 0,
      lines: 0,
      bytes: 0,
    };
    uses.set(key, {
      ...use,
      files: use.files + 1,
      lines: use.lines + (lines ?? 0),
      bytes: use.bytes + bytes,
    });
  }
  return [...uses.values()].sort(
    inOrder(
      byText((use) => use.language),
      byText((use) => use.role),
    ),
  );
}

interface Surroundings {
  readonly ownGroups: ReadonlySet<string>;
  readonly moduleIds: ReadonlySet<string>;
  readonly moduleOf: (path: Dependency['file']) => string;
  readonly samplesAreProduct: boolean;
}

function settleDependency(
  facts: DependencyFacts,
  { ownGroups, moduleIds, moduleOf, samplesAreProduct }: Surroundings,
): Dependency {
  const { target, own, module: directory, ...declared } = facts;
  const isOwn = own || target !== null || (facts.group !== null && ownGroups.has(facts.group));
  return {
    ...declared,
    scope: scopeInArea(facts, samplesAreProduct),
    kind: isOwn ? 'internal' : 'external',
    module: moduleIds.has(directory) ? directory : moduleOf(facts.file),
    targetModule: target,
  };
}

/** What a test module or the build's own build needs at run time never ships with the product. */
function scopeInArea({ file, scope }: DependencyFacts, samplesAreProduct: boolean): Dependency['scope'] {
  if (scope === 'build' || scope === 'platform') return scope;
  const area = areaOf(file);
  if (area === 'test') return 'test';
  if (area === 'sample') return samplesAreProduct ? scope : 'build';
  const isApplied = file.endsWith('.gradle') || file.endsWith('.gradle.kts');
  const isBuildScript = /(?:^|\/)build\.gradle(?:\.kts)?$/.test(file);
  return area === 'build' && (!isApplied || isBuildScript) ? 'build' : scope;
}

const compareDependency = inOrder<Dependency>(
  byText((dependency) => dependency.file),
  byNumber((dependency) => dependency.line),
  byText((dependency) => `${dependency.group ?? ''}:${dependency.name}`),
  byText((dependency) => dependency.scope),
);
