import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repositoryRoot, runCommand } from './run-command.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'csqa run command '));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function script(name: string, text: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, text);
  return file;
}

describe('a command', () => {
  it('hands back the exit code and what was said on both streams', async () => {
    const file = await script('speak.mjs', "console.log('out'); console.error('err'); process.exitCode = 7;");
    const { code, text } = await runCommand({ script: file, output: 'capture' });
    expect(code).toBe(7);
    expect(text.split('\n').sort()).toEqual(['', 'err', 'out']);
  });

  it('reports a signal as shells do', async () => {
    const file = await script('die.mjs', "process.kill(process.pid, 'SIGKILL');");
    expect(await runCommand({ script: file, output: 'capture' })).toMatchObject({ code: 137 });
  });

  it('passes arguments through untouched, blanks and shell characters included', async () => {
    const file = await script('echo.mjs', 'process.stdout.write(JSON.stringify(process.argv.slice(2)));');
    const args = ['a path', '$HOME', '"', '*'];
    const { text } = await runCommand({ script: file, args, output: 'capture' });
    expect(JSON.parse(text)).toEqual(args);
  });

  it('gives grandchildren the same Node that runs us, by putting our tools first on PATH', async () => {
    const file = await script(
      'grandchild.mjs',
      "import { execFileSync } from 'node:child_process'; process.stdout.write(execFileSync('node', ['-v']));",
    );
    const { text } = await runCommand({ script: file, cwd: tmpdir(), output: 'capture' });
    expect(text.trim()).toBe(process.version);
  });

  it('starts in the repository wherever the caller stands', async () => {
    const file = await script('where.mjs', 'process.stdout.write(process.cwd());');
    const { text } = await runCommand({ script: file, output: 'capture' });
    expect(`${text}/`).toBe(`${repositoryRoot}/`);
  });
});
