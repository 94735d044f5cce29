import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeOrCheck } from './write-or-check.ts';

/**
 * Writes src/metrics/registry.ts from the files of the folder, so that one more metric is one more file. With `--check` it
 * writes nothing and exits 1 where the registry is not what it would write.
 */
const folder = join(import.meta.dirname, '..', 'src', 'metrics');
const METRIC_FILE = /^[a-f]\d-[a-z0-9-]+(?<!\.test)\.ts$/;
const DEFINITION = /^export const (\w+) = defineMetric\(/m;

const metrics = readdirSync(folder)
  .filter((name) => METRIC_FILE.test(name))
  .sort()
  .map((name) => {
    const constant = DEFINITION.exec(readFileSync(join(folder, name), 'utf8'))?.[1];
    if (constant === undefined) throw new Error(`${name}: expected \`export const … = defineMetric(\``);
    return { name, constant };
  });

writeOrCheck(
  join(folder, 'registry.ts'),
  [
    ...metrics.map(({ name, constant }) => `import { ${constant} } from './${name}';`),
    "import type { MetricDefinition } from './metric.ts';",
    '',
    '/** The fifteen scored metrics in the order of their ids; written by scripts/generate-metric-registry.ts. M1 is a map and has no score. */',
    'export const METRICS: readonly MetricDefinition[] = [',
    ...metrics.map(({ constant }) => `  ${constant},`),
    '];',
    '',
  ].join('\n'),
);
