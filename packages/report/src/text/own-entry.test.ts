import { expect, it } from 'vitest';
import { ownEntry } from './own-entry.ts';

it('finds what the table says, and nothing that every object has', () => {
  const table: Readonly<Record<string, string>> = { files: 'files' };
  expect(ownEntry(table, 'files')).toBe('files');
  for (const name of ['bytes', ...Object.getOwnPropertyNames(Object.prototype)])
    expect(ownEntry(table, name)).toBeUndefined();
});
