import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { relativePath } from '../../base/ids.ts';
import type { Dependency } from '../../inventory/inventory.ts';
import { cvss3Score } from './cvss.ts';
import { matchAdvisories } from './match-advisories.ts';
import { readOsv } from './osv.ts';
import { diagnoseReading, readAdvisories } from './read-advisories.ts';

interface Parts {
  readonly id?: string;
  readonly aliases?: readonly string[];
  readonly events?: readonly Readonly<Record<string, string>>[];
  readonly versions?: readonly string[];
  readonly ecosystem?: string;
  readonly more?: Readonly<Record<string, unknown>>;
}

const text = 'org.apache.commons:commons-text';

function osv({
  id = 'GHSA-1',
  aliases = ['CVE-2022-42889'],
  events,
  versions = [],
  ecosystem,
  more,
}: Parts = {}) {
  return JSON.stringify({
    id,
    aliases,
    database_specific: { severity: 'CRITICAL' },
    affected: [
      {
        package: { ecosystem: ecosystem ?? 'Maven', name: text },
        ranges: [{ type: 'ECOSYSTEM', events: events ?? [{ introduced: '1.5' }, { fixed: '1.10.0' }] }],
        versions,
      },
    ],
    ...more,
  });
}

const library = (version: string | null, name = 'commons-text'): Dependency => ({
  ecosystem: 'maven',
  group: 'org.apache.commons',
  name,
  version,
  scope: 'runtime',
  kind: 'external',
  file: relativePath('pom.xml'),
  line: 7,
  module: '.',
  targetModule: null,
});

function found(version: string | null, ...advisories: readonly string[]) {
  const index = new Map([[text, advisories.flatMap((json) => readOsv(json) ?? [])]]);
  return matchAdvisories([library(version)], index).map(({ advisories: known, fixed }) => ({
    ids: known.map(({ id, severity }) => `${id} ${severity}`),
    fixed,
  }));
}

describe('an advisory', () => {
  it.each([
    ['1.4', []],
    ['1.5', [{ ids: ['CVE-2022-42889 critical'], fixed: '1.10.0' }]],
    ['1.9', [{ ids: ['CVE-2022-42889 critical'], fixed: '1.10.0' }]],
    ['1.10.0-rc1', [{ ids: ['CVE-2022-42889 critical'], fixed: '1.10.0' }]],
    ['1.10.0', []],
    ['1.10', []],
    [null, []],
  ])('is about version %s or it is not', (version, expected) => {
    expect(found(version, osv())).toEqual(expected);
  });

  it('may end at the last version that it is about, name versions one by one, and come back later', () => {
    expect(found('2.0', osv({ events: [{ introduced: '0' }, { last_affected: '2.0' }] }))).toMatchObject([
      { fixed: null },
    ]);
    expect(found('2.1', osv({ events: [{ introduced: '0' }, { last_affected: '2.0' }] }))).toEqual([]);
    expect(found('9', osv({ versions: ['9.0'] }))).toMatchObject([{ fixed: null }]);
    const again = [{ introduced: '3.0' }, { fixed: '3.2' }, { introduced: '0' }, { fixed: '2.4' }];
    expect(found('2.3', osv({ events: again }))).toMatchObject([{ fixed: '2.4' }]);
    expect(found('2.5', osv({ events: again }))).toEqual([]);
    expect(found('3.1', osv({ events: again }))).toMatchObject([{ fixed: '3.2' }]);
  });

  it('says nothing once it is withdrawn, and of other ecosystems', () => {
    expect(found('1.9', osv({ more: { withdrawn: '2024-01-01T00:00:00Z' } }))).toEqual([]);
    expect(found('1.9', osv({ ecosystem: 'npm' }))).toEqual([]);
    expect(found('1.9', osv({ ecosystem: 'Maven:https://maven.example/' }))).toHaveLength(1);
  });

  it('counts with others of one version as one finding: the worst first, the fix that mends all', () => {
    const low = osv({
      id: 'GHSA-2',
      aliases: [],
      events: [{ introduced: '0' }, { fixed: '1.11' }],
      more: { database_specific: { severity: 'LOW' } },
    });
    expect(found('1.9', low, osv())).toEqual([
      { ids: ['CVE-2022-42889 critical', 'GHSA-2 low'], fixed: '1.11' },
    ]);
    const unfixed = osv({ id: 'GHSA-3', aliases: [], events: [{ introduced: '0' }] });
    expect(found('1.9', osv(), unfixed)).toMatchObject([{ fixed: null }]);
  });

  it('takes its severity from a CVSS vector where the database has no word for it', () => {
    const vector = { type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' };
    expect(readOsv(osv({ more: { database_specific: {}, severity: [vector] } }))?.severity).toBe('critical');
    expect(readOsv(osv({ more: { database_specific: {} } }))?.severity).toBeNull();
  });

  it.each(['', '{', '[]', 'null', '{"id":1}', '{"id":"X","affected":[{"ranges":7}]}'])(
    'is not %j',
    (json) => {
      expect(readOsv(json)).toBeNull();
    },
  );

  it('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.json(), (json) => void readOsv(json)));
  });
});

it('a CVSS 3 vector has the score of the specification', () => {
  expect(cvss3Score('CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H')).toBe(9.8);
  expect(cvss3Score('CVSS:3.0/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N')).toBe(6.1);
  expect(cvss3Score('CVSS:3.1/AV:L/AC:H/PR:H/UI:R/S:U/C:N/I:N/A:L')).toBe(1.8);
  expect(cvss3Score('CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H')).toBe(9.9);
  expect(cvss3Score('CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N')).toBe(0);
  expect(cvss3Score('CVSS:3.1/AV:N/AC:L')).toBeNull();
  expect(cvss3Score('AV:N/AC:L/Au:N/C:P/I:P/A:P')).toBeNull();
});

function scratch(): string {
  const directory = mkdtempSync(join(tmpdir(), 'csqa-advisories-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** A zip archive of deflated entries, each declared as large as told: no tool lies about sizes. */
function zipOf(
  files: readonly { readonly name: string; readonly text: string; readonly declared?: number }[],
): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, text: content, declared } of files) {
    const packed = deflateRawSync(content);
    const header = Buffer.alloc(46);
    header.writeUInt32LE(0x02014b50, 0);
    header.writeUInt16LE(8, 10);
    header.writeUInt32LE(crc32(Buffer.from(content)), 16);
    header.writeUInt32LE(packed.length, 20);
    header.writeUInt32LE(declared ?? Buffer.byteLength(content), 24);
    header.writeUInt16LE(name.length, 28);
    header.writeUInt32LE(offset, 42);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    header.copy(local, 14, 16, 30);
    locals.push(local, Buffer.from(name), packed);
    central.push(header, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

describe('a directory of advisories', () => {
  it('is read with all below it and in its archives, links left out', async () => {
    const root = scratch();
    mkdirSync(join(root, '2022/10'), { recursive: true });
    writeFileSync(join(root, '2022/10/one.json'), osv({ id: 'GHSA-1' }));
    writeFileSync(join(root, 'README.md'), 'no advisory');
    writeFileSync(join(root, 'broken.json'), '{');
    writeFileSync(
      join(root, 'all.zip'),
      zipOf([
        { name: '../../two.json', text: osv({ id: 'GHSA-2' }) },
        { name: 'three.json', text: osv({ id: 'GHSA-3' }) },
      ]),
    );
    symlinkSync(join(root, '2022/10/one.json'), join(root, 'link.json'));
    const { index, count, unreadable } = await readAdvisories(root);
    expect({ count, libraries: [...index.keys()], unreadable }).toEqual({
      // The reader of archives ends at the name that leads out of it, and takes nothing from there.
      count: 1,
      libraries: [text],
      unreadable: 2,
    });
  });

  it('that cannot be listed is told as unreadable, not taken for one without vulnerabilities', async () => {
    const reading = await readAdvisories(join(scratch(), 'nowhere'));
    expect(reading).toMatchObject({ count: 0, unreadable: 1 });
    expect(diagnoseReading(reading).map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'advisories-compared warning',
      'advisories-unreadable warning',
    ]);
  });

  it('takes an archive as OSV publishes it', async () => {
    const root = scratch();
    const files = Array.from({ length: 50 }, (_, at) => ({
      name: `GHSA-${at}.json`,
      text: osv({ id: `GHSA-${at}` }),
    }));
    writeFileSync(join(root, 'all.zip'), zipOf(files));
    expect(await readAdvisories(root)).toMatchObject({ count: 50, unreadable: 0, truncated: false });
  });

  it('bears an archive that unpacks to more than it declares, and one that is none', async () => {
    const root = scratch();
    const bomb = ' '.repeat(50_000_000);
    writeFileSync(join(root, 'bomb.zip'), zipOf([{ name: 'a.json', text: bomb, declared: 100 }]));
    writeFileSync(join(root, 'large.zip'), zipOf([{ name: 'a.json', text: bomb }]));
    writeFileSync(join(root, 'none.zip'), 'PK no archive');
    expect(await readAdvisories(root)).toMatchObject({ count: 0, unreadable: 3 });
  });
});
