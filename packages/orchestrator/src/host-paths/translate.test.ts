import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containerIdIn } from './own-container.ts';
import { readPathMap } from './path-map.ts';
import { below, type OwnMount, translate } from './translate.ts';

const bind = (source: string, destination: string): OwnMount => ({
  type: 'bind',
  source,
  destination,
  subpath: '',
});

const volume = (source: string, destination: string, subpath = ''): OwnMount => ({
  type: 'volume',
  source,
  destination,
  subpath,
});

describe('a path of our container, as its host calls it', () => {
  it('is that of the bind it is in', () => {
    expect(translate('/data/jobs/1', [bind('/srv/csqa', '/data')])).toMatchObject({
      kind: 'bind',
      hostPath: '/srv/csqa/jobs/1',
    });
  });

  it('is that of the innermost of nested binds', () => {
    const mounts = [bind('/srv/csqa', '/data'), bind('/mnt/fast', '/data/jobs')];
    expect(translate('/data/jobs/1', mounts)).toMatchObject({ hostPath: '/mnt/fast/1' });
    expect(translate('/data/reports', mounts)).toMatchObject({ hostPath: '/srv/csqa/reports' });
  });

  it('is never that of a mount whose name only begins alike', () => {
    expect(translate('/database/1', [bind('/srv/csqa', '/data')])).toBeNull();
    expect(translate('/database/1', [bind('/a', '/data'), bind('/b', '/database')])).toMatchObject({
      hostPath: '/b/1',
    });
  });

  it('is a directory of a volume, below the one that is mounted', () => {
    expect(translate('/data/jobs/1', [volume('csqa', '/data')])).toMatchObject({
      volume: 'csqa',
      subpath: 'jobs/1',
    });
    expect(translate('/data', [volume('csqa', '/data', 'tenant')])).toMatchObject({ subpath: 'tenant' });
    expect(translate('/data/jobs', [volume('csqa', '/data', 'tenant')])).toMatchObject({
      subpath: 'tenant/jobs',
    });
  });

  it('is known for everything where the root of the host is mounted', () => {
    expect(translate('/etc', [bind('/', '/')])).toMatchObject({ hostPath: '/etc' });
    expect(translate('/mnt/home/me', [bind('/', '/mnt')])).toMatchObject({ hostPath: '/home/me' });
  });

  it('is told as relative to a directory exactly where it is in it', () => {
    const name = fc.stringMatching(/^[a-z, :Я]{1,6}$/).filter((text) => text !== '.' && text !== '..');
    const path = fc.array(name, { maxLength: 4 });
    fc.assert(
      fc.property(path, path, (base, rest) => {
        expect(below(`/${base.join('/')}`, `/${[...base, ...rest].join('/')}`)).toBe(rest.join('/'));
      }),
    );
  });
});

describe('the id of our own container', () => {
  const id = 'c'.repeat(64);
  const line = (root: string, mountPoint: string): string =>
    `1234 1100 254:1 ${root} ${mountPoint} rw,relatime - ext4 /dev/vda rw`;

  it('is in the mounts that the engine makes of its own files', () => {
    expect(containerIdIn(line(`/var/lib/docker/containers/${id}/hostname`, '/etc/hostname'))).toBe(id);
    const podman = `/overlay-containers/${id}/userdata/hosts`;
    expect(containerIdIn(line(`/var/lib/containers/storage${podman}`, '/etc/hosts'))).toBe(id);
  });

  it('is not that of another container, whose files are shown to us', () => {
    expect(containerIdIn(line(`/var/lib/docker/containers/${id}/logs`, '/logs'))).toBeNull();
    expect(containerIdIn('')).toBeNull();
  });
});

describe('an explicit map of paths', () => {
  it('is pairs, in which separators may be written as part of a name', () => {
    expect(readPathMap('/app/out=/var/lib/csqa; /src=/home/me/a b ;')).toEqual([
      { inside: '/app/out', host: '/var/lib/csqa' },
      { inside: '/src', host: '/home/me/a b' },
    ]);
    expect(readPathMap(String.raw`/a\;b=/c\=d`)).toEqual([{ inside: '/a;b', host: '/c=d' }]);
    expect(readPathMap(String.raw`/src=C:\Users\me`)).toEqual([
      { inside: '/src', host: String.raw`C:\Users\me` },
    ]);
  });

  it.each(['/only-one', 'relative=/x', '/x=relative', '/a=/b=/c'])('that says "%s" is refused', (text) => {
    expect(() => readPathMap(text)).toThrow(/pairs of absolute paths/);
  });
});
