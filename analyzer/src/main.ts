import packageFile from '../package.json' with { type: 'json' };
import { startAnalysisThread } from './command/analysis-thread.ts';
import { argumentsFromInput } from './command/arguments-from-input.ts';
import { isTooOld } from './command/node-version.ts';

const argv = process.argv.slice(2);
/** Whoever started this process does not know yet what to ask, and says so on standard input. */
const isToWait = argv.length === 1 && argv[0] === 'wait';
/** The thread that analyses loads its code while this one reads what is asked; an old Node gets as far as being told so. */
const isReady = !isTooOld(process.versions.node, packageFile.engines.node);
const thread = isReady && (isToWait || argv[0] === 'analyze') ? startAnalysisThread() : null;
// Before more is loaded: whoever started this process is at work itself, and the thread needs what processors are left.
const asked = isToWait ? await argumentsFromInput(process.stdin) : argv;
const { runCommandLine } = await import('./command/command-line.ts');
// The process ends by itself, once the thread has kept what it compiled. `process.exit` may never return: it waits for what V8 compiles
// beside this thread, which may wait for this thread to collect garbage (nodejs/node#54918).
process.exitCode = asked === null ? 2 : await runCommandLine(asked, { env: process.env, thread });
