import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Report, reportAsOf, textsOf } from '@csqa/report';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../src/config/default-config.ts';
import { analyze } from '../../src/pipeline.ts';
import { controller, controllerFile, scratchDirectory, scratchTree } from './scratch-tree.ts';

/** A tree with one of nearly everything that the analyzer complains about. */
function brokenTree(): string {
  const root = scratchTree({
    [controllerFile]: controller,
    '.gitignore': '*q*w*e*r*\n',
    'package.json': '{"dependencies": ',
    'src/main/java/shop/Broken.java': 'class Broken { void pay( { int 1; } }',
    'src/main/java/shop/Latin.java': Uint8Array.from([
      ...Buffer.from('class Latin { String s = "'),
      0xe9,
      34,
      59,
      125,
    ]),
    'src/main/java/shop/Large.java': `class Large { /* ${'x'.repeat(5_000)} */ }`,
    'src/main/java/shop/Quiet.java': [
      'class Quiet {',
      '  // csqa-ignore CSQA-B1-thin-defence',
      '  // csqa-ignore CSQA-B1-thin-defence until=2020-01-01 reason="for a while"',
      '  // csqa-ignore CSQA-B1-thin-defence until=2030-01-01 reason="nothing here"',
      '  // csqa-ignore everything',
      '}',
    ].join('\n'),
    'src/main/resources/application.yml': 'server: [unclosed',
  });
  symlinkSync(scratchDirectory(), join(root, 'elsewhere'));
  return root;
}

function reportOn(root: string): Promise<Report> {
  return analyze({
    root,
    config: { ...DEFAULT_CONFIG, limits: { ...DEFAULT_CONFIG.limits, maxFileBytes: 5_000 } },
    configFile: '.csqa.yml',
    mode: 'fast',
    revision: null,
    version: '0.0.0',
    onStage: () => undefined,
    onProgress: () => undefined,
  });
}

/** Names of the contract under which sentences stand. */
const SENTENCES = ['what', 'why', 'fix', 'reason', 'message', 'hint'] as const;

/** Sentences without Russian beside them, as `path: sentence`. */
function onlyEnglish(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const fields = value as Readonly<Record<string, unknown>>;
  const russian = (value as { localized?: { ru?: Record<string, unknown> } }).localized?.ru;
  const missing = SENTENCES.filter(
    (name) => typeof fields[name] === 'string' && !/[а-яё]{2}/i.test(String(russian?.[name])),
  ).map((name) => `${path}.${name}: ${fields[name]}`);
  const nested = Object.entries(fields).filter(([key]) => key !== 'localized');
  return [...missing, ...nested.flatMap(([key, item]) => onlyEnglish(item, `${path}.${key}`))];
}

/** Whether English words stand in a Russian sentence; names of code do not speak. */
function isMixed(sentence: string): boolean {
  return /(?:^|[\s(])(?:is|are|of|by|in|the|a|and|not|no|with|calls|gives)\s/i.test(sentence);
}

/** What a report tells people. Reasons of skipped files are codes, that of a suppression is its author's. */
function told({ metrics, findings, diagnostics, entryPoints, guards }: Report): object {
  const access = entryPoints.map((entry) => entry.access);
  return { metrics, findings, diagnostics, access, guards };
}

describe('the languages of a report', () => {
  it('have every sentence on an application in Russian too', async () => {
    const clinic = fileURLToPath(new URL('../../../examples/clinic', import.meta.url));
    const report = await reportOn(clinic);
    expect(onlyEnglish(told(report), 'report')).toEqual([]);
    const mixed = report.findings.flatMap(({ localized }) =>
      Object.values(localized?.ru ?? {}).filter(isMixed),
    );
    expect(mixed).toEqual([]);
    const silent = report.entryPoints.filter(({ access }) => access.verdict === 'unknown' && !access.reason);
    expect(silent).toEqual([]);
    const labels = report.metrics.flatMap(({ id, distribution }) =>
      id === 'D1' ? [] : (distribution ?? []),
    );
    expect(labels.filter(({ label, localized }) => /[a-z]{3}/i.test(label) && !localized)).toEqual([]);
  }, 60_000);

  it('have every complaint about a broken tree in Russian too', async () => {
    const report = reportAsOf(await reportOn(brokenTree()), '2026-11-26');
    const codes = new Set(report.diagnostics.map(({ code }) => code));
    expect([...codes].sort()).toEqual([
      'configuration-unreadable',
      'file-too-large',
      'ignore-rule-skipped',
      'invalid-utf8',
      'manifest-unreadable',
      'suppression-expired',
      'suppression-unreadable',
      'suppression-unused',
      'suppression-without-reason',
      'symlink-skipped',
      'syntax-error',
    ]);
    expect(onlyEnglish(told(report), 'report')).toEqual([]);
    const { skipReasons } = textsOf('ru');
    expect(report.files.skipped.filter(({ reason }) => skipReasons[reason] === undefined)).toEqual([]);
  }, 60_000);
});
