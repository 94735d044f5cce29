import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { ActionMeasurement } from '../../../benchmarks/action/action-page.ts';
import { median } from '../../../benchmarks/speed/measure.ts';
import { type GitServer, startGitServer } from '../../orchestrator/test/git-server.ts';
import { git } from '../../orchestrator/test/repositories.ts';
import { startResults } from '../test/fakes/results/results-fake.ts';
import { checkOutShallow } from '../test/git/clinic-remote.ts';
import { extractReleaseTree } from '../test/runner/release-tree.ts';
import { runStep } from '../test/runner/run-step.ts';

type Times = ActionMeasurement['ms'];

/** What every round uses. */
interface Bench {
  readonly root: string;
  readonly action: string;
  readonly server: GitServer;
  /** Address of the repository. */
  readonly remote: string;
  /** Full ids of the newest commits, the newest first. */
  readonly commits: readonly [newest: string, before: string, first: string];
}

/** Measures a clone with at least three commits on the first-parent line. Throws where a run does not end as it should. */
export async function measureAction(repository: string, rounds: number): Promise<ActionMeasurement> {
  const root = await mkdtemp(join(tmpdir(), 'csqa-bench-'));
  const action = await extractReleaseTree();
  const server = await startGitServer({ directory: root, protocol: 'http' });
  try {
    await mkdir(join(root, 'clinic'));
    const bare = join(root, 'clinic', 'pets');
    await git(root, 'clone', '--quiet', '--bare', repository, bare);
    await git(bare, 'config', 'uploadpack.allowReachableSHA1InWant', 'true');
    const [newest, before, first] = (await git(bare, 'rev-list', '--first-parent', '-n3', 'HEAD')).split(
      '\n',
    );
    if (newest === undefined || before === undefined || first === undefined)
      throw new Error('expected a clone with at least three commits');
    const remote = `${server.origin}/plain/clinic/pets`;
    const bench: Bench = { root, action, server, remote, commits: [newest, before, first] };
    const times: Times[] = [];
    for (let round = 0; round < rounds; round += 1) times.push(await runRound(bench, `${round}`));
    return { bytes: await sizeOf(action), ms: medians(times) };
  } finally {
    await server.close();
    for (const directory of [root, action]) await rm(directory, { recursive: true, force: true });
  }
}

async function runRound(bench: Bench, round: string): Promise<Times> {
  const { root, remote, commits } = bench;
  const [newest, before, first] = commits;
  const place = join(root, `round-${round}`);
  await mkdir(place);
  const cloneTo = (name: string, ...more: string[]) =>
    timed(() => git(place, 'clone', '--quiet', ...more, remote, name));
  const clone = await cloneTo('whole');
  const shallowClone = await cloneTo('shallow', '--depth=1');
  const workspace = await checkOutShallow(remote, newest, join(place, 'workspace'));
  const cold = await push(bench, { place, workspace, sha: newest, before });
  const warm = await cold.again();
  const earlier = await checkOutShallow(remote, before, join(place, 'earlier'));
  const seeding = await push(bench, { place, workspace: earlier, sha: before, before: first });
  const next = await seeding.again({ workspace, sha: newest, before });
  await Promise.all([cold.end(), seeding.end(), rm(place, { recursive: true, force: true })]);
  return { clone, shallowClone, cold: cold.ms, warm, next };
}

interface Push {
  readonly workspace: string;
  readonly sha: string;
  readonly before: string;
}

/** A push on a runner that has no cache yet, and then more of them on runners that have what it kept. */
async function push({ action, server }: Bench, first: Push & { readonly place: string }) {
  const results = await startResults();
  const temp = await mkdtemp(join(first.place, 'temp-'));
  const run = async ({ workspace, sha, before }: Push): Promise<number> => {
    // The same path in every run, as on a hosted runner, for entries of a cache are found by it; and empty at the start of each.
    await rm(temp, { recursive: true, force: true });
    const root = await mkdtemp(join(first.place, 'runner-'));
    const started = performance.now();
    const { outputs } = await runStep({
      ...{ action, root, workspace, event: 'push' },
      payload: { before, repository: { private: false, default_branch: 'main' } },
      with: { comment: 'never', 'sarif-upload': 'never', artifact: 'false', 'fail-on': 'none' },
      env: {
        ...results.environment,
        // A name by which the toolkit knows a GitHub that has caches.
        GITHUB_SERVER_URL: `${server.origin.replace('localhost', 'github.localhost')}/plain`,
        ...{ GITHUB_SHA: sha, RUNNER_TEMP: temp },
      },
    });
    const ms = performance.now() - started;
    if (outputs.outcome !== 'passed' || outputs['diff-status'] !== 'available')
      throw new Error(`the run ended as ${outputs.outcome}, compared: ${outputs['diff-status']}`);
    return ms;
  };
  const ms = await run(first);
  if (results.caches.length === 0) throw new Error('the run kept nothing in the cache');
  return {
    ms,
    again: (other: Push = first) => run(other),
    end: () => results[Symbol.asyncDispose](),
  };
}

async function sizeOf(action: string): Promise<ActionMeasurement['bytes']> {
  const { size: main } = await stat(join(action, 'dist/index.js'));
  const entries = await readdir(action, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('metafile-'));
  const contents = await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name))));
  return {
    main,
    all: contents.reduce((sum, content) => sum + content.length, 0),
    packed: contents.reduce((sum, content) => sum + gzipSync(content).length, 0),
  };
}

function medians(times: readonly Times[]): Times {
  const of = (name: keyof Times): number => median(times.map((one) => one[name]));
  return {
    ...{ clone: of('clone'), shallowClone: of('shallowClone') },
    ...{ cold: of('cold'), warm: of('warm'), next: of('next') },
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
