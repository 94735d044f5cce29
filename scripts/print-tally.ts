import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from './run-command.ts';
import { describeFailures, describeTally, reportFiles, reportIn, tallyReports } from './tally.ts';

// Steps beside the tests that failed; a run with one must never end in "0 failed".
const failedSteps = Number(process.argv[2] ?? 0);
const files = reportFiles(repositoryRoot);
const tally = await tallyReports(files);
// The stacks have a step of their own, which is not among the packages' tests.
const beside = [reportIn(join(repositoryRoot, 'deploy'))].filter((file) => existsSync(file));
for (const failure of await describeFailures([...files, ...beside])) console.log(`✗ ${failure}`);
console.log(describeTally({ ...tally, failed: Math.max(tally.failed, failedSteps) }));
