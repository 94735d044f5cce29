import { loadModels } from '../models/load-models.ts';
import type { FileReader } from '../stages/file-reader.ts';
import { TestBench } from '../stages/test-bench.ts';
import type { BenchRequest, FactsReply, FactsTask } from '../worker-protocol.ts';
import { FactStore } from './fact-store.ts';

/** Answers what the thread that judges tests is asked for. */
export class BenchServer {
  readonly #log: string[] = [];
  readonly #store: FactStore | null;
  readonly #bench: TestBench;

  constructor(files: FileReader, kept: FactsTask['kept']) {
    this.#store = kept === null ? null : new FactStore({ ...kept, log: (text) => this.#log.push(text) });
    this.#bench = new TestBench({ files, kept: this.#store, models: loadModels });
  }

  /** Null where nobody waits for an answer. */
  async answer(request: BenchRequest): Promise<FactsReply | null> {
    switch (request.kind) {
      case 'find':
        return { kind: 'find', found: await this.#bench.find(request.sources) };
      case 'read-tests':
        return { kind: 'read-tests', tests: await this.#bench.read(request.sources) };
      case 'take':
        this.#bench.take(request.tests);
        return null;
      case 'link':
        await this.#bench.link(request.ground);
        return null;
      case 'facts':
        return { kind: 'facts', inputs: this.#bench.factsOf(request.paths) };
      case 'judge':
        return { kind: 'judge', judged: this.#bench.judge(request.outcome) };
      case 'save':
        await this.#store?.save();
        return { kind: 'save', log: this.#log };
    }
  }
}
