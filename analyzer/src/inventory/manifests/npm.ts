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
import { type JsonMember, jsonMembers } from './json-members.ts';

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

/** A broken text is read as YAML, whose reader keeps what it can and says where it breaks. */
function readPackage(manifest: ManifestText, diagnostics: Diagnostic[]): NpmPackage | null {
  const isObject = /^\s*\{/.test(manifest.text);
  const sound = jsonMembers(manifest.text);
  const members = sound === null ? membersOfBroken(manifest, diagnostics) : isObject ? sound : null;
  if (members === null) return null;
  const first = (name: string) => members.find((member) => member.name === name);
  return {
    file: manifest.path,
    dir: directoryOf(manifest.path),
    name: first('name')?.text ?? null,
    version: first('version')?.text ?? null,
    requires: [...SECTIONS].flatMap(([section, scope]) =>
      (first(section)?.members ?? []).map(({ name, text, line }) => ({
        name,
        range: text ?? '',
        scope,
        line,
      })),
    ),
  };
}

function membersOfBroken(manifest: ManifestText, diagnostics: Diagnostic[]): readonly JsonMember[] | null {
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
  return isMap(root) ? membersIn(root, lines, 2) : null;
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

function membersIn(map: YAMLMap, lines: LineCounter, levels: number): JsonMember[] {
  return map.items.flatMap((pair: Pair): JsonMember[] => {
    if (!isPair(pair) || !isScalar(pair.key) || typeof pair.key.value !== 'string') return [];
    const { value } = pair;
    return [
      {
        name: pair.key.value,
        line: lines.linePos(pair.key.range?.[0] ?? 0).line,
        text: isScalar(value) && typeof value.value === 'string' ? value.value : null,
        members: levels > 1 && isMap(value) ? membersIn(value, lines, levels - 1) : null,
      },
    ];
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
