import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { configFrom } from '../config.ts';
import { refuseDeafness } from './refuse-deafness.ts';
import { type Credentials, stepDown } from './step-down.ts';
import { socketFrom } from './this-container.ts';

const servant = { uid: process.getuid?.() ?? 1000, gid: process.getgid?.() ?? 1000 };

describe('a process in a container', () => {
  let dir: string;
  let did: string[];

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'csqa-entry-'));
    did = [];
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  const credentials = (uid: number): Credentials => ({
    uid,
    setGroups: (groups) => did.push(`groups ${groups.join(' ')}`),
    setGroup: (gid) => did.push(`group ${gid}`),
    setUser: (to) => did.push(`user ${to}`),
  });

  it('gives up groups, group and user in this order, and keeps the group of the socket', async () => {
    const socket = join(dir, 'docker.sock');
    await writeFile(socket, '');
    const { gid } = await stat(socket);
    const dataDir = join(dir, 'data', 'out');
    const said = await stepDown({
      servant: { ...servant, gid: 4321 },
      credentials: credentials(0),
      dataDir,
      socket,
    }).catch((error: unknown) => error);
    if (process.getuid?.() !== 0) return expect(said).toMatchObject({ code: 'CONFIG_INVALID' });
    expect(did).toEqual([`groups 4321 ${gid}`, 'group 4321', `user ${servant.uid}`]);
    expect((await stat(dataDir)).gid).toBe(4321);
  });

  it('has only its own group where no engine is mounted', async () => {
    await stepDown({ servant, credentials: credentials(0), dataDir: dir, socket: join(dir, 'absent.sock') });
    expect(did[0]).toBe(`groups ${servant.gid}`);
  });

  it('stays who it is where somebody else started it, and touches nothing', async () => {
    const dataDir = join(dir, 'not-made');
    const said = await stepDown({ servant, credentials: credentials(12345), dataDir, socket: null });
    expect([said, did]).toEqual(['running as user 12345', []]);
    await expect(stat(dataDir)).rejects.toThrow('ENOENT');
  });

  it('says which directory cannot be given away', async () => {
    const file = join(dir, 'file');
    await writeFile(file, '');
    const given = { servant, credentials: credentials(0), dataDir: join(file, 'below'), socket: null };
    await expect(stepDown(given)).rejects.toThrow(`the data directory ${given.dataDir} cannot be given`);
    expect(did).toEqual([]);
  });

  it('finds the socket by DOCKER_HOST, and none behind the address of a server', () => {
    expect(socketFrom({})).toBe('/var/run/docker.sock');
    expect(socketFrom({ DOCKER_HOST: 'unix:///run/user/1000/docker.sock' })).toBe(
      '/run/user/1000/docker.sock',
    );
    expect(socketFrom({ DOCKER_HOST: 'tcp://proxy:2375' })).toBe(null);
  });
});

describe('a container that would listen to itself alone', () => {
  it('is refused, unless it was asked for something else', () => {
    const open = configFrom({});
    expect(() => refuseDeafness(open, [])).toThrow('CSA_WEB_TOKEN is not set');
    expect(() => refuseDeafness(open, ['serve'])).toThrow('CSA_WEB_TOKEN is not set');
    expect(() => refuseDeafness(open, ['backup', 'file'])).not.toThrow();
    expect(() => refuseDeafness(configFrom({ CSA_WEB_TOKEN: 'secret' }), [])).not.toThrow();
    const worker = configFrom({ APP_MODE: 'pipeline', DATABASE_URL: 'postgresql://db/x' });
    expect(() => refuseDeafness(worker, [])).not.toThrow();
  });
});
