import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { judgeGate } from '@csqa/report';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { type ScriptedRun, scriptRun } from '../../test/clinic-source.ts';
import { createOrchestrator } from '../orchestrator.ts';

function analyze(run: ScriptedRun) {
  const source = { kind: 'directory', path: run.source } as const;
  return createOrchestrator(run.options).analyze({ source, outDir: run.outDir });
}

async function behaveAs(run: ScriptedRun, name: string): Promise<void> {
  const file = join(run.source, 'behaviour.json');
  await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, 'utf8')), name }));
}

/** Whether this machine lets us mount a small disk; where it does not, what a full disk does cannot be seen. */
const inMountNamespace = ['-c', 'exec unshare --user --map-root-user --mount "$@"', 'sh'];
const canMount = await execa('sh', [...inMountNamespace, 'true'], { reject: false }).then(
  ({ exitCode }) => exitCode === 0,
);

describe('a suppression', () => {
  it('that runs out changes what people read and not a byte of report.json', async () => {
    const run = await scriptRun('good');
    const source = { kind: 'directory', path: run.source } as const;
    const read = async (today: string) => {
      await createOrchestrator(run.options).analyze({ source, outDir: run.outDir, today });
      const files = ['report.json', 'summary.md'].map((name) => readFile(join(run.outDir, name), 'utf8'));
      const [report = '', summary = ''] = await Promise.all(files);
      return { report, summary };
    };
    const before = await read('2027-01-31');
    const after = await read('2027-02-01');
    expect(after.report).toBe(before.report);
    expect(before.summary).toContain('1 finding is suppressed');
    expect(after.summary).not.toContain('suppressed, with reasons');
    expect(after.summary).toMatch(/suppression-expired.*ended on 2027/);
  });
});

describe('a format', () => {
  it('is told of the report, as of the day, what the caller knows about it', async () => {
    const run = await scriptRun('good');
    const seen: number[] = [];
    const outcome = await createOrchestrator(run.options).analyze({
      source: { kind: 'directory', path: run.source },
      outDir: run.outDir,
      today: '2027-02-01',
      formats: ['markdown', 'sarif'],
      formatOptions: (report) => {
        seen.push(report.suppressed.length);
        return { gate: judgeGate({ report, conditions: { maxRisk: 0 } }), pathPrefix: 'services/clinic' };
      },
    });
    expect([outcome.status, seen]).toEqual(['succeeded', [0]]);
    expect(await readFile(join(run.outDir, 'summary.md'), 'utf8')).toContain('**Gate failed**');
    expect(await readFile(join(run.outDir, 'report.sarif'), 'utf8')).toContain('"uri":"services/clinic/src/');
  });
});

describe('the out directory tells of the last run', () => {
  it('so that a run that failed has no report, and the one before is kept aside', async () => {
    const run = await scriptRun('good');
    await analyze(run);
    const report = await readFile(join(run.outDir, 'report.json'), 'utf8');
    await behaveAs(run, 'exit-1');
    await analyze(run);
    expect((await readdir(run.outDir)).sort()).toEqual([
      '.csqa-out',
      'container.log',
      'orchestrator.json',
      'report.previous.json',
    ]);
    expect(await readFile(join(run.outDir, 'report.previous.json'), 'utf8')).toBe(report);
    const record = JSON.parse(await readFile(join(run.outDir, 'orchestrator.json'), 'utf8'));
    expect(record).toMatchObject({
      outcome: 'failed',
      error: { code: 'ANALYZER_FAILED' },
      logTail: ['something broke'],
    });
  });

  it('and a run that succeeds again leaves nothing of the ones before', async () => {
    const run = await scriptRun('good');
    await analyze(run);
    await behaveAs(run, 'exit-1');
    await analyze(run);
    await behaveAs(run, 'good');
    await analyze(run);
    const names = ['combined.json', 'container.log', 'orchestrator.json', 'report.json', 'summary.md'];
    expect((await readdir(run.outDir)).sort()).toEqual(['.csqa-out', ...names]);
  });

  it('with the same bytes of report.json for the same tree', async () => {
    const run = await scriptRun('good');
    await analyze(run);
    const first = await readFile(join(run.outDir, 'report.json'));
    await analyze(run);
    expect(first.equals(await readFile(join(run.outDir, 'report.json')))).toBe(true);
  });

  it('and not of one that was cancelled', async () => {
    const run = await scriptRun('good');
    await analyze(run);
    const before = await readFile(join(run.outDir, 'orchestrator.json'), 'utf8');
    await behaveAs(run, 'beat');
    const abort = new AbortController();
    const source = { kind: 'directory', path: run.source } as const;
    await createOrchestrator(run.options).analyze(
      { source, outDir: run.outDir },
      { signal: abort.signal, onEvent: (event) => event.type === 'analyzer' && abort.abort() },
    );
    expect(await readFile(join(run.outDir, 'orchestrator.json'), 'utf8')).toBe(before);
    expect(await readdir(run.outDir)).toContain('report.json');
  });
});

it.runIf(canMount)(
  'a full disk is an error, however little is missing, and the directory stays as it was',
  async () => {
    const run = await scriptRun('good');
    const disk = join(run.root, 'disk');
    await mkdir(disk);
    const script = fileURLToPath(new URL('../../test/fixtures/full-disk.mjs', import.meta.url));
    const analyzer = run.options.analyzerBin ?? '';
    const { stdout } = await execa(
      'sh',
      [
        ...inMountNamespace,
        ...['sh', '-c', 'mount -t tmpfs -o size=512k none "$0" && exec "$@"', disk],
        ...[process.execPath, '--conditions=csqa-source', script],
        ...[run.source, join(disk, 'out'), analyzer, run.tempDir],
      ],
      { stdin: 'ignore' },
    );
    const seen = JSON.parse(stdout);
    const names = ['combined.json', 'container.log', 'orchestrator.json', 'report.json', 'summary.md'];
    expect(seen).toMatchObject({ first: 'succeeded', last: 'succeeded', names: ['.csqa-out', ...names] });
    expect(seen.failures.length).toBeGreaterThan(3);
    for (const failure of seen.failures) expect(failure).toEqual({ code: 'DISK_FULL', unchanged: true });
  },
  120_000,
);
