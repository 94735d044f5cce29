import { execaSync } from 'execa';
import { describe } from 'vitest';

/** Images that no test can make: they are the publishers'. */
const BASES = ['node:24-trixie-slim', 'postgres:17-trixie'] as const;

/**
 * A suite that needs a container engine with Compose, and whatever else it looks for. Where that is not there, it is skipped
 * with one line that says why; under CSQA_E2E=required that is a failure.
 */
export function describeStack(
  title: string,
  suite: () => void,
  alsoMissing: () => string | null = () => null,
): void {
  const missing = whatIsMissing() ?? alsoMissing();
  if (missing === null) {
    describe(title, suite);
    return;
  }
  if (process.env.CSQA_E2E === 'required') throw new Error(`CSQA_E2E=required, but ${missing}`);
  process.stderr.write(`skipped, "${title}": ${missing}\n`);
  // biome-ignore lint/suspicious/noSkippedTests: a machine without an engine cannot run these, and says so
  describe.skip(title, suite);
}

function whatIsMissing(): string | null {
  const engine = docker('version', '--format', '{{.Server.Version}}');
  if (engine !== null) return `no container engine answers: ${engine}`;
  const compose = docker('compose', 'version', '--short');
  if (compose !== null) return `docker compose is not there: ${compose}`;
  for (const image of BASES) {
    if (docker('image', 'inspect', image) !== null && docker('pull', '-q', image) !== null) {
      return `the engine has no image ${image}, and cannot pull it`;
    }
  }
  return null;
}

/** Null for a command that did it; else what it said. */
function docker(...words: readonly string[]): string | null {
  const { exitCode, stderr } = execaSync('docker', [...words], { reject: false });
  return exitCode === 0 ? null : (stderr.split('\n')[0] ?? '');
}
