import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportSaying } from '../../../report/test/hostile-report.ts';
import { sampleReport, sampleRunRecord } from '../../../report/test/sample-report.ts';
import { type BundledProject, type ForkBundle, packBundle, readBundle } from './fork-bundle.ts';

const owners: BundledProject = {
  project: { slug: 'owners', path: '' },
  head: sampleReport(),
  record: sampleRunRecord(),
  base: { status: 'absent', sha: null, reason: 'nothing-there' },
};

const bundle: ForkBundle = {
  headSha: 'a'.repeat(40),
  testedSha: 'c'.repeat(40),
  projects: [
    {
      project: { slug: 'billing', path: 'services/billing' },
      head: sampleReport(),
      record: sampleRunRecord(),
      base: { status: 'there', sha: 'b'.repeat(40), report: sampleReport({ findings: [] }) },
    },
    owners,
  ],
};

/** The bundle as its maker could have written it, with something changed. */
function forged(change: (document: object) => unknown): Uint8Array {
  const document = {
    bundle: 1,
    headSha: bundle.headSha,
    testedSha: bundle.testedSha,
    projects: [written({})],
  };
  return gzipSync(JSON.stringify(change(document)));
}

function written(changes: object): object {
  return {
    project: { slug: 'billing', path: 'services/billing' },
    head: JSON.stringify(sampleReport()),
    record: JSON.stringify(sampleRunRecord()),
    base: { status: 'absent', sha: null, reason: 'not-git' },
    ...changes,
  };
}

const withProject = (project: object) =>
  forged((document) => ({ ...document, projects: [written({ project })] }));

describe('the bundle of a fork', () => {
  it('arrives as it was sent', () => {
    expect(readBundle(packBundle(bundle))).toEqual({ ok: true, bundle });
  });

  it('may say whatever it likes in its texts, which are texts and nothing else', () => {
    const hostile = reportSaying('::set-output name=x::</details><script>alert(1)</script>@everyone');
    const read = readBundle(packBundle({ ...bundle, projects: [{ ...owners, head: hostile }] }));
    expect(read.ok).toBe(true);
  });

  it.each([
    ['a directory above', { slug: 'a', path: '../../etc' }],
    ['an absolute path', { slug: 'a', path: '/etc' }],
    ['a drive', { slug: 'a', path: 'C:/Windows' }],
    ['a backslash', { slug: 'a', path: 'services\\..\\..' }],
    ['a line end', { slug: 'a', path: 'services\n::error::' }],
    ['a name that would end a marker', { slug: 'a-->', path: '' }],
    ['a name that is a path', { slug: '../../x', path: '' }],
    ['a key of its own', { slug: 'a', path: '', file: '/etc/passwd' }],
  ])('is refused with %s for a project', (_, project) => {
    expect(readBundle(withProject(project))).toMatchObject({ ok: false, refusal: 'invalid' });
  });

  it('is accepted with a name and a path of the same shape that lead nowhere else', () => {
    expect(readBundle(withProject({ slug: 'a', path: 'services/..billing' })).ok).toBe(true);
  });

  it.each([
    ['a commit that is an option', (document: object) => ({ ...document, headSha: '--upload-pack=x' })],
    ['another version', (document: object) => ({ ...document, bundle: 2 })],
    ['no project', (document: object) => ({ ...document, projects: [] })],
    ['a pull request that it chose itself', (document: object) => ({ ...document, pullRequest: 1 })],
    ['nothing but null', () => null],
  ])('is refused with %s', (_, change) => {
    expect(readBundle(forged(change))).toMatchObject({ ok: false, refusal: 'invalid' });
  });

  it('is refused with two projects of one name, whose comments would overwrite each other', () => {
    expect(readBundle(packBundle({ ...bundle, projects: [owners, owners] }))).toEqual({
      ...{ ok: false, refusal: 'invalid', where: 'projects' },
    });
  });

  it('is refused before it unpacks to more than there is room for', () => {
    const bomb = gzipSync(Buffer.alloc(4 * 1024 ** 2));
    expect(readBundle(bomb, { packed: 1024 ** 2, unpacked: 1024 ** 2 })).toMatchObject({
      refusal: 'too-large',
    });
    expect(readBundle(packBundle(bundle), { packed: 100, unpacked: 1024 ** 2 })).toMatchObject({
      refusal: 'too-large',
    });
  });

  it('never throws, and is never read from bytes that are none', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(readBundle(bytes).ok).toBe(false);
        expect(readBundle(gzipSync(bytes)).ok).toBe(false);
      }),
    );
  });
});
