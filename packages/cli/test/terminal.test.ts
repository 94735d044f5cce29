import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtBin, scriptTree } from './built-bin.ts';

/** util-linux's `script` gives a program a terminal; BSD's takes other options. */
const hasScript =
  spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') === true;

const mustRun = process.env.CSQA_E2E === 'required';

if (!hasScript && !mustRun) process.stderr.write('skipped: a terminal needs `script` of util-linux\n');

const shellQuoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** Everything that a terminal of so many columns gets from one command line. */
async function onTerminal(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const tree = await scriptTree('good');
  const command = [process.execPath, builtBin, ...args].map(shellQuoted).join(' ');
  const log = join(tree.root, 'terminal.txt');
  return execFileSync('script', ['-qec', `stty cols 100 rows 30; ${command}`, log], {
    cwd: tree.root,
    env: { PATH: process.env.PATH ?? '', TERM: 'xterm-256color', ...tree.env, ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

describe.runIf(hasScript || mustRun)('on a terminal', () => {
  it('a bar is drawn, and gone when the coloured summary comes', async () => {
    const text = await onTerminal(['analyze', 'clinic']);
    const summary = text.indexOf('Architectural security');
    const progress = text.slice(0, summary);
    expect(progress).toContain('Resolving calls');
    expect(progress).toContain('2/2');
    expect(progress).toContain('█');
    expect(progress).toContain('\u001b[2K');
    expect(progress.lastIndexOf('\u001b[?25h')).toBeGreaterThan(progress.lastIndexOf('\u001b[?25l'));
    expect(text.slice(summary)).toContain('\u001b[31m');
    expect(text.slice(summary)).not.toContain('\u001b[2K');
  });

  it.each([
    ['NO_COLOR', [], { NO_COLOR: '1' }],
    ['--no-color', ['--no-color'], {}],
  ])('%s leaves the bar and takes the colours', async (_, flags, env) => {
    const text = await onTerminal(['analyze', 'clinic', ...flags], env);
    expect(text).toContain('\u001b[2K');
    expect(text).not.toContain('\u001b[31m');
  });

  it.each([
    ['a dumb one', { TERM: 'dumb' }],
    ['one of CI', { CI: 'true' }],
  ])('%s gets lines', async (_, env) => {
    const text = await onTerminal(['analyze', 'clinic'], env);
    expect(text).not.toContain('\u001b[2K');
    expect(text).toContain('[2/2]');
  });
});
