import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { embeddedDatabase } from './embedded-database.ts';
import { repositoryRoot, runCommand, tools } from './run-command.ts';

const builtCli = 'packages/cli/dist/main.js';
const exampleTree = join(repositoryRoot, 'examples', 'clinic');

const args = process.argv.slice(2);
const asksWebApp = args.some((arg) => arg === 'backup' || arg === 'restore');
const failure = await build();
if (failure === undefined) {
  const { code } = await runCommand({
    script: builtCli,
    args: withExample(args),
    // npm moves to the folder of package.json; relative paths mean the folder the user stands in.
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: asksWebApp && !process.env.CSQA_DATA_DIR?.trim() ? embeddedDatabase : {},
    output: 'show',
  });
  process.exitCode = code;
} else {
  console.error(`csqa: the build failed, so there is nothing to run.\n\n${failure}`);
  process.exitCode = 3;
}

/** Builds the command line and what it needs; silent, because stdout belongs to csqa. Returns why it failed. */
async function build(): Promise<string | undefined> {
  const patience = setTimeout(() => console.error('csqa: building (the first time takes a while) …'), 1000);
  const { code, text } = await runCommand({
    script: tools.turbo,
    args: [
      ...['run', 'build', '--filter=csqa...', '--output-logs=errors-only'],
      ...(asksWebApp ? ['--filter=@csqa/web...'] : []),
    ],
    output: 'capture',
  });
  clearTimeout(patience);
  if (code !== 0) return text;
  return access(join(repositoryRoot, builtCli), constants.R_OK).then(
    () => undefined,
    () => `${builtCli} is missing after the build.`,
  );
}

/** `--example`, first: an `analyze` without a path (or with options first) means the tree that comes with us. */
function withExample(args: readonly string[]): readonly string[] {
  if (args[0] !== '--example') return args;
  const [, command, ...rest] = args;
  const namesTree = rest[0] !== undefined && !rest[0].startsWith('-');
  return [command ?? 'analyze', ...(namesTree ? [] : [exampleTree]), ...rest];
}
