import type { PageData, PageGraph } from '../src/html/page-data.ts';

/** The report that this file holds. Rejects if the block is not what the writer put there. */
export function readData(): Promise<PageData> {
  return readBlock<PageData>('csqa-report');
}

let graph: Promise<PageGraph> | undefined;

/** The topology, unpacked the first time that it is asked for. */
export function readGraph(): Promise<PageGraph> {
  graph ??= readBlock<PageGraph>('csqa-graph');
  return graph;
}

async function readBlock<Value>(id: string): Promise<Value> {
  const written = document.getElementById(id)?.textContent ?? '';
  const bytes = Uint8Array.from(atob(written), (character) => character.charCodeAt(0));
  const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return (await new Response(inflated).json()) as Value;
}
