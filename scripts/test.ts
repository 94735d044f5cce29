import { rm } from 'node:fs/promises';
import { repositoryRoot, runCommand, tools } from './run-command.ts';
import { describeTally, reportFiles, tallyReports } from './tally.ts';

const selection = process.argv.slice(2);
process.exitCode = selection.length === 0 ? await testEverything() : await testSelection();

/** Every workspace through turbo, so that what did not change is not run again; then one total. */
async function testEverything(): Promise<number> {
  const reports = reportFiles(repositoryRoot);
  await Promise.all(reports.map((report) => rm(report, { force: true })));
  const { code } = await runCommand({
    script: tools.turbo,
    args: ['run', 'test', '//#test:scripts', '--continue=dependencies-successful'],
    output: 'show',
  });
  const tally = await tallyReports(reports);
  console.log(`\n${describeTally(tally)}`);
  return code === 0 && tally.failed > 0 ? 1 : code;
}

/** `npm test -- <file or pattern>`: those tests only, against a fresh build. */
async function testSelection(): Promise<number> {
  const build = await runCommand({ script: tools.turbo, args: ['run', 'build'], output: 'show' });
  if (build.code !== 0) return build.code;
  const { code } = await runCommand({ script: tools.vitest, args: ['run', ...selection], output: 'show' });
  return code;
}
