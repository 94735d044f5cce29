import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { execaSync } from 'execa';
import { describe, it, onTestFinished } from 'vitest';
import type { OrchestratorOptions } from '../../src/options.ts';
import { writeBehaviour } from '../clinic-source.ts';
import { scratchDirectory } from '../job.ts';

/** What every suite against a real engine is built on. */
export const BASE_IMAGE = 'node:24-trixie-slim';

/** The image that a suite needs beside the base; checked together with the engine. */
export type NeededImage = 'csqa-metrics:fast' | 'csqa-metrics:full';

/** Time for a test that starts several containers on a busy machine. */
const PATIENCE_MS = 180_000;

/**
 * A suite against a real engine. Where there is none, it is skipped with one line that says why; under
 * CSQA_E2E=required that is a failure.
 */
export function describeDocker(title: string, suite: () => void, needs: readonly NeededImage[] = []): void {
  describeUnless(whatIsMissing(needs), title, suite);
}

/** The same for a suite that needs more than that: `missing` says what of it is not there, null where all is. */
export function describeUnless(missing: string | null, title: string, suite: () => void): void {
  if (missing === null) {
    describe(title, { timeout: PATIENCE_MS }, suite);
    return;
  }
  if (process.env.CSQA_E2E === 'required') {
    describe(title, () => {
      it('has the engine that it needs', () => {
        throw new Error(`CSQA_E2E=required, but ${missing}`);
      });
    });
    return;
  }
  process.stderr.write(`skipped, "${title}": ${missing}\n`);
  // biome-ignore lint/suspicious/noSkippedTests: a machine without an engine cannot run these, and says so
  describe.skip(title, suite);
}

/** What keeps a suite from running on a real engine with these images; null where nothing does. */
export function whatIsMissing(needs: readonly NeededImage[]): string | null {
  const asked = docker(['version', '--format', '{{.Server.Version}}']);
  if (asked.exitCode !== 0) return `no container engine answers: ${asked.stderr.split('\n')[0] ?? ''}`;
  for (const image of [BASE_IMAGE, ...needs]) {
    if (docker(['image', 'inspect', image]).exitCode !== 0) {
      const fix = image === BASE_IMAGE ? `docker pull ${image}` : 'npm run images';
      return `the engine has no image ${image} (${fix})`;
    }
  }
  return null;
}

/** Runs the command line of the engine. */
export function docker(
  args: readonly string[],
  input = '',
): { readonly exitCode: number; readonly stdout: string; readonly stderr: string } {
  const { exitCode, stdout, stderr } = execaSync('docker', [...args], { reject: false, input });
  return { exitCode: exitCode ?? -1, stdout, stderr };
}

let fake: string | null = null;

/** An image with the fake analyzer, built once for each state of its source. */
export function fakeImage(): string {
  fake ??= buildFake();
  return fake;
}

function buildFake(): string {
  const script = readFileSync(fileURLToPath(new URL('../fixtures/fake-analyzer.mjs', import.meta.url)));
  const reference = `csqa-test-analyzer:${createHash('sha256').update(script).digest('hex').slice(0, 12)}`;
  if (docker(['image', 'inspect', reference]).exitCode === 0) return reference;
  const context = mkdtempSync(join(tmpdir(), 'csqa-test-image-'));
  try {
    writeFileSync(join(context, 'fake-analyzer.mjs'), script);
    const recipe = [
      `FROM ${BASE_IMAGE}`,
      'COPY fake-analyzer.mjs /fake-analyzer.mjs',
      'ENTRYPOINT ["node", "/fake-analyzer.mjs"]',
    ];
    writeFileSync(join(context, 'Dockerfile'), recipe.join('\n'));
    const built = docker(['build', '--quiet', '--tag', reference, context]);
    if (built.exitCode !== 0) throw new Error(`the test image could not be built: ${built.stderr}`);
    return reference;
  } finally {
    rmSync(context, { recursive: true, force: true });
  }
}

/** A source whose analysis in a container goes as told. */
export interface DockerRun {
  readonly root: string;
  readonly source: string;
  readonly outDir: string;
  readonly tempDir: string;
  readonly instance: string;
  readonly options: OrchestratorOptions;
}

/** Sets up a run of the fake analyzer in a container. What it leaves on the engine is removed after the test. */
export async function dockerRun(
  behaviour: string,
  changes: NonNullable<OrchestratorOptions['docker']> = {},
): Promise<DockerRun> {
  const root = await scratchDirectory();
  const source = join(root, 'clinic');
  const tempDir = join(root, 'jobs');
  await mkdir(source);
  await mkdir(tempDir);
  await writeBehaviour(source, behaviour);
  const instance = `test-${randomUUID()}`;
  onTestFinished(() => removeAll(instance));
  const image = fakeImage();
  return {
    root,
    source,
    tempDir,
    instance,
    outDir: join(root, 'out'),
    options: {
      engine: 'docker',
      tempDir,
      environment: engineEnvironment(),
      docker: { images: { fast: image, full: image }, instance, ...changes },
    },
  };
}

/** What the command line of the engine may know. */
function engineEnvironment(): Record<string, string> {
  const names = ['PATH', 'HOME', 'DOCKER_HOST', 'DOCKER_CONTEXT', 'DOCKER_CONFIG'];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

/** Names of the containers of an instance, whatever their state. */
export function containersOf(instance: string): readonly string[] {
  const filter = `label=csqa.instance=${instance}`;
  return docker(['ps', '--all', '--filter', filter, '--format', '{{.Names}}'])
    .stdout.split('\n')
    .filter((name) => name !== '');
}

/** Names of all volumes of the engine. */
export function volumes(): ReadonlySet<string> {
  return namesOfVolumes([]);
}

/**
 * Waits until nobody's volume is there that was not there before. Others use the engine meanwhile, and their volumes go with
 * their containers; one that this test leaves behind would stay.
 */
export async function untilNoVolumeIsLeft(before: ReadonlySet<string>): Promise<void> {
  await untilTrue('no new volume is without a container', () =>
    [...namesOfVolumes(['--filter', 'dangling=true'])].every((name) => before.has(name)),
  );
}

function namesOfVolumes(filter: readonly string[]): ReadonlySet<string> {
  const { stdout } = docker(['volume', 'ls', '--quiet', ...filter]);
  return new Set(stdout.split('\n').filter((name) => name !== ''));
}

function removeAll(instance: string): void {
  const left = containersOf(instance);
  if (left.length > 0) docker(['rm', '--force', '--volumes', ...left]);
}

/** Waits for a minute at most until something is true of the engine. */
export async function untilTrue(what: string, isTrue: () => boolean): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 100) {
    if (isTrue()) return;
    await delay(100);
  }
  throw new Error(`this never came true: ${what}`);
}
