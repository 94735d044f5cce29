import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { takeInventory } from './take-inventory.ts';
import { temporaryTree } from './test/temporary-tree.ts';

const section = (path: string): string => `[submodule "${path}"]\n\tpath = ${path}\n\turl = ../other.git\n`;

async function missed(root: string, exclude: readonly string[] = []): Promise<readonly string[]> {
  const { diagnostics } = await takeInventory({ root, exclude });
  return diagnostics.map(({ severity, message }) => `${severity} ${message.en}`);
}

const absent = (path: string): string =>
  `warning The submodule ${path} is not checked out; nothing in it was analysed`;

describe('submodules', () => {
  it('are missed where their directory is empty, holds only the mark of git, or is not there', async () => {
    const root = temporaryTree({
      'App.java': 'class App {}\n',
      '.gitmodules': ['empty', 'marked', 'deep/gone', 'here'].map(section).join(''),
      'marked/.git': 'gitdir: ../.git/modules/marked\n',
      'here/Part.java': 'class Part {}\n',
    });
    mkdirSync(join(root, 'empty'));
    expect(await missed(root)).toEqual(['deep/gone', 'empty', 'marked'].map(absent));
  });

  it('are not missed where the configuration excludes them', async () => {
    const root = temporaryTree({ 'App.java': 'class App {}\n', '.gitmodules': section('docs/theme') });
    expect(await missed(root, ['docs/theme'])).toEqual([]);
    expect(await missed(root, ['docs/'])).toEqual([]);
    expect(await missed(root)).toEqual([absent('docs/theme')]);
  });

  it('are looked for in the tree alone, however the list names them', async () => {
    const root = temporaryTree({
      'App.java': 'class App {}\n',
      '.gitmodules': [
        ...['../outside', '/etc', 'a/../../b', '.', '', 'up/link', 'App.java'].map(section),
        '[submodule "quoted"]\r\n  path = "quoted name/"\r\n',
        'path = quoted name\n',
      ].join(''),
      'up/Part.java': 'class Part {}\n',
    });
    symlinkSync('/', join(root, 'up/link'));
    const told = await missed(root);
    expect(told.filter((line) => line.includes('submodule'))).toEqual([absent('quoted name')]);
  });
});
