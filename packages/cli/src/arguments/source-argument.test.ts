import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { AnalysisSource } from '@csqa/orchestrator';
import { describe, expect, it } from 'vitest';
import { scratchDirectory } from '../../test/scratch-directory.ts';
import { UsageError } from '../failures/usage-error.ts';
import type { Environment } from '../terminal/terminal.ts';
import { cliTextsOf } from '../text/texts-of.ts';
import { readSource } from './source-argument.ts';

const run = promisify(execFile);

function read(
  written: string,
  changes: { cwd?: string; ref?: string; env?: Environment } = {},
): Promise<AnalysisSource> {
  const { cwd = '/nowhere', ref, env = {} } = changes;
  return readSource({ written, ref, cwd, env, texts: cliTextsOf('en').usage });
}

describe('a source', () => {
  it.each([
    'https://github.com/spring-projects/spring-petclinic',
    'http://git.clinic.internal:8080/clinic.git',
    'file:///srv/git/clinic.git',
    'HTTPS://github.com/a/b',
    'svn://old.example/clinic',
  ])('with a protocol is a URL: %s', async (url) => {
    expect(await read(url)).toEqual({ kind: 'git', url });
    expect(await read(url, { ref: 'v1' })).toEqual({ kind: 'git', url, ref: 'v1' });
  });

  it('is never nothing: a variable that is not set does not mean the current directory', async () => {
    await expect(read('')).rejects.toThrow(
      'source: expected a directory, a git URL or a bare repository, got ""',
    );
  });

  it('without one is a path from the current directory, even if nothing is there', async () => {
    expect(await read('.', { cwd: '/srv/clinic' })).toEqual({ kind: 'directory', path: '/srv/clinic' });
    expect(await read('../shop', { cwd: '/srv/clinic' })).toEqual({ kind: 'directory', path: '/srv/shop' });
  });

  it('is a directory whatever it looks like, if it is there', async () => {
    const cwd = await scratchDirectory();
    for (const name of ['github.com/owner/clinic', 'git@clinic:main']) {
      await mkdir(join(cwd, name), { recursive: true });
      expect(await read(name, { cwd })).toEqual({ kind: 'directory', path: join(cwd, name) });
    }
  });

  it('is cloned if it is a bare repository', async () => {
    const cwd = await scratchDirectory();
    await run('git', ['init', '--quiet', '--bare', 'clinic.git'], { cwd });
    const url = pathToFileURL(join(cwd, 'clinic.git')).href;
    expect(await read('clinic.git', { cwd })).toEqual({ kind: 'git', url });
  });

  it('is read as it is if it is a work tree, and cloned if a commit is asked for', async () => {
    const cwd = await scratchDirectory();
    await run('git', ['init', '--quiet'], { cwd });
    expect(await read('.', { cwd })).toEqual({ kind: 'directory', path: cwd });
    expect(await read('.', { cwd, ref: 'main' })).toEqual({
      kind: 'git',
      url: pathToFileURL(cwd).href,
      ref: 'main',
    });
  });

  it('that is not under git has no commit to ask for', async () => {
    const cwd = await scratchDirectory();
    await writeFile(join(cwd, 'Owner.java'), 'class Owner {}');
    await expect(read('.', { cwd, ref: 'main' })).rejects.toThrow(`${cwd} is not a git repository`);
  });

  it.each([
    ['git@github.com:owner/clinic.git', 'https://github.com/owner/clinic.git'],
    ['ssh://git@git.example:2222/owner/clinic', 'https://git.example/owner/clinic'],
  ])('over ssh is refused with the https address: %s', async (written, url) => {
    const refusal = await read(written).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UsageError);
    expect((refusal as UsageError).fix).toContain(url);
  });

  it('that lost its protocol is refused with it', async () => {
    const refusal = await read('github.com/owner/clinic').catch((error: unknown) => error);
    expect((refusal as UsageError).fix).toBe('csqa analyze https://github.com/owner/clinic');
  });

  it('gets the token of the environment over https, and over nothing else', async () => {
    const env = { CSQA_GIT_TOKEN: 't0ken', CSQA_GIT_USERNAME: 'oauth2' };
    expect(await read('https://git.example/clinic', { env })).toMatchObject({
      credentials: { token: 't0ken', username: 'oauth2' },
    });
    expect(await read('http://git.example/clinic', { env })).not.toHaveProperty('credentials');
    expect(await read('file:///srv/clinic.git', { env })).not.toHaveProperty('credentials');
  });
});
