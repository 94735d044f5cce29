import { parentPort, workerData } from 'node:worker_threads';
import { type GrammarId, grammars } from './languages/grammars.ts';
import type { SourceParser } from './languages/parse.ts';
import type { FlatTree } from './languages/shared/flat-tree.ts';
import type { GrammarReply } from './languages/shared/grammar-thread.ts';

/** The thread of a grammar: one text after the other, each answered. A failure of the parser is an answer; it ends nothing. */
async function serve(id: GrammarId): Promise<void> {
  const parser = await grammars[id]();
  parentPort?.on('message', (text: string) => send(answer(parser, text)));
  send({ kind: 'ready' });
}

function answer(parser: SourceParser, text: string): GrammarReply {
  try {
    const tree = parser.parse(text);
    if (tree === null) return { kind: 'failed' };
    return { kind: 'tree', tree: copyOf(tree), hasGrown: parser.hasGrown() };
  } catch {
    return { kind: 'failed' };
  }
}

/** The tree alone, without the room that its lists stand in. */
function copyOf({ count, kind, field, start, end, next, problems }: FlatTree): FlatTree {
  return {
    count,
    ...{ kind: kind.slice(0, count), field: field.slice(0, count) },
    ...{ start: start.slice(0, count), end: end.slice(0, count), next: next.slice(0, count) },
    problems,
  };
}

function send(reply: GrammarReply): void {
  parentPort?.postMessage(reply);
}

await serve(workerData as GrammarId);
