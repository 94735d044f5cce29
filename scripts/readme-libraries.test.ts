import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from './run-command.ts';

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Every library that a manifest names, with its version; our own packages and pure type packages left out. */
async function libraries(): Promise<readonly string[]> {
  const files = globSync(['package.json', 'analyzer/package.json', 'packages/*/package.json'], {
    cwd: repositoryRoot,
  });
  const manifests = await Promise.all(
    files.map(async (file) => JSON.parse(await readFile(join(repositoryRoot, file), 'utf8')) as Manifest),
  );
  const named = manifests.flatMap((manifest) =>
    Object.entries({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.optionalDependencies,
    }),
  );
  const rows = named
    .filter(([name]) => !/^@(?:csqa|types)\//u.test(name))
    .map(([name, version]) => `${name} ${version}`);
  return [...new Set(rows)].sort();
}

/** The rows of the README's table of libraries: `| [name](home) | version | what for |`. */
async function librariesIn(readme: string): Promise<readonly string[]> {
  const text = await readFile(join(repositoryRoot, readme), 'utf8');
  const rows = text.matchAll(/^\| \[([^\]]+)\]\(https:[^)]+\) \| (\d\S*) \| \S.* \|$/gmu);
  return [...rows].map(([, name, version]) => `${name} ${version}`).sort();
}

describe('the table of what we stand on', () => {
  it.each(['README.md', 'README.ru.md'])(
    'in %s names every library at the version in use, and no other',
    async (readme) => {
      expect(await librariesIn(readme)).toEqual(await libraries());
    },
  );
});
