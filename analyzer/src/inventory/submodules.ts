import type { Diagnostic } from '../base/diagnostics.ts';
import { type RelativePath, relativePath } from '../base/ids.ts';
import { isSystemError } from './confined-bytes.ts';
import { pathMatcher } from './ignore-rules.ts';
import type { ScannedFile } from './scan-repository.ts';
import type { SourceReader } from './source-reader.ts';
import type { TreeLister } from './tree-lister.ts';

/** Where git keeps the places of other repositories within this one. */
const LIST = relativePath('.gitmodules');

/** Submodules that are looked for, and names in a directory on the way to one. */
const MOST = 1_000;
const MOST_NAMES = 10_000;

interface Surroundings {
  readonly files: readonly ScannedFile[];
  readonly reader: SourceReader;
  readonly lister: TreeLister;
  /** Patterns of the configuration: what they leave out is not missed. */
  readonly exclude: readonly string[];
}

/** A submodule that is not checked out leaves an empty directory, which looks like code without any weakness. */
export async function missingSubmodules({
  files,
  reader,
  lister,
  exclude,
}: Surroundings): Promise<readonly Diagnostic[]> {
  if (!files.some(({ path }) => path === LIST)) return [];
  const content = await reader.read(LIST);
  if (content.kind !== 'text') return [];
  const isExcluded = pathMatcher(exclude);
  return placesIn(content.text)
    .filter((path) => !isExcluded(path) && isMissing(path, lister))
    .map(missing);
}

/** Paths in the order of the list; one that leads out of the tree is none of it. */
function placesIn(text: string): readonly RelativePath[] {
  const written = [...text.matchAll(/^[ \t]*path[ \t]*=[ \t]*(.*)$/gim)].map(([, value = '']) =>
    value
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .replace(/\/+$/, ''),
  );
  const inside = written.filter((path) =>
    path.split('/').every((name) => /^[^\p{Cc}\\]+$/u.test(name) && name !== '.' && name !== '..'),
  );
  return [...new Set(inside)].slice(0, MOST).map(relativePath);
}

/** Nothing is there, or nothing but the mark of git. A link on the way is not followed, and nobody misses what is behind it. */
function isMissing(path: RelativePath, lister: TreeLister): boolean {
  try {
    let directory = '';
    for (const name of path.split('/')) {
      const entry = lister.list(directory, MOST_NAMES)?.find((candidate) => candidate.name === name);
      if (entry === undefined) return true;
      if (entry.kind !== 'directory') return false;
      directory = directory === '' ? name : `${directory}/${name}`;
    }
    return lister.list(directory, MOST_NAMES)?.every(({ name }) => name === '.git') ?? false;
  } catch (error) {
    if (isSystemError(error)) return false;
    throw error;
  }
}

function missing(path: RelativePath): Diagnostic {
  return {
    code: 'submodule-missing',
    stage: 'inventory',
    severity: 'warning',
    message: {
      en: `The submodule ${path} is not checked out; nothing in it was analysed`,
      ru: `Подмодуль ${path} не получен; ничего из него не анализировалось`,
    },
    hint: {
      en: 'Run git submodule update --init (submodules: true of actions/checkout) and analyse that directory, or exclude it in .csqa.yml.',
      ru: 'Выполните git submodule update --init (submodules: true у actions/checkout) и анализируйте этот каталог либо исключите его в .csqa.yml.',
    },
    file: LIST,
  };
}
