import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { promisedCommands } from './readme-commands.ts';
import { repositoryRoot } from './run-command.ts';

describe('promised commands', () => {
  it('are the marked shell lines, in order, and nothing else in the page', () => {
    const page = [
      '<!-- runs on a fresh clone -->',
      '```sh',
      'npm ci && npm run analyze',
      '```',
      '```sh',
      'npm run analyze -- ../elsewhere',
      '```',
      '<!-- runs on a fresh clone -->',
      '```sh',
      'npm ci && npm test',
      '```',
    ].join('\n');
    expect(promisedCommands(page)).toEqual(['npm ci && npm run analyze', 'npm ci && npm test']);
  });

  it('refuse a mark with no command behind it', () => {
    expect(() => promisedCommands('<!-- runs on a fresh clone -->\nRun it.')).toThrow('received: Run it.');
  });

  it('are two, and the same in both languages of the README', async () => {
    const [english, russian] = await Promise.all(
      ['README.md', 'README.ru.md'].map((file) => readFile(join(repositoryRoot, file), 'utf8')),
    );
    expect(promisedCommands(english ?? '')).toHaveLength(2);
    expect(promisedCommands(russian ?? '')).toEqual(promisedCommands(english ?? ''));
  });
});
