import { binaryNameOf } from '../../base/ids.ts';
import { canonicalName, fitsPattern } from '../match/name-pattern.ts';

/** A run of any number of package segments. */
const ANY_PACKAGES = '..';

/**
 * Whether a type's name fits a type pattern of AspectJ: `*` inside a segment, `..` for any packages. A pattern without
 * a package means the simple name. Linear in the name for each `..`.
 */
export function fitsTypePattern(name: string, pattern: string): boolean {
  const segments = canonicalName(binaryNameOf(name)).split('.');
  if (pattern === '*') return true;
  if (!pattern.includes('.')) return fitsPattern(segments.at(-1) ?? '', pattern);
  const wanted = segmentsOf(pattern);
  let at = 0;
  let position = 0;
  let resumeAt = -1;
  let resumePosition = 0;
  while (position < segments.length) {
    const part = wanted[at];
    if (part === ANY_PACKAGES) {
      resumeAt = at;
      resumePosition = position;
      at += 1;
    } else if (part !== undefined && fitsPattern(segments[position] ?? '', part)) {
      at += 1;
      position += 1;
    } else if (resumeAt !== -1) {
      resumePosition += 1;
      position = resumePosition;
      at = resumeAt + 1;
    } else {
      return false;
    }
  }
  return wanted.slice(at).every((part) => part === ANY_PACKAGES);
}

function segmentsOf(pattern: string): readonly string[] {
  return pattern
    .split('..')
    .flatMap((run, index) => [...(index === 0 ? [] : [ANY_PACKAGES]), ...run.split('.')])
    .filter((segment) => segment !== '');
}
