import { on } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import type { BenchServer } from './command/bench-server.ts';
import type { FactSource, FileReading } from './facts/file-reading.ts';
import { packReadings } from './facts/packed/packed-readings.ts';
import { createFileReader } from './stages/file-reader.ts';
import { readForBench } from './stages/read-test.ts';
import type { FactsReply, FactsRequest, FactsTask } from './worker-protocol.ts';

const files = createFileReader();

/** Reads files beside the analysis. What fails here ends the thread, and is told by that. */
async function serve(task: FactsTask): Promise<void> {
  if (parentPort === null) return;
  let bench: BenchServer | null = null;
  for await (const [message] of on(parentPort, 'message')) {
    const request: FactsRequest = message;
    if (request.kind === 'read') {
      const packed = packReadings(await readAll(request.sources));
      send({ kind: 'read', packed }, [packed.bytes.buffer]);
    } else if (request.kind === 'read-for-bench') {
      const read = readForBench(await readAll(request.sources));
      send({ kind: 'read-for-bench', read }, [read.packed.bytes.buffer]);
    } else {
      bench ??= await openBench(task);
      const reply = await bench.answer(request);
      if (reply !== null) send(reply);
    }
  }
}

/** All but one of the threads need none of the code that links and judges. */
async function openBench({ kept }: FactsTask): Promise<BenchServer> {
  const { BenchServer } = await import('./command/bench-server.ts');
  return new BenchServer(files, kept);
}

async function readAll(sources: readonly FactSource[]): Promise<readonly FileReading[]> {
  const readings: FileReading[] = [];
  for (const source of sources) readings.push(await files.read(source));
  return readings;
}

function send(reply: FactsReply, changingHands: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(reply, changingHands);
}

await serve(workerData as FactsTask);
