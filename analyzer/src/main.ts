import packageFile from '../package.json' with { type: 'json' };
import { startAnalysisThread } from './command/analysis-thread.ts';
import { isTooOld } from './command/node-version.ts';

/** The thread that analyses loads its code while this one reads what is asked; an old Node gets as far as being told so. */
const isReady = !isTooOld(process.versions.node, packageFile.engines.node);
const thread = isReady && process.argv[2] === 'analyze' ? startAnalysisThread() : null;
const { runCommandLine } = await import('./command/command-line.ts');
process.exitCode = await runCommandLine({ env: process.env, thread });
