import { actionLayers } from './scripts/action-layers.mjs';

/**
 * Who may import whom. Each rule carries the reason, because the reason is what a reader needs when it fires.
 * `scripts/layer-rules.test.ts` plants one violation for every rule here and one near twin that is allowed.
 *
 * Tests are free to reach across layers (a test of the linker parses real source text); nothing may import a test.
 */
const tests = '\\.test\\.ts$|(^|/)test/|/testing/';
/** Sources of our own; a workspace may have a node_modules of its own beside them. */
const ours = '^(analyzer|packages/[^/]+)/src/';
const analyzer = (folders) => `^analyzer/src/(${folders})`;

/** Our own modules outside `allowed`, and third-party packages and Node built-ins where `pure` says so. */
const layer = ({ name, comment, from, allowed, pure = false, report = false }) => ({
  name,
  severity: 'error',
  comment,
  from: { path: analyzer(from), pathNot: tests },
  to: {
    path: pure ? '.' : ours,
    // Unpacking what we packed ourselves is all that a leaf asks of Node.
    pathNot: `${analyzer(allowed)}|${report ? '^packages/report/src/(index|producer|speaker)\\.ts$' : '^(node:)?zlib$'}`,
    couldNotResolve: false,
  },
});

const layers = [
  layer({
    name: 'base-imports-nothing',
    comment:
      'base is the leaf vocabulary: ids, locations, ordering, diagnostics, errors. If it imported anything, ' +
      'everything would. Move what you need into base, or move this file up to the layer that needs it.',
    from: 'base/',
    allowed: 'base/',
    pure: true,
  }),
  layer({
    name: 'facts-import-base',
    comment:
      'facts is the language-neutral shape of source code: types and plain functions over them. It knows no parser, ' +
      'no library and no stage, so that a new language never changes it.',
    from: 'facts/',
    allowed: 'facts/|base/',
    pure: true,
  }),
  layer({
    name: 'inventory-imports-base',
    comment:
      'inventory answers which files are there and what they are. It runs first, so it cannot know facts, programs ' +
      'or metrics; a later stage reads the Inventory instead.',
    from: 'inventory/',
    allowed: 'inventory/|base/',
  }),
  layer({
    name: 'resolution-imports-inventory',
    comment:
      'resolution answers which libraries are really there. It reads manifests as the inventory has them, and knows ' +
      'nothing of code: a class path is the same whatever the sources say.',
    from: 'resolution/',
    allowed: 'resolution/|inventory/|base/',
  }),
  layer({
    name: 'languages-import-facts',
    comment:
      'a language turns source text into FileFacts and knows nothing of what happens to them. If it needs to ask ' +
      'the linker or a model, the fact it should have recorded is missing: record it.',
    from: 'languages/',
    allowed: 'languages/|facts/|base/',
  }),
  {
    name: 'languages-never-import-a-sibling',
    severity: 'error',
    comment:
      'a language folder must be removable without touching another. What two languages share lives in ' +
      'languages/shared; only languages/registry.ts names them all.',
    from: { path: '^analyzer/src/languages/([^/]+)/', pathNot: tests },
    to: { path: '^analyzer/src/languages/[^/]+/', pathNot: '^analyzer/src/languages/($1|shared)/' },
  },
  layer({
    name: 'link-imports-facts',
    comment:
      'link resolves names over facts of any language. An import of languages/ here means language knowledge has ' +
      'leaked: put it into the facts as a resolution rule.',
    from: 'link/',
    allowed: 'link/|facts/|base/',
  }),
  layer({
    name: 'models-import-the-program',
    comment:
      'models match framework rows (data) against the linked Program and the Inventory. They see what link publishes ' +
      '(link/program.ts), not its passes: a row that needs more means the Program lacks a fact.',
    from: 'models/',
    allowed:
      'models/|link/(program|resolved-type|named-types|body-index|synthesis-rules)\\.ts|' +
      'inventory/(inventory|interpolate|configuration/profiles)\\.ts|facts/|base/',
  }),
  layer({
    name: 'flow-imports-program-and-labels',
    comment:
      'flow asks questions of the labelled program. It sees link/program.ts and models/labels.ts, never how either was ' +
      'made, so a framework or a linker pass can change without touching a question.',
    from: 'flow/',
    allowed:
      'flow/|link/(program|resolved-type|named-types|body-index)\\.ts|models/(labels|kinds)\\.ts|facts/|base/',
    pure: true,
  }),
  layer({
    name: 'metrics-import-the-security-view',
    comment:
      'a metric reads flow/security-view.ts, the Inventory and Libraries types and base: no file system, no schema library, no ' +
      'linker. What it cannot see there belongs into the view, where every metric gains it.',
    from: 'metrics/',
    allowed:
      'metrics/|flow/security-view\\.ts|inventory/inventory\\.ts|resolution/(class-path|libraries)\\.ts|base/',
    pure: true,
  }),
  {
    name: 'metrics-never-import-each-other',
    severity: 'error',
    comment:
      'one file a metric, and each must stand alone: a change to A1 must not be able to move B2. What two metrics ' +
      'need goes into flow/ (a question) or metrics/metric.ts (a shape).',
    from: { path: '^analyzer/src/metrics/([a-f]\\d|m1)-', pathNot: tests },
    to: { path: '^analyzer/src/metrics/([a-f]\\d|m1)-', pathNot: '^analyzer/src/metrics/$1-' },
  },
  layer({
    name: 'checks-import-the-security-view',
    comment:
      'a check sees what a metric sees and gives evidence in the same shape; it has no score and reads no metric. What it ' +
      'cannot see belongs into the view.',
    from: 'checks/',
    allowed:
      'checks/|metrics/(metric|scale)\\.ts|flow/security-view\\.ts|inventory/inventory\\.ts|' +
      'resolution/(class-path|libraries)\\.ts|base/',
    pure: true,
  }),
  layer({
    name: 'findings-import-metric-results',
    comment:
      "findings turn a metric's evidence into something a person can act on. They see the result type " +
      '(metrics/metric.ts), not the metrics: evidence that is missing belongs into the result. What is fixed about ' +
      'a rule (weaknesses, base severity) is part of the contract.',
    from: 'findings/',
    allowed: 'findings/|metrics/metric\\.ts|base/',
    report: true,
  }),
];

/** The sub-paths `@csqa/analyzer/config-template` and `@csqa/analyzer/compiled-program`. */
const subPaths = '^analyzer/src/(config/config-template|command/compiled-program)\\.ts$';

const packages = [
  {
    name: 'report-imports-none-of-ours',
    severity: 'error',
    comment:
      'the report is the contract everything else is written against; if it imported a producer or a consumer, a ' +
      'dashboard could not read a report without the analyzer.',
    from: { path: '^packages/report/' },
    to: { path: ours, pathNot: '^packages/report/' },
  },
  {
    name: 'analyzer-imports-only-report',
    severity: 'error',
    comment:
      'the analyzer is what others run. It writes the contract of @csqa/report and knows none of its callers.',
    from: { path: '^analyzer/' },
    to: { path: '^packages/[^/]+/src/', pathNot: '^packages/report/' },
  },
  {
    name: 'orchestrator-imports-only-report',
    severity: 'error',
    comment:
      'the orchestrator runs any image or program that keeps the analyzer contract, so it must not import one. The ' +
      "local engine finds the analyzer's bin by package name and starts it as a process.",
    from: { path: '^packages/orchestrator/' },
    to: { path: ours, pathNot: '^packages/(orchestrator|report)/' },
  },
  {
    name: 'consumers-import-orchestrator-and-report',
    severity: 'error',
    comment:
      'cli, web and action are three doors to one house: they call the orchestrator and render the report. None ' +
      'imports the analyzer (it runs elsewhere) or another door (each must deploy alone).',
    from: { path: '^packages/(cli|web|action)/' },
    to: { path: ours, pathNot: ['^packages/($1|orchestrator|report)/', subPaths] },
  },
  {
    name: 'sub-paths-of-analyzer-only-for-cli',
    severity: 'error',
    comment:
      'csqa init writes the commented .csqa.yml, and its text belongs to the schema that reads it, in the analyzer ' +
      '(docs/decisions/0003). The command line starts as the analyzer does, from one script with what V8 compiled of it the last ' +
      'time (0035). These two modules of the analyzer a door may import, and only that door.',
    from: { path: '^packages/', pathNot: '^packages/cli/' },
    to: { path: subPaths },
  },
  {
    name: 'packages-meet-at-their-edge',
    severity: 'error',
    comment:
      'another package is reached by its name, through what its exports list; a path into its folders would pin its ' +
      'insides and would not exist once it is published.',
    from: { path: '^(analyzer|packages/[^/]+)/src/' },
    to: {
      path: '^(analyzer|packages/[^/]+)/src/',
      pathNot: [
        '^$1/src/|^(analyzer|packages/[^/]+)/src/(index|testing/[^/]+)\\.ts$',
        '^packages/report/src/(producer|speaker)\\.ts$',
        // A sub-path, for it must load at once (docs/decisions/0036).
        '^packages/orchestrator/src/ahead/analyzer-ahead\\.ts$',
        subPaths,
      ],
    },
  },
];

const web = [
  {
    name: 'pages-are-functions-of-their-models',
    severity: 'error',
    comment:
      'a page is drawn from a model that a route has gathered: the same model gives the same page, and a browser can draw the ' +
      'live part again. It sees types and names of what is stored, and neither requests nor the queue.',
    from: { path: '^packages/web/src/(pages|client)/', pathNot: tests },
    to: { path: '^packages/web/src/', pathNot: '^packages/web/src/(pages|client|data)/' },
  },
];

const capabilities = [
  {
    name: 'parser-only-in-languages',
    severity: 'error',
    comment:
      'one pass over the syntax tree, then nobody sees syntax again: facts are small, cacheable and the same for every ' +
      'language. Record another fact instead of parsing again.',
    from: {
      path: '^(analyzer|packages)/',
      pathNot: [analyzer('languages/'), '^analyzer/tsup\\.config\\.ts$', tests],
    },
    to: { path: '(^|/)node_modules/(web-)?tree-sitter' },
  },
  {
    name: 'files-only-where-files-are-the-purpose',
    severity: 'error',
    comment:
      'files of an analysed repository are hostile: reading them is capped and fenced in inventory/, models/ and ' +
      'link/signatures read our own data, languages/ our own grammars, resolution/ the advisories and the work directory of Maven, main.ts, its command/ and its worker write the results. ' +
      'The HTML writer reads the page that its build left beside it. Everyone else gets text as a value.',
    from: {
      path: '^(analyzer|packages/report)/src/',
      pathNot: [
        analyzer(
          'main\\.ts|command/|analysis-worker\\.ts|inventory/|models/load|link/signatures/read-|stages/load-|languages/|' +
            'resolution/(advisories/read-advisories|maven/workplace)\\.ts',
        ),
        '^packages/report/src/html/read-page\\.ts$',
        tests,
      ],
    },
    to: { path: '^(node:)?fs(/|$)', dependencyTypes: ['core'] },
  },
  {
    name: 'analyzer-runs-and-calls-nothing',
    severity: 'error',
    comment:
      'the analyzer never executes what it analyses and never talks to a network; that is why the local engine is safe ' +
      'without a container. Processes and clones belong to the orchestrator. Maven alone is started, by one module, in the ' +
      'image of the mode full, over projects of our own (docs/decisions/0010); and V8 is asked for its collector, and runs our own built code as a script (docs/decisions/0035).',
    from: {
      path: '^analyzer/src/',
      pathNot: [
        tests,
        analyzer('resolution/maven/run-maven\\.ts$'),
        analyzer('command/(collect-garbage|compiled-program)\\.ts$'),
      ],
    },
    to: {
      path: '^(node:)?(child_process|cluster|dgram|dns|http|http2|https|net|tls|vm)(/|$)|(^|/)node_modules/execa/',
    },
  },
  {
    name: 'environment-only-at-the-edge',
    severity: 'error',
    comment:
      'the environment is read once, where the program starts, and passed on as options; a library that reads it cannot ' +
      'be configured twice in one process. (The linter says the same of the global `process.env`.)',
    from: {
      path: '^(analyzer|packages)/',
      pathNot: [
        '^analyzer/src/main\\.ts$',
        '^packages/cli/src/',
        '^packages/web/src/config\\.ts$',
        '^packages/action/src/main\\.ts$',
        tests,
      ],
    },
    to: { path: '^(node:)?process$', dependencyTypes: ['core'] },
  },
];

const hygiene = [
  {
    name: 'no-circular',
    severity: 'error',
    comment:
      'modules that need each other to start are one module in two files. Move what both need below them, or merge them.',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'no-circular-types-across-folders',
    severity: 'error',
    comment:
      'types of one folder may be mutually recursive (a lambda holds a body, a body holds lambdas); types of two folders ' +
      'may not, even though nothing happens at run time: neither could be understood or moved alone.',
    from: { path: '^(.+)/[^/]+$' },
    to: { circular: true, via: { pathNot: '^$1/[^/]+$' } },
  },
  {
    name: 'no-import-of-tests',
    severity: 'error',
    comment: 'tests and their samples may change freely only while nothing else depends on them.',
    from: { pathNot: tests },
    to: { path: tests, pathNot: 'node_modules' },
  },
  {
    name: 'no-development-dependency-in-production',
    severity: 'error',
    comment:
      'whoever installs the package does not get its devDependencies, so this import fails there and only there. Move ' +
      'it to dependencies, or copy what you need at build time.',
    from: { path: '^(analyzer|packages/[^/]+)/src/', pathNot: tests },
    to: {
      dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
      // A library may be both: a dependency here, and a tool of the repository (or its types are one).
      dependencyTypesNot: ['type-only', 'npm'],
    },
  },
  {
    name: 'no-unresolvable',
    severity: 'error',
    comment:
      'the import leads nowhere: a wrong path, a missing dependency, or a name the package does not export.',
    from: {},
    to: { couldNotResolve: true },
  },
];

export default {
  forbidden: [...layers, ...packages, ...web, ...actionLayers(tests), ...capabilities, ...hygiene],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|fixtures)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['csqa-source', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
