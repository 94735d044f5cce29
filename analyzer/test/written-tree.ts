import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Texts of files by their paths. */
export type Tree = Readonly<Record<string, string>>;

/** Writes a tree in the place of whatever is in a directory. */
export function writeTree(root: string, tree: Tree): void {
  for (const path of readdirSync(root)) rmSync(join(root, path), { recursive: true });
  for (const [path, text] of Object.entries(tree)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}
