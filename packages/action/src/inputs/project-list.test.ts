import { posix, win32 } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProjects, slugOf } from './project-list.ts';

const linux = { workspace: '/home/runner/work/clinic', repository: 'Clinic', path: posix };
const windows = { workspace: 'D:\\a\\clinic\\clinic', repository: 'Clinic', path: win32 };

describe('projects of a run', () => {
  it('are the repository, named after it, where a single dot is given', () => {
    expect(readProjects({ paths: ['.'], names: [] }, linux)).toEqual([{ slug: 'clinic', path: '' }]);
    expect(readProjects({ paths: ['.'], names: [] }, windows)).toEqual([{ slug: 'clinic', path: '' }]);
  });

  it('have the same path and name on Windows as anywhere else', () => {
    const expected = [
      { slug: 'services-billing', path: 'services/billing' },
      { slug: 'services-owners', path: 'services/owners' },
    ];
    const paths = ['services/billing/', './services/owners'];
    expect(readProjects({ paths, names: [] }, linux)).toEqual(expected);
    expect(readProjects({ paths, names: [] }, windows)).toEqual(expected);
    const backward = ['services\\billing', 'D:\\a\\clinic\\clinic\\services\\owners'];
    expect(readProjects({ paths: backward, names: [] }, windows)).toEqual(expected);
  });

  it.each([
    ['..', linux],
    ['services/../../other', linux],
    ['/etc', linux],
    ['..\\other', windows],
    ['C:\\Windows', windows],
    ['\\\\server\\share', windows],
  ])('refuse %s, which leaves the checkout', (path, place) => {
    expect(() => readProjects({ paths: [path], names: [] }, place)).toThrow(/leaves the checkout/);
  });

  it('keep a directory whose name begins with dots inside', () => {
    expect(readProjects({ paths: ['..services'], names: [] }, linux)).toEqual([
      { slug: 'services', path: '..services' },
    ]);
  });

  it('take names, one a path', () => {
    expect(readProjects({ paths: ['a', 'b'], names: ['front', 'back'] }, linux)).toEqual([
      { slug: 'front', path: 'a' },
      { slug: 'back', path: 'b' },
    ]);
    expect(() => readProjects({ paths: ['a', 'b'], names: ['front'] }, linux)).toThrow(/one name a path/);
    expect(() => readProjects({ paths: ['a'], names: ['Front End'] }, linux)).toThrow(/lower-case letters/);
  });

  it('refuse two of one name or one path before anything is analysed', () => {
    expect(() => readProjects({ paths: ['a/b', 'a-b'], names: [] }, linux)).toThrow(/two projects would be/);
    expect(() => readProjects({ paths: ['a', './a'], names: ['x', 'y'] }, linux)).toThrow(/"a" twice/);
  });

  it('have names that fit everywhere, whatever the path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (path) => {
        expect(slugOf(path)).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/);
      }),
    );
  });
});
