import type { RelativePath } from '../../base/ids.ts';
import { directoryOf, resolveInTree } from '../tree-path.ts';
import type { ManifestText } from './ecosystem.ts';
import { readScript, type ScriptStatement } from './gradle-script.ts';
import { isSign } from './gradle-values.ts';

/** One build: a settings file with the projects it includes. */
export interface GradleBuild {
  readonly file: RelativePath;
  readonly root: RelativePath;
  readonly rootName: string | null;
  /** Directory of each project by its path, `:` for the root. */
  readonly projects: ReadonlyMap<string, RelativePath>;
  readonly statements: readonly ScriptStatement[];
}

/** Reads `include`, `project(…).projectDir` and `rootProject.name` of a settings script. */
export function readSettings(manifest: ManifestText): GradleBuild {
  const statements = readScript(manifest.text);
  const root = directoryOf(manifest.path);
  const projects = new Map<string, RelativePath>([[':', root]]);
  for (const statement of statements) readInclusion(statement, root, projects);
  return { file: manifest.path, root, rootName: rootNameOf(statements), projects, statements };
}

function rootNameOf(statements: readonly ScriptStatement[]): string | null {
  const statement = statements.find(
    ({ tokens }) =>
      tokens[0]?.value === 'rootProject' && tokens[2]?.value === 'name' && isSign(tokens[3], '='),
  );
  return statement?.tokens.find((token) => token.kind === 'text')?.value ?? null;
}

function readInclusion(
  { tokens }: ScriptStatement,
  root: RelativePath,
  projects: Map<string, RelativePath>,
): void {
  const [first] = tokens;
  if (first?.kind !== 'word') return;
  const texts = tokens.filter((token) => token.kind === 'text').map((token) => token.value);
  if (first.value === 'include') for (const path of texts) include(projects, root, path);
  else if (first.value === 'includeFlat') {
    for (const name of texts) place(projects, `:${name}`, resolveInTree(root, `../${name}`));
  } else if (tokens.some((token) => token.kind === 'word' && token.value === 'projectDir')) {
    placeProject(projects, root, texts);
  }
}

/** `include ":a:b"` makes the projects `:a` and `:a:b`. */
function include(projects: Map<string, RelativePath>, root: RelativePath, written: string): void {
  const names = written.split(/[:/]/).filter((name) => name !== '');
  for (let length = 1; length <= names.length; length += 1) {
    const part = names.slice(0, length);
    place(projects, `:${part.join(':')}`, resolveInTree(root, part.join('/')));
  }
}

function place(projects: Map<string, RelativePath>, path: string, directory: RelativePath | null): void {
  if (directory !== null && !directory.includes('${') && !projects.has(path)) projects.set(path, directory);
}

/** `project(":a").projectDir = file("x/a")`: the first text is the project, the last one the directory. */
function placeProject(
  projects: Map<string, RelativePath>,
  root: RelativePath,
  texts: readonly string[],
): void {
  const [path] = texts;
  const written = texts.length > 1 ? texts.at(-1) : undefined;
  const directory =
    written === undefined
      ? null
      : resolveInTree(root, written.replace(/^\$\{(?:rootDir|settingsDir)\}\//, ''));
  if (path?.startsWith(':') === true && directory !== null && !directory.includes('${'))
    projects.set(path, directory);
}
