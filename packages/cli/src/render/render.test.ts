import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderCombined, renderRunRecord, WRITERS } from '@csqa/report';
import { describe, expect, it } from 'vitest';
import { sampleFinding, sampleReport, sampleRunRecord } from '../../../report/test/sample-report.ts';
import { memoryWorld } from '../../test/memory-world.ts';
import { scratchDirectory } from '../../test/scratch-directory.ts';
import { run } from '../run.ts';

interface Told {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function render(argv: readonly string[], cwd: string): Promise<Told> {
  const memory = memoryWorld({ cwd });
  const code = await run(['render', ...argv], memory);
  return { code, out: memory.stdout.text(), err: memory.stderr.text() };
}

const combined = (report: ReturnType<typeof sampleReport> | null): string =>
  renderCombined({ contract: 1, report, orchestrator: sampleRunRecord() });

/** A directory with what a run leaves, and the same in other files beside it. */
async function stored(): Promise<string> {
  const cwd = await scratchDirectory();
  await mkdir(join(cwd, 'csqa-out'));
  await writeFile(join(cwd, 'csqa-out', 'report.json'), WRITERS.json.render(sampleReport()));
  await writeFile(join(cwd, 'csqa-out', 'orchestrator.json'), renderRunRecord(sampleRunRecord()));
  await writeFile(join(cwd, 'combined.json'), combined(sampleReport()));
  return cwd;
}

describe('csqa render', () => {
  it('writes any format of a report, of a combined report and of their directory to standard output', async () => {
    const cwd = await stored();
    const sources = [[], ['csqa-out'], ['csqa-out/report.json'], ['combined.json']];
    for (const [name, { render: write }] of Object.entries(WRITERS)) {
      for (const source of sources) {
        const told = await render([...source, '--format', name], cwd);
        // report.json alone does not know how it came about.
        const run = source.includes('csqa-out/report.json') ? null : sampleRunRecord();
        const out = write(sampleReport(), { lang: 'en', gate: null, run });
        expect(told).toEqual({ code: 0, out, err: '' });
      }
    }
  });

  it('takes a report as it is where the record of its run beside it cannot be read', async () => {
    const cwd = await stored();
    const alone = await render(['csqa-out/report.json', '--format', 'html'], cwd);
    await writeFile(join(cwd, 'csqa-out', 'orchestrator.json'), '{}');
    expect(await render(['csqa-out', '--format', 'html'], cwd)).toEqual(alone);
  });

  it('says in words why the system does not give a report or take a file', async () => {
    const cwd = await stored();
    const onto = await render(['csqa-out', '--format', 'csv,html', '-o', 'combined.json'], cwd);
    expect(onto.err.split('\n')[0]).toBe(
      'error: combined.json/findings.csv cannot be written: a part of the path is a file',
    );
    const looped = join(cwd, 'loop.json');
    await symlink(looped, looped);
    expect((await render(['loop.json', '--format', 'csv'], cwd)).err).toBe(
      'error: loop.json cannot be read: its links lead in a circle\nfix: give yourself the right to read it, or name another report\n',
    );
  });

  it('follows the language that is asked for, and else that of the configuration', async () => {
    const cwd = await stored();
    expect((await render(['--format', 'markdown', '--lang', 'ru'], cwd)).out).toContain('Индекс риска');
    const { meta } = sampleReport();
    const russian = sampleReport({ meta: { ...meta, config: { ...meta.config, language: 'ru' } } });
    await writeFile(join(cwd, 'russian.json'), WRITERS.json.render(russian));
    expect((await render(['russian.json', '--format', 'comment'], cwd)).out).toContain('Индекс риска');
  });

  it('writes several formats into a directory that it makes, and tells their paths', async () => {
    const cwd = await stored();
    const { code, out } = await render(['--format', 'sarif,csv', '--format', 'badge', '-o', 'a/b'], cwd);
    expect([code, out]).toEqual([0, 'a/b/report.sarif\na/b/findings.csv\na/b/badge.svg\n']);
    expect((await readdir(join(cwd, 'a', 'b'))).toSorted()).toEqual([
      'badge.svg',
      'findings.csv',
      'report.sarif',
    ]);
  });

  it('writes one format to a file, or into a directory that is there', async () => {
    const cwd = await stored();
    expect((await render(['--format', 'badge', '--out', 'public/risk.svg'], cwd)).out).toBe(
      'public/risk.svg\n',
    );
    expect((await render(['--format', 'badge', '--out', 'public'], cwd)).out).toBe('public/badge.svg\n');
    expect((await render(['--format', 'csv', '--out', 'new/'], cwd)).out).toBe('new/findings.csv\n');
    expect(await readFile(join(cwd, 'public', 'risk.svg'), 'utf8')).toMatch(/^<svg /);
  });

  it('places paths in the repository, links them and names the project', async () => {
    const cwd = await stored();
    const sarif = await render(
      ['--format', 'sarif', '--path-prefix', 'services/clinic', '--project', 'Clinic'],
      cwd,
    );
    expect(sarif.out).toContain('"uri":"services/clinic/src/main');
    expect(sarif.out).toContain('"id":"csqa/clinic/"');
    const comment = await render(
      ['--format', 'comment', '--source-url', 'https://git.example/blob/6f1c/'],
      cwd,
    );
    expect(comment.out).toContain('(<https://git.example/blob/6f1c/src/main');
  });

  it('judges suppressions by a day, and leaves report.json as it is stored', async () => {
    const cwd = await stored();
    const rows = async (...flags: readonly string[]): Promise<number> =>
      (await render(['--format', 'csv', ...flags], cwd)).out.split('comment,A public form').length - 1;
    expect(await rows('--as-of', '2027-01-31')).toBe(1);
    expect(await rows('--as-of', '2027-02-01')).toBe(0);
    const { out } = await render(['--format', 'json', '--as-of', '2027-02-01'], cwd);
    expect(out).toBe(WRITERS.json.render(sampleReport()));
  });
});

describe('csqa render tells formats', () => {
  it('the verdict of the gate in the configuration', async () => {
    const cwd = await stored();
    const { meta } = sampleReport();
    const gate = { failOn: 'critical' };
    const gated = sampleReport({ meta: { ...meta, config: { ...meta.config, gate } } });
    await writeFile(join(cwd, 'gated.json'), WRITERS.json.render(gated));
    const junit = await render(['gated.json', '--format', 'junit'], cwd);
    expect([junit.code, junit.out]).toEqual([
      0,
      expect.stringContaining('<failure message="1 finding of severity'),
    ]);
    expect((await render(['gated.json', '--format', 'comment'], cwd)).out).toContain('**Gate failed**');
    expect((await render(['--format', 'junit'], cwd)).out).toContain('no gate is set');
  });

  it('what is new since a baseline', async () => {
    const cwd = await stored();
    await writeFile(join(cwd, 'base.json'), WRITERS.json.render(sampleReport({ findings: [] })));
    const sarif = await render(['--format', 'sarif', '--baseline', 'base.json'], cwd);
    expect(sarif.out).toContain('"baselineState":"new"');
    expect((await render(['--format', 'sarif'], cwd)).out).not.toContain('baselineState');
    const missing = await render(['--format', 'sarif', '--baseline', 'nowhere.json'], cwd);
    expect([missing.code, missing.err]).toEqual([2, expect.stringContaining('no baseline at nowhere.json')]);
  });
});

describe('csqa render refuses', () => {
  it.each([
    [
      'a format that is not there',
      ['--format', 'pdf'],
      `expected one of ${Object.keys(WRITERS).join(', ')}, got "pdf"`,
    ],
    ['no format', [], `--format: expected one of ${Object.keys(WRITERS).join(', ')}`],
    ['several formats without a place for them', ['--format', 'csv,json'], 'csv, json: several formats'],
    ['a report that is not there', ['nowhere.json', '--format', 'csv'], 'there is no report at nowhere.json'],
    [
      'a path that leaves the repository',
      ['--format', 'csv', '--path-prefix', '../x'],
      'a path inside the repository',
    ],
    [
      'an address that is none of the web',
      ['--format', 'csv', '--source-url', 'javascript:x'],
      'begins with https://',
    ],
    [
      'a place where nothing can be written',
      ['--format', 'csv', '--out', 'combined.json/x'],
      'combined.json/x cannot be written',
    ],
  ])('%s, in one line with a fix', async (_, argv, message) => {
    const { code, out, err } = await render(argv, await stored());
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(err).toMatch(/^error: [^\n]+\nfix: [^\n]+\n$/);
  });

  const broken = sampleReport({ findings: [{ ...sampleFinding(), line: 7 }] });
  it.each([
    ['of a newer version', '{"contract": 7}', 'another version of csqa: expected contract 1, got 7'],
    ['of a run that left none', combined(null), 'tells of a run that left no report'],
    ['that is broken inside', combined(broken).replace('"line":7', '"line":0'), 'report.findings[0].line'],
    ['that is none', '{"contract": 1}', 'is not a report of this version: meta'],
  ])('a report %s, in a sentence', async (_, text, message) => {
    const cwd = await scratchDirectory();
    await writeFile(join(cwd, 'stored.json'), text);
    const { code, err } = await render(['stored.json', '--format', 'csv'], cwd);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
