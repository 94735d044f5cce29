import { hash } from 'node:crypto';
import {
  constants as access,
  accessSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire, getCompileCacheDir } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getHeapCodeStatistics, getHeapStatistics } from 'node:v8';
import { Script, constants as vm } from 'node:vm';

/** A program that was built as one script, and is running. */
export interface CompiledProgram<T> {
  readonly exports: T;
  /** Keeps what V8 has compiled of it until now, where that is worth it. Never throws. */
  readonly keep: () => void;
}

/** Before the code: the SHA-256 of the rest, how many bytes V8 took for it, and those of all objects of the run that kept it. */
const DIGEST = 32;
const HEAD = DIGEST + 2 * 8;
/** Kept code that lacks this much of what a run needed is kept anew. */
const GROWN = 1.15;
/** Bytes of objects among which compiled code is counted in a few milliseconds: V8 walks through all of them. */
const SMALL_HEAP = 32 * 1024 * 1024;
/** A run with a larger heap than that has it counted where its heap is that much larger than the one of the run that kept the code. */
const LARGER = 2;
/** Kept for that many builds of one program; then what was kept longest ago goes. */
const BUILDS = 4;

/**
 * Runs a program of our own with what V8 had compiled of it at the end of an earlier run. The build has written it as one function of
 * `require`, `module`, `exports` and `importMetaUrl`, for V8 would copy megabytes to put one around it, without anything outside of Latin-1.
 *
 * Node keeps compiled code as well (`NODE_COMPILE_CACHE`), but only of what runs while a file is loaded: all other functions are
 * compiled by every run. Here they are kept in the same directory, which is that of one version of Node and one user, and trusted
 * as that is. Where Node keeps nothing, neither does this. What was kept of another text, is damaged, or was made by a V8 with
 * other flags is not taken.
 */
export function compiledProgram<T>(file: URL): CompiledProgram<T> {
  const path = fileURLToPath(file);
  const bytes = readFileSync(path);
  const directory = getCompileCacheDir();
  const place =
    directory === undefined
      ? null
      : { directory, program: basename(path), name: `${basename(path)}-${hash('sha256', bytes)}` };
  const kept = place === null ? null : readKept(join(place.directory, place.name));
  const script = new Script(bytes.toString('latin1'), {
    filename: path,
    importModuleDynamically: vm.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(kept === null ? {} : { cachedData: kept.code }),
  });
  const module = { exports: {} };
  script.runInThisContext()(createRequire(file), module, module.exports, file.href);
  const known =
    kept !== null && script.cachedDataRejected === false
      ? { compiled: kept.compiled, heap: kept.heap }
      : NOTHING;
  return {
    exports: module.exports as T,
    keep: () => {
      if (place !== null) keepCode(place, script, known);
    },
  };
}

/** How much was kept, in bytes. */
interface Known {
  readonly compiled: number;
  /** All objects of the run that kept it. */
  readonly heap: number;
}

interface Kept extends Known {
  readonly code: Buffer;
}

const NOTHING: Known = { compiled: 0, heap: 0 };

/** Null where there is nothing that is whole. */
function readKept(path: string): Kept | null {
  const bytes = readIfThere(path);
  if (bytes === null || bytes.length < HEAD) return null;
  const rest = bytes.subarray(DIGEST);
  if (!hash('sha256', rest, 'buffer').equals(bytes.subarray(0, DIGEST))) return null;
  return { code: bytes.subarray(HEAD), compiled: rest.readDoubleLE(0), heap: rest.readDoubleLE(8) };
}

function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

interface Place {
  readonly directory: string;
  readonly program: string;
  readonly name: string;
}

function keepCode({ directory, program, name }: Place, script: Script, known: Known): void {
  const beside = join(directory, `${name}.${process.pid}`);
  try {
    // Before the count, which takes milliseconds: an image cannot be written to.
    accessSync(directory, access.W_OK);
    const heap = getHeapStatistics().used_heap_size;
    const isLarger = heap > Math.max(SMALL_HEAP, known.heap * LARGER);
    if (heap > SMALL_HEAP && !isLarger) return;
    const compiled = getHeapCodeStatistics().bytecode_and_metadata_size;
    if (!isLarger && compiled < known.compiled * GROWN) return;
    const head = Buffer.alloc(HEAD - DIGEST);
    head.writeDoubleLE(compiled);
    head.writeDoubleLE(heap, 8);
    const rest = Buffer.concat([head, script.createCachedData()]);
    writeFileSync(beside, Buffer.concat([hash('sha256', rest, 'buffer'), rest]), { mode: 0o600 });
    renameSync(beside, join(directory, name));
    forgetOldest(directory, program);
  } catch {
    // Whoever cannot keep it compiles it again.
    rmSync(beside, { force: true });
  }
}

function forgetOldest(directory: string, program: string): void {
  const kept = readdirSync(directory)
    .filter((name) => name.startsWith(`${program}-`))
    .map((name) => ({ path: join(directory, name), at: statSync(join(directory, name)).mtimeMs }))
    .sort((one, other) => other.at - one.at);
  for (const { path } of kept.slice(BUILDS)) rmSync(path, { force: true });
}
