import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DEFAULT_CONFIG } from '../config/default-config.ts';
import type { WorkerMessage } from '../worker-protocol.ts';
import { startAnalysisThread } from './analysis-thread.ts';

describe('the thread of an analysis', () => {
  it.each([
    ['well', { 'A.java': 'class A { }' }, 'done'],
    ['badly', {}, 'failed'],
  ])('that ends %s is over only when nothing of it runs any more', async (_, files, last) => {
    const root = mkdtempSync(join(tmpdir(), 'csqa-thread-'));
    onTestFinished(() => rmSync(root, { recursive: true, force: true }));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
    const thread = startAnalysisThread();
    const messages: WorkerMessage[] = [];
    let hasEnded = false;
    thread.ended.catch(() => {
      hasEnded = true;
    });
    thread.begin(
      {
        ...{ root, config: DEFAULT_CONFIG, configFile: '.csqa.yml', mode: 'fast', revision: null },
        ...{ version: '0.0.0', callsFile: null, cacheDirectory: null, threads: 1 },
      },
      (message) => messages.push(message),
    );
    await thread.over();
    expect(hasEnded).toBe(true);
    expect(messages.at(-1)?.kind).toBe(last);
  });

  it('that was given nothing to do is waited for by nobody', async () => {
    const thread = startAnalysisThread();
    let hasEnded = false;
    thread.ended.catch(() => {
      hasEnded = true;
    });
    await thread.over();
    expect(hasEnded).toBe(false);
    await thread.end();
    expect(hasEnded).toBe(true);
  });
});
