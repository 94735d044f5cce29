import { realpathSync } from 'node:fs';
import type { relativePath } from '../src/base/ids.ts';
import { createNodeSourceReader } from '../src/inventory/node-source-reader.ts';
import { DEFAULT_SCAN_LIMITS } from '../src/inventory/scan-repository.ts';
import { takeInventory } from '../src/inventory/take-inventory.ts';
import { link } from '../src/link/link.ts';
import type { Program } from '../src/link/program.ts';
import { applyModels, wantedConfiguration } from '../src/models/apply-models.ts';
import type { Labels, TestCode } from '../src/models/labels.ts';
import { loadModels } from '../src/models/load-models.ts';
import type { Models } from '../src/models/models.ts';
import { extractFacts } from '../src/stages/extract-facts.ts';
import { judgeTests } from '../src/stages/judge-tests.ts';
import { linkedLanguages } from '../src/stages/linked-languages.ts';
import { moduleDependencies } from '../src/stages/module-dependencies.ts';

/** Labels, with the requests that tests send. */
export interface LabelsOfTree extends Labels, Pick<TestCode, 'requests'> {}

/** A tree with everything that comes before flow. */
export interface LabelledTree {
  readonly program: Program;
  readonly labels: LabelsOfTree;
  /** Labels of the same tree by other models. */
  relabel(models: Models): LabelsOfTree;
}

/** Runs the real stages over a directory, up to the labels. */
export async function labelsOf(
  directory: string,
  models: Models | Promise<Models> = loadModels(),
): Promise<LabelledTree> {
  const root = realpathSync(directory);
  const reader = createNodeSourceReader({ root, maxFileBytes: DEFAULT_SCAN_LIMITS.maxFileBytes });
  const inventory = await takeInventory({ root, reader });
  const facts = await extractFacts({ inventory, reader, onProgress: () => undefined });
  const known = await models;
  const program = link(facts.inputs, {
    ...linkedLanguages(),
    synthesis: known.synthesis,
    namedTypes: known.namedTypes,
    results: known.results,
    dependencies: moduleDependencies(inventory.modules),
  });
  const texts = new Map<ReturnType<typeof relativePath>, string>();
  for (const path of wantedConfiguration(inventory)) {
    const content = await reader.read(path);
    if (content.kind === 'text') texts.set(path, content.text);
  }
  const relabel = (others: Models) => ({
    ...applyModels({ program, inventory, models: others, texts }),
    requests: judgeTests(program, others).code.requests,
  });
  return { program, labels: relabel(known), relabel };
}
