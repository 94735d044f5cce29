import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { startGitServer } from '../../orchestrator/test/git-server.ts';
import { git } from '../../orchestrator/test/repositories.ts';
import { startResults } from '../test/fakes/results/results-fake.ts';
import { extractReleaseTree } from '../test/runner/release-tree.ts';
import { runStep, type StepResult } from '../test/runner/run-step.ts';

const MIB = 1024 ** 2;
/** Bytes that the one file may have that a runner starts. */
const BUDGET = 6 * MIB;
const [given] = process.argv.slice(2);
if (given === undefined) throw new Error('expected the path of a clone with at least two commits');

const root = await mkdtemp(join(tmpdir(), 'csqa-bench-'));
const action = await extractReleaseTree();
const results = await startResults();
const server = await startGitServer({ directory: root, protocol: 'http' });
try {
  await tellSize();
  const clinic = join(root, 'clinic');
  await mkdir(clinic);
  const cloned = await timed(() => git(clinic, 'clone', '--quiet', '--bare', resolve(given), 'pets'));
  console.log(`git clone    ${seconds(cloned.ms)}`);
  const workspace = join(root, 'workspace');
  await git(root, 'clone', '--quiet', join(clinic, 'pets'), workspace);
  const [sha = '', before = ''] = (await git(workspace, 'rev-list', '--max-count=2', 'HEAD')).split('\n');
  for (const name of ['cold', 'warm']) {
    const { value, ms } = await timed(() => run({ workspace, sha, before }));
    const from = value.outputs['diff-status'] === 'available' ? 'compared' : 'NOT COMPARED';
    console.log(
      `run, ${name}    ${seconds(ms)}  ${value.outputs.outcome}, ${from}, ${results.caches.length} reports kept`,
    );
  }
} finally {
  await results[Symbol.asyncDispose]();
  await server.close();
  await rm(root, { recursive: true, force: true });
  await rm(action, { recursive: true, force: true });
}

/** A push of the newest commit, compared with the one before; nothing is published. */
async function run(of: { workspace: string; sha: string; before: string }): Promise<StepResult> {
  return runStep({
    ...{ action, root: await mkdtemp(join(root, 'runner-')), workspace: of.workspace, event: 'push' },
    payload: { before: of.before, repository: { private: false, default_branch: 'main' } },
    with: { comment: 'never', 'sarif-upload': 'never', artifact: 'false', 'fail-on': 'none' },
    env: {
      ...results.environment,
      // A name by which the toolkit knows a GitHub that has caches.
      GITHUB_SERVER_URL: `${server.origin.replace('localhost', 'github.localhost')}/plain`,
      GITHUB_SHA: of.sha,
      // The same for both runs, as it is on a hosted runner: entries of a cache are found by it.
      RUNNER_TEMP: join(root, 'temp'),
    },
  });
}

async function tellSize(): Promise<void> {
  const { size } = await stat(join(action, 'dist/index.js'));
  const names = await readdir(action, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const contents = await Promise.all(files.map((file) => readFile(file)));
  const all = contents.reduce((sum, content) => sum + content.length, 0);
  const packed = contents.reduce((sum, content) => sum + gzipSync(content).length, 0);
  console.log(`index.js     ${mib(size)} of ${mib(BUDGET)}`);
  console.log(`release tree ${mib(all)}, ${mib(packed)} to download`);
  if (size > BUDGET) process.exitCode = 1;
}

async function timed<Value>(work: () => Promise<Value>): Promise<{ value: Value; ms: number }> {
  const start = performance.now();
  const value = await work();
  return { value, ms: performance.now() - start };
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2).padStart(6)} s`;
}

function mib(bytes: number): string {
  return `${(bytes / MIB).toFixed(2)} MiB`;
}
