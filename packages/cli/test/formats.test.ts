import { lstat, readFile, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { WRITERS } from '@csqa/report';
import { describe, expect, it } from 'vitest';
import { githubObjections } from '../../report/test/github-sarif.ts';
import { runBin } from './built-bin.ts';
import { objectionsOf, sarifMultitool } from './sarif-multitool.ts';
import { scratchDirectory } from './scratch-directory.ts';

const clinic = resolve(import.meta.dirname, '../../../examples/clinic');
const multitool = await sarifMultitool(process.env.CSQA_E2E === 'required');

if (multitool === null)
  process.stderr.write(
    'skipped: the SARIF validator of Microsoft runs on 64-bit Linux and is fetched from npm\n',
  );

const all = Object.keys(WRITERS).join(',');

describe('the example service in every format', () => {
  it('is written by analyze, and byte for byte the same by render from what analyze left', async () => {
    const cwd = await scratchDirectory();
    const analysed = await runBin({ args: ['analyze', clinic, '-q', '--format', all], cwd });
    expect(analysed.code, analysed.err).toBe(0);
    const combined = join('csqa-out', 'combined.json');
    const rendered = await runBin({ args: ['render', combined, '--format', all, '--out', 'again'], cwd });
    expect(rendered.code, rendered.err).toBe(0);
    for (const { fileName } of Object.values(WRITERS)) {
      expect((await stat(join(cwd, 'again', fileName))).size).toBeGreaterThan(50);
      const [first, second] = await Promise.all(
        ['csqa-out', 'again'].map((directory) => readFile(join(cwd, directory, fileName), 'utf8')),
      );
      expect(second === first, fileName).toBe(true);
    }
    const sarif = await readFile(join(cwd, 'again', 'report.sarif'), 'utf8');
    expect(githubObjections(sarif)).toEqual([]);
    const uris = new Set([...sarif.matchAll(/"uri":"([^"]+)"/g)].map(([, uri]) => decodeURI(uri ?? '')));
    expect(uris.size).toBeGreaterThan(20);
    for (const uri of uris) expect((await lstat(join(clinic, uri))).isFile(), uri).toBe(true);
  }, 300_000);
});

describe.runIf(multitool !== null)('the validator of Microsoft', () => {
  it('has no error and no warning for the example service, in either language', async () => {
    const cwd = await scratchDirectory();
    await runBin({ args: ['analyze', clinic, '-q'], cwd });
    for (const lang of ['en', 'ru']) {
      const file = join(cwd, `${lang}.sarif`);
      const written = await runBin({
        args: ['render', '--format', 'sarif', '--lang', lang, '-o', file],
        cwd,
      });
      expect(written.code, written.err).toBe(0);
      expect(await objectionsOf(multitool ?? '', file)).toEqual([]);
    }
  }, 300_000);

  it('objects to what code scanning does not take', async () => {
    const cwd = await scratchDirectory();
    const file = join(cwd, 'bad.sarif');
    const result = { ruleId: 'A', message: { text: 'x' } };
    const runs = [{ tool: { driver: { name: 'csqa' } }, results: [result] }];
    await writeFile(file, JSON.stringify({ version: '2.1.0', runs }));
    expect((await objectionsOf(multitool ?? '', file)).length).toBeGreaterThan(3);
  });
});
