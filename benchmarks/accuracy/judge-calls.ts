/** A call site as the linker or the compiler sees it. Several calls of one name on a line are one site. */
interface Site {
  readonly key: string;
  readonly kind: 'own' | 'library' | 'unknown';
  readonly targets: readonly string[];
  /** Targets that stand in no source and so are unknown to javac, which runs no annotation processor. */
  readonly generated?: readonly string[];
}

/** How the edges of a program compare with those javac sees, over the sites javac can type. */
export interface Verdict {
  /** Sites javac typed, by name and line. */
  readonly judged: number;
  /** Sites javac could not type: they count neither way. */
  readonly unknown: number;
  /** Edges to methods of the tree: as javac sees them, as we do, and in both. */
  readonly expected: number;
  readonly found: number;
  readonly common: number;
  /** Edges that are missing and edges that are wrong, each `site → method`. */
  readonly missing: readonly string[];
  readonly wrong: readonly string[];
}

/** Reads what CallTruth printed. */
export function parseTruth(text: string, root: string): readonly Site[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [file = '', lineNumber, name, kind, , targets = ''] = line.split('\t');
      return {
        key: `${file.startsWith(root) ? file.slice(root.length + 1) : file}:${lineNumber} ${name}`,
        kind: kind === 'own' || kind === 'library' ? kind : 'unknown',
        targets: targets === '' ? [] : targets.split('|'),
      };
    });
}

/** Reads what `--dump-calls` wrote; `generated` are the methods that stand in no source. */
export function parseDump(
  lines: Iterable<string>,
  generated: ReadonlySet<string> = new Set(),
): readonly Site[] {
  return Array.from(lines, (line): Site => {
    const row = JSON.parse(line) as { file: string; line: number; name: string; targets: string[] };
    return {
      key: `${row.file}:${row.line} ${row.name}`,
      kind: 'own',
      targets: row.targets,
      generated: row.targets.filter((target) => generated.has(target)),
    };
  });
}

/**
 * Compares edges site by site; those to generated methods that javac does not see are left out. Parameter types are compared by their simple names, because javac prints types it does
 * not know as they are written.
 */
export function judge(truth: readonly Site[], dump: readonly Site[]): Verdict {
  const unknown = new Set(truth.filter(({ kind }) => kind === 'unknown').map(({ key }) => key));
  const expected = edgesOf(truth.filter(({ key }) => !unknown.has(key)));
  const found = edgesOf(dump.filter(({ key }) => expected.has(key)));
  const generated = new Set(dump.flatMap((site) => (site.generated ?? []).map(withSimpleTypes)));
  const missing: string[] = [];
  const wrong: string[] = [];
  const counts = { expected: 0, found: 0, common: 0 };
  for (const [key, theirs] of expected) {
    const named = namedAs(theirs, found.get(key) ?? new Set());
    const ours = new Set([...named].filter((target) => theirs.has(target) || !generated.has(target)));
    const lost = [...theirs].filter((target) => !ours.has(target));
    counts.expected += theirs.size;
    counts.found += ours.size;
    counts.common += theirs.size - lost.length;
    missing.push(...lost.map((target) => `${key} → ${target}`));
    wrong.push(...[...ours].filter((target) => !theirs.has(target)).map((target) => `${key} → ${target}`));
  }
  return { judged: expected.size, unknown: unknown.size, ...counts, missing, wrong };
}

/** javac writes `<any>` for parameter types that it does not know: such a target stands for ours of the same length. */
function namedAs(theirs: ReadonlySet<string>, ours: ReadonlySet<string>): ReadonlySet<string> {
  const open = [...theirs].filter((target) => target.includes('<any>'));
  if (open.length === 0) return ours;
  return new Set([...ours].map((target) => open.find((other) => agree(other, target)) ?? target));
}

function agree(open: string, target: string): boolean {
  if (open.slice(0, open.indexOf('(')) !== target.slice(0, target.indexOf('('))) return false;
  const theirs = open.slice(open.indexOf('(') + 1, -1).split(',');
  const ours = target.slice(target.indexOf('(') + 1, -1).split(',');
  return (
    theirs.length === ours.length && theirs.every((type, i) => type.startsWith('<any>') || type === ours[i])
  );
}

function edgesOf(sites: readonly Site[]): ReadonlyMap<string, ReadonlySet<string>> {
  const edges = new Map<string, Set<string>>();
  for (const { key, targets } of sites) {
    const known = edges.get(key) ?? new Set();
    for (const target of targets) known.add(withSimpleTypes(target));
    edges.set(key, known);
  }
  return edges;
}

/** `a.B#run(java.util.Map,a.B$C[])` → `a.B#run(Map,C[])`. */
function withSimpleTypes(id: string): string {
  const open = id.indexOf('(');
  const simple = id
    .slice(open + 1, -1)
    .split(',')
    .map((type) => type.slice(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1));
  return `${id.slice(0, open)}(${simple.join(',')})`;
}
