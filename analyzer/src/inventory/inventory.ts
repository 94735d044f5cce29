import type { Diagnostic } from '../base/diagnostics.ts';
import type { RelativePath } from '../base/ids.ts';
import type { LanguageId, LanguageKind, Platform } from './languages.ts';

/** What the source tree holds, read without running any of it. Every list is sorted; equal trees give equal inventories. */
export interface Inventory {
  /** Every file that was not ignored, by path. */
  readonly files: readonly InventoryFile[];
  /** Build modules by directory; a tree without any manifest is one module at `.`. */
  readonly modules: readonly BuildModule[];
  /** One row for each language and role that occurs, by language id, then role. */
  readonly languages: readonly LanguageUse[];
  /** Build manifests that were recognised, readable or not. */
  readonly manifests: readonly Manifest[];
  /** Files that configure the application or its frameworks, by path; later stages read the kinds they know. */
  readonly configuration: readonly ConfigurationFile[];
  /** Settings from Spring configuration files, flattened to keys, in order of precedence within a file. */
  readonly properties: readonly ConfigurationProperty[];
  /** What each build module with Spring settings runs with, by module. */
  readonly applications: readonly ApplicationSettings[];
  /** Declared dependencies, by file and line. */
  readonly dependencies: readonly Dependency[];
  /** Group ids (or npm scopes, Go module paths) that the tree itself publishes under. */
  readonly ownGroups: readonly string[];
  readonly skipped: SkippedCounts;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What a file is for. `production` is what runs for users. `generated` code is analysed but marked. `build` is build logic
 * and tooling. `sample` is documentation and example code beside real production code. `vendored` is somebody else's
 * source kept in the tree (minified or third-party assets).
 */
export type FileRole = 'production' | 'test' | 'generated' | 'build' | 'sample' | 'vendored';

export interface InventoryFile {
  readonly path: RelativePath;
  /** Null where the file is in no language CSQA knows by name (images, archives, plain text). */
  readonly language: LanguageId | null;
  readonly role: FileRole;
  /** Size on disk. */
  readonly bytes: number;
  /** Line count of a text that was read; null where nothing had to be read. */
  readonly lines: number | null;
  /** Id of the nearest build module, see {@link BuildModule.id}. */
  readonly module: string;
  /** Why the file's text must not be parsed; null where it may be. */
  readonly unparsed: 'too-large' | 'binary' | 'unreadable' | null;
}

/** How much of a language there is in one role. */
export interface LanguageUse {
  readonly language: LanguageId;
  /** Only `programming` counts as a technology of its own. */
  readonly kind: LanguageKind;
  /** Code of one platform is one program, whatever languages it is written in; null for a platform of its own. */
  readonly platform: Platform | null;
  readonly role: FileRole;
  readonly files: number;
  readonly lines: number;
  readonly bytes: number;
}

export type BuildTool = 'maven' | 'gradle' | 'npm' | 'python' | 'go' | 'none';

/** One unit that is built on its own: a Maven module, a Gradle project, an npm package … */
export interface BuildModule {
  /** Its directory in the tree, `.` for the root: unique, and short enough to show. */
  readonly id: string;
  readonly dir: RelativePath;
  readonly tool: BuildTool;
  /** Name as its build tool knows it: Maven `group:artifact`, Gradle project path, npm package name. */
  readonly name: string | null;
  readonly version: string | null;
  readonly packaging: string | null;
  /** Id of the enclosing module in the build's own hierarchy; null for a root. */
  readonly parent: string | null;
  /** Source roots of JVM languages that hold production code, e.g. `app/src/main/java`. */
  readonly mainRoots: readonly RelativePath[];
  readonly testRoots: readonly RelativePath[];
  /** Resource roots of production code, e.g. `app/src/main/resources`. */
  readonly resourceRoots: readonly RelativePath[];
  /** Ids of sibling modules this one depends on by its own declarations and inherited ones, whatever the scope. */
  readonly dependsOn: readonly string[];
}

export type ManifestFormat =
  | 'maven-pom'
  | 'gradle-build'
  | 'gradle-settings'
  | 'gradle-catalog'
  | 'gradle-script'
  | 'gradle-properties'
  | 'npm-package'
  | 'python-requirements'
  | 'python-pyproject'
  | 'go-mod';

export interface Manifest {
  readonly path: RelativePath;
  readonly format: ManifestFormat;
  readonly module: string;
}

export type Ecosystem = 'maven' | 'npm' | 'pypi' | 'go';

/**
 * When a dependency is present. `runtime` ships with the product; `provided` is supplied by where it runs; `optional` may be
 * absent; `build` runs only while building (plugins, annotation processors, dev dependencies); `platform` brings
 * versions only (parent pom, imported BOM).
 */
export type DependencyScope = 'runtime' | 'test' | 'build' | 'optional' | 'provided' | 'platform';

/**
 * One dependency as one manifest declares it. Nothing transitive is resolved. The same component can be declared many
 * times, by several modules or by two build tools side by side: count components by ecosystem, group and name.
 */
export interface Dependency {
  readonly ecosystem: Ecosystem;
  /** Maven group id or npm scope without `@`; null where the ecosystem or the declaration has none. */
  readonly group: string | null;
  readonly name: string;
  /** As declared, after properties, catalogs and in-tree dependency management; null where only an outside platform knows. */
  readonly version: string | null;
  readonly scope: DependencyScope;
  /** `internal`: another module of the tree, or something the same group publishes. */
  readonly kind: 'internal' | 'external';
  /** Where the declaration stands. */
  readonly file: RelativePath;
  readonly line: number;
  /** Id of the module that declares it. */
  readonly module: string;
  /** Id of the module it names, where that module is in the tree. */
  readonly targetModule: string | null;
}

export type ConfigurationKind =
  | 'spring-properties'
  | 'spring-yaml'
  | 'spring-xml'
  | 'spring-factories'
  | 'web-xml'
  | 'persistence-xml'
  | 'mybatis-config'
  | 'mybatis-mapper'
  | 'graphql-schema'
  | 'openapi'
  | 'protobuf'
  /** A proxy that serves methods of remote services over HTTP, as their description says. */
  | 'http-transcoding'
  | 'shiro-ini'
  | 'logging'
  | 'flyway-sql'
  | 'liquibase'
  | 'jaas'
  | 'container'
  /** Environment variables for a process, `.env`. */
  | 'environment'
  /** Settings of an application in any other notation. */
  | 'settings'
  | 'csqa';

export interface ConfigurationFile {
  readonly path: RelativePath;
  readonly kind: ConfigurationKind;
  readonly role: FileRole;
  readonly module: string;
  /** What the program calls its settings by, where that is not `application`. */
  readonly settingsName?: string;
}

/** One key of one configuration file. Text is as written: placeholders are not yet resolved. */
export interface ConfigurationProperty {
  /** Flat key in Spring's canonical spelling of structure: `a.b[0].c`; names keep the letters of the file. */
  readonly key: string;
  readonly value: string;
  readonly file: RelativePath;
  readonly line: number;
  readonly role: FileRole;
  readonly module: string;
  /** Profile expression the file name or the document requires; null where it always applies. */
  readonly profile: string | null;
  /** The profile that the file's name requires, of a file that is not called `application`. */
  readonly fileProfile?: string;
}

/** The settings one build module sees as an application: profiles decided, overridden values gone. */
export interface ApplicationSettings {
  readonly module: string;
  /** Active profiles, in order of activation; `default` where nothing activates one. */
  readonly profiles: readonly string[];
  /** One property a key, the one that wins, by key. */
  readonly settings: readonly EffectiveSetting[];
}

export interface EffectiveSetting {
  /** Relaxed form of the key (lower case, no dashes or underscores), under which every spelling of it meets. */
  readonly relaxedKey: string;
  /** The value after placeholders; what only the environment knows stays in it as written. */
  readonly resolved: string;
  readonly property: ConfigurationProperty;
}

/** What the walk left out, by reason. */
export interface SkippedCounts {
  /** Directories and files named by ignore rules or by the default exclusions. */
  readonly ignored: number;
  readonly symlinks: number;
  readonly unreadable: number;
  readonly badNames: number;
  readonly special: number;
  readonly tooDeep: number;
  /** True where a limit ended the walk before the tree did. */
  readonly truncated: boolean;
}
