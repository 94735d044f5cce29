import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compiledCodeDirectory, keepCompiledCode } from './compiled-code.ts';

const home = join('/home', 'ann');

describe('compiled code', () => {
  it('lies in the cache directory of the user, not where others can write', () => {
    expect(compiledCodeDirectory({}, home)).toBe(join(home, '.cache', 'csqa', 'compiled-code'));
  });

  it('lies where the environment says that caches lie', () => {
    expect(compiledCodeDirectory({ XDG_CACHE_HOME: '/caches' }, home)).toBe(
      join('/caches', 'csqa', 'compiled-code'),
    );
  });

  it.each(['', 'caches', './caches'])('does not lie in the working directory for a base of "%s"', (base) => {
    expect(compiledCodeDirectory({ XDG_CACHE_HOME: base }, home)).toBe(
      join(home, '.cache', 'csqa', 'compiled-code'),
    );
  });

  it.each([{ NODE_COMPILE_CACHE: '/elsewhere' }, { NODE_DISABLE_COMPILE_CACHE: '1' }])(
    'is left to an environment that says %o',
    (env) => {
      expect(keepCompiledCode(env)).toEqual({});
    },
  );
});
