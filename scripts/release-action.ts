import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildAction } from './release-action/build-action.ts';
import { bundledPackages } from './release-action/bundled-packages.ts';
import { publishRelease } from './release-action/publish-release.ts';
import { type ReleaseArguments, readArguments, USAGE } from './release-action/release-arguments.ts';
import { ReleaseError } from './release-action/release-error.ts';
import { differences, digestOf, writeReleaseTree } from './release-action/release-tree.ts';
import { cleanCommit } from './release-action/source-commit.ts';
import { noticesOf } from './release-action/third-party-notices.ts';
import { repositoryRoot } from './run-command.ts';

try {
  const asked = readArguments(process.argv.slice(2));
  if (asked === 'help') console.log(USAGE);
  else await release(asked);
} catch (error) {
  if (!(error instanceof ReleaseError)) throw error;
  console.error(`release:action: ${error.message}\n  ${error.fix}`);
  process.exitCode = error.exitCode;
}

/** Builds the tree twice, wants both alike byte for byte, and publishes it where a remote is named. */
async function release({ version, remote, out }: ReleaseArguments): Promise<void> {
  const source = await cleanCommit(repositoryRoot);
  const work = await mkdtemp(join(tmpdir(), 'csqa-release-'));
  try {
    const tree = out === undefined ? join(work, 'tree') : resolve(process.env.INIT_CWD ?? '.', out);
    for (const [to, attempt] of [
      [tree, 'first'],
      [join(work, 'again'), 'second'],
    ] as const) {
      console.log(`building, the ${attempt} of two times …`);
      await buildAction();
      const notices = noticesOf(await bundledPackages(repositoryRoot));
      await writeReleaseTree(repositoryRoot, { to, version, source, notices });
    }
    const digest = await digestOf(tree);
    const unlike = differences(digest, await digestOf(join(work, 'again')));
    if (unlike.length > 0) {
      throw new ReleaseError(`two builds of one commit differ: ${unlike.join(', ')}`, {
        fix: 'find what in the build depends on time, place or order; nothing was published',
      });
    }
    const bytes = digest.reduce((sum, file) => sum + file.bytes, 0);
    console.log(`${digest.length} files, ${(bytes / 1e6).toFixed(2)} MB, both builds alike`);
    if (remote === undefined) console.log(out === undefined ? 'nothing was asked to be published' : tree);
    else console.log(await publishRelease({ tree, version, remote, source }));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
