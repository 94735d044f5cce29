import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { create } from 'tar';
import { describe, expect, it, onTestFinished } from 'vitest';
import { unpackNpm, unpackZip } from './unpack.ts';

function scratch(): string {
  const directory = mkdtempSync(join(tmpdir(), 'csqa-unpack-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** A zip archive of stored files, written by hand: no tool writes the names that must be refused. */
function zipOf(files: Readonly<Record<string, { readonly text: string; readonly mode?: number }>>): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, { text, mode = 0o100644 }] of Object.entries(files)) {
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt32LE(crc32(Buffer.from(text)), 14);
    local.writeUInt32LE(text.length, 18);
    local.writeUInt32LE(text.length, 22);
    local.writeUInt16LE(name.length, 26);
    const header = Buffer.alloc(46);
    header.writeUInt32LE(0x02014b50, 0);
    header.writeUInt16LE(0x0314, 4);
    local.copy(header, 16, 14, 28);
    header.writeUInt32LE((mode << 16) >>> 0, 38);
    header.writeUInt32LE(offset, 42);
    locals.push(local, Buffer.from(name + text));
    central.push(header, Buffer.from(name));
    offset += 30 + name.length + text.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

describe('a source archive', () => {
  it('is unpacked, directories and links left out', async () => {
    const root = scratch();
    const files = {
      'a/B.java': { text: 'class B { }' },
      'link.java': { text: '/etc/passwd', mode: 0o120777 },
    };
    writeFileSync(join(root, 'a.jar'), zipOf(files));
    mkdirSync(join(root, 'out'));
    await unpackZip(join(root, 'a.jar'), join(root, 'out'));
    expect(readdirSync(join(root, 'out'), { recursive: true }).sort()).toEqual(['a', 'a/B.java']);
    expect(readFileSync(join(root, 'out/a/B.java'), 'utf8')).toBe('class B { }');
  });

  it.each(['../outside.java', '/outside.java', 'a/../../outside.java'])(
    'with the name %s is refused',
    async (name) => {
      const root = scratch();
      writeFileSync(join(root, 'a.jar'), zipOf({ [name]: { text: 'x' } }));
      mkdirSync(join(root, 'out'));
      await expect(unpackZip(join(root, 'a.jar'), join(root, 'out'))).rejects.toThrow(/path/u);
      expect(readdirSync(root).sort()).toEqual(['a.jar', 'out']);
    },
  );

  it('of npm is unpacked without its leading folder, links left out', async () => {
    const root = scratch();
    mkdirSync(join(root, 'package'));
    mkdirSync(join(root, 'out'));
    writeFileSync(join(root, 'package/index.js'), 'export {};');
    symlinkSync('/etc/passwd', join(root, 'package/link'));
    await create({ file: join(root, 'a.tgz'), cwd: root, gzip: true }, ['package']);
    await unpackNpm(join(root, 'a.tgz'), join(root, 'out'));
    expect(readdirSync(join(root, 'out'))).toEqual(['index.js']);
  });
});
