import { runCommand, tools } from './run-command.ts';

const tasks = process.argv.slice(2);
const { code } = await runCommand({ script: tools.turbo, args: ['run', ...tasks], output: 'show' });
process.exitCode = code;
