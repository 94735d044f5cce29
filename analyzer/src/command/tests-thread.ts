import { Worker } from 'node:worker_threads';
import type { RelativePath } from '../base/ids.ts';
import type { LinkInput } from '../link/program.ts';
import type { JudgedTests } from '../stages/judge-tests.ts';
import type {
  GroundOfTests,
  LinkingOutcome,
  ReadTest,
  TestSource,
  TestsBeside,
} from '../stages/tests-beside.ts';
import type { TestsReply, TestsRequest, TestsTask } from '../worker-protocol.ts';
import { siblingFile, THREAD_LIMITS, threadFailure } from './threads.ts';

/** Characters of texts that go over at a time: enough to be cheap, few enough for both threads to be at work soon. */
const BATCH = 200_000;

type ReplyTo<Kind extends TestsReply['kind']> = Extract<TestsReply, { readonly kind: Kind }>;

interface Waiting {
  resolve(reply: TestsReply): void;
  reject(error: Error): void;
}

/** Test code, read and judged in a thread of its own. */
export class TestsThread implements TestsBeside {
  readonly #worker: Worker;
  readonly #log: (text: string) => void;
  readonly #waiting: Waiting[] = [];
  readonly #read: Promise<readonly ReadTest[]>[] = [];
  #batch: TestSource[] = [];
  #batched = 0;
  #failure: Error | null = null;
  #filesRead = 0;
  #onRead: (files: number) => void = () => undefined;

  constructor(task: TestsTask, log: (text: string) => void) {
    this.#log = log;
    this.#worker = new Worker(siblingFile('tests-worker'), {
      workerData: task,
      resourceLimits: THREAD_LIMITS,
      stderr: false,
    });
    this.#worker.on('message', (reply: TestsReply) => this.#waiting.shift()?.resolve(reply));
    this.#worker.on('error', (error: Error) => this.#fail(threadFailure(error)));
    this.#worker.on('exit', (code) => {
      this.#fail(threadFailure(new Error(`the thread for test code ended with ${code}`)));
    });
  }

  read(source: TestSource): void {
    this.#batch.push(source);
    this.#batched += source.text.length;
    if (this.#batched >= BATCH) this.#sendBatch();
  }

  async finish(onRead: (files: number) => void): Promise<readonly ReadTest[]> {
    this.#sendBatch();
    this.#onRead = onRead;
    return (await Promise.all(this.#read)).flat();
  }

  link(ground: GroundOfTests): void {
    this.#worker.postMessage({ kind: 'link', ground } satisfies TestsRequest);
  }

  async factsOf(paths: readonly RelativePath[]): Promise<readonly LinkInput[]> {
    return (await this.#ask('facts', { kind: 'facts', paths })).inputs;
  }

  async judge(outcome: LinkingOutcome): Promise<JudgedTests> {
    return (await this.#ask('judge', { kind: 'judge', outcome })).judged;
  }

  async save(): Promise<void> {
    for (const text of (await this.#ask('save', { kind: 'save' })).log) this.#log(text);
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #sendBatch(): void {
    const sources = this.#batch;
    if (sources.length === 0) return;
    this.#batch = [];
    this.#batched = 0;
    const read = this.#ask('read', { kind: 'read', sources }).then(({ tests }) => {
      this.#filesRead += tests.length;
      this.#onRead(this.#filesRead);
      return tests;
    });
    // Whoever waits for all of them is told; until then nobody is.
    read.catch(() => undefined);
    this.#read.push(read);
  }

  async #ask<Kind extends TestsReply['kind']>(kind: Kind, request: TestsRequest): Promise<ReplyTo<Kind>> {
    if (this.#failure !== null) throw this.#failure;
    const { promise, resolve, reject } = Promise.withResolvers<TestsReply>();
    this.#waiting.push({ resolve, reject });
    this.#worker.postMessage(request);
    const reply = await promise;
    if (reply.kind !== kind)
      throw new Error(`asked for ${kind}, the thread for test code answered ${reply.kind}`);
    return reply as ReplyTo<Kind>;
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failure);
  }
}
