import type { RelativePath } from '../../base/ids.ts';
import type { DependencyScope } from '../inventory.ts';
import { directoryOf, fileNameOf } from '../tree-path.ts';
import type { DependencyFacts } from './ecosystem.ts';
import { type CatalogEntry, pluginArtifact } from './gradle-catalog.ts';
import type { GradleModel, GradleScript } from './gradle-model.ts';
import { type GradleNotation, readDeclaration, scopeOfConfiguration } from './gradle-notation.ts';
import type { ScriptStatement } from './gradle-script.ts';
import { isSign, readPath, readValue } from './gradle-values.ts';

/** Where a declaration stands, with what is needed to look its names up. */
interface Site {
  readonly script: GradleScript;
  readonly model: GradleModel;
  /** Directory of the project the statement configures. */
  readonly dir: RelativePath;
  readonly line: number;
}

/** Every dependency, platform and plugin that a script declares; `managed` comes from {@link managedVersions}. */
export function dependenciesOfScript(
  script: GradleScript,
  model: GradleModel,
  managed: ReadonlyMap<string, string>,
): readonly DependencyFacts[] {
  return script.statements.flatMap((statement) => {
    const site: Site = {
      script,
      model,
      dir: configuredProject(statement, script, model),
      line: statement.line,
    };
    const reach = reachOf(statement);
    return readStatement(statement, site).map((dependency) => ({
      ...dependency,
      version: dependency.version ?? managed.get(`${dependency.group ?? ''}:${dependency.name}`) ?? null,
      reach,
    }));
  });
}

/** Which projects beside that of the script a statement is for; a choice among them, as `configure` makes, is for none. */
function reachOf({ blocks }: ScriptStatement): DependencyFacts['reach'] {
  if (blocks.includes('allprojects')) return 'module-and-below';
  return blocks.includes('subprojects') ? 'below' : undefined;
}

function configuredProject(
  { blocks }: ScriptStatement,
  script: GradleScript,
  model: GradleModel,
): RelativePath {
  const own = directoryOf(script.path);
  for (const block of blocks) {
    const path = /^project\((.+)\)$/.exec(block)?.[1];
    const dir = path === undefined ? null : model.projectDir(own, path);
    if (dir !== null) return dir;
  }
  return own;
}

function readStatement(statement: ScriptStatement, site: Site): readonly DependencyFacts[] {
  const { blocks } = statement;
  const innermost = blocks.at(-1);
  if (blocks.includes('dependencyManagement')) return innermost === 'imports' ? readBom(statement, site) : [];
  if (innermost === 'plugins' && !blocks.includes('pluginManagement')) return readPlugin(statement, site);
  if (innermost !== 'dependencies') return readApplied(statement, site);
  const declaration = readDeclaration(statement);
  if (declaration === null) return [];
  const scope = scopeOfConfiguration(declaration.configuration);
  return declaration.notations.flatMap((notation) =>
    resolveNotation(notation, scope, { ...site, line: notation.line }),
  );
}

function resolveNotation(
  notation: GradleNotation,
  scope: DependencyScope,
  site: Site,
): readonly DependencyFacts[] {
  const effective = notation.platform && scope !== 'test' ? 'platform' : scope;
  switch (notation.kind) {
    case 'project':
      return [
        projectDependency(notation.path, site.model.projectDir(site.dir, notation.path), {
          ...site,
          scope: effective,
        }),
      ];
    case 'coordinates':
      return fromCoordinates(notation.text, effective, site);
    case 'accessor':
      return fromAccessor(notation.path, effective, site);
  }
}

interface ScopedSite extends Site {
  readonly scope: DependencyScope;
}

function projectDependency(path: string, target: RelativePath | null, site: ScopedSite): DependencyFacts {
  const name =
    path
      .split(':')
      .filter((part) => part !== '')
      .at(-1) ?? path;
  return { ...declared(site), group: null, name, version: null, target, own: true };
}

function declared({
  script,
  dir,
  line,
  scope,
}: ScopedSite): Omit<DependencyFacts, 'group' | 'name' | 'version' | 'target' | 'own'> {
  return { ecosystem: 'maven', scope, file: script.path, line, module: dir };
}

function fromCoordinates(text: string, scope: DependencyScope, site: Site): readonly DependencyFacts[] {
  const [group = '', name = '', version] =
    site.model.expand(site.dir, text).text.split('@', 1)[0]?.split(':') ?? [];
  if (name === '' || name.includes('${')) return [];
  const known =
    version === undefined || version === '' || version.includes('${') ? null : version.replace(/!!$/, '');
  return [
    {
      ...declared({ ...site, scope }),
      group: group === '' ? null : group,
      name,
      version: known,
      target: null,
      own: false,
    },
  ];
}

/** What the constant of Spring Boot's own plugin stands for; its version is the plugin's. */
const SPRING_BOOT_BOM = 'org.springframework.boot:spring-boot-dependencies';

/** `libs.spring.web`, `libs.bundles.web`, `projects.core`, or a variable that holds coordinates. */
function fromAccessor(path: string, scope: DependencyScope, site: Site): readonly DependencyFacts[] {
  const [root = '', ...rest] = path.split('.');
  const catalog = site.model.catalogOf(root);
  if (catalog !== null) {
    const bundle = rest[0] === 'bundles' ? catalog.bundles.get(rest.slice(1).join('.')) : undefined;
    const plugin = rest[0] === 'plugins' ? catalog.plugins.get(rest.slice(1).join('.')) : undefined;
    if (plugin !== undefined) return [fromEntry(plugin, { ...site, scope })];
    const aliases = bundle ?? [rest.join('.')];
    return aliases.flatMap((alias) => {
      const entry = catalog.libraries.get(alias);
      return entry === undefined ? [] : [fromEntry(entry, { ...site, scope })];
    });
  }
  if (root === 'projects') {
    const target = projectByAccessor(rest, site);
    return target === null ? [] : [projectDependency(fileNameOf(target), target, { ...site, scope })];
  }
  if (path.endsWith('SpringBootPlugin.BOM_COORDINATES')) return fromCoordinates(SPRING_BOOT_BOM, scope, site);
  const value = site.model.valueOf(site.dir, path);
  return value?.includes(':') === true ? fromCoordinates(value, scope, site) : [];
}

function fromEntry(entry: CatalogEntry, site: ScopedSite): DependencyFacts {
  return { ...declared(site), ...entry, target: null, own: false };
}

/** Type-safe accessors write `:web-app:core` as `projects.webApp.core`. */
function projectByAccessor(names: readonly string[], site: Site): RelativePath | null {
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const wanted = names.map(plain).join(':');
  for (const [path, dir] of site.model.buildOf(site.dir)?.projects ?? []) {
    if (path.split(':').slice(1).map(plain).join(':') === wanted) return dir;
  }
  return null;
}

function readBom({ tokens }: ScriptStatement, site: Site): readonly DependencyFacts[] {
  if (tokens[0]?.value !== 'mavenBom') return [];
  const value = readValue(tokens, isSign(tokens[1], '(') ? 2 : 1);
  return value === null ? [] : fromCoordinates(value.text, 'platform', site);
}

/** `id "x" version "y"`, `id("x") version "y"`, `kotlin("jvm") version "y"`, `alias(libs.plugins.x)`. */
function readPlugin({ tokens }: ScriptStatement, site: Site): readonly DependencyFacts[] {
  const [head] = tokens;
  const start = isSign(tokens[1], '(') ? 2 : 1;
  if (head?.value === 'alias') return readPluginAlias(readPath(tokens, start)?.names ?? [], site);
  const argument = tokens[start];
  if (argument?.kind !== 'text' || (head?.value !== 'id' && head?.value !== 'kotlin')) return [];
  const id = head.value === 'kotlin' ? `org.jetbrains.kotlin.${argument.value}` : argument.value;
  const version = pluginVersion(tokens);
  const isCore = version === null && !id.includes('.');
  return isCore ? [] : fromCoordinates(pluginCoordinates(id, version), 'build', site);
}

function readPluginAlias(names: readonly string[], site: Site): readonly DependencyFacts[] {
  const [root = '', section, ...alias] = names;
  const entry = section === 'plugins' ? site.model.catalogOf(root)?.plugins.get(alias.join('.')) : undefined;
  return entry === undefined ? [] : [fromEntry(entry, { ...site, scope: 'build' })];
}

function pluginVersion(tokens: ScriptStatement['tokens']): string | null {
  const at = tokens.findIndex((token) => token.kind === 'word' && token.value === 'version');
  if (at < 0) return null;
  return readValue(tokens, isSign(tokens[at + 1], '(') ? at + 2 : at + 1)?.text ?? null;
}

/** `apply plugin: "x.y"`: a plugin from outside Gradle itself always has a dot in its id. */
function readApplied({ tokens }: ScriptStatement, site: Site): readonly DependencyFacts[] {
  const at = tokens.findIndex((token) => token.kind === 'word' && token.value === 'plugin');
  const id = tokens[at + 2];
  const isApply =
    tokens[0]?.value === 'apply' && at > 0 && (isSign(tokens[at + 1], ':') || isSign(tokens[at + 1], '='));
  if (!isApply || id?.kind !== 'text' || !id.value.includes('.')) return [];
  return fromCoordinates(pluginCoordinates(id.value, null), 'build', site);
}

function pluginCoordinates(id: string, version: string | null): string {
  return `${id}:${pluginArtifact(id)}${version === null ? '' : `:${version}`}`;
}

/** Versions that `pluginManagement` and the dependency-management plugin give to declarations without one. */
export function managedVersions(model: GradleModel): ReadonlyMap<string, string> {
  const versions = new Map<string, string>();
  for (const script of model.scripts) {
    for (const statement of script.statements) {
      const site: Site = { script, model, dir: directoryOf(script.path), line: statement.line };
      for (const { group, name, version } of readManaged(statement, site)) {
        const key = `${group ?? ''}:${name}`;
        if (version !== null && !versions.has(key)) versions.set(key, version);
      }
    }
  }
  return versions;
}

function readManaged(statement: ScriptStatement, site: Site): readonly DependencyFacts[] {
  const { blocks } = statement;
  if (blocks.includes('pluginManagement') && blocks.at(-1) === 'plugins') return readPlugin(statement, site);
  const isManaged = blocks.includes('dependencyManagement') || blocks.includes('constraints');
  if (!isManaged || blocks.at(-1) === 'imports') return [];
  const declaration = readDeclaration(statement);
  return declaration?.notations.flatMap((notation) => resolveNotation(notation, 'platform', site)) ?? [];
}
