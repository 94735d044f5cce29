import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readCombined } from '@csqa/report';
import { describe, expect, it } from 'vitest';
import { sampleReport } from '../../report/test/sample-report.ts';
import { type Ended, runBin, scriptTree } from './built-bin.ts';

const run = promisify(execFile);

const artifacts = [
  '.csqa-out',
  'combined.json',
  'container.log',
  'orchestrator.json',
  'report.html',
  'report.json',
  'summary.md',
];

async function analyze(behaviour: string, ...flags: readonly string[]): Promise<Ended & { root: string }> {
  const { root, env } = await scriptTree(behaviour);
  return { root, ...(await runBin({ args: ['analyze', 'clinic', ...flags], cwd: root, env })) };
}

describe('csqa analyze', () => {
  it('leaves the files in ./csqa-out, the summary on standard output and the progress on standard error', async () => {
    const { root, code, out, err } = await analyze('good');
    expect(code).toBe(0);
    expect(await readdir(join(root, 'csqa-out'))).toEqual(artifacts);
    expect(out).toMatch(/^CSQA · Architectural security · clinic/);
    expect(out).toContain('csqa explain F-3f9a1c\n');
    expect(out).toContain('Open   csqa-out/report.html\n');
    expect(out).not.toContain('\u001b');
    expect(err).toMatch(/^✓ \[1\/2\] Looking at the files .* 1 of 2 files\n✓ \[2\/2\] Resolving calls/);
  });

  it.each([
    [['--fail-on', 'high'], 1],
    [['--fail-on', 'none', '--max-risk', '0.3'], 1],
    [['--max-risk', '0.34'], 0],
  ])('with %j ends with %d', async (flags, expected) => {
    const { code, out } = await analyze('good', ...flags);
    expect(code).toBe(expected);
    expect(out).toContain(expected === 0 ? '✓ Gate passed' : '✗ Gate failed');
  });

  it('tells formats what the gate of the command line says', async () => {
    const { root, code } = await analyze('good', '--fail-on', 'high', '--format', 'junit,markdown');
    expect(code).toBe(1);
    const [junit, summary] = await Promise.all(
      ['csqa-junit.xml', 'summary.md'].map((name) => readFile(join(root, 'csqa-out', name), 'utf8')),
    );
    expect(junit).toContain('name="No finding of severity critical"');
    expect(junit).toMatch(/<testsuite [^>]*failures="1" errors="0" skipped="0"/);
    expect(summary).toContain('**Gate failed**');
  });

  it('takes the gate and the language from the configuration of the tree', async () => {
    const { meta } = sampleReport();
    const config = { ...meta.config, language: 'ru', gate: { failOn: 'critical', maxRisk: null } };
    const { root, env } = await scriptTree('good', sampleReport({ meta: { ...meta, config } }));
    const { code, out } = await runBin({ args: ['analyze', 'clinic'], cwd: root, env });
    expect(code).toBe(1);
    expect(out).toContain('Порог не пройден');
    expect(await readFile(join(root, 'csqa-out', 'summary.md'), 'utf8')).toContain('Индекс риска');
  });

  it('prints with --json one document that a reader of combined.json reads, and nothing else', async () => {
    const { code, out } = await analyze('good', '--json', '--fail-on', 'critical');
    expect(code).toBe(1);
    expect(readCombined(out).ok).toBe(true);
    expect(JSON.parse(out)).toMatchObject({
      exitCode: 1,
      gate: { verdict: 'failed', reasons: [{ code: 'findings', severity: 'critical', count: 1 }] },
      artifacts: { files: expect.arrayContaining(['report.json', 'summary.md']) },
      report: { aggregate: { index: 0.34, band: 'high' } },
      orchestrator: { outcome: 'succeeded' },
    });
  });

  it('is one line and silent with --quiet', async () => {
    expect(await analyze('good', '--quiet')).toMatchObject({
      code: 0,
      out: 'Risk index 0.34 high · 1 finding · csqa-out\n',
      err: '',
    });
  });

  it('leaves the call sites where they were asked for', async () => {
    const { root, code } = await analyze('good', '--dump-calls', 'calls.ndjson', '--format', 'json');
    expect(code).toBe(0);
    expect(await readFile(join(root, 'calls.ndjson'), 'utf8')).toBe('{"name":"save"}\n');
    expect(await readdir(join(root, 'csqa-out'))).not.toContain('summary.md');
  });

  it('says how to read on where the files are elsewhere, quoting what a shell would split', async () => {
    const { out } = await analyze('good', '--out', 'the report');
    expect(out).toContain("explain F-3f9a1c --report 'the report'");
  });
});

describe('a failure', () => {
  it.each([
    ['bad-config', 2, 'error: .csqa.yml:3: metrics.A9 is no metric.\nfix: Remove A9.\n'],
    ['no-report', 3, 'error: '],
    ['exit-1', 3, 'error: '],
  ])('%s ends with %d, an error and a fix', async (behaviour, expected, message) => {
    const { code, out, err } = await analyze(behaviour, '--quiet');
    expect([code, out]).toEqual([expected, '']);
    expect(err).toContain(message);
    expect(err).toMatch(/\nfix: \S.*\n$/);
  });

  it('that leaves a report is no clean pass', async () => {
    const { root, env } = await scriptTree('report-then-hang');
    const { code, out, err } = await runBin({
      args: ['analyze', 'clinic', '--timeout', '1s', '--quiet'],
      cwd: root,
      env,
    });
    expect(code).toBe(3);
    expect(err).toContain('do not take this report for a clean pass');
    expect(out).toContain('Risk index 0.34');
  }, 300_000);

  it('is a JSON object where JSON was asked for', async () => {
    const { code, out } = await analyze('bad-config', '--json');
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({
      exitCode: 2,
      report: null,
      error: { code: 'INPUT_REJECTED', fix: 'Remove A9.', retryable: false },
      orchestrator: { outcome: 'failed' },
    });
  });

  it.each([
    ['a path that is not there', ['nowhere'], 'There is nothing at'],
    ['a file', ['valid-report.json'], 'A directory was expected at'],
    ['an ssh address', ['git@github.com:a/b.git'], 'is an ssh address'],
    ['a configuration that is not there', ['clinic', '--config', 'nowhere.yml'], ''],
  ])('of input: %s', async (_, args, message) => {
    const { root, env } = await scriptTree(args.includes('--config') ? 'bad-config' : 'good');
    const { code, err } = await runBin({ args: ['analyze', ...args], cwd: root, env });
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  it('leaves a directory alone that is not ours', async () => {
    const { root, env } = await scriptTree('good');
    await mkdir(join(root, 'notes'));
    await writeFile(join(root, 'notes', 'diary.txt'), 'Dear diary');
    const { code, err } = await runBin({ args: ['analyze', 'clinic', '--out', 'notes'], cwd: root, env });
    expect(code).toBe(2);
    expect(err).toContain('diary.txt');
    expect(await readdir(join(root, 'notes'))).toEqual(['diary.txt']);
  });
});

describe('Ctrl-C', () => {
  it('ends with 130 and leaves no report', async () => {
    const { root, env } = await scriptTree('stall');
    const interrupted = await runBin({
      args: ['analyze', 'clinic', '--timeout', '60'],
      cwd: root,
      env,
      interruptAt: join(root, 'csqa-out', '.csqa-out.lock'),
    });
    expect(interrupted.code).toBe(130);
    expect(interrupted.out).toBe('');
    expect(interrupted.err).toContain('no report was written');
    const left = await readdir(join(root, 'csqa-out')).catch(() => []);
    expect(left.filter((name) => name !== '.csqa-out')).toEqual([]);
  }, 300_000);
});

describe('a repository', () => {
  it('is cloned by path or URL at a ref, and a ref that is not there is told apart', async () => {
    const { root, env } = await scriptTree('good');
    const identity = ['-c', 'user.name=Vet', '-c', 'user.email=vet@clinic.example'];
    const clinic = join(root, 'clinic');
    await run('git', ['init', '--quiet', '--initial-branch=main', clinic]);
    await run('git', ['-C', clinic, 'add', '.']);
    await run('git', ['-C', clinic, ...identity, 'commit', '--quiet', '-m', 'One']);
    await run('git', ['clone', '--quiet', '--bare', clinic, join(root, 'clinic.git')]);
    for (const args of [['clinic.git'], [`file://${encodeURI(join(root, 'clinic.git'))}`, '--ref', 'main']]) {
      const { code, err } = await runBin({ args: ['analyze', ...args], cwd: root, env });
      expect([code, err.includes('Fetching the repository')], err).toEqual([0, true]);
    }
    const { code, err } = await runBin({ args: ['analyze', 'clinic', '--ref', 'nope'], cwd: root, env });
    expect(code).toBe(2);
    expect(err).toContain('has no branch or tag "nope"');
  }, 300_000);
});
