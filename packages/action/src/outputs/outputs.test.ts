import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { printFenced } from './fence.ts';
import { OUTPUT_NAMES, outputsOf } from './outputs.ts';
import { degradedText } from './run-log.ts';

describe('outputs', () => {
  it('are those of action.yml, name for name', async () => {
    const file = await readFile(new URL('../../action.yml', import.meta.url), 'utf8');
    const { outputs } = parse(file) as { outputs: object };
    expect(Object.keys(outputs)).toEqual([...OUTPUT_NAMES]);
  });

  it('are all set where nothing was analysed, and say that there is nothing', () => {
    const outputs = outputsOf({
      ...{ outcome: 'error', projects: [], published: [], isCompared: true, reportDir: null },
    });
    expect(Object.keys(outputs)).toEqual([...OUTPUT_NAMES]);
    expect(outputs).toMatchObject({
      outcome: 'error',
      risk: '',
      'new-count': '',
      degraded: '[]',
      projects: '[]',
    });
    expect(outputs['diff-status']).toBe('unavailable');
  });

  it('say what was not published, why, and the line that would enable it', () => {
    const published = [
      { name: 'artifact', status: 'published', url: 'https://x/1', id: '1' },
      {
        name: 'comment',
        status: 'degraded',
        reason: 'The token may only read.',
        yamlLine: 'pull-requests: write',
      },
      { name: 'server', status: 'skipped', reason: '' },
    ] as const;
    const outputs = outputsOf({
      ...{ outcome: 'passed', projects: [], published, isCompared: false, reportDir: '/tmp/x' },
    });
    expect(JSON.parse(outputs.degraded)).toEqual([
      { name: 'comment', reason: 'The token may only read.', yaml: 'pull-requests: write' },
    ]);
    expect(outputs).toMatchObject({
      'artifact-id': '1',
      'artifact-url': 'https://x/1',
      'diff-status': 'not-asked',
    });
    expect(degradedText(published, 'en')).toBe(
      'comment: The token may only read. (enabled by: pull-requests: write)',
    );
    expect(degradedText([], 'en')).toBeNull();
  });
});

describe('the fence around words of an analysed repository', () => {
  it('begins with a stop and ends with the word that nobody could guess, another each time', () => {
    const written: string[] = [];
    printFenced(['::set-output name=x::y'], (text) => written.push(text));
    const lines = written.join('').trimEnd().split(/\r?\n/);
    const word = /^::stop-commands::([0-9a-f-]{36})$/.exec(lines[0] ?? '')?.[1];
    expect(lines).toEqual([`::stop-commands::${word}`, '::set-output name=x::y', `::${word}::`]);
    printFenced(['x'], (text) => written.push(text));
    expect(written.filter((text) => text.includes('stop-commands'))[1]).not.toContain(word);
  });
});
