import { on } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { FactStore } from './command/fact-store.ts';
import { loadModels } from './models/load-models.ts';
import { createFileReader } from './stages/file-reader.ts';
import { TestBench } from './stages/test-bench.ts';
import type { ReadTest } from './stages/tests-beside.ts';
import type { TestsReply, TestsRequest, TestsTask } from './worker-protocol.ts';

const send = (reply: TestsReply) => parentPort?.postMessage(reply);

/** Reads and judges test code beside the thread that links the program. What fails here ends the thread, and is told by that. */
async function serve({ kept }: TestsTask): Promise<void> {
  const log: string[] = [];
  const store = kept === null ? null : new FactStore({ ...kept, log: (text) => log.push(text) });
  const files = createFileReader(store);
  const bench = new TestBench(files, await loadModels());
  if (parentPort === null) return;
  for await (const [message] of on(parentPort, 'message')) {
    const request: TestsRequest = message;
    if (request.kind === 'save') {
      await store?.save();
      send({ kind: 'save', log });
    } else await answer(bench, request);
  }
}

async function answer(bench: TestBench, request: Exclude<TestsRequest, { kind: 'save' }>): Promise<void> {
  switch (request.kind) {
    case 'read': {
      const tests: ReadTest[] = [];
      for (const source of request.sources) tests.push(await bench.read(source));
      send({ kind: 'read', tests });
      return;
    }
    case 'link':
      bench.link(request.ground);
      return;
    case 'facts':
      send({ kind: 'facts', inputs: bench.factsOf(request.paths) });
      return;
    case 'judge':
      send({ kind: 'judge', judged: bench.judge(request.outcome) });
  }
}

await serve(workerData as TestsTask);
