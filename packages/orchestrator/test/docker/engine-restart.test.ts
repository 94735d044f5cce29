import { spawn } from 'node:child_process';
import { expect, it } from 'vitest';
import { createOrchestrator } from '../../src/orchestrator.ts';
import { containersOf, describeDocker, dockerRun } from './real-engine.ts';

/** A shell command that restarts the engine. Whoever sets it lets nothing else use the engine meanwhile. */
const restart = process.env.CSQA_TEST_RESTART_ENGINE ?? null;

describeDocker('an engine that is restarted in the middle', () => {
  it.skipIf(restart === null)('ends the run with an error after which one may try again', async () => {
    const run = await dockerRun('beat');
    const source = { kind: 'directory', path: run.source } as const;
    const spoke = Promise.withResolvers<void>();
    const running = createOrchestrator(run.options).analyze(
      { source, outDir: run.outDir },
      { onEvent: (event) => event.type === 'analyzer' && spoke.resolve() },
    );
    await spoke.promise;
    const restarting = spawn('sh', ['-c', restart ?? 'false'], { stdio: 'inherit' });
    await new Promise((resolve) => restarting.once('exit', resolve));
    const outcome = await running;
    expect(outcome).toMatchObject({ status: 'failed', error: { code: 'KILLED_UNKNOWN', retryable: true } });
    expect(containersOf(run.instance)).toEqual([]);
  });
});
