import { cp, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readComparison } from '@csqa/report';
import { describe, expect, it } from 'vitest';
import { type Ended, runBin } from './built-bin.ts';
import { scratchDirectory } from './scratch-directory.ts';

const clinic = resolve(import.meta.dirname, '../../../examples/clinic');
const service = 'src/main/java/org/csqa/clinic/prescriptions/PrescriptionService.java';
const controller = 'src/main/java/org/csqa/clinic/prescriptions/PrescriptionController.java';
const guard = '@PreAuthorize("hasRole(\'VET\')")';

describe('a change that takes a guard away', () => {
  it('opens findings in the untouched controller with the guard as their cause, fails the gate, and is fixed by its return', async () => {
    const cwd = await scratchDirectory();
    const csqa = (...args: readonly string[]): Promise<Ended> => runBin({ args, cwd });
    const analyze = (tree: string, out: string, ...flags: readonly string[]) =>
      csqa('analyze', tree, '-o', out, '-q', ...flags);
    await cp(clinic, join(cwd, 'tree'), { recursive: true });
    expect((await analyze('tree', 'before')).code).toBe(0);
    const guarded = await readFile(join(cwd, 'tree', service), 'utf8');
    await writeFile(join(cwd, 'tree', service), guarded.replace(guard, ''));
    expect(await readFile(join(cwd, 'tree', service), 'utf8')).not.toBe(guarded);

    const open = await analyze('tree', 'open', '--baseline', 'before', '--fail-on-new', 'high');
    expect([open.code, open.out.includes('new or worse findings of severity high')], open.err).toEqual([
      1,
      true,
    ]);
    const told = await csqa('diff', 'before', 'open', '--format', 'json');
    const read = readComparison(told.out);
    if (!read.ok) throw new Error(read.message);
    const fresh = read.value.findings.filter(({ state }) => state === 'new');
    expect(fresh.length).toBeGreaterThan(0);
    for (const { finding, origin, causes } of fresh) {
      expect([finding.file, origin, causes[0]?.kind, causes[0]?.side]).toEqual([
        controller,
        'ripple',
        'guard-removed',
        'base',
      ]);
      expect([causes[0]?.file, causes[0]?.text]).toEqual([service, "@PreAuthorize(hasRole('VET'))"]);
    }
    expect((await csqa('diff', 'before', 'open')).out).toContain('New risk in untouched code');

    await writeFile(join(cwd, 'tree', service), guarded);
    const closed = await analyze('tree', 'closed', '--baseline', 'open', '--fail-on-new', 'critical');
    expect([closed.code, closed.out.includes('Gate passed')], closed.err).toEqual([0, true]);
    const fixed = readComparison((await csqa('diff', 'open', 'closed', '--format', 'json')).out);
    expect(fixed.ok && fixed.value.counts.fixed).toBe(fresh.length);
    expect((await csqa('diff', 'before', 'closed')).out).not.toMatch(/^New|^Fixed|new \d|moved \d/m);
    const bytes = await Promise.all(
      ['before', 'closed'].map((out) => readFile(join(cwd, out, 'report.json'))),
    );
    expect(bytes[0]?.equals(bytes[1] as Buffer)).toBe(true);
  }, 300_000);
});

describe('a baseline', () => {
  it('that is not there is an error, unless somebody said what to do then', async () => {
    const cwd = await scratchDirectory();
    await writeFile(join(cwd, 'Owner.java'), 'class Owner {}');
    const flags = ['analyze', '-q', '--baseline', 'nowhere', '--fail-on-new', 'high'];
    const missing = await runBin({ args: flags, cwd });
    expect([missing.code, missing.err.includes('there is no baseline at nowhere')]).toEqual([2, true]);
    const tolerant = await runBin({ args: [...flags, '--on-missing-baseline', 'pass'], cwd });
    expect([tolerant.code, tolerant.out.includes('could not tell')], tolerant.err).toEqual([0, true]);
    const without = await runBin({ args: ['analyze', '-q', '--fail-on-new', 'high'], cwd });
    expect([without.code, without.out.includes('there is no baseline')]).toEqual([1, true]);
  }, 300_000);
});

describe('a suppression', () => {
  it('holds to its last day, comes back on the next, and changes neither metrics nor, with the day, report.json', async () => {
    const cwd = await scratchDirectory();
    await cp(clinic, join(cwd, 'tree'), { recursive: true });
    const entry = "{ rule: CSQA-C3-secret-in-log, until: 2026-12-31, reason: 'until the log is masked' }";
    const on = async (day: string) => {
      const args = ['analyze', 'tree', '--as-of', day];
      const { out } = await runBin({ args, cwd });
      return { out, report: await readFile(join(cwd, 'csqa-out', 'report.json'), 'utf8') };
    };
    const metrics = (report: string) => JSON.parse(report).metrics;
    const plain = await on('2026-12-31');
    await writeFile(join(cwd, 'tree', '.csqa.yml'), `suppress:\n  - ${entry}\n`);
    const [before, after] = [await on('2026-12-31'), await on('2027-01-01')];
    expect(before.report).toBe(after.report);
    expect(metrics(before.report)).toEqual(metrics(plain.report));
    expect(before.out).toMatch(/findings? (?:is|are) suppressed, with reasons/);
    expect(after.out).not.toContain('suppressed, with reasons');
    expect(after.out).toContain('.csqa.yml:2');
  }, 300_000);
});
