import { realpathSync } from 'node:fs';
import type { relativePath } from '../../analyzer/src/base/ids.ts';
import { DEFAULT_CONFIG } from '../../analyzer/src/config/default-config.ts';
import { buildSecurityView } from '../../analyzer/src/flow/build-security-view.ts';
import type { SecurityView } from '../../analyzer/src/flow/security-view.ts';
import { createNodeSourceReader } from '../../analyzer/src/inventory/node-source-reader.ts';
import { DEFAULT_SCAN_LIMITS } from '../../analyzer/src/inventory/scan-repository.ts';
import { takeInventory } from '../../analyzer/src/inventory/take-inventory.ts';
import { link } from '../../analyzer/src/link/link.ts';
import type { Program } from '../../analyzer/src/link/program.ts';
import { applyModels, wantedConfiguration } from '../../analyzer/src/models/apply-models.ts';
import type { Labels } from '../../analyzer/src/models/labels.ts';
import type { Models } from '../../analyzer/src/models/models.ts';
import { extractFacts } from '../../analyzer/src/stages/extract-facts.ts';
import { judgeTests } from '../../analyzer/src/stages/judge-tests.ts';
import { linkedLanguages } from '../../analyzer/src/stages/linked-languages.ts';
import { moduleDependencies } from '../../analyzer/src/stages/module-dependencies.ts';

/** A tree after the stages that accuracy is measured on. */
export interface ReadTree {
  readonly program: Program;
  readonly labels: Labels;
  /** Built at each call: the flow stage is the dear one, and not every suite looks at it. */
  view(): SecurityView;
}

/** Runs the real stages over a directory, as `csqa analyze` would without a configuration file. */
export async function readTree(
  directory: string,
  models: Models,
  profiles: readonly string[] = [],
): Promise<ReadTree> {
  const root = realpathSync(directory);
  const reader = createNodeSourceReader({ root, maxFileBytes: DEFAULT_SCAN_LIMITS.maxFileBytes });
  const inventory = await takeInventory({ root, reader, profiles });
  const facts = await extractFacts({ inventory, reader, onProgress: () => undefined });
  const program = link(facts.inputs, {
    ...linkedLanguages(),
    synthesis: models.synthesis,
    namedTypes: models.namedTypes,
    results: models.results,
    dependencies: moduleDependencies(inventory.modules),
  });
  const texts = new Map<ReturnType<typeof relativePath>, string>();
  for (const path of wantedConfiguration(inventory)) {
    const content = await reader.read(path);
    if (content.kind === 'text') texts.set(path, content.text);
  }
  const labels = applyModels({ program, inventory, models, texts });
  return {
    program,
    labels,
    view: () =>
      buildSecurityView(program, labels, {
        depthLimit: DEFAULT_CONFIG.maxDepth,
        tests: judgeTests(program, models).code,
      }),
  };
}
