import type { Environment } from '../terminal/terminal.ts';

/** What is loaded here must be readable by any Node: nothing of ours but types. */

/** A version of Node and what it must be. */
interface Versions {
  /** `process.versions.node`. */
  readonly running: string;
  /** `engines.node` of package.json: `>=22.18`. */
  readonly needed: string;
}

/** The sentence that refuses a Node older than the oldest we run under, in the language of the environment; null for one that will do. */
export function refusalOfNode({ running, needed }: Versions, env: Environment): string | null {
  const oldest = needed.replace(/^>=/u, '');
  if (!isOlder(numbersOf(running), numbersOf(oldest))) return null;
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== '');
  return locale?.toLowerCase().startsWith('ru') === true
    ? `csqa: нужен Node ${oldest} или новее, а запущен Node ${running}; запустите csqa под более новым Node`
    : `csqa: Node ${oldest} or newer is needed, this is Node ${running}; run csqa under a newer Node`;
}

function numbersOf(version: string): readonly number[] {
  return version.split('.').map((part) => Number.parseInt(part, 10));
}

function isOlder(running: readonly number[], oldest: readonly number[]): boolean {
  const at = oldest.findIndex((number, index) => number !== (running[index] ?? 0));
  return at !== -1 && (running[at] ?? 0) < (oldest[at] ?? 0);
}
