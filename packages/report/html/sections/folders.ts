/** A folder or a file of the code map. */
export interface MapNode<File> {
  readonly name: string;
  /** That of the file, or of all files in the folder. */
  readonly size: number;
  /** Null for a folder. */
  readonly file: File | null;
  readonly children: readonly MapNode<File>[];
}

interface Placed {
  readonly path: string;
  readonly size: number;
}

/**
 * Files in their folders; folders that hold nothing but one other folder are one box with both names, so that a package does not
 * cost five frames. Files of no size get no box.
 */
export function folders<File extends Placed>(files: readonly File[]): readonly MapNode<File>[] {
  const placed = files.filter((file) => file.size > 0).map((file) => ({ file, parts: file.path.split('/') }));
  return level(placed, 0);
}

interface Split<File> {
  readonly file: File;
  readonly parts: readonly string[];
}

function level<File extends Placed>(files: readonly Split<File>[], depth: number): readonly MapNode<File>[] {
  const groups = Map.groupBy(files, ({ parts }) => parts[depth] ?? '');
  return [...groups].flatMap(([name, inside]) => {
    const own = inside.filter(({ parts }) => parts.length === depth + 1);
    const deeper = inside.filter(({ parts }) => parts.length > depth + 1);
    const leaves = own.map(({ file }) => ({ name, size: file.size, file, children: [] }));
    if (deeper.length === 0) return leaves;
    return [...leaves, joined(name, level(deeper, depth + 1))];
  });
}

function joined<File>(name: string, children: readonly MapNode<File>[]): MapNode<File> {
  const [only] = children;
  if (children.length === 1 && only !== undefined && only.file === null)
    return { ...only, name: `${name}/${only.name}` };
  return { name, size: children.reduce((sum, child) => sum + child.size, 0), file: null, children };
}
