import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compareReports, type Report, readComparison, renderCombined, WRITERS } from '@csqa/report';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../../../report/test/hostile-text.ts';
import { sampleReport, sampleRunRecord } from '../../../report/test/sample-report.ts';
import { HANDLER, ROAD_FINDING, SERVICE, SERVICE_GUARD, treeReport } from '../../../report/test/two-trees.ts';
import { memoryWorld } from '../../test/memory-world.ts';
import { plainLook } from '../../test/plain-look.ts';
import { scratchDirectory } from '../../test/scratch-directory.ts';
import { diffLines } from '../diff/diff-page.ts';
import { run } from '../run.ts';
import { cliTextsOf } from '../text/texts-of.ts';

const base = treeReport({ guards: [SERVICE_GUARD] });
const head = treeReport({
  findings: [ROAD_FINDING],
  contents: { [SERVICE]: 's2' },
  verdict: 'public',
  rule: 'anyRequest().permitAll()',
});

async function diff(
  [before, after]: readonly [Report, Report],
  flags: readonly string[] = [],
): Promise<{ code: number; out: string; err: string }> {
  const cwd = await scratchDirectory();
  await mkdir(join(cwd, 'before'));
  await writeFile(join(cwd, 'before', 'report.json'), WRITERS.json.render(before));
  const orchestrator = sampleRunRecord();
  await writeFile(join(cwd, 'after.json'), renderCombined({ contract: 1, report: after, orchestrator }));
  return diffIn(cwd, ['before', 'after.json', ...flags]);
}

async function diffIn(cwd: string, argv: readonly string[]) {
  const world = memoryWorld({ cwd });
  const code = await run(['diff', ...argv], world);
  return { code, out: world.stdout.text(), err: world.stderr.text() };
}

describe('diff', () => {
  it('tells what is new, where, and what caused it', async () => {
    const { code, out, err } = await diff([base, head]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('New risk in untouched code  1');
    expect(out).toContain("guard removed: @PreAuthorize(hasRole('VET'))");
    expect(out).toMatch(/POST \/owners +authenticated → public \(more may come in\)/);
    expect(out).toContain('Files: 1 changed, 0 added, 0 removed');
    expect(out).toContain('No gate is set');
  });

  it('tells it in Russian', async () => {
    const { out } = await diff([base, head], ['--lang', 'ru']);
    expect(out).toContain('Новый риск в нетронутом коде  1');
    expect(out).toContain('убрана защита');
    expect(out).not.toMatch(/\b(?:New|Guards|Files|removed|Before|After)\b/);
  });

  it('says of one state of the code that nothing is new', async () => {
    const { out } = await diff([head, head]);
    expect(out).toContain('unchanged 1');
    expect(out).not.toMatch(/New|removed {2}/);
  });

  it.each([
    [['--fail-on-new', 'high'], 1],
    [['--fail-on-new', 'none'], 0],
    [['--fail-on', 'critical'], 1],
    [['--max', 'B1=0.1'], 1],
    [['--max', 'B=1,B1=1'], 0],
    [['--max-increase', 'B1=0'], 0],
    [['--max-risk-increase', '0'], 0],
  ] as const)('ends by the gate: %j with %d', async (flags, code) => {
    expect((await diff([base, head], flags)).code).toBe(code);
  });

  it('takes the gate of the configuration of the second report', async () => {
    const configured = {
      ...head,
      meta: { ...head.meta, config: { ...head.meta.config, gate: { failOnNew: 'high' } } },
    };
    expect((await diff([base, configured])).code).toBe(1);
    expect((await diff([configured, configured])).code).toBe(0);
  });

  it('prints JSON that a reader of comparisons reads, with the gate beside it', async () => {
    const { out } = await diff([base, head], ['--format', 'json', '--fail-on-new', 'high']);
    const read = readComparison(out);
    expect(read.ok && read.value.counts).toMatchObject({ new: 1, ripple: 1 });
    expect(JSON.parse(out).gate).toMatchObject({
      verdict: 'failed',
      reasons: [{ code: 'new-findings', text: expect.stringContaining('1 new or worse finding') }],
      conditions: expect.arrayContaining([expect.objectContaining({ verdict: 'fail', actual: 1 })]),
    });
  });

  it('prints Markdown', async () => {
    const { out } = await diff([base, head], ['--format', 'markdown', '--fail-on-new', 'high']);
    expect(out).toContain('❌ **Gate failed**');
    expect(out).toContain('### New risk in untouched code (1)');
    expect(out).toContain("guard removed: `@PreAuthorize(hasRole('VET'))` `src/OwnerService.java:20`");
  });
});

describe('reports that do not fit together', () => {
  const changed = (meta: Partial<Report['meta']>): Report => ({ ...head, meta: { ...head.meta, ...meta } });

  it('by version are compared, said not to be comparable, and pass no gate on what is new', async () => {
    const other = changed({ version: '9.9.9' });
    const { code, out } = await diff([base, other]);
    expect([code, out.includes('! The reports cannot be compared')]).toEqual([0, true]);
    expect(out.replace(/\s+/g, ' ')).toContain('versions of the analyzer (csqa 0.1.0 → csqa 9.9.9)');
    const gated = await diff([base, other], ['--fail-on-new', 'critical']);
    expect([gated.code, gated.out.includes('the baseline cannot be compared with')]).toEqual([1, true]);
    const tolerant = await diff(
      [base, other],
      ['--fail-on-new', 'critical', '--on-missing-baseline', 'pass'],
    );
    expect([tolerant.code, tolerant.out.includes('could not tell')]).toEqual([0, true]);
  });

  it('by scoring model are compared under that of the second', async () => {
    const { out } = await diff([base, changed({ model: 'csqa-1' })]);
    expect(out).toContain('different scoring models');
    expect(out).not.toContain('cannot be compared');
  });

  it.each([
    [changed({ project: 'shop' }), 'different projects'],
    [
      {
        ...head,
        methods: [{ ...(head.methods[0] as Report['methods'][number]), id: 'x#y()', file: 'X.java' }],
      },
      'are they of one project?',
    ],
  ])('by project are an error %#', async (other, why) => {
    const { code, out, err } = await diff([base, other]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(why);
    expect(err).toContain('fix: name two reports of one project');
  });

  it('because there is none, or one file twice, or a comparison, or another contract, are errors that say so', async () => {
    const cwd = await scratchDirectory();
    await writeFile(join(cwd, 'a.json'), WRITERS.json.render(base));
    await writeFile(join(cwd, 'c.json'), '{ "comparison": 1 }');
    await writeFile(join(cwd, 'old.json'), JSON.stringify({ ...base, contract: 7 }));
    for (const [argv, message] of [
      [['a.json', 'nowhere'], 'there is no report at nowhere'],
      [['a.json', './a.json'], 'both are the same file'],
      [['c.json', 'a.json'], 'c.json is a comparison of two reports'],
      [['old.json', 'a.json'], 'expected contract 1, got 7'],
      [['a.json'], 'expected an argument: head'],
    ] as const) {
      const { code, err } = await diffIn(cwd, argv);
      expect([code, err.includes(message)], err).toEqual([2, true]);
      expect(err.split('\n')[1]).toMatch(/^fix: \S/);
    }
  });
});

describe('suppressions', () => {
  const suppression = {
    source: 'config',
    reason: 'x',
    until: '2026-12-31',
    file: '.csqa.yml',
    line: 1,
  } as const;
  const quiet = { ...treeReport(), suppressed: [{ ...ROAD_FINDING, suppression }] };

  it('are judged by a day that can be given', async () => {
    const on = async (day: string) =>
      (await diff([base, quiet], ['--fail-on', 'critical', '--as-of', day])).code;
    expect([await on('2026-12-31'), await on('2027-01-01')]).toEqual([0, 1]);
    const { code, err } = await diff([base, quiet], ['--as-of', 'tomorrow']);
    expect([code, err.includes('a day as YYYY-MM-DD')]).toEqual([2, true]);
  });
});

it('a comparison of hostile reports stays text on a terminal', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const finding = { ...ROAD_FINDING, what: text, file: text || 'x', symbol: text, id: text };
      const guard = { ...SERVICE_GUARD, method: HANDLER, text };
      const comparison = compareReports(
        { ...treeReport({ guards: [guard] }), meta: { ...base.meta, version: text.slice(0, 200) } },
        sampleReport({ ...treeReport({ findings: [finding] }), meta: { ...base.meta, project: text } }),
      );
      const lines = diffLines({ comparison, gate: null, texts: cliTextsOf('en'), look: plainLook(80) });
      for (const line of lines) expect(line).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }),
    { numRuns: 50 },
  );
});
