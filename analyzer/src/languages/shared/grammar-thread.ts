import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { siblingFile } from '../../base/sibling-file.ts';
import type { GrammarId } from '../grammars.ts';
import type { FlatTree } from './flat-tree.ts';

/** What the thread of a grammar answers: that it can be asked, and then one answer for each text. */
export type GrammarReply =
  | { readonly kind: 'ready' }
  /** Whether the memory of the parser is larger than it was at the beginning. */
  | { readonly kind: 'tree'; readonly tree: FlatTree; readonly hasGrown: boolean }
  | { readonly kind: 'failed' };

/** What parsing may take before it is given up, in milliseconds; whole ones, but for characters. */
export interface Patience {
  /** For any text, and for each of its characters. */
  readonly text: number;
  readonly character: number;
  /** Once texts that were given up have taken so many in all, each gets the least only. */
  readonly wasted: number;
  readonly least: number;
}

/** Of 90,433 files of public repositories 24 came to the grammar; they took 51 ms at the most, and 0.01 for a character. */
const USUAL_PATIENCE: Patience = { text: 5_000, character: 0.1, wasted: 60_000, least: 500 };

/** Libraries need it for deep code. */
const STACK_MB = 16;

/**
 * Parses texts of any content by a grammar, in a thread of its own that can be ended. A grammar tries whatever a text could mean, and
 * a text can be made for that: nine kilobytes of `+ ;` in an annotation take it minutes, a hundred of `List<` two gigabytes at once, and
 * where its stack runs over it may spoil its own memory unseen. So a thread that failed, took too long or has grown is not asked
 * again, and what a text comes to does not depend on the texts before it.
 */
export class GrammarThread {
  readonly #grammar: GrammarId;
  readonly #patience: Patience;
  #thread: Promise<Worker> | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #wasted = 0;

  constructor(grammar: GrammarId, patience: Patience = USUAL_PATIENCE) {
    this.#grammar = grammar;
    this.#patience = patience;
  }

  /**
   * One text after the other, in the order of the calls; null where one takes too long or too much memory, or the parser fails. Which of
   * them comes first may depend on what else the machine does, so it is not told.
   * @throws Error when the grammar is not installed.
   */
  parse(text: string): Promise<FlatTree | null> {
    const parsed = this.#turn.then(() => this.#parseNow(text));
    this.#turn = parsed.catch(() => undefined);
    return parsed;
  }

  /** Ends the thread; the next text would start another one. */
  close(): void {
    const thread = this.#thread;
    this.#thread = null;
    thread?.then(
      (worker) => void worker.terminate(),
      () => undefined,
    );
  }

  async #parseNow(text: string): Promise<FlatTree | null> {
    this.#thread ??= startThread(this.#grammar);
    const worker = await this.#thread;
    const start = performance.now();
    const reply = await ask(worker, text, this.#patienceFor(text));
    if (reply?.kind !== 'tree') {
      this.#wasted += performance.now() - start;
      this.close();
      return null;
    }
    if (reply.hasGrown) this.close();
    return reply.tree;
  }

  #patienceFor({ length }: string): number {
    const { text, character, wasted, least } = this.#patience;
    return this.#wasted < wasted ? Math.ceil(text + character * length) : least;
  }
}

/** A thread that can be asked. It does not keep a process that has nothing else to do. */
async function startThread(grammar: GrammarId): Promise<Worker> {
  const worker = new Worker(siblingFile('grammar-worker'), {
    workerData: grammar,
    resourceLimits: { stackSizeMb: STACK_MB },
    // A parser that aborts says so there, too.
    ...{ stdout: true, stderr: true },
  });
  await once(worker, 'message');
  // Whoever waits hears of it; nobody else has to.
  worker.on('error', () => undefined);
  worker.unref();
  return worker;
}

/** Null where nothing comes in time, or the thread ends. */
async function ask(worker: Worker, text: string, patience: number): Promise<GrammarReply | null> {
  worker.ref();
  try {
    worker.postMessage(text);
    const [reply] = await once(worker, 'message', { signal: AbortSignal.timeout(patience) });
    return reply;
  } catch {
    return null;
  } finally {
    worker.unref();
  }
}
