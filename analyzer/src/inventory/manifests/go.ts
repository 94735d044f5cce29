import type { RelativePath } from '../../base/ids.ts';
import { directoryOf, fileNameOf, resolveInTree } from '../tree-path.ts';
import type { DependencyFacts, EcosystemReader, ManifestText } from './ecosystem.ts';

/** Go modules: `go.mod`. */
export const go: EcosystemReader = {
  id: 'go',
  formatOf: (path) => (fileNameOf(path) === 'go.mod' ? 'go-mod' : null),
  read: (manifests) => {
    const modules = manifests.map(readGoMod);
    const places = new Map(
      modules.flatMap((module) => (module.name === null ? [] : [[module.name, module.dir] as const])),
    );
    return {
      modules: modules.map(({ dir, name }) => ({
        dir,
        tool: 'go',
        name,
        version: null,
        packaging: null,
        parent: null,
        inheritsFrom: null,
        mainRoots: [],
        testRoots: [],
      })),
      dependencies: modules.flatMap((module) =>
        module.requires.map((require) => ({
          ...require,
          target: module.replaced.get(require.name) ?? places.get(require.name) ?? null,
        })),
      ),
      ownGroups: [],
      diagnostics: [],
    };
  },
};

interface GoMod {
  readonly dir: RelativePath;
  readonly name: string | null;
  readonly requires: readonly DependencyFacts[];
  /** Modules that a `replace` puts into this tree. */
  readonly replaced: ReadonlyMap<string, RelativePath>;
}

function readGoMod(manifest: ManifestText): GoMod {
  const dir = directoryOf(manifest.path);
  const requires: DependencyFacts[] = [];
  const replaced = new Map<string, RelativePath>();
  let name: string | null = null;
  for (const directive of directivesOf(manifest.text)) {
    const [path, version] = directive.words;
    if (directive.name === 'module') name = path ?? null;
    else if (directive.name === 'replace') noteReplacement(directive.words, dir, replaced);
    else if (
      directive.name === 'require' &&
      path !== undefined &&
      version !== undefined &&
      !directive.indirect
    ) {
      const place = { file: manifest.path, line: directive.line, module: dir };
      requires.push({
        ecosystem: 'go',
        group: null,
        name: path,
        version,
        scope: 'runtime',
        ...place,
        target: null,
        own: false,
      });
    }
  }
  return { dir, name, requires, replaced };
}

interface Directive {
  readonly name: string;
  readonly words: readonly string[];
  readonly line: number;
  /** Marked as the requirement of a requirement: the build list of others, not a declaration. */
  readonly indirect: boolean;
}

/** The directives of a go.mod, those inside `name ( … )` blocks one by one. */
function directivesOf(text: string): readonly Directive[] {
  const directives: Directive[] = [];
  let block: string | null = null;
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const words = (raw.split('//', 1)[0]?.trim().split(/\s+/) ?? []).filter((word) => word !== '');
    const [first] = words;
    if (first === undefined) continue;
    if (first === ')') block = null;
    else if (words[1] === '(') block = first;
    else {
      const indirect = /\/\/\s{0,20}indirect\b/.test(raw);
      directives.push({
        name: block ?? first,
        words: block === null ? words.slice(1) : words,
        line: index + 1,
        indirect,
      });
    }
  }
  return directives;
}

/** `old [version] => ./local`: only a replacement by a directory of this tree matters here. */
function noteReplacement(
  words: readonly string[],
  dir: RelativePath,
  replaced: Map<string, RelativePath>,
): void {
  const arrow = words.indexOf('=>');
  const [old] = words;
  const target = words[arrow + 1];
  if (arrow < 1 || old === undefined || target?.startsWith('.') !== true) return;
  const place = resolveInTree(dir, target);
  if (place !== null) replaced.set(old, place);
}
