import { describe, expect, it } from 'vitest';
import { readArguments, USAGE } from './release-arguments.ts';

describe('the command line of a release', () => {
  it('is a version, and where it goes', () => {
    expect(readArguments(['--version', 'v1.4.2', '--remote', '../csqa-action.git'])).toMatchObject({
      version: { tag: 'v1.4.2', majorTag: 'v1', numbers: [1, 4, 2] },
      remote: '../csqa-action.git',
      out: undefined,
    });
    expect(readArguments(['-h'])).toBe('help');
    expect(USAGE).toContain('Examples:');
  });

  it.each([
    [[], 'a version was expected'],
    [['--version', '1.4.2'], '"1.4.2" came'],
    [['--version', 'v1.4'], '"v1.4" came'],
    [['--version', 'v1.04.2'], '"v1.04.2" came'],
    [['--version', 'v1.4.2-rc.1'], 'came'],
    [['--version', 'v1.4.2', '--remote', ''], '--remote'],
    [['--version', 'v1.4.2', '--remote=--upload-pack=x'], '--remote'],
    [['--version', 'v1.4.2', '--publish'], 'publish'],
  ])('is refused with code 2 and what was expected: %j', (args, words) => {
    try {
      readArguments(args);
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ name: 'ReleaseError', exitCode: 2 });
      expect(String(error)).toContain(words);
    }
  });
});
