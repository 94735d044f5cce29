import { AnalysisError } from '../base/errors.ts';

/**
 * Refuses a Node that is older than the oldest one we run under, before anything of the language that it lacks is met.
 * `running` is `process.versions.node`, `engines` what package.json says, `>=22.18`. Throws AnalysisError, NODE_TOO_OLD.
 */
export function assertNodeVersion(running: string, engines: string): void {
  if (!isTooOld(running, engines)) return;
  const oldest = oldestOf(engines);
  throw new AnalysisError('NODE_TOO_OLD', `Node ${oldest} or newer is needed, this is Node ${running}`, {
    hint: `run it under Node ${oldest} or newer, or use the image csqa-metrics`,
    ru: `нужен Node ${oldest} или новее, а запущен Node ${running}`,
  });
}

/** Whether a Node is older than the oldest one we run under; the same words as those of `assertNodeVersion`. */
export function isTooOld(running: string, engines: string): boolean {
  return isOlder(numbersOf(running), numbersOf(oldestOf(engines)));
}

function oldestOf(engines: string): string {
  return engines.replace(/^>=/u, '');
}

function numbersOf(version: string): readonly number[] {
  return version.split('.').map((part) => Number.parseInt(part, 10));
}

function isOlder(running: readonly number[], oldest: readonly number[]): boolean {
  const at = oldest.findIndex((number, index) => number !== (running[index] ?? 0));
  return at !== -1 && (running[at] ?? 0) < (oldest[at] ?? 0);
}
