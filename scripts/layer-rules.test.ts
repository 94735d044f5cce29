import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult, type IRuleSetType } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import configuration from '../.dependency-cruiser.mjs';

/** Files to plant: path in the repository → what it imports. */
type Tree = Readonly<Record<string, readonly string[]>>;

interface Case {
  readonly rule: string;
  readonly because: string;
  readonly breaks: Tree;
  readonly keeps: Tree;
}

const cases: readonly Case[] = [
  {
    rule: 'base-imports-nothing',
    because: 'base reaches up into facts',
    breaks: {
      'analyzer/src/base/ids.ts': ['../facts/operations.ts'],
      'analyzer/src/facts/operations.ts': [],
    },
    keeps: { 'analyzer/src/base/diagnostics.ts': ['./ids.ts'], 'analyzer/src/base/ids.ts': [] },
  },
  {
    rule: 'base-imports-nothing',
    because: 'base uses a library',
    breaks: { 'analyzer/src/base/ids.ts': ['zod'] },
    keeps: { 'analyzer/src/inventory/configuration.ts': ['zod'] },
  },
  {
    rule: 'facts-import-base',
    because: 'facts know a language',
    breaks: {
      'analyzer/src/facts/declarations.ts': ['../languages/language.ts'],
      'analyzer/src/languages/language.ts': [],
    },
    keeps: { 'analyzer/src/facts/declarations.ts': ['../base/ids.ts'], 'analyzer/src/base/ids.ts': [] },
  },
  {
    rule: 'inventory-imports-base',
    because: 'inventory asks the linker',
    breaks: { 'analyzer/src/inventory/walk.ts': ['../link/program.ts'], 'analyzer/src/link/program.ts': [] },
    keeps: { 'analyzer/src/inventory/walk.ts': ['../base/ids.ts', 'zod'], 'analyzer/src/base/ids.ts': [] },
  },
  {
    rule: 'resolution-imports-inventory',
    because: 'a class path asks the linker',
    breaks: {
      'analyzer/src/resolution/class-path.ts': ['../link/program.ts'],
      'analyzer/src/link/program.ts': [],
    },
    keeps: {
      'analyzer/src/resolution/class-path.ts': ['../inventory/inventory.ts'],
      'analyzer/src/inventory/inventory.ts': [],
    },
  },
  {
    rule: 'languages-import-facts',
    because: 'a language asks a model',
    breaks: {
      'analyzer/src/languages/java/calls.ts': ['../../models/labels.ts'],
      'analyzer/src/models/labels.ts': [],
    },
    keeps: {
      'analyzer/src/languages/java/calls.ts': ['../../facts/operations.ts'],
      'analyzer/src/facts/operations.ts': [],
    },
  },
  {
    rule: 'languages-never-import-a-sibling',
    because: 'Kotlin borrows from Java',
    breaks: {
      'analyzer/src/languages/kotlin/types.ts': ['../java/types.ts'],
      'analyzer/src/languages/java/types.ts': [],
    },
    keeps: {
      'analyzer/src/languages/registry.ts': ['./java/types.ts', './kotlin/types.ts'],
      'analyzer/src/languages/kotlin/types.ts': ['../shared/cursor.ts', './names.ts'],
      'analyzer/src/languages/kotlin/names.ts': [],
      'analyzer/src/languages/java/types.ts': ['../shared/cursor.ts'],
      'analyzer/src/languages/shared/cursor.ts': [],
    },
  },
  {
    rule: 'link-imports-facts',
    because: 'link asks a language',
    breaks: {
      'analyzer/src/link/symbols.ts': ['../languages/registry.ts'],
      'analyzer/src/languages/registry.ts': [],
    },
    keeps: {
      'analyzer/src/link/symbols.ts': ['../facts/resolution-rules.ts', './program.ts'],
      'analyzer/src/link/program.ts': [],
      'analyzer/src/facts/resolution-rules.ts': [],
    },
  },
  {
    rule: 'models-import-the-program',
    because: 'models reach into a pass of the linker',
    breaks: {
      'analyzer/src/models/match.ts': ['../link/hierarchy.ts'],
      'analyzer/src/link/hierarchy.ts': [],
    },
    keeps: {
      'analyzer/src/models/match.ts': ['../link/program.ts', '../inventory/inventory.ts', 'yaml'],
      'analyzer/src/link/program.ts': [],
      'analyzer/src/inventory/inventory.ts': [],
    },
  },
  {
    rule: 'flow-imports-program-and-labels',
    because: 'flow matches models itself',
    breaks: { 'analyzer/src/flow/taint.ts': ['../models/match.ts'], 'analyzer/src/models/match.ts': [] },
    keeps: {
      'analyzer/src/flow/taint.ts': ['../models/labels.ts', '../link/program.ts'],
      'analyzer/src/models/labels.ts': [],
      'analyzer/src/link/program.ts': [],
    },
  },
  {
    rule: 'metrics-import-the-security-view',
    because: 'a metric goes behind the view',
    breaks: {
      'analyzer/src/metrics/b1-depth.ts': ['../flow/reachability.ts'],
      'analyzer/src/flow/reachability.ts': [],
    },
    keeps: {
      'analyzer/src/metrics/b1-depth.ts': ['../flow/security-view.ts', './metric.ts'],
      'analyzer/src/metrics/metric.ts': [],
      'analyzer/src/flow/security-view.ts': [],
    },
  },
  {
    rule: 'metrics-import-the-security-view',
    because: 'a metric validates with zod',
    breaks: { 'analyzer/src/metrics/b1-depth.ts': ['zod'] },
    keeps: {
      'analyzer/src/metrics/b1-depth.ts': ['../base/ordering.ts'],
      'analyzer/src/base/ordering.ts': [],
    },
  },
  {
    rule: 'metrics-import-the-security-view',
    because: 'a metric reads a file',
    breaks: { 'analyzer/src/metrics/b1-depth.ts': ['node:path'] },
    keeps: { 'analyzer/src/metrics/b1-depth.test.ts': ['node:path'] },
  },
  {
    rule: 'metrics-never-import-each-other',
    because: 'B1 borrows from A1',
    breaks: {
      'analyzer/src/metrics/b1-depth.ts': ['./a1-surface.ts'],
      'analyzer/src/metrics/a1-surface.ts': [],
    },
    keeps: {
      'analyzer/src/metrics/registry.ts': ['./a1-surface.ts', './b1-depth.ts'],
      'analyzer/src/metrics/a1-surface.ts': ['./metric.ts'],
      'analyzer/src/metrics/b1-depth.ts': ['./metric.ts'],
      'analyzer/src/metrics/metric.ts': [],
    },
  },
  {
    rule: 'checks-import-the-security-view',
    because: 'a check asks the labels',
    breaks: {
      'analyzer/src/checks/injections.ts': ['../models/labels.ts'],
      'analyzer/src/models/labels.ts': [],
    },
    keeps: {
      'analyzer/src/checks/injections.ts': ['../metrics/metric.ts', '../flow/security-view.ts'],
      'analyzer/src/metrics/metric.ts': [],
      'analyzer/src/flow/security-view.ts': [],
    },
  },
  {
    rule: 'findings-import-metric-results',
    because: 'findings look into one metric',
    breaks: {
      'analyzer/src/findings/collect.ts': ['../metrics/a1-surface.ts'],
      'analyzer/src/metrics/a1-surface.ts': [],
    },
    keeps: {
      'analyzer/src/findings/collect.ts': ['../metrics/metric.ts', '@csqa/report'],
      'analyzer/src/metrics/metric.ts': [],
      'packages/report/src/index.ts': [],
    },
  },
  {
    rule: 'report-imports-none-of-ours',
    because: 'the contract knows its producer',
    breaks: { 'packages/report/src/index.ts': ['@csqa/analyzer'], 'analyzer/src/index.ts': [] },
    keeps: {
      'packages/report/src/index.ts': ['./schema/report.ts'],
      'packages/report/src/schema/report.ts': ['zod'],
    },
  },
  {
    rule: 'analyzer-imports-only-report',
    because: 'the analyzer knows its caller',
    breaks: { 'analyzer/src/main.ts': ['@csqa/orchestrator'], 'packages/orchestrator/src/index.ts': [] },
    keeps: { 'analyzer/src/main.ts': ['@csqa/report'], 'packages/report/src/index.ts': [] },
  },
  {
    rule: 'orchestrator-imports-only-report',
    because: 'the orchestrator links the analyzer in',
    breaks: { 'packages/orchestrator/src/local.ts': ['@csqa/analyzer'], 'analyzer/src/index.ts': [] },
    keeps: { 'packages/orchestrator/src/local.ts': ['@csqa/report'], 'packages/report/src/index.ts': [] },
  },
  {
    rule: 'consumers-import-orchestrator-and-report',
    because: 'web imports the action',
    breaks: { 'packages/web/src/app.ts': ['../../action/src/index.ts'], 'packages/action/src/index.ts': [] },
    keeps: { 'packages/web/src/app.ts': ['@csqa/orchestrator'], 'packages/orchestrator/src/index.ts': [] },
  },
  {
    rule: 'consumers-import-orchestrator-and-report',
    because: 'the command line links the analyzer in',
    breaks: { 'packages/cli/src/main.ts': ['@csqa/analyzer'], 'analyzer/src/index.ts': [] },
    keeps: {
      'packages/cli/src/main.ts': ['@csqa/report', './arguments.ts'],
      'packages/cli/src/arguments.ts': [],
      'packages/report/src/index.ts': [],
    },
  },
  {
    rule: 'sub-paths-of-analyzer-only-for-cli',
    because: 'the web app reaches for a module of the analyzer',
    breaks: {
      'packages/web/src/app.ts': ['@csqa/analyzer/config-template'],
      'analyzer/src/config/config-template.ts': [],
    },
    keeps: {
      'packages/cli/src/commands/init.ts': ['@csqa/analyzer/config-template'],
      'analyzer/src/config/config-template.ts': [],
    },
  },
  {
    rule: 'packages-meet-at-their-edge',
    because: 'a path into the insides of another package',
    breaks: {
      'packages/cli/src/main.ts': ['../../report/src/schema/report.ts'],
      'packages/report/src/schema/report.ts': [],
    },
    keeps: { 'packages/cli/src/main.ts': ['@csqa/report'], 'packages/report/src/index.ts': [] },
  },
  {
    rule: 'pages-are-functions-of-their-models',
    because: 'a page looks at the request',
    breaks: {
      'packages/web/src/pages/start-page.tsx': ['../http/links.ts'],
      'packages/web/src/http/links.ts': [],
    },
    keeps: {
      'packages/web/src/pages/start-page.tsx': ['../data/schema.ts'],
      'packages/web/src/data/schema.ts': [],
      'packages/web/src/http/start.ts': ['../pages/start-page.tsx'],
    },
  },
  {
    rule: 'action-asks-before-it-acts',
    because: 'an event looks at a report',
    breaks: {
      'packages/action/src/event/baseline-plan.ts': ['../cache/result-cache.ts'],
      'packages/action/src/cache/result-cache.ts': [],
    },
    keeps: {
      'packages/action/src/event/baseline-plan.ts': ['../inputs/inputs.ts'],
      'packages/action/src/inputs/inputs.ts': [],
    },
  },
  {
    rule: 'action-analysis-knows-no-baseline',
    because: 'an analysis asks what it is held against',
    breaks: {
      'packages/action/src/analysis/analyze-tree.ts': ['../baseline/find-base.ts'],
      'packages/action/src/baseline/find-base.ts': [],
    },
    keeps: {
      'packages/action/src/analysis/analyze-tree.ts': ['../inputs/inputs.ts'],
      'packages/action/src/inputs/inputs.ts': [],
    },
  },
  {
    rule: 'action-baseline-knows-no-verdict',
    because: 'a baseline depends on the gate',
    breaks: {
      'packages/action/src/baseline/find-base.ts': ['../verdict/gate-verdict.ts'],
      'packages/action/src/verdict/gate-verdict.ts': [],
    },
    keeps: {
      'packages/action/src/baseline/find-base.ts': ['../analysis/analyze-tree.ts'],
      'packages/action/src/analysis/analyze-tree.ts': [],
    },
  },
  {
    rule: 'action-verdict-knows-no-publishing',
    because: 'a verdict looks at what was published',
    breaks: {
      'packages/action/src/verdict/gate-verdict.ts': ['../publishers/publish-all.ts'],
      'packages/action/src/publishers/publish-all.ts': [],
    },
    keeps: {
      'packages/action/src/verdict/gate-verdict.ts': ['../inputs/inputs.ts'],
      'packages/action/src/inputs/inputs.ts': [],
    },
  },
  {
    rule: 'action-words-are-functions-of-the-verdict',
    because: 'a comment asks GitHub',
    breaks: {
      'packages/action/src/comment/page.ts': ['../github/open-github.ts'],
      'packages/action/src/github/open-github.ts': [],
    },
    keeps: {
      'packages/action/src/comment/page.ts': ['../text/said.ts'],
      'packages/action/src/text/said.ts': [],
    },
  },
  {
    rule: 'action-bundle-is-read-as-hostile',
    because: 'a bundle is analysed',
    breaks: {
      'packages/action/src/bundle/fork-bundle.ts': ['../analysis/analyze-tree.ts'],
      'packages/action/src/analysis/analyze-tree.ts': [],
    },
    keeps: {
      'packages/action/src/bundle/fork-bundle.ts': ['../github/open-github.ts'],
      'packages/action/src/github/open-github.ts': [],
    },
  },
  {
    rule: 'action-publishers-come-last',
    because: 'a publisher judges',
    breaks: {
      'packages/action/src/publishers/publish-comment.ts': ['../verdict/gate-verdict.ts'],
      'packages/action/src/verdict/gate-verdict.ts': [],
    },
    keeps: {
      'packages/action/src/publishers/publish-comment.ts': ['../comment/page.ts'],
      'packages/action/src/comment/page.ts': [],
    },
  },
  {
    rule: 'action-run-brings-the-steps-together',
    because: 'a cache starts a run',
    breaks: {
      'packages/action/src/cache/result-cache.ts': ['../run/run.ts'],
      'packages/action/src/run/run.ts': [],
    },
    keeps: {
      'packages/action/src/cache/result-cache.ts': ['../analysis/analyze-tree.ts'],
      'packages/action/src/analysis/analyze-tree.ts': [],
    },
  },
  {
    rule: 'parser-only-in-languages',
    because: 'the linker parses again',
    breaks: { 'analyzer/src/pipeline.ts': ['web-tree-sitter'] },
    keeps: { 'analyzer/src/languages/shared/grammar.ts': ['web-tree-sitter'] },
  },
  {
    rule: 'files-only-where-files-are-the-purpose',
    because: 'the pipeline reads a file',
    breaks: { 'analyzer/src/pipeline.ts': ['node:fs/promises'] },
    keeps: { 'analyzer/src/inventory/walk.ts': ['node:fs/promises'], 'analyzer/src/main.ts': ['node:fs'] },
  },
  {
    rule: 'analyzer-runs-and-calls-nothing',
    because: 'the inventory asks git',
    breaks: { 'analyzer/src/inventory/walk.ts': ['node:child_process'] },
    keeps: { 'packages/orchestrator/src/local.ts': ['node:child_process'] },
  },
  {
    rule: 'analyzer-runs-and-calls-nothing',
    because: 'another module than the one that starts Maven starts something',
    breaks: { 'analyzer/src/resolution/maven/resolve-maven.ts': ['node:child_process'] },
    keeps: { 'analyzer/src/resolution/maven/run-maven.ts': ['node:child_process'] },
  },
  {
    rule: 'analyzer-runs-and-calls-nothing',
    because: 'another module than the one that starts our own code makes text to code',
    breaks: { 'analyzer/src/models/load.ts': ['node:vm'] },
    keeps: { 'analyzer/src/command/compiled-program.ts': ['node:vm'] },
  },
  {
    rule: 'analyzer-runs-and-calls-nothing',
    because: 'a model is downloaded',
    breaks: { 'analyzer/src/models/load.ts': ['node:https'] },
    keeps: { 'analyzer/src/models/load.ts': ['node:path'] },
  },
  {
    rule: 'environment-only-at-the-edge',
    because: 'the orchestrator reads the environment itself',
    breaks: { 'packages/orchestrator/src/options.ts': ['node:process'] },
    keeps: { 'packages/cli/src/main.ts': ['node:process'], 'analyzer/src/main.ts': ['node:process'] },
  },
  {
    rule: 'no-circular',
    because: 'two modules need each other to start',
    breaks: { 'analyzer/src/flow/paths.ts': ['./taint.ts'], 'analyzer/src/flow/taint.ts': ['./paths.ts'] },
    keeps: { 'analyzer/src/flow/paths.ts': ['./taint.ts'], 'analyzer/src/flow/taint.ts': [] },
  },
  {
    rule: 'no-circular-types-across-folders',
    because: 'types of two folders hold each other',
    breaks: {
      'packages/cli/src/terminal/bar.ts': ['type ../summary/table.ts'],
      'packages/cli/src/summary/table.ts': ['type ../terminal/bar.ts'],
    },
    keeps: {
      'analyzer/src/facts/operations.ts': ['type ./control-flow.ts'],
      'analyzer/src/facts/control-flow.ts': ['type ./operations.ts'],
    },
  },
  {
    rule: 'no-import-of-tests',
    because: 'production leans on a test',
    breaks: { 'analyzer/src/flow/paths.ts': ['./paths.test.ts'], 'analyzer/src/flow/paths.test.ts': [] },
    keeps: { 'analyzer/src/flow/paths.test.ts': ['./paths.ts'], 'analyzer/src/flow/paths.ts': [] },
  },
  {
    rule: 'no-development-dependency-in-production',
    because: 'production needs what only we install',
    breaks: { 'packages/report/src/index.ts': ['fast-check'] },
    keeps: { 'packages/report/src/index.test.ts': ['fast-check'], 'packages/report/src/index.ts': ['zod'] },
  },
  {
    rule: 'no-unresolvable',
    because: 'the file is not there',
    breaks: { 'packages/cli/src/main.ts': ['./missing.ts'] },
    keeps: { 'packages/cli/src/main.ts': ['./present.ts'], 'packages/cli/src/present.ts': [] },
  },
];

let scratch = '';
beforeAll(async () => {
  scratch = await realpath(await mkdtemp(join(tmpdir(), 'csqa layers ')));
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

describe('the layer rules', () => {
  it('are each shown to fire by a case here', () => {
    const rules = configuration.forbidden.map((rule) => rule.name);
    expect([...new Set(cases.map((one) => one.rule))].sort()).toEqual([...rules].sort());
  });

  it('each say why in a sentence a reader can act on', () => {
    for (const rule of configuration.forbidden) expect(rule.comment.length, rule.name).toBeGreaterThan(60);
  });

  it.each(cases)('$rule fires when $because, and stays silent beside it', async ({ rule, breaks, keeps }) => {
    expect(await rulesBrokenBy(breaks)).toContain(rule);
    expect(await rulesBrokenBy(keeps)).toEqual([]);
  });
});

async function rulesBrokenBy(tree: Tree): Promise<readonly string[]> {
  const root = await mkdtemp(join(scratch, 'tree-'));
  await plantPackages(root);
  for (const [file, imports] of Object.entries(tree)) await plant(root, file, sourceImporting(imports));
  const { output } = await cruise(Object.keys(tree), {
    ...configuration.options,
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: configuration.forbidden } as IRuleSetType,
  });
  const { summary } = output as ICruiseResult;
  return [...new Set(summary.violations.map((violation) => violation.rule.name))].sort();
}

/** The workspaces by name, as npm links them, and four third-party packages that do nothing. */
async function plantPackages(root: string): Promise<void> {
  const dependencies = { zod: '*', yaml: '*', 'web-tree-sitter': '*' };
  await plant(root, 'package.json', JSON.stringify({ dependencies, devDependencies: { 'fast-check': '*' } }));
  for (const name of [...Object.keys(dependencies), 'fast-check']) {
    await plant(root, `node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
    await plant(root, `node_modules/${name}/index.js`, '');
  }
  for (const folder of ['analyzer', 'packages/report', 'packages/orchestrator']) {
    const name = `@csqa/${folder.split('/').at(-1)}`;
    const exports = {
      '.': { 'csqa-source': './src/index.ts' },
      './config-template': { 'csqa-source': './src/config/config-template.ts' },
    };
    await plant(root, `${folder}/package.json`, JSON.stringify({ name, exports, dependencies }));
    await mkdir(join(root, 'node_modules/@csqa'), { recursive: true });
    await symlink(join(root, folder), join(root, 'node_modules', name), 'junction');
  }
}

async function plant(root: string, file: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(join(root, file), text);
}

function sourceImporting(imports: readonly string[]): string {
  const lines = imports.map((target, index) =>
    target.startsWith('type ')
      ? `import type { Shape as Shape${index} } from '${target.slice(5)}';\nexport type Holds${index} = Shape${index};`
      : `import * as part${index} from '${target}';\nconsole.log(part${index});`,
  );
  return [...lines, 'export interface Shape { readonly name: string }', ''].join('\n');
}
