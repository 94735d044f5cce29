import type { Diagnostic } from '../../base/diagnostics.ts';
import type { RelativePath } from '../../base/ids.ts';
import type { DependencyScope } from '../inventory.ts';
import { directoryOf, fileNameOf } from '../tree-path.ts';
import {
  brokenManifest,
  type DependencyFacts,
  type EcosystemReader,
  type ManifestText,
  type ModuleFacts,
} from './ecosystem.ts';
import { isTable, parseToml, type TomlTable } from './toml.ts';

/** Python: `requirements*.txt` and `pyproject.toml` (PEP 621, PEP 735 and Poetry). */
export const python: EcosystemReader = {
  id: 'python',
  formatOf: (path) => {
    const name = fileNameOf(path);
    if (name === 'pyproject.toml') return 'python-pyproject';
    const inFolder = /(?:^|\/)requirements\/[\w.-]{1,100}\.txt$/.test(path);
    return inFolder || /^requirements[\w.-]{0,100}\.txt$/.test(name) ? 'python-requirements' : null;
  },
  read: (manifests) => {
    const diagnostics: Diagnostic[] = [];
    const projects = manifests.map((manifest) =>
      manifest.format === 'python-pyproject'
        ? readPyproject(manifest, diagnostics)
        : readRequirements(manifest),
    );
    const places = new Map(
      projects.flatMap(({ module }) =>
        module?.name ? [[normalName(module.name), module.dir] as const] : [],
      ),
    );
    return {
      modules: projects.flatMap((project) => project.module ?? []),
      dependencies: projects.flatMap((project) =>
        project.requires.map((require) => ({ ...require, target: places.get(require.name) ?? null })),
      ),
      ownGroups: [],
      diagnostics,
    };
  },
};

interface PythonProject {
  readonly module: ModuleFacts | null;
  readonly requires: readonly DependencyFacts[];
}

/** Where a requirement stands and what its list is for. */
interface RequirementSite {
  readonly file: RelativePath;
  readonly line: number;
  readonly scope: DependencyScope;
}

function readRequirements(manifest: ManifestText): PythonProject {
  const scope = scopeOfList(manifest.path.replace(/\.txt$/, ''));
  const requires: DependencyFacts[] = [];
  let continued = false;
  for (const [index, line] of manifest.text.split(/\r\n|\r|\n/).entries()) {
    const requirement = continued
      ? null
      : readRequirement(line, { file: manifest.path, line: index + 1, scope });
    if (requirement !== null) requires.push(requirement);
    continued = line.endsWith('\\');
  }
  return { module: null, requires };
}

/** `requirements-dev`, a `test` extra, a `docs` group: the name of a list says when it is installed. */
function scopeOfList(name: string): DependencyScope {
  if (/(?:^|[-_./])tests?(?:$|[-_./])/i.test(name)) return 'test';
  return /(?:^|[-_./])(?:dev|develop|docs?|lint|build|ci|typing|tools)(?:$|[-_./])/i.test(name)
    ? 'build'
    : 'runtime';
}

/** PEP 508: a name, extras, a version or an address, a marker. Options (`-r`, `--hash`) and bare addresses name nothing. */
function readRequirement(written: string, site: RequirementSite): DependencyFacts | null {
  const text = written
    .replace(/(?:^|\s)#.*$/, '')
    .replace(/\\$/, '')
    .trim();
  const match = /^([A-Za-z0-9][\w.-]{0,200})\s{0,20}(?:\[[^\]]{0,500}\])?\s{0,20}(.*)$/.exec(text);
  const [, name, rest = ''] = match ?? [];
  if (name === undefined || /^(?:[:/\\]|\+)/.test(rest)) return null;
  const condition =
    rest
      .split(/;|\s--/, 1)[0]
      ?.trim()
      .replace(/^\((.*)\)$/, '$1') ?? '';
  const pinned = /^={2,3}\s*([^,\s]+)$/.exec(condition)?.[1];
  const version = condition === '' || condition.startsWith('@') ? null : (pinned ?? condition);
  return requirementFacts(name, version, site);
}

function requirementFacts(name: string, version: string | null, site: RequirementSite): DependencyFacts {
  return {
    ecosystem: 'pypi',
    group: null,
    name: normalName(name),
    version,
    scope: site.scope,
    file: site.file,
    line: site.line,
    module: directoryOf(site.file),
    target: null,
    own: false,
  };
}

/** PEP 503: case, dots, dashes and underscores make no difference. */
function normalName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

function readPyproject(manifest: ManifestText, diagnostics: Diagnostic[]): PythonProject {
  const { table, problem } = parseToml(manifest.text);
  if (problem !== null) {
    diagnostics.push(brokenManifest({ file: manifest.path, line: problem.line }, problem.message));
  }
  const project = tableAt(table, 'project');
  const poetry = tableAt(tableAt(table, 'tool'), 'poetry');
  const lineOf = createLineFinder(manifest.text);
  const requires = [
    ...standardRequires(table, manifest.path, lineOf),
    ...poetryRequires(poetry, manifest.path, lineOf),
  ];
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  const module: ModuleFacts = {
    dir: directoryOf(manifest.path),
    tool: 'python',
    name: text(project?.name) ?? text(poetry?.name),
    version: text(project?.version) ?? text(poetry?.version),
    packaging: null,
    parent: null,
    inheritsFrom: null,
    mainRoots: [],
    testRoots: [],
  };
  return { module, requires };
}

function tableAt(table: TomlTable | null, key: string): TomlTable | null {
  const value = table?.[key];
  return isTable(value) ? value : null;
}

type LineFinder = (needle: string) => number;

/** The TOML reader gives no positions, so a requirement is found again by its own text; each place is given out once. */
function createLineFinder(text: string): LineFinder {
  const lines = text.split(/\r\n|\r|\n/);
  const used = new Map<string, number>();
  return (needle) => {
    const from = (used.get(needle) ?? -1) + 1;
    const found = lines.findIndex((line, index) => index >= from && line.includes(needle));
    const line = found < 0 ? lines.findIndex((candidate) => candidate.includes(needle)) : found;
    used.set(needle, line);
    return Math.max(line, 0) + 1;
  };
}

function standardRequires(
  table: TomlTable | null,
  file: RelativePath,
  lineOf: LineFinder,
): readonly DependencyFacts[] {
  const project = tableAt(table, 'project');
  const named = (
    lists: TomlTable | null,
    other: DependencyScope,
  ): readonly (readonly [unknown, DependencyScope])[] =>
    Object.entries(lists ?? {}).map(([name, list]) => {
      const scope = scopeOfList(name);
      return [list, scope === 'runtime' ? other : scope] as const;
    });
  const lists: readonly (readonly [unknown, DependencyScope])[] = [
    [project?.dependencies, 'runtime'],
    ...named(tableAt(project, 'optional-dependencies'), 'optional'),
    ...named(tableAt(table, 'dependency-groups'), 'build'),
    [tableAt(table, 'build-system')?.requires, 'build'],
  ];
  return lists.flatMap(([list, scope]) =>
    (Array.isArray(list) ? list : []).flatMap((item: unknown) =>
      typeof item === 'string' ? (readRequirement(item, { file, line: lineOf(item), scope }) ?? []) : [],
    ),
  );
}

function poetryRequires(
  poetry: TomlTable | null,
  file: RelativePath,
  lineOf: LineFinder,
): readonly DependencyFacts[] {
  const groups = Object.entries(tableAt(poetry, 'group') ?? {}).map(([name, group]) => {
    const scope = scopeOfList(name);
    const dependencies = isTable(group) ? tableAt(group, 'dependencies') : null;
    return [dependencies, scope === 'runtime' ? 'build' : scope] as const;
  });
  const sections: readonly (readonly [TomlTable | null, DependencyScope])[] = [
    [tableAt(poetry, 'dependencies'), 'runtime'],
    [tableAt(poetry, 'dev-dependencies'), 'build'],
    ...groups,
  ];
  return sections.flatMap(([section, scope]) =>
    Object.entries(section ?? {}).flatMap(([name, value]) => {
      if (name === 'python') return [];
      const written = isTable(value) ? value.version : value;
      const version = typeof written === 'string' && written !== '*' ? written : null;
      const isOptional = isTable(value) && value.optional === true;
      return [
        requirementFacts(name, version, { file, line: lineOf(name), scope: isOptional ? 'optional' : scope }),
      ];
    }),
  );
}
