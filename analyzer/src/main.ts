import { startAnalysisThread } from './command/analysis-thread.ts';

/** The thread that analyses loads its code while this one reads what is asked. */
const thread = process.argv[2] === 'analyze' ? startAnalysisThread() : null;
const { runCommandLine } = await import('./command/command-line.ts');
process.exitCode = await runCommandLine({ env: process.env, thread });
