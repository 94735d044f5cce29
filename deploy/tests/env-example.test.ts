import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (name: string) => readFile(join(root, name), 'utf8');
const example = await read('.env.example');
const composed = [
  await read('docker-compose.yml'),
  await read('docker-compose.dev.yml'),
  await read('docker-compose.gpu.yml'),
  await read('docker-compose.hardened.yml'),
  await read('docker-compose.split.yml'),
  await read('docker-compose.tls.yml'),
].join('\n');

/** What an alias stands for, and what Compose itself sets. */
const NOT_OURS: ReadonlySet<string> = new Set(['PORT', 'COMPOSE_PROJECT_NAME']);

interface Entry {
  readonly name: string;
  readonly comments: readonly string[];
}

/** Variables with the comment lines right above them; of several in a row, all have those of the first. */
function entriesOf(text: string): Entry[] {
  const entries: Entry[] = [];
  let comments: string[] = [];
  let isRow = false;
  for (const line of text.split('\n')) {
    const name = /^#?([A-Z][A-Z0-9_]*)=/u.exec(line)?.[1];
    if (name !== undefined) {
      entries.push({ name, comments });
      isRow = true;
    } else if (line.startsWith('# ')) {
      if (isRow) comments = [];
      comments = [...comments, line];
      isRow = false;
    } else comments = [];
  }
  return entries;
}

describe('.env.example', () => {
  const entries = entriesOf(example);

  it('names every variable that the compose files read, and no other', () => {
    const asked = new Set([...composed.matchAll(/\$\{([A-Z][A-Z0-9_]*)/gu)].map(([, name]) => name ?? ''));
    const expected = [...asked].filter((name) => !NOT_OURS.has(name)).toSorted();
    expect(entries.map(({ name }) => name).toSorted()).toEqual(expected);
  });

  it('says of each what it means, in one line of English and one of Russian', () => {
    for (const { name, comments } of entries) {
      expect([name, comments.length]).toEqual([name, 2]);
      expect(comments[0]).not.toMatch(/[а-яё]/iu);
      expect(comments[1]).toMatch(/[а-яё]/iu);
    }
  });

  it('shows the defaults of the compose files', () => {
    for (const [, name, value] of example.matchAll(/^#([A-Z][A-Z0-9_]*)=(\S+)$/gmu)) {
      const given = [...composed.matchAll(new RegExp(`\\$\\{${name}:-([^}$]+)\\}`, 'gu'))].map(
        (match) => match[1],
      );
      if (given.length > 0 && name !== 'CSQA_ANALYZER_GPUS')
        expect([name, ...new Set(given)]).toEqual([name, value]);
    }
  });

  it('leaves the token to whoever starts it', () => {
    expect(example).toMatch(/^CSA_WEB_TOKEN=$/mu);
  });
});
