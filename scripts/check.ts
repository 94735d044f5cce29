import { globSync } from 'node:fs';
import { repositoryRoot, runCommand, tools } from './run-command.ts';

interface Step {
  readonly name: string;
  readonly asks: string;
  readonly script: string;
  readonly args: readonly string[];
}

/** Cheap questions first; every one is answered even when an earlier one failed. */
const steps: readonly Step[] = [
  {
    name: 'lint',
    asks: 'format and lint',
    script: tools.biome,
    args: lintArguments(),
  },
  { name: 'files', asks: 'names and sizes of files', script: 'scripts/check-files.ts', args: [] },
  {
    name: 'lockfile',
    asks: 'the lockfile installs on every platform',
    script: 'scripts/complete-lockfile.ts',
    args: ['--check'],
  },
  { name: 'layers', asks: 'who imports whom', script: tools.depcruise, args: layerArguments() },
  { name: 'unused', asks: 'dead code and dependencies', script: tools.knip, args: ['--no-progress'] },
  {
    name: 'types',
    asks: 'types',
    script: tools.turbo,
    args: ['run', 'types', '//#types:scripts', '--continue'],
  },
  { name: 'docs', asks: 'generated documents are fresh', script: 'scripts/docs-fresh.ts', args: ['--check'] },
  { name: 'tests', asks: 'tests', script: 'scripts/test.ts', args: [] },
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(
    `check: no step named ${unknown.join(', ')}; there are ${steps.map((step) => step.name).join(', ')}`,
  );
  process.exitCode = 2;
} else {
  process.exitCode = await check(steps.filter((step) => wanted.length === 0 || wanted.includes(step.name)));
}

async function check(chosen: readonly Step[]): Promise<number> {
  const verdicts: string[] = [];
  let failed = 0;
  for (const step of chosen) {
    console.log(`\n── ${step.name}: ${step.asks}`);
    const start = performance.now();
    const { code } = await runCommand({ script: step.script, args: step.args, output: 'show' });
    const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(6);
    if (code !== 0) failed += 1;
    verdicts.push(`${code === 0 ? '✓' : '✗'} ${step.name.padEnd(8)}${seconds} s  ${step.asks}`);
  }
  console.log(`\n${verdicts.join('\n')}`);
  return failed === 0 ? 0 : 1;
}

/** Biome colours its output letter by letter even into a file, unless told. */
function lintArguments(): readonly string[] {
  const colors = process.stdout.isTTY && process.env.NO_COLOR === undefined ? 'force' : 'off';
  return ['ci', `--colors=${colors}`, '--error-on-warnings', '--max-diagnostics=200', '.'];
}

function layerArguments(): readonly string[] {
  const sources = globSync(['analyzer/src', 'packages/*/{src,html}', 'benchmarks', 'corpus'], {
    cwd: repositoryRoot,
  });
  return ['--config', '.dependency-cruiser.mjs', '--output-type', 'err-long', ...sources, 'scripts'];
}
