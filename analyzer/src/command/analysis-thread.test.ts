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
  ])('that ends %s has told so before, and ends by itself', async (_, files, last) => {
    const root = mkdtempSync(join(tmpdir(), 'csqa-thread-'));
    onTestFinished(() => rmSync(root, { recursive: true, force: true }));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
    const thread = startAnalysisThread();
    const messages: WorkerMessage[] = [];
    thread.begin(
      {
        ...{ root, config: DEFAULT_CONFIG, configFile: '.csqa.yml', mode: 'fast', revision: null },
        ...{ version: '0.0.0', callsFile: null, cacheDirectory: null, threads: 1 },
      },
      (message) => messages.push(message),
    );
    await expect(thread.ended).rejects.toThrow('the analysis thread ended');
    expect(messages.at(-1)?.kind).toBe(last);
  });

  it('that was given nothing to do ends when it is told to', async () => {
    const thread = startAnalysisThread();
    await thread.end();
    await expect(thread.ended).rejects.toThrow('the analysis thread ended');
  });
});
