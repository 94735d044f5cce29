import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compareText } from '../base/ordering.ts';

/** What a container sees of a directory that is said to be shared with it. */
export interface ProbeAnswer {
  readonly probe: 1;
  /** What stands in the nonce file; null where none was asked for or it could not be read. */
  readonly nonce: string | null;
  /** True where the nonce was written beside it, as `<file>.reply`. */
  readonly wrote: boolean;
  /** The first names of the directory, sorted by code units. */
  readonly names: readonly string[];
  /** The first thing that went wrong; null where nothing did. */
  readonly error: string | null;
}

/** Names that are told at most. */
const TOLD_NAMES = 1_000;

/** A nonce is shorter; anything longer is not ours. */
const NONCE_BYTES = 256;

/** Looks at a directory, reads a nonce from it and writes it back. Never throws: what went wrong is part of the answer. */
export async function probe(directory: string, nonceFile: string | null): Promise<ProbeAnswer> {
  const seen: { nonce: string | null; wrote: boolean; names: string[] } = {
    nonce: null,
    wrote: false,
    names: [],
  };
  try {
    seen.names = (await readdir(directory)).sort(compareText).slice(0, TOLD_NAMES);
    if (nonceFile !== null) {
      seen.nonce = await readNonce(join(directory, nonceFile));
      await writeFile(join(directory, `${nonceFile}.reply`), seen.nonce);
      seen.wrote = true;
    }
    return { probe: 1, ...seen, error: null };
  } catch (error) {
    return { probe: 1, ...seen, error: error instanceof Error ? error.message : String(error) };
  }
}

async function readNonce(path: string): Promise<string> {
  const { size } = await stat(path);
  if (size > NONCE_BYTES) throw new Error(`${path} has ${size} bytes and is no nonce`);
  return readFile(path, 'utf8');
}
