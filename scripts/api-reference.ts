import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Application } from 'typedoc';
import { repositoryRoot } from './run-command.ts';

/** Packages that other people's programs import, by the folder of their reference. */
const PACKAGES = ['report', 'orchestrator'] as const;

/** One page a package: a reader searches in it. */
const markdown = {
  outputFileStrategy: 'modules',
  hidePageHeader: true,
  hideBreadcrumbs: true,
  parametersFormat: 'table',
  propertiesFormat: 'table',
  interfacePropertiesFormat: 'table',
  typeDeclarationFormat: 'table',
  useCodeBlocks: true,
};

/**
 * Writes docs/api: the public names of each package with their doc comments, as Markdown. With `--check` it writes nothing
 * and exits 1 where a page differs from what it would write.
 */
const check = process.argv.includes('--check');
const work = await mkdtemp(join(tmpdir(), 'csqa-api-'));
try {
  const stale: string[] = [];
  for (const name of PACKAGES) {
    const made = join(work, name);
    await generate(name, made);
    const kept = join(repositoryRoot, 'docs/api', name);
    if (check) stale.push(...(await differences(made, kept)).map((file) => `docs/api/${name}/${file}`));
    else {
      await rm(kept, { recursive: true, force: true });
      await cp(made, kept, { recursive: true });
    }
  }
  for (const file of stale) console.log(`stale: ${file}`);
  if (stale.length > 0) process.exitCode = 1;
} finally {
  await rm(work, { recursive: true, force: true });
}

async function generate(name: (typeof PACKAGES)[number], out: string): Promise<void> {
  const folder = join(repositoryRoot, 'packages', name);
  const application = await Application.bootstrapWithPlugins({
    plugin: ['typedoc-plugin-markdown'],
    entryPoints: [join(folder, 'src/index.ts')],
    tsconfig: join(folder, 'tsconfig.json'),
    name: `@csqa/${name}`,
    readme: 'none',
    // Where a name stands changes with every edit; what it is does not.
    disableSources: true,
    disableGit: true,
    excludeInternal: true,
    excludeExternals: true,
    skipErrorChecking: true,
    logLevel: 'Error',
    githubPages: false,
    outputs: [{ name: 'markdown', path: out }],
    ...markdown,
  });
  const project = await application.convert();
  if (project === undefined)
    throw new Error(`expected a reference of ${name}, but typedoc could not read it`);
  await application.generateOutputs(project);
}

async function differences(made: string, kept: string): Promise<readonly string[]> {
  const files = new Set([...(await filesIn(made)), ...(await filesIn(kept))]);
  const changed: string[] = [];
  for (const file of [...files].sort((left, right) => (left < right ? -1 : 1))) {
    if ((await textOf(join(made, file))) !== (await textOf(join(kept, file)))) changed.push(file);
  }
  return changed;
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

function textOf(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null);
}
