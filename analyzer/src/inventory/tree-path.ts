import { type RelativePath, relativePath } from '../base/ids.ts';

/** The root of the tree as a directory. */
export const TREE_ROOT: RelativePath = relativePath('.');

/** Directory of a file or directory; `.` for what stands in the root. */
export function directoryOf(path: RelativePath): RelativePath {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? TREE_ROOT : relativePath(path.slice(0, slash));
}

/** Last part of a path. */
export function fileNameOf(path: RelativePath): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/**
 * Follows a path written in a manifest from a directory of the tree. Null where it is absolute or leaves the tree: what a
 * repository names outside itself is never looked at.
 */
export function resolveInTree(from: RelativePath, written: string): RelativePath | null {
  if (written.startsWith('/') || /^[A-Za-z]:/.test(written)) return null;
  const parts = from === TREE_ROOT ? [] : from.split('/');
  for (const part of written.split(/[/\\]/)) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.length === 0 ? TREE_ROOT : relativePath(parts.join('/'));
}

/** The directory itself, then each directory around it up to the root. */
export function directoriesAround(directory: RelativePath): readonly RelativePath[] {
  const around: RelativePath[] = [];
  for (let at = directory; at !== TREE_ROOT; at = directoryOf(at)) around.push(at);
  return [...around, TREE_ROOT];
}
