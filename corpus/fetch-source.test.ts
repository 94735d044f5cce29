import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { fetchSource, SourceUnavailable } from './fetch-source.ts';

const pinned = { name: 'shop', kind: 'a test', maven: 'org.shop:shop:1', sha256: '0'.repeat(64) };

/** A directory that is all of PATH, with a client that runs a script of ours. */
function clientThat(script: string | null): string {
  const directory = mkdtempSync(join(tmpdir(), 'csqa-client-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  if (script !== null) {
    writeFileSync(join(directory, 'mvn'), `#!/bin/sh\n${script}\n`);
    chmodSync(join(directory, 'mvn'), 0o755);
  }
  vi.stubEnv('PATH', directory);
  onTestFinished(() => void vi.unstubAllEnvs());
  return join(directory, 'cache');
}

describe('fetching a pinned source', () => {
  it('refuses an archive that is not the one that was pinned, and keeps nothing of it', async () => {
    const cache = clientThat('echo something else > shop-1-sources.jar');
    await expect(fetchSource(pinned, cache)).rejects.toThrow(/expected an archive with sha256 0000/u);
    expect(readdirSync(cache)).toEqual([]);
  });

  it.each([
    ['the client is not installed', null, /mvn is not installed/u],
    ['the client fails', 'echo "[ERROR] no route to the registry"; exit 1', /no route to the registry/u],
    ['the client brings nothing', 'exit 0', /brought nothing/u],
  ])('says why it cannot be had where %s', async (_what, script, reason) => {
    const cache = clientThat(script);
    const fetched = fetchSource(pinned, cache);
    await expect(fetched).rejects.toThrow(SourceUnavailable);
    await expect(fetched).rejects.toThrow(reason);
    expect(existsSync(cache) ? readdirSync(cache) : []).toEqual([]);
  });
});
