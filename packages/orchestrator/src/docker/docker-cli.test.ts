import { describe, expect, it } from 'vitest';
import { createDockerCli } from './docker-cli.ts';
import { dockerFailure } from './docker-failure.ts';

describe('the command line of an engine', () => {
  it('is looked for in the usual places where nobody says where programs are', async () => {
    const asked = createDockerCli('sh', {}).call(['-c', 'echo "$PATH"']);
    expect((await asked).stdout).toMatch(/^\/usr\/local\/bin:\/usr\/bin:/u);
    const told = createDockerCli('/bin/sh', { PATH: '/somewhere' }).call(['-c', 'echo "$PATH"']);
    expect((await told).stdout).toBe('/somewhere\n');
  });

  it.each([
    ['docker', 'There is no program "docker" on the PATH.'],
    ['/nowhere/docker', 'There is no program "/nowhere/docker".'],
  ])('says where %s was looked for', async (bin, message) => {
    const asked = createDockerCli(bin, { PATH: '/nowhere' }).call(['version']);
    await expect(asked).rejects.toMatchObject({ code: 'ENGINE_UNAVAILABLE', message });
  });
});

describe('what an engine refuses', () => {
  it.each([
    ['permission denied while trying to connect', 'ENGINE_FORBIDDEN'],
    ['client version 1.20 is too old', 'ENGINE_API_MISMATCH'],
    ['Cannot connect to the Docker daemon. Is the docker daemon running?', 'ENGINE_UNREACHABLE'],
    ['no space left on device', 'DISK_FULL'],
    ['bind source path does not exist', 'PATH_NOT_SHARED'],
    ['no such image', 'IMAGE_MISSING'],
    ['something of a later version', 'START_FAILED'],
  ])('has a remedy in both languages: %s', (stderr, code) => {
    const result = { exitCode: 1, stdout: '', stderr, timedOut: false };
    const error = dockerFailure(result, { what: 'start it', otherwise: 'START_FAILED' });
    expect(error.code).toBe(code);
    expect(error.hint).not.toMatch(/[а-яё]/u);
    expect(error.localized.ruHint).toMatch(/^[А-Я]/u);
  });
});
