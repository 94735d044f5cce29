import { describe, expect, it } from 'vitest';
import { createDockerCli } from './docker-cli.ts';

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
