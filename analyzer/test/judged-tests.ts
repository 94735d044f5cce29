import { FactStore } from '../src/command/fact-store.ts';
import { TestStore } from '../src/command/test-store.ts';
import { DEFAULT_CONFIG } from '../src/config/default-config.ts';
import { createNodeSourceReader } from '../src/inventory/node-source-reader.ts';
import { DEFAULT_SCAN_LIMITS } from '../src/inventory/scan-repository.ts';
import { takeInventory } from '../src/inventory/take-inventory.ts';
import { loadModels } from '../src/models/load-models.ts';
import { extractFacts, readFactsOf } from '../src/stages/extract-facts.ts';
import { handedOver } from '../src/stages/handed-over.ts';
import type { JudgedTests } from '../src/stages/judge-tests.ts';
import { linkTree } from '../src/stages/link-tree.ts';
import { linkContext } from '../src/stages/linked-languages.ts';
import { moduleDependencies } from '../src/stages/module-dependencies.ts';

/** What the tests of a tree come to, in an order of its own. */
export interface Judged {
  readonly tests: unknown;
  /** Files that were judged, of all; null where no cache says it. */
  readonly judged: readonly [number, number] | null;
}

/** Judges the tests of a directory as an analysis does, with what earlier runs have kept in `cache`. */
export async function judgedIn(root: string, cache: string | null): Promise<Judged> {
  const log: string[] = [];
  const reader = createNodeSourceReader({ root, maxFileBytes: DEFAULT_SCAN_LIMITS.maxFileBytes });
  const inventory = await takeInventory({
    ...{ root, reader, limits: DEFAULT_SCAN_LIMITS, onProgress: () => undefined },
    include: DEFAULT_CONFIG.include,
    exclude: DEFAULT_CONFIG.exclude,
    production: DEFAULT_CONFIG.production,
    tests: DEFAULT_CONFIG.tests,
    generated: DEFAULT_CONFIG.generated,
    profiles: DEFAULT_CONFIG.profiles,
  });
  const options = {
    directory: cache ?? '',
    code: 'c0de'.repeat(16),
    log: (text: string) => void log.push(text),
  };
  const facts = cache === null ? undefined : new FactStore(options);
  const kept = facts === undefined ? null : new TestStore({ ...options, facts });
  const { inputs, readBeside } = await extractFacts({
    ...{ inventory, reader, kept: facts, keptTests: kept, onProgress: () => undefined },
  });
  const models = await loadModels();
  const linked = await linkTree(handedOver(inputs), {
    context: linkContext(models, moduleDependencies(inventory.modules)),
    models,
    readAgain: (paths) => readFactsOf(paths, { inventory, reader }),
    known: kept === null ? undefined : { kept, files: readBeside },
  });
  const tests = inOrder(await linked.tests());
  await facts?.save();
  await kept?.save();
  const [, judged, all] = /(\d+) of (\d+) test files were judged/.exec(log.join('\n')) ?? [];
  return { tests, judged: judged === undefined ? null : [Number(judged), Number(all)] };
}

function inOrder({ code, types, methods }: JudgedTests) {
  const { hasTests, requests } = code;
  const sets = [code.types, code.mentioned, code.calls].map((set) => [...set].sort());
  return { hasTests, requests, types, methods, sets };
}
