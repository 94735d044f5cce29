/**
 * The path of a file as a relative URI, percent-encoded, for whoever resolves it against the root of a repository. `prefix` is
 * where the analysed tree lies in that repository. Null for what is no file inside the tree: an absolute path, a path that
 * climbs, nothing at all.
 */
export function sourceUri(file: string, prefix = ''): string | null {
  const path = sourcePath(file, prefix);
  return path === null ? null : path.split('/').map(encodeSegment).join('/');
}

/** The same path as it is written in a file system with forward slashes; null as above. */
export function sourcePath(file: string, prefix = ''): string | null {
  if (file === '' || /^\/|^[A-Za-z]:[\\/]|\0/.test(file)) return null;
  const segments = [...prefix.split('/').filter((part) => part !== '' && part !== '.'), ...file.split('/')];
  const inside = segments.every((segment) => segment !== '' && segment !== '.' && segment !== '..');
  return inside ? segments.join('/') : null;
}

/** Also what `encodeURIComponent` leaves as it is and some readers take for markup. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
