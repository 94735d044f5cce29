import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AnalysisError } from '../base/errors.ts';
import { resolveRoot } from './resolve-root.ts';
import { temporaryTree } from './test/temporary-tree.ts';

const errorOf = (path: string): unknown => {
  try {
    return resolveRoot(path);
  } catch (error) {
    return error instanceof AnalysisError ? { code: error.code, hint: error.hint !== '' } : error;
  }
};

describe('resolveRoot', () => {
  it('resolves a link to the project itself', () => {
    const root = temporaryTree({ 'pom.xml': '' });
    const elsewhere = temporaryTree({});
    symlinkSync(root, join(elsewhere, 'project'));
    expect(resolveRoot(join(elsewhere, 'project'))).toBe(root);
  });

  it.each([
    ['missing', 'SOURCE_NOT_FOUND'],
    ['pom.xml', 'SOURCE_NOT_A_DIRECTORY'],
    ['pom.xml/src', 'SOURCE_NOT_A_DIRECTORY'],
    ['loop', 'SOURCE_UNREADABLE'],
  ])('%s is %s, with a hint', (path, code) => {
    const root = temporaryTree({ 'pom.xml': '' });
    symlinkSync('loop', join(root, 'loop'));
    expect(errorOf(join(root, path))).toEqual({ code, hint: true });
  });
});
