import { runCommand } from './run-command.ts';

/**
 * Every generated document has a generator here. Run plainly it writes its files; with `--check` it writes
 * nothing and exits 1 when a file on disk differs from what it would write, naming the file.
 */
const generators = [
  'packages/report/scripts/generate-json-schemas.ts',
  'analyzer/scripts/generate-metric-registry.ts',
  'analyzer/scripts/generate-metrics-doc.ts',
  'analyzer/scripts/generate-rules-doc.ts',
  'analyzer/scripts/generate-frameworks-doc.ts',
  'scripts/api-reference.ts',
  'packages/web/scripts/generate-openapi.ts',
  'scripts/terminal-picture.ts',
];

/** Generators that need more than Node (a JDK, Maven, a network): checked with the rest, run by hand. */
const generatorsRunByHand = ['scripts/make-signatures/make-signatures.ts'];

const check = process.argv.includes('--check');
for (const script of check ? [...generators, ...generatorsRunByHand] : generators) {
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
