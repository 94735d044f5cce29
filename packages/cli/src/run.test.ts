import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { csqaErrorCodes } from '@csqa/orchestrator';
import { METRIC_IDS, WRITERS } from '@csqa/report';
import { describe, expect, it } from 'vitest';
import { sampleReport } from '../../report/test/sample-report.ts';
import { memoryWorld } from '../test/memory-world.ts';
import { scratchDirectory } from '../test/scratch-directory.ts';
import { run } from './run.ts';
import type { Environment } from './terminal/terminal.ts';
import { cliTextsOf } from './text/texts-of.ts';

interface Told {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function csqa(
  argv: readonly string[],
  world: { readonly env?: Environment; readonly cwd?: string } = {},
): Promise<Told> {
  const memory = memoryWorld(world);
  const code = await run(argv, memory);
  return { code, out: memory.stdout.text(), err: memory.stderr.text() };
}

describe('help', () => {
  it.each(['analyze', 'render', 'diff', 'explain', 'metrics', 'init', 'doctor', 'reap', 'backup', 'restore'])(
    'of %s has examples',
    async (command) => {
      const { code, out, err } = await csqa([command, '--help']);
      expect([code, err]).toEqual([0, '']);
      expect(out).toContain(`Usage: csqa ${command}`);
      expect(out).toContain(`csqa ${command}`);
      expect(out.split('Examples:')[1]).toContain(`csqa ${command}`);
    },
  );

  it('is Russian to the last word that is ours', async () => {
    for (const command of [
      [],
      ['analyze'],
      ['render'],
      ['diff'],
      ['explain'],
      ['metrics'],
      ['init'],
      ['doctor'],
      ['reap'],
    ]) {
      const { out } = await csqa([...command, '--help', '--lang', 'ru']);
      expect(out).toContain('Запуск: csqa');
      expect(out).not.toMatch(/\b(?:Usage|Options|Arguments|Commands|Examples|default|choices|display)\b/);
    }
  });

  it('follows the environment', async () => {
    const { out } = await csqa(['--help'], { env: { LANG: 'ru_RU.UTF-8' } });
    expect(out).toContain('Измеряет архитектурную безопасность');
  });

  it('tells the exit codes and fits 80 columns', async () => {
    const { out } = await csqa(['--help']);
    expect(out).toContain('2 wrong input or configuration');
    for (const line of out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
  });

  it('is what one gets without a command, as an error', async () => {
    const { code, out, err } = await csqa([]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('Usage: csqa');
  });

  it('has the version beside it', async () => {
    expect(await csqa(['--version'])).toEqual({ code: 0, out: '1.2.3\n', err: '' });
  });
});

describe('a wrong command line', () => {
  it.each([
    [['analyse'], 'there is no command analyse', 'did you mean analyze?'],
    [['analyze', '--jsn'], 'there is no option --jsn', 'did you mean --json?'],
    [
      ['analyze', '--mode', 'deep'],
      '--mode: expected one of fast, full, got "deep"',
      'see csqa analyze --help',
    ],
    [
      ['analyze', '--fail-on', 'bad'],
      '--fail-on: expected one of critical, high, medium, low, none, got "bad"',
      '',
    ],
    [['analyze', '--max-risk', '2'], '--max-risk: expected a number from 0 to 1, got "2"', ''],
    [
      ['analyze', '--timeout', 'soon'],
      '--timeout: expected seconds, or 90s, 30m, 2h, up to a week, got "soon"',
      '',
    ],
    [['analyze', '--memory', '4x'], '--memory: expected bytes, or 512m, 4g, got "4x"', ''],
    [
      ['analyze', '--format', 'json,pdf'],
      `--format: expected one of ${Object.keys(WRITERS).join(', ')}, got "json,pdf"`,
      '',
    ],
    [['analyze', '--engine', 'k8s'], '--engine: expected one of', ''],
    [['analyze', 'a', 'b'], 'too many arguments: a, b', 'see csqa analyze --help'],
    [['analyze', '--out'], 'expected a value after -o, --out <dir>', ''],
    [['explain'], 'expected an argument: id', 'see csqa explain --help'],
    [['metrics', '--lang', 'de'], '--lang <language>: expected one of en, ru, got "de"', ''],
  ])('%j is told in one line, with a fix', async (argv, message, fix) => {
    const { code, out, err } = await csqa(argv);
    expect([code, out]).toEqual([2, '']);
    expect(err.split('\n')).toHaveLength(3);
    expect(err).toContain(`error: ${message}`);
    expect(err.split('\n')[1]).toMatch(/^fix: \S/);
    expect(err).toContain(fix);
  });

  it('is told in Russian', async () => {
    expect((await csqa(['analyze', '--mode', 'deep', '--lang', 'ru'])).err).toBe(
      'ошибка: --mode: ожидалось одно из fast, full, получено «deep»\nисправить: смотрите csqa analyze --help\n',
    );
  });

  it('is told as JSON on standard output where JSON was asked for', async () => {
    const { code, out, err } = await csqa(['analyze', '--json', '--max-risk', 'x']);
    expect([code, err]).toEqual([2, '']);
    expect(JSON.parse(out)).toEqual({
      exitCode: 2,
      error: {
        code: 'USAGE',
        message: '--max-risk: expected a number from 0 to 1, got "x"',
        fix: 'see csqa analyze --help',
        retryable: false,
      },
    });
  });

  it('cannot speak to the terminal', async () => {
    const { err } = await csqa(['analyze', '--mode', '\u001b[2J\u202eevil']);
    expect(err.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});

describe('a failure of the orchestrator', () => {
  it('is one line and a fix, in English and in Russian', async () => {
    const cwd = await scratchDirectory();
    const missing = join(cwd, 'clinik');
    expect(await csqa(['analyze', 'clinik'], { cwd })).toEqual({
      code: 2,
      out: '',
      err: `error: There is nothing at ${missing}.\nfix: Check the spelling of the path.\n`,
    });
    expect((await csqa(['analyze', 'clinik', '--lang', 'ru'], { cwd })).err).toBe(
      `ошибка: По пути ${missing} ничего нет.\nисправить: проверьте, как написан путь\n`,
    );
  });

  it('has a Russian name and remedy, each of them', () => {
    const { orchestrator } = cliTextsOf('ru').failure;
    for (const code of csqaErrorCodes) {
      expect(orchestrator(code).title, code).toMatch(/[а-я]{3}/);
      expect(orchestrator(code).fix, code).toMatch(/[а-я]{3}/);
    }
  });

  it('about the environment names the variable', async () => {
    const { code, err } = await csqa(['doctor'], { env: { CSQA_ANALYZER_MEMORY: 'lots' } });
    expect(code).toBe(2);
    expect(err).toContain('CSQA_ANALYZER_MEMORY');
  });
});

describe('--dump-calls', () => {
  it('is looked at before the analysis, not after it', async () => {
    const cwd = await scratchDirectory();
    await mkdir(join(cwd, 'calls'));
    for (const [file, reason] of [
      ['calls', 'it is a directory'],
      ['nowhere/calls.ndjson', 'its directory does not exist'],
    ] as const) {
      const { code, err } = await csqa(['analyze', '.', '--dump-calls', file], { cwd });
      expect([code, err.includes(reason)]).toEqual([2, true]);
    }
    expect(await readdir(cwd)).toEqual(['calls']);
  });
});

describe('init', () => {
  it('writes a commented configuration, and never over another without being told', async () => {
    const cwd = await scratchDirectory();
    const file = join(cwd, '.csqa.yml');
    expect((await csqa(['init'], { cwd })).out).toContain(`Wrote ${file}`);
    const english = await readFile(file, 'utf8');
    expect(english).toContain('# When a run fails');
    const refused = await csqa(['init', '--lang', 'ru'], { cwd });
    expect(refused).toEqual({
      code: 2,
      out: '',
      err: `ошибка: ${file} уже есть\nисправить: csqa init --force заменит его\n`,
    });
    expect(await readFile(file, 'utf8')).toBe(english);
    expect((await csqa(['init', '--force', '--lang', 'ru'], { cwd })).code).toBe(0);
    expect(await readFile(file, 'utf8')).toContain('# Модель оценки');
  });

  it('says where it may not write', async () => {
    const { code, err } = await csqa(['init'], { cwd: '/proc' });
    expect(code).toBe(2);
    expect(err).toMatch(
      /^error: \/proc\/\.csqa\.yml cannot be written: (?:permission denied|it is not there)\nfix: /,
    );
  });
});

describe('metrics', () => {
  it.each(['en', 'ru'] as const)('explains all fifteen, the map and the index (%s)', async (lang) => {
    const { code, out } = await csqa(['metrics', '--lang', lang]);
    expect(code).toBe(0);
    for (const id of [...METRIC_IDS, 'M1']) expect(out).toMatch(new RegExp(`^${id} `, 'm'));
    expect(out).toContain(cliTextsOf(lang).metrics.index.slice(0, 30));
    for (const line of out.split('\n')) expect([...line].length, line).toBeLessThanOrEqual(80);
  });

  it('gives programs the same', async () => {
    const document = JSON.parse((await csqa(['metrics', '--json'])).out);
    expect(document.metrics).toHaveLength(15);
    expect(document.metrics[0]).toMatchObject({ id: 'A1', group: 'A', weight: 0.08 });
    expect(document.bands).toEqual([
      { id: 'low', name: 'low', from: 0 },
      { id: 'moderate', name: 'moderate', from: 0.15 },
      { id: 'high', name: 'high', from: 0.3 },
      { id: 'critical', name: 'critical', from: 0.5 },
    ]);
  });
});

describe('explain', () => {
  it('reads the directory that analyze leaves', async () => {
    const cwd = await scratchDirectory();
    await mkdir(join(cwd, 'csqa-out'));
    await writeFile(join(cwd, 'csqa-out', 'report.json'), WRITERS.json.render(sampleReport()));
    const { code, out } = await csqa(['explain', 'F-3f9a'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('critical  Privileged operation close to a public entry point');
    const named = await csqa(['explain', 'F-3f9a1d', '--report', 'csqa-out/report.json'], { cwd });
    expect(named).toEqual({
      code: 2,
      out: '',
      err:
        'error: F-3f9a1d is no finding of csqa-out/report.json, no rule and no metric\n' +
        'fix: closest: F-3f9a1c; the ids are in csqa-out/report.json\n',
    });
  });

  it('explains rules and metrics without a report', async () => {
    const cwd = await scratchDirectory();
    const { code, out } = await csqa(['explain', 'B3'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('Are all roads to one operation guarded alike?');
    expect(out).toContain('There is no report at ./csqa-out');
  });

  it.each([
    ['a report that is not there', [], 'there is no report at elsewhere'],
    ['a file that is no report', ['{"contract": 1}'], 'elsewhere is not a report of this version'],
    ['a report of another version', ['{"contract": 7}'], 'expected contract 1, got 7'],
    ['half a report', ['{"contract": 1, "meta": '], 'expected JSON'],
  ])('refuses %s', async (_, texts, message) => {
    const cwd = await scratchDirectory();
    for (const text of texts) await writeFile(join(cwd, 'elsewhere'), text);
    const { code, err } = await csqa(['explain', 'C1', '--report', 'elsewhere'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err.split('\n')).toHaveLength(3);
  });
});
