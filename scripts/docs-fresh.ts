import { globSync } from 'node:fs';
import { repositoryRoot, runCommand } from './run-command.ts';

/**
 * Every generated document has a generator: a script named `generate-*.ts` in a workspace's `scripts/`
 * folder. Run plainly it writes its file; with `--check` it writes nothing and exits 1 when the file on
 * disk differs from what it would write, naming the file.
 */
const pattern = '{analyzer,packages/*}/scripts/generate-*.ts';

const check = process.argv.includes('--check');
const generators = globSync(pattern, { cwd: repositoryRoot }).sort((left, right) => (left < right ? -1 : 1));
if (generators.length === 0) {
  console.error(`docs-fresh: no generator matches ${pattern}; a check of nothing cannot fail.`);
  process.exitCode = 1;
}
for (const script of generators) {
  const { code, text } = await runCommand({
    script,
    args: check ? ['--check'] : [],
    nodeArgs: ['--conditions=csqa-source'],
    output: 'capture',
  });
  const verdict = code === 0 ? (check ? 'fresh' : 'written') : 'failed';
  console.log(`${verdict.padEnd(8)} ${script}${text.trim() === '' ? '' : `\n${indent(text)}`}`);
  if (code !== 0) process.exitCode = 1;
}
if (check && process.exitCode === 1) console.log('\nRun `npm run docs` and commit what it writes.');

function indent(text: string): string {
  return text.trimEnd().replaceAll(/^/gmu, '         ');
}
