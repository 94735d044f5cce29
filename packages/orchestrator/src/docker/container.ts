import { setTimeout as delay } from 'node:timers/promises';
import { CsqaError } from '../errors.ts';
import { type ContainerPlan, createArguments } from './container-flags.ts';
import { type ContainerState, readState, startError } from './container-state.ts';
import type { DockerCli } from './docker-cli.ts';
import { dockerFailure } from './docker-failure.ts';

/** Time between TERM and KILL. */
const KILL_GRACE_MS = 10_000;

/** How long an engine may be away, as while it is restarted, before a run is given up. */
const PATIENCE_MS = 120_000;

/** Attempts to remove a container that is still in use by the engine itself. */
const REMOVALS = 5;

/** A container of ours, by its name: it is known before the engine gives an id, and even if it never does. */
export interface Container {
  readonly name: string;
  readonly start: () => Promise<void>;
  /** Its state now. Waits for an engine that is away; rejects with ENGINE_UNREACHABLE where it stays away. */
  readonly state: () => Promise<ContainerState>;
  /** TERM, ten seconds, KILL. A container that is gone or stopped already is no error. */
  readonly stop: () => Promise<void>;
  /** Removes it with its unnamed volumes, whatever its state. Gives why it could not be, or null. */
  readonly remove: () => Promise<string | null>;
}

/** Creates a container. Throws START_FAILED, IMAGE_MISSING, PATH_NOT_SHARED and what else an engine can say. */
export async function createContainer(cli: DockerCli, plan: ContainerPlan): Promise<Container> {
  const container = containerNamed(cli, plan.name);
  const created = await cli.call(createArguments(plan));
  if (created.exitCode === 0) return container;
  // The engine may have made it although its answer did not arrive.
  if (created.timedOut) await container.remove();
  throw dockerFailure(created, { what: `create the container ${plan.name}`, otherwise: 'START_FAILED' });
}

/** Speaks to a container by its name, whether or not it is there. */
export function containerNamed(cli: DockerCli, name: string): Container {
  return {
    name,
    start: () => start(cli, name),
    state: () => stateOf(cli, name),
    stop: () => stop(cli, name),
    remove: () => remove(cli, name),
  };
}

async function start(cli: DockerCli, name: string): Promise<void> {
  const started = await cli.call(['start', name]);
  if (started.exitCode === 0) return;
  const inspected = await cli.call(['container', 'inspect', name]);
  const reason = inspected.exitCode === 0 ? startError(readState(inspected.stdout)) : null;
  if (reason === null) throw dockerFailure(started, { what: `start ${name}`, otherwise: 'START_FAILED' });
  throw new CsqaError('START_FAILED', `The container could not be started: ${reason}`, {
    ru: `Контейнер не запустился: ${reason}`,
    hint: 'The image is no analyzer, or is made for other processors. Build it anew.',
    ruHint: 'Это не образ анализатора, или он для других процессоров. Соберите его заново.',
    evidence: { exitCode: readState(inspected.stdout).ExitCode },
  });
}

async function stateOf(cli: DockerCli, name: string): Promise<ContainerState> {
  const since = performance.now();
  for (let pause = 250; ; pause = Math.min(pause * 2, 4_000)) {
    const inspected = await cli.call(['container', 'inspect', name], { timeoutMs: 20_000 });
    if (inspected.exitCode === 0) return readState(inspected.stdout);
    const failure = dockerFailure(inspected, { what: `inspect ${name}`, otherwise: 'KILLED_UNKNOWN' });
    const mayComeBack = failure.code === 'ENGINE_UNREACHABLE' && performance.now() - since < PATIENCE_MS;
    if (!mayComeBack) throw failure;
    await delay(pause);
  }
}

async function stop(cli: DockerCli, name: string): Promise<void> {
  await cli.call(['kill', '--signal', 'TERM', name]);
  for (const since = performance.now(); performance.now() - since < KILL_GRACE_MS; ) {
    const state = await stateOf(cli, name).catch(() => null);
    if (state === null || !state.Running) return;
    await delay(200);
  }
  await cli.call(['kill', name]);
}

async function remove(cli: DockerCli, name: string): Promise<string | null> {
  let reason = '';
  for (let attempt = 0; attempt < REMOVALS; attempt++) {
    const removed = await cli.call(['rm', '--force', '--volumes', name]);
    if (removed.exitCode === 0 || /no such container|no container with name/i.test(removed.stderr))
      return null;
    reason = removed.stderr.trim();
    await delay(200 * 2 ** attempt);
  }
  return reason;
}
