import { execFileSync, spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { BASE_IMAGE } from '../../../orchestrator/test/docker/real-engine.ts';
import type { StartProgram } from '../runner/run-step.ts';

/** The container of a job, as `jobs.<job>.container` of a workflow describes it. */
export interface JobContainer {
  /** The released tree. */
  readonly action: string;
  /** Directory of this machine that the job sees as its own, and what it is called in there. */
  readonly work: { readonly here: string; readonly there: string };
  /** `options` and `volumes` of the container, as flags of `docker run`. */
  readonly options?: readonly string[];
  /** Who the job is, root where it is not given: its files become this user's. */
  readonly uid?: number;
  /** Variables that are in the container alone. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Where runners put the Node that they bring into the container of a job. */
const NODE = '/__e/node24/bin';
const ACTION = '/__a/csqa';

/**
 * Starts steps in a container, as a runner does: files of the job under names of the container's own, Node from the runner, Git
 * and the command line of the engine of this machine.
 */
export function inJobContainer({ action, work, options = [], env = {}, uid }: JobContainer): StartProgram {
  return (main, variables) => {
    if (uid !== undefined)
      execFileSync('chown', ['-R', `${uid}:${uid}`, dirname(variables.RUNNER_TEMP ?? '')]);
    const insideOf = (text: string): string =>
      text.replaceAll(work.here, work.there).replaceAll(action, ACTION);
    const { PATH: _, ...given } = variables;
    const inside = { ...given, PATH: `${NODE}:/usr/local/bin:/usr/bin:/bin`, ...env };
    return spawn(
      'docker',
      [
        // What stands for GitHub listens on this machine.
        ...['run', '--rm', '--network', 'host', '--workdir', insideOf(variables.GITHUB_WORKSPACE ?? '/')],
        ...bind('/usr', '/usr', 'readonly'),
        ...bind(dirname(process.execPath), NODE, 'readonly'),
        ...bind(action, ACTION, 'readonly'),
        ...bind(work.here, work.there),
        ...Object.entries(inside).flatMap(([name, value]) => ['--env', `${name}=${insideOf(value)}`]),
        ...(uid === undefined ? [] : ['--user', `${uid}:${uid}`]),
        ...[...options, BASE_IMAGE, `${NODE}/node`, insideOf(main)],
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
  };
}

/** Flags of `docker run` that give a container a directory of this machine. */
export function bind(source: string, target: string, ...more: readonly string[]): readonly string[] {
  return ['--mount', [`type=bind,source=${source},target=${target}`, ...more].join(',')];
}

/** Flags that give a container the socket of the engine it runs on. */
export const WITH_SOCKET = bind('/var/run/docker.sock', '/var/run/docker.sock');
