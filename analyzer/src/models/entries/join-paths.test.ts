import { describe, expect, it } from 'vitest';
import { joinAll, joinPath } from './join-paths.ts';

describe('joining paths', () => {
  it.each([
    ['/api', '/visits', '/api/visits'],
    ['api', 'visits', '/api/visits'],
    ['/s2/', '/put', '/s2/put'],
    ['/api', '', '/api'],
    ['', '', '/'],
    ['', 'visits/', '/visits/'],
    ['/', '/visits', '/visits'],
  ])('%j and %j make %s', (prefix, path, joined) => {
    expect(joinPath(prefix, path)).toBe(joined);
  });

  it('combines every prefix with every path', () => {
    expect(joinAll(['/a', '/b'], ['x', 'y'], 'slash')).toEqual(['/a/x', '/a/y', '/b/x', '/b/y']);
    expect(joinAll([], ['topic'], 'plain')).toEqual(['topic']);
  });
});
