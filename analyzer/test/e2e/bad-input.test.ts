import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { configured, errorOf, reportIn, runAnalyzer } from './run-analyzer.ts';
import { controller, controllerFile, pieces, scratchDirectory, scratchTree } from './scratch-tree.ts';

describe('a source that is none', () => {
  it('says that nothing is there', async () => {
    const outcome = await runAnalyzer(join(scratchDirectory(), 'missing'));
    expect(outcome.code).toBe(2);
    expect(errorOf(outcome)).toMatchObject({ code: 'SOURCE_NOT_FOUND', retryable: false });
    expect(errorOf(outcome).message).toContain('missing');
  });

  it('says that a file is not a directory', async () => {
    const root = scratchTree({ 'A.java': 'class A { }' });
    const outcome = await runAnalyzer(join(root, 'A.java'));
    expect(outcome.code).toBe(2);
    expect(errorOf(outcome).code).toBe('SOURCE_NOT_A_DIRECTORY');
  });

  it('says that a directory is empty', async () => {
    const outcome = await runAnalyzer(scratchDirectory());
    expect(outcome.code).toBe(2);
    expect(errorOf(outcome).code).toBe('SOURCE_EMPTY');
    expect(readdirSync(outcome.out)).toEqual([]);
  });

  it('says that everything in it is ignored', async () => {
    const outcome = await runAnalyzer(scratchTree({ '.gitignore': '*\n', 'A.java': 'class A { }' }));
    expect(errorOf(outcome)).toMatchObject({
      code: 'SOURCE_EMPTY',
      hint: expect.stringContaining('.gitignore'),
    });
  });
});

describe('an out directory', () => {
  it('that is a file is refused before anything is analysed', async () => {
    const file = join(scratchTree({ taken: 'mine' }), 'taken');
    const outcome = await runAnalyzer(scratchTree({ [controllerFile]: controller }), { out: file });
    expect(outcome.code).toBe(2);
    expect(errorOf(outcome).code).toBe('OUT_DIR_REFUSED');
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(outcome.events.some((event) => event.type === 'phase')).toBe(false);
  });

  it('below a file is refused', async () => {
    const file = join(scratchTree({ taken: 'mine' }), 'taken');
    const outcome = await runAnalyzer(scratchTree({ [controllerFile]: controller }), {
      out: join(file, 'out'),
    });
    expect(outcome.code).toBe(2);
    expect(errorOf(outcome).code).toBe('OUT_DIR_REFUSED');
  });

  it('keeps what is not ours, and a report that stands in the way of another one is replaced whole', async () => {
    const out = scratchTree({ 'report.json': 'an older one', 'notes.txt': 'mine' });
    reportIn(await runAnalyzer(scratchTree({ [controllerFile]: controller }), { out }));
    expect(readdirSync(out).sort()).toEqual(['notes.txt', 'report.json']);
    expect(readFileSync(join(out, 'notes.txt'), 'utf8')).toBe('mine');
  });

  it('with a directory called report.json fails, and leaves no half of a file', async () => {
    const out = scratchTree({ 'report.json/keep': 'mine' });
    const outcome = await runAnalyzer(scratchTree({ [controllerFile]: controller }), { out });
    expect(outcome.code).toBe(1);
    expect(errorOf(outcome).code).toBe('WRITE_FAILED');
    expect(readdirSync(out)).toEqual(['report.json']);
  });

  it('on a full disk fails and says so, and leaves no half of a file', async (context) => {
    const out = scratchDirectory();
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4k', 'csqa-full', out], { stdio: 'ignore' });
    } catch {
      context.skip('only root, outside of containers, can mount a disk that is full');
    }
    onTestFinished(() => {
      execFileSync('umount', [out]);
    });
    const outcome = await runAnalyzer(scratchTree({ [controllerFile]: controller }), { out });
    expect(outcome.code).toBe(1);
    expect(errorOf(outcome)).toMatchObject({
      code: 'WRITE_FAILED',
      message: expect.stringContaining('no space'),
    });
    expect(readdirSync(out)).toEqual([]);
  });
});

describe('a run that is ended', () => {
  const large = Object.fromEntries(
    Array.from({ length: 400 }, (_, file) => [
      `src/main/java/shop/C${file}.java`,
      `package shop; class C${file} { ${pieces(60, (n) => `String m${n}(String a) { return a + ${n}; } `)} }`,
    ]),
  );

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s leaves neither a report nor a part of one',
    async (signal) => {
      const outcome = await runAnalyzer(scratchTree(large), {
        onEvent: (event, child) => {
          if (event.type === 'phase' && event.phase === 'facts') child.kill(signal);
        },
      });
      expect(outcome.code).toBe(1);
      expect(errorOf(outcome).code).toBe('CANCELLED');
      expect(readdirSync(outcome.out)).toEqual([]);
    },
  );

  it('by its deadline says how long it had, and can be tried again', async () => {
    const outcome = await runAnalyzer(scratchTree(large), { args: ['--deadline', '0.05'] });
    expect(outcome.code).toBe(1);
    expect(errorOf(outcome)).toMatchObject({
      code: 'DEADLINE_EXCEEDED',
      message: expect.stringContaining('0.05 s'),
      retryable: true,
    });
    expect(readdirSync(outcome.out)).toEqual([]);
  });

  it('by the end of its memory says that it was that, and no defect', async () => {
    const outcome = await runAnalyzer(scratchTree(large), { nodeArgs: ['--max-old-space-size=32'] });
    expect(outcome.code).toBe(1);
    expect(errorOf(outcome)).toMatchObject({
      code: 'OUT_OF_MEMORY',
      hint: expect.stringContaining('--max-old-space-size'),
    });
    expect(readdirSync(outcome.out)).toEqual([]);
  });

  it('keeps an older report when it is cut off', async () => {
    const out = scratchTree({ 'report.json': 'an older one' });
    await runAnalyzer(scratchTree(large), { out, args: ['--deadline', '0.05'] });
    expect(readFileSync(join(out, 'report.json'), 'utf8')).toBe('an older one');
  });
});

describe('a configuration', () => {
  it('with a wrong key is refused with file, line, key and what was meant', async () => {
    const root = scratchTree({
      '.csqa.yml': 'model: csqa-2\n\nexcludes:\n  - vendor/\n',
      'A.java': 'class A { }',
    });
    const outcome = await runAnalyzer(root);
    expect(outcome.code).toBe(2);
    expect(errorOf(outcome).code).toBe('CONFIG_INVALID');
    expect(errorOf(outcome).message).toMatch(/\.csqa\.yml:3.*excludes.*exclude\b/su);
  });

  it('with a wrong value is refused with what was expected', async () => {
    const root = scratchTree({ 'A.java': 'class A { }' });
    const outcome = await runAnalyzer(root, { args: configured('model: csqa-9\n') });
    expect(outcome.code).toBe(2);
    expect(errorOf(outcome).message).toMatch(/csqa\.yml:1.*model.*csqa-1.*csqa-9/su);
  });

  it.each([
    ['is no YAML', 'exclude: [a, b\n'],
    ['nests without end', '['.repeat(100_000)],
    [
      'is an alias bomb',
      `a: &a [x, x]\n${pieces(20, (n) => `${'bcdefghijklmnopqrstu'[n]}: &${'bcdefghijklmnopqrstu'[n]} [*${'abcdefghijklmnopqrst'[n]}, *${'abcdefghijklmnopqrst'[n]}]\n`)}`,
    ],
    ['is a list', '- a\n- b\n'],
    ['is binary', '\u0000\u0001\u0002'],
  ])('that %s is refused', async (_what, text) => {
    const outcome = await runAnalyzer(scratchTree({ '.csqa.yml': text, 'A.java': 'class A { }' }));
    expect(outcome.code).toBe(2);
    expect(errorOf(outcome).code).toBe('CONFIG_INVALID');
  });

  it('called .csqa.yaml is refused, beside .csqa.yml or by its name it is not', async () => {
    const misspelt = { [controllerFile]: controller, '.csqa.yaml': 'exclude: ["src/**"]\n' };
    const outcome = await runAnalyzer(scratchTree(misspelt));
    expect(outcome.code).toBe(2);
    expect(errorOf(outcome).message).toBe('expected the configuration as .csqa.yml, got .csqa.yaml');
    const both = await runAnalyzer(scratchTree({ ...misspelt, '.csqa.yml': 'exclude: []\n' }));
    expect(reportIn(both).entryPoints).toHaveLength(1);
    const root = scratchTree(misspelt);
    const named = await runAnalyzer(root, { args: ['--config', join(root, '.csqa.yaml')] });
    expect([named.code, reportIn(named).entryPoints]).toEqual([0, []]);
  });

  it('that is named and not there is refused', async () => {
    const outcome = await runAnalyzer(scratchTree({ 'A.java': 'class A { }' }), {
      args: ['--config', 'nowhere.yml'],
    });
    expect(outcome.code).toBe(2);
    expect(errorOf(outcome).code).toBe('CONFIG_INVALID');
  });

  it('that is a link out of the tree is not followed, and nothing of its target is told', async () => {
    const elsewhere = scratchTree({ secret: 'root:x:0:0:a secret line\n' });
    const root = scratchTree({ 'A.java': 'class A { }' });
    symlinkSync(join(elsewhere, 'secret'), join(root, '.csqa.yml'));
    const outcome = await runAnalyzer(root);
    expect(outcome.code).toBe(2);
    expect(errorOf(outcome).code).toBe('CONFIG_INVALID');
    expect(JSON.stringify(outcome)).not.toContain('secret line');
  });

  it('that is a pipe does not keep the run waiting', async () => {
    const root = scratchTree({ 'A.java': 'class A { }' });
    execFileSync('mkfifo', [join(root, '.csqa.yml')]);
    expect(errorOf(await runAnalyzer(root)).code).toBe('CONFIG_INVALID');
  });
});

describe('the command line', () => {
  it('refuses what it does not know, and writes nothing', async () => {
    const outcome = await runAnalyzer(scratchTree({ 'A.java': 'class A { }' }), { args: ['--mode', 'slow'] });
    expect(outcome.code).toBe(2);
    expect(outcome.log).toContain('slow');
    expect(existsSync(join(outcome.out, 'report.json'))).toBe(false);
  });

  it('refuses a deadline that is no time', async () => {
    const outcome = await runAnalyzer(scratchTree({ 'A.java': 'class A { }' }), {
      args: ['--deadline', '-1'],
    });
    expect(outcome.code).toBe(2);
  });

  it('fails with a reason where the calls cannot be written', async () => {
    const taken = scratchDirectory();
    mkdirSync(join(taken, 'calls'));
    writeFileSync(join(taken, 'calls', 'x'), '');
    const outcome = await runAnalyzer(scratchTree({ [controllerFile]: controller }), {
      args: ['--dump-calls', join(taken, 'calls')],
    });
    expect(outcome.code).not.toBe(0);
    expect(errorOf(outcome).code).toBe('WRITE_FAILED');
    expect(readdirSync(outcome.out)).toEqual([]);
  });
});

describe('a Node that is too old', () => {
  /** What such a one says of itself, and a function that it lacks. */
  const old = [
    "Object.defineProperty(process.versions, 'node', { value: '20.20.2' })",
    'delete Promise.withResolvers',
  ].join(';');

  it('is told so in one sentence, before anything that it lacks is met', async () => {
    const outcome = await runAnalyzer(scratchTree({ 'A.java': 'class A { }' }), {
      nodeArgs: ['--import', `data:text/javascript,${encodeURIComponent(old)}`],
    });
    expect(outcome.code).toBe(1);
    expect(errorOf(outcome)).toMatchObject({
      code: 'NODE_TOO_OLD',
      message: expect.stringMatching(/^Node \S+ or newer is needed, this is Node 20\.20\.2$/),
    });
    expect(outcome.events).toHaveLength(1);
  });
});
