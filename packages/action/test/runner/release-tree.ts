import { access, cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const action = resolve(import.meta.dirname, '../..');

/** What a runner downloads, in a directory of its own where no library can be found; `npm run build` makes it. */
export async function extractReleaseTree(): Promise<string> {
  await access(join(action, 'dist/index.js'));
  const directory = await mkdtemp(join(tmpdir(), 'csqa-release-'));
  await cp(join(action, 'action.yml'), join(directory, 'action.yml'));
  await cp(join(action, 'dist'), join(directory, 'dist'), { recursive: true });
  await cp(join(action, 'test/runner/released-package.json'), join(directory, 'package.json'));
  return directory;
}
