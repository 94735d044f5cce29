/** A version of the action. */
export interface Version {
  /** As it is tagged: `v1.4.2`. */
  readonly tag: string;
  /** The moving tag: `v1`. */
  readonly majorTag: string;
  readonly numbers: readonly [major: number, minor: number, patch: number];
}

/** Reads `v1.4.2`; undefined for anything else, pre-releases among it: the moving tag must not lead to one. */
export function versionOf(text: string): Version | undefined {
  const found = /^v(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})$/.exec(text);
  if (found === null) return undefined;
  const [major, minor, patch] = found.slice(1).map(Number) as [number, number, number];
  return { tag: text, majorTag: `v${major}`, numbers: [major, minor, patch] };
}

/** Below zero where `a` is older than `b`, zero where they are the same. */
export function compareVersions({ numbers: a }: Version, { numbers: b }: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
