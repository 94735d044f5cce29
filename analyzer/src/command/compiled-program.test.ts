import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';

const scratch = mkdtempSync(join(tmpdir(), 'csqa-compiled-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const module = new URL('./compiled-program.ts', import.meta.url).href;

/** A program whose functions are compiled when they are called, for `calls` names how many of them are. */
const program = (greeting: string) => `(function(require,module,exports,importMetaUrl){
const greet = (name) => { const words = ['${greeting}', name]; return words.join(' '); };
${Array.from({ length: 400 }, (_, index) => `function part${index}(x) { const kept = []; for (const each of x) kept.push(each + ${index}, each * ${index}); return kept.map((one) => one * 2).filter((one) => one % 3 === 0).length; }`).join('\n')}
exports.run = (calls) => { for (const part of [${Array.from({ length: 400 }, (_, index) => `part${index}`).join(',')}].slice(0, calls)) part([1, 2, 3]); return greet(importMetaUrl.slice(-6)); };
})`;

describe('a program that is run as one script', () => {
  let root: string;
  let caches: string;
  let script: string;

  beforeEach(() => {
    root = mkdtempSync(join(scratch, 'run-'));
    caches = join(root, 'caches');
    script = join(root, 'my.cjs');
    writeFileSync(script, program('Hello'));
  });

  function start({ calls = 10, megabytes = 0, env = { NODE_COMPILE_CACHE: caches } }: Starting = {}): string {
    const code = `const { compiledProgram } = await import(${JSON.stringify(module)});
      const { exports, keep } = compiledProgram(new URL(${JSON.stringify(pathToFileURL(script).href)}));
      process.stdout.write(exports.run(${calls}));
      const ballast = Array.from({ length: ${megabytes} }, () => new Array(131_072).fill(0.5));
      keep(); ballast.at(0);`;
    return execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
      env: { PATH: process.env.PATH ?? '', ...env },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  const keptFiles = (): readonly string[] =>
    readdirSync(caches, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.includes('my.cjs-'))
      .map((name) => join(caches, name))
      .sort();

  function theKeptFile(): string {
    const [file, ...others] = keptFiles();
    expect(others).toEqual([]);
    return file ?? expect.fail('nothing was kept');
  }

  it('runs with its place as the address of the module, and keeps what was compiled', () => {
    expect(start()).toBe('Hello my.cjs');
    expect(readFileSync(theKeptFile()).length).toBeGreaterThan(1_000);
  });

  it('takes what was kept as it is while no more is needed', () => {
    start();
    const first = readFileSync(theKeptFile());
    expect(start()).toBe('Hello my.cjs');
    expect(readFileSync(theKeptFile())).toEqual(first);
  });

  it('keeps more where a run has needed much more', () => {
    start();
    const { length } = readFileSync(theKeptFile());
    start({ calls: 400 });
    expect(readFileSync(theKeptFile()).length).toBeGreaterThan(length * 1.5);
  });

  it('keeps it anew where a run is much larger than the one before, and asks no such run again', () => {
    start();
    const small = readFileSync(theKeptFile());
    start({ megabytes: 40 });
    const large = readFileSync(theKeptFile());
    expect(large).not.toEqual(small);
    start({ megabytes: 40, calls: 400 });
    expect(readFileSync(theKeptFile())).toEqual(large);
    start({ megabytes: 96, calls: 400 });
    expect(readFileSync(theKeptFile()).length).toBeGreaterThan(large.length * 1.5);
  });

  it('takes nothing that was compiled of another text of the same length', () => {
    start();
    writeFileSync(script, program('Adieu'));
    expect(start()).toBe('Adieu my.cjs');
    expect(keptFiles()).toHaveLength(2);
  });

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    [
      'changed in one bit',
      (bytes: Buffer) =>
        Buffer.concat([bytes.subarray(0, -9), Buffer.from([(bytes.at(-9) ?? 0) ^ 1]), bytes.subarray(-8)]),
    ],
  ] as const)('compiles anew where what was kept is %s, and mends it', (_, damage) => {
    start();
    const file = theKeptFile();
    const whole = readFileSync(file);
    writeFileSync(file, damage(whole));
    expect(start()).toBe('Hello my.cjs');
    const mended = readFileSync(file);
    expect(mended.length).toBeGreaterThan(whole.length * 0.9);
    start();
    expect(readFileSync(file)).toEqual(mended);
  });

  it('keeps nothing where Node keeps nothing', () => {
    expect(start({ env: {} })).toBe('Hello my.cjs');
    expect(start({ env: { NODE_COMPILE_CACHE: caches, NODE_DISABLE_COMPILE_CACHE: '1' } })).toBe(
      'Hello my.cjs',
    );
    expect(readdirSync(root)).toEqual(['my.cjs']);
  });

  it('runs where nothing can be written', () => {
    start();
    const file = theKeptFile();
    rmSync(file);
    mkdirSync(file);
    expect(start()).toBe('Hello my.cjs');
    expect(readdirSync(dirname(file)).filter((name) => name.startsWith('my.cjs'))).toEqual([basename(file)]);
  });

  it('keeps no more than four builds of a program', () => {
    for (const greeting of ['One', 'Two', 'Three', 'Four', 'Five', 'Six']) {
      writeFileSync(script, program(greeting));
      start();
    }
    expect(keptFiles()).toHaveLength(4);
  });
});

interface Starting {
  /** Of how many functions. */
  readonly calls?: number;
  /** Objects beside it. */
  readonly megabytes?: number;
  readonly env?: Readonly<Record<string, string>>;
}
