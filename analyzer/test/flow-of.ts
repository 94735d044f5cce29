import { relativePath } from '../src/base/ids.ts';
import type { SourceLocation } from '../src/base/source-location.ts';
import { buildSecurityView } from '../src/flow/build-security-view.ts';
import { buildCallGraph, type CallGraph } from '../src/flow/call-graph.ts';
import { methodLabel } from '../src/flow/method-label.ts';
import type { SecurityView } from '../src/flow/security-view.ts';
import type { Inventory } from '../src/inventory/inventory.ts';
import { link } from '../src/link/link.ts';
import type { LinkInput, Program, ProgramMethod } from '../src/link/program.ts';
import { applyModels } from '../src/models/apply-models.ts';
import type { Labels } from '../src/models/labels.ts';
import { loadModels } from '../src/models/load-models.ts';
import { judgeTests } from '../src/stages/judge-tests.ts';
import { linkedLanguages } from '../src/stages/linked-languages.ts';
import { factsOf } from './java-facts.ts';
import { inventoryOf } from './view-of.ts';

const models = await loadModels();
const languages = linkedLanguages();

/** Java text with everything that flow starts from, by the real reader, linker and models. */
export interface Sample {
  readonly program: Program;
  readonly labels: Labels;
  readonly graph: CallGraph;
  /** The method of that label (`Visits.open`), the first in the program. */
  method(label: string): ProgramMethod;
  /** Number of the method in the call graph. */
  node(label: string): number;
  /** The trimmed source line at a place. */
  line(location: SourceLocation): string;
  view(depthLimit?: number): SecurityView;
}

/** Files by path below the sample; a single text is `src/main/java/Sample.java`. Paths with `src/test/` are test code. */
export function sampleOf(
  files: string | Readonly<Record<string, string>>,
  parts: Partial<Inventory> = {},
): Sample {
  const texts = new Map(
    Object.entries(typeof files === 'string' ? { 'src/main/java/Sample.java': files } : files),
  );
  const inputs = [...texts].map(
    ([path, text]): LinkInput => ({
      facts: factsOf(text, path),
      role: path.includes('src/test/') ? 'test' : 'production',
      module: '.',
    }),
  );
  const { synthesis, namedTypes, results } = models;
  const program = link(inputs, { ...languages, synthesis, namedTypes, results });
  const labels = applyModels({ program, inventory: inventoryOf(parts), models, texts: new Map() });
  const graph = buildCallGraph(program);
  const method = (label: string): ProgramMethod => {
    const found = program.methods.find((candidate) => methodLabel(candidate) === label);
    if (!found) throw new Error(`no method ${label} among ${program.methods.map(methodLabel).join(', ')}`);
    return found;
  };
  return {
    program,
    labels,
    graph,
    method,
    node: (label) => graph.indexOf(method(label).id) ?? -1,
    line: ({ file, line }) => (texts.get(relativePath(file)) ?? '').split('\n')[line - 1]?.trim() ?? '',
    view: (depthLimit = 12) =>
      buildSecurityView(program, labels, { depthLimit, tests: judgeTests(program, models).code }),
  };
}
