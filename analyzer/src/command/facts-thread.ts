import { Worker } from 'node:worker_threads';
import type { RelativePath } from '../base/ids.ts';
import { siblingFile } from '../base/sibling-file.ts';
import type { FactSource } from '../facts/file-reading.ts';
import type { PackedReadings } from '../facts/packed/packed-readings.ts';
import type { LinkInput } from '../link/program.ts';
import type { JudgedTests } from '../stages/judge-tests.ts';
import type {
  GroundOfTests,
  LinkingOutcome,
  PackedTests,
  ReaderBeside,
  ReadForBench,
  ReadTest,
  TestSource,
  TestsBeside,
} from '../stages/reading-beside.ts';
import type { FactsReply, FactsRequest, FactsTask } from '../worker-protocol.ts';
import { THREAD_LIMITS, threadFailure } from './threads.ts';

type ReplyTo<Kind extends FactsReply['kind']> = Extract<FactsReply, { readonly kind: Kind }>;

interface Waiting {
  resolve(reply: FactsReply): void;
  reject(error: Error): void;
}

/** Reads files in a thread of its own; one of them also judges test code there. */
export class FactsThread implements ReaderBeside, TestsBeside {
  readonly #worker: Worker;
  readonly #log: (text: string) => void;
  readonly #waiting: Waiting[] = [];
  #failure: Error | null = null;

  constructor(task: FactsTask, log: (text: string) => void) {
    this.#log = log;
    this.#worker = new Worker(siblingFile('facts-worker'), {
      workerData: task,
      resourceLimits: THREAD_LIMITS,
      stderr: false,
    });
    this.#worker.on('message', (reply: FactsReply) => this.#waiting.shift()?.resolve(reply));
    this.#worker.on('error', (error: Error) => this.#fail(threadFailure(error)));
    this.#worker.on('exit', (code) => {
      this.#fail(threadFailure(new Error(`a thread that reads code ended with ${code}`)));
    });
  }

  async read(sources: readonly FactSource[]): Promise<PackedReadings> {
    return (await this.#ask('read', { kind: 'read', sources })).packed;
  }

  async readForBench(sources: readonly TestSource[]): Promise<ReadForBench> {
    return (await this.#ask('read-for-bench', { kind: 'read-for-bench', sources })).read;
  }

  async find(sources: readonly TestSource[]): Promise<readonly (ReadTest | null)[]> {
    return (await this.#ask('find', { kind: 'find', sources })).found;
  }

  async readTests(sources: readonly TestSource[]): Promise<readonly ReadTest[]> {
    return (await this.#ask('read-tests', { kind: 'read-tests', sources })).tests;
  }

  take(tests: PackedTests): void {
    this.#send({ kind: 'take', tests }, [tests.packed.bytes.buffer]);
  }

  link(ground: GroundOfTests): void {
    this.#send({ kind: 'link', ground }, [ground.outlines.bytes.buffer]);
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

  #send(request: FactsRequest, changingHands: readonly ArrayBuffer[] = []): void {
    this.#worker.postMessage(request, changingHands);
  }

  async #ask<Kind extends FactsReply['kind']>(kind: Kind, request: FactsRequest): Promise<ReplyTo<Kind>> {
    if (this.#failure !== null) throw this.#failure;
    const { promise, resolve, reject } = Promise.withResolvers<FactsReply>();
    this.#waiting.push({ resolve, reject });
    this.#send(request);
    const reply = await promise;
    if (reply.kind !== kind)
      throw new Error(`asked for ${kind}, a thread that reads code answered ${reply.kind}`);
    return reply as ReplyTo<Kind>;
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failure);
  }
}
