import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { METRIC_IDS, readReport } from '@csqa/report';
import { describe, expect, it } from 'vitest';
import { runBin } from './built-bin.ts';
import { scratchDirectory } from './scratch-directory.ts';

/** The example service of this repository, analysed by the real analyzer as it is built. */
const clinic = resolve(import.meta.dirname, '../../../examples/clinic');

describe('the example service', () => {
  it('is analysed without a network into a report that a person can act on', async () => {
    const cwd = await scratchDirectory();
    const { code, out, err } = await runBin({
      args: ['analyze', clinic, '--dump-calls', 'calls.ndjson'],
      cwd,
    });
    expect(code, err).toBe(0);
    expect(out).toContain('Architectural security · clinic');
    const read = readReport(await readFile(join(cwd, 'csqa-out', 'report.json')));
    const report = read.ok ? read.value : null;
    expect(report?.metrics.map(({ id }) => id)).toEqual(METRIC_IDS);
    expect(report?.entryPoints.length).toBeGreaterThan(30);
    expect(report?.findings.length).toBeGreaterThan(20);
    for (const { file, line } of report?.findings ?? []) {
      const lines = (await readFile(join(clinic, file), 'utf8')).split('\n');
      expect(lines.length, `${file}:${line}`).toBeGreaterThanOrEqual(line);
    }
    const [call] = (await readFile(join(cwd, 'calls.ndjson'), 'utf8')).split('\n');
    expect(JSON.parse(call ?? '')).toMatchObject({ file: expect.any(String), line: expect.any(Number) });

    const next = /csqa (explain \S+)/.exec(out)?.[1]?.split(' ') ?? [];
    const explained = await runBin({ args: next, cwd });
    expect(explained.code).toBe(0);
    expect(explained.out).toContain('Why it matters');
    expect(explained.out).toContain('https://cwe.mitre.org/');
  }, 300_000);

  it('gives its report again without an analysis while nothing changes, unless told not to', async () => {
    const cwd = await scratchDirectory();
    const env = { CSQA_CACHE_DIR: join(cwd, 'results') };
    const analyze = async (out: string, ...flags: readonly string[]) => {
      const ended = await runBin({ args: ['analyze', clinic, '-o', out, ...flags], cwd, env });
      expect(ended.code, ended.err).toBe(0);
      return {
        report: await readFile(join(cwd, out, 'report.json'), 'utf8'),
        isAnew: ended.err.includes('Resolving calls'),
      };
    };
    const first = await analyze('first');
    const second = await analyze('second', '--cache-dir', 'results');
    const third = await analyze('third', '--no-cache');
    expect([first, second, third].map(({ isAnew }) => isAnew)).toEqual([true, false, true]);
    expect(second.report).toBe(first.report);
    expect(third.report).toBe(first.report);
  }, 300_000);

  it('does not pass a gate for findings that are high', async () => {
    const cwd = await scratchDirectory();
    const { code, out } = await runBin({ args: ['analyze', clinic, '--fail-on', 'high', '-q'], cwd });
    expect(code).toBe(1);
    expect(out).toContain('Gate failed');
  }, 300_000);

  it('is compared with advisories, and a directory without any is refused', async () => {
    const cwd = await scratchDirectory();
    const library = { ecosystem: 'Maven', name: 'org.mybatis.spring.boot:mybatis-spring-boot-starter' };
    const ranges = [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed: '99.1' }] }];
    const advisory = { id: 'CVE-2026-0002', affected: [{ package: library, ranges }] };
    await mkdir(join(cwd, 'advisories'));
    await writeFile(join(cwd, 'advisories', 'one.json'), JSON.stringify(advisory));
    const compared = await runBin({
      args: ['analyze', clinic, '--advisories', 'advisories', '--json', '-q'],
      cwd,
    });
    expect(compared.code, compared.err).toBe(0);
    const { report } = JSON.parse(compared.out);
    const found = report.findings.find(
      ({ rule }: { rule: string }) => rule === 'CSQA-E1-vulnerable-component',
    );
    expect(found).toMatchObject({ file: 'pom.xml', what: expect.stringContaining('CVE-2026-0002') });
    expect(found.fix).toContain('99.1');
    const refused = await runBin({ args: ['analyze', clinic, '--advisories', 'nowhere', '-q'], cwd });
    expect(refused.code).toBe(2);
    expect(refused.err).toMatch(/no directory of advisories at .*nowhere/);
  }, 300_000);

  it('can be analysed here, says the doctor', async () => {
    const { code, out } = await runBin({ args: ['doctor', '--json'], cwd: clinic });
    expect([code, JSON.parse(out).ok]).toEqual([0, true]);
    const russian = await runBin({ args: ['doctor', '--lang', 'ru'], cwd: clinic });
    expect(russian.out).toMatch(/можно писать[\s\S]*свободно [\d,]+ ГиБ/);
    expect(russian.out).not.toMatch(/free for|can be written|not known/);
  });
});

describe('bad input', () => {
  it('with nothing in it is refused', async () => {
    const cwd = await scratchDirectory();
    await mkdir(join(cwd, 'empty'));
    const { code, err } = await runBin({ args: ['analyze', 'empty', '-q'], cwd });
    expect(code).toBe(2);
    expect(err).toMatch(/^error: .*empty.*\nfix: /);
  });

  it('in a configuration is told with key, line and what was expected', async () => {
    const cwd = await scratchDirectory();
    await writeFile(join(cwd, 'Owner.java'), 'class Owner {}');
    await writeFile(join(cwd, '.csqa.yml'), 'model: csqa-2\ngate:\n  failOn: hgh\n');
    const { code, err } = await runBin({ args: ['analyze', '-q'], cwd });
    expect(code).toBe(2);
    expect(err).toContain(
      '.csqa.yml:3: gate.failOn: expected one of none, low, medium, high, critical, got "hgh"',
    );
    const russian = await runBin({ args: ['analyze', '-q', '--lang', 'ru'], cwd });
    expect(russian.err).toContain(
      'ошибка: .csqa.yml:3: gate.failOn: ожидалось: одно из none, low, medium, high, critical, получено: "hgh"',
    );
    const missing = await runBin({ args: ['analyze', '-q', '--config', 'nowhere.yml'], cwd });
    expect(missing.code).toBe(2);
    expect(missing.err).toContain('nowhere.yml');
  });

  it('that init wrote is none', async () => {
    const cwd = await scratchDirectory();
    await writeFile(join(cwd, 'Owner.java'), 'class Owner {}');
    await runBin({ args: ['init'], cwd });
    const { code, err } = await runBin({ args: ['analyze', '-q'], cwd });
    expect([code, err]).toEqual([0, '']);
  });

  it('in another language is measured where it can be, and never passes a gate', async () => {
    const cwd = await scratchDirectory();
    await writeFile(join(cwd, 'clinic.py'), 'print(1)\n');
    const open = await runBin({ args: ['analyze'], cwd });
    expect(open.code).toBe(0);
    expect(open.out).toContain('No source file was analysed.');
    expect(open.out).toMatch(/D1 Technology boundaries\s+0\.00/);
    expect(open.out).toMatch(/A1 A2 A3 .*: no production code in a supported language/);
    expect((await runBin({ args: ['analyze', '--fail-on', 'critical', '-q'], cwd })).code).toBe(1);
    expect((await stat(join(cwd, 'csqa-out', 'report.json'))).isFile()).toBe(true);
  }, 300_000);
});
