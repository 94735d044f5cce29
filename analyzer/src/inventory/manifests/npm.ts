import { isMap, isPair, isScalar, LineCounter, type Pair, parseDocument, type YAMLMap } from 'yaml';
import type { Diagnostic } from '../../base/diagnostics.ts';
import type { RelativePath } from '../../base/ids.ts';
import type { DependencyScope } from '../inventory.ts';
import { directoryOf, fileNameOf } from '../tree-path.ts';
import { yamlProblem } from '../yaml-problem.ts';
import {
  brokenManifest,
  type DependencyFacts,
  type EcosystemReader,
  type ManifestText,
} from './ecosystem.ts';

/** npm, yarn and pnpm: `package.json`. */
export const npm: EcosystemReader = {
  id: 'npm',
  formatOf: (path) => (fileNameOf(path) === 'package.json' ? 'npm-package' : null),
  read: (manifests) => {
    const diagnostics: Diagnostic[] = [];
    const packages = manifests.flatMap((manifest) => readPackage(manifest, diagnostics) ?? []);
    const places = new Map(
      packages.flatMap((item) => (item.name === null ? [] : [[item.name, item.dir] as const])),
    );
    return {
      modules: packages.map(({ dir, name, version }) => ({
        dir,
        tool: 'npm',
        name,
        version,
        packaging: null,
        parent: null,
        inheritsFrom: null,
        mainRoots: [],
        testRoots: [],
      })),
      dependencies: packages.flatMap((item) =>
        item.requires.map((require) => dependencyOf(require, item, places)),
      ),
      ownGroups: packages.flatMap(({ name, file }) => {
        const group = scopeName(name ?? '');
        return group === null ? [] : [{ group, file }];
      }),
      diagnostics,
    };
  },
};

interface NpmPackage {
  readonly file: RelativePath;
  readonly dir: RelativePath;
  readonly name: string | null;
  readonly version: string | null;
  readonly requires: readonly NpmRequire[];
}

interface NpmRequire {
  readonly name: string;
  readonly range: string;
  readonly scope: DependencyScope;
  readonly line: number;
}

const SECTIONS: ReadonlyMap<string, DependencyScope> = new Map([
  ['dependencies', 'runtime'],
  ['devDependencies', 'build'],
  ['peerDependencies', 'provided'],
  ['optionalDependencies', 'optional'],
]);

/** JSON is read as YAML, whose reader knows the line of every node; aliases and anchors have no meaning in it. */
function readPackage(manifest: ManifestText, diagnostics: Diagnostic[]): NpmPackage | null {
  const lines = new LineCounter();
  const document = parseJson(manifest.text, lines);
  const [error] = document?.errors ?? [];
  if (document === null || error !== undefined) {
    const line = error === undefined ? 1 : lines.linePos(error.pos[0]).line;
    diagnostics.push(
      brokenManifest({ file: manifest.path, line }, yamlProblem(error?.message ?? 'call stack')),
    );
  }
  const root = document?.contents;
  if (!isMap(root)) return null;
  return {
    file: manifest.path,
    dir: directoryOf(manifest.path),
    name: textAt(root, 'name'),
    version: textAt(root, 'version'),
    requires: [...SECTIONS].flatMap(([section, scope]) => readSection(root, { section, scope, lines })),
  };
}

function parseJson(text: string, lineCounter: LineCounter): ReturnType<typeof parseDocument> | null {
  try {
    return parseDocument(text, {
      lineCounter,
      uniqueKeys: false,
      strict: false,
      merge: false,
      prettyErrors: false,
    });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function textAt(map: YAMLMap, key: string): string | null {
  const value = map.get(key);
  return typeof value === 'string' ? value : null;
}

interface Section {
  readonly section: string;
  readonly scope: DependencyScope;
  readonly lines: LineCounter;
}

function readSection(root: YAMLMap, { section, scope, lines }: Section): readonly NpmRequire[] {
  const entries = root.get(section);
  if (!isMap(entries)) return [];
  return entries.items.flatMap((pair: Pair) => {
    if (!isPair(pair) || !isScalar(pair.key) || typeof pair.key.value !== 'string') return [];
    const range = isScalar(pair.value) && typeof pair.value.value === 'string' ? pair.value.value : '';
    return [{ name: pair.key.value, range, scope, line: lines.linePos(pair.key.range?.[0] ?? 0).line }];
  });
}

function dependencyOf(
  require: NpmRequire,
  item: NpmPackage,
  places: ReadonlyMap<string, RelativePath>,
): DependencyFacts {
  const scope = scopeName(require.name);
  return {
    ecosystem: 'npm',
    group: scope,
    name: scope === null ? require.name : require.name.slice(scope.length + 2),
    version: require.range === '' ? null : require.range,
    scope: require.scope,
    file: item.file,
    line: require.line,
    module: item.dir,
    target: places.get(require.name) ?? null,
    own: /^(?:workspace|file|link|portal):/.test(require.range),
  };
}

/** `acme` of `@acme/core`; null for a name without a scope. */
function scopeName(name: string): string | null {
  const slash = name.indexOf('/');
  return name.startsWith('@') && slash > 1 ? name.slice(1, slash) : null;
}
