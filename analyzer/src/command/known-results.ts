import { hash } from 'node:crypto';
import type { RelativePath } from '../base/ids.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { PrintingReader } from '../inventory/printing-reader.ts';
import type { SeenTree } from '../pipeline.ts';
import type { WorkerMessage, WorkerTask } from '../worker-protocol.ts';
import { ownCode } from './own-code.ts';
import { ResultStore } from './result-store.ts';

type Done = Extract<WorkerMessage, { readonly kind: 'done' }>;

/** What a run has to say. */
export interface RunResult {
  readonly done: Done;
  /** The bytes of report.json, in parts. */
  readonly report: Iterable<Uint8Array<ArrayBuffer>>;
}

interface Kept extends RunResult {
  /** Files that were read after the tree had been looked at, and what they were. */
  readonly later: readonly (readonly [RelativePath, string])[];
}

/** The results that a task may take from earlier runs; null where it asks for none, or where more than the tree decides. */
export function knownResults(task: WorkerTask, log: (text: string) => void): KnownResults | null {
  const { cacheDirectory, mode, libraries, callsFile } = task;
  if (cacheDirectory === null) return null;
  if (mode === 'fast' && (libraries?.advisories ?? null) === null && callsFile === null)
    return new KnownResults(cacheDirectory, task, log);
  log('no result is kept or taken from earlier runs with --mode full, --advisories or --dump-calls');
  return null;
}

/**
 * Results of earlier runs, found again where nothing has changed that a result depends on: every file that was read, the
 * list of all others, the configuration and this code. There is no other way to be right: a report speaks of the whole tree.
 */
class KnownResults {
  readonly #store: ResultStore;
  readonly #task: WorkerTask;
  readonly #log: (text: string) => void;
  #seen: { readonly tree: SeenTree; readonly key: string; readonly paths: ReadonlySet<string> } | null = null;

  constructor(directory: string, task: WorkerTask, log: (text: string) => void) {
    this.#store = new ResultStore(directory);
    this.#task = task;
    this.#log = log;
  }

  /** What an earlier run said of the same tree; null where there was none. */
  async find(tree: SeenTree): Promise<RunResult | null> {
    const prints = tree.reader.prints();
    const key = keyOf(this.#task, tree.inventory, prints);
    this.#seen = { tree, key, paths: new Set(prints.map(([path]) => path)) };
    try {
      const content = await this.#store.find(key);
      const kept = content === null ? null : parseKept(content);
      if (kept === null || !(await stillTrue(kept.later, tree.reader))) return null;
      this.#log('nothing has changed since an earlier run: this is its result');
      return kept;
    } catch (error) {
      this.#log(`results kept earlier cannot be read: ${String(error)}`);
      return null;
    }
  }

  /** Keeps what was found of the tree, unless it changed meanwhile; then, and where that fails, not all of the report is asked for. */
  async keep(result: RunResult): Promise<void> {
    if (this.#seen === null || !this.#seen.tree.reader.isSteady()) return;
    const { tree, key, paths } = this.#seen;
    const later = tree.reader.prints().filter(([path]) => !paths.has(path));
    try {
      await this.#store.keep(key, printKept({ later, ...result }));
    } catch (error) {
      this.#log(`the result cannot be kept for the next run: ${String(error)}`);
    }
  }
}

/** The report stands behind the rest as it is: millions of characters need not be escaped. */
function* printKept({ later, done, report }: Kept): Generator<Uint8Array> {
  yield Buffer.from(`${JSON.stringify({ later, done })}\n`);
  yield* report;
}

function parseKept(content: Buffer): Kept {
  const end = content.indexOf('\n');
  const { later, done } = JSON.parse(content.toString('utf8', 0, end)) as Omit<Kept, 'report'>;
  return { later, done, report: [new Uint8Array(content.subarray(end + 1))] };
}

function keyOf(task: WorkerTask, inventory: Inventory, prints: ReturnType<PrintingReader['prints']>): string {
  const { config, configFile, mode, revision, version } = task;
  const { files, skipped, diagnostics } = inventory;
  const all = [
    ownCode(),
    { config, configFile, mode, revision, version },
    files,
    skipped,
    diagnostics,
    prints,
  ];
  return hash('sha256', JSON.stringify(all), 'hex');
}

async function stillTrue(later: Kept['later'], reader: PrintingReader): Promise<boolean> {
  for (const [path] of later) await reader.read(path);
  const prints = new Map(reader.prints());
  return later.every(([path, print]) => prints.get(path) === print);
}
