import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisedCommands } from './readme-commands.ts';
import { repositoryRoot } from './run-command.ts';

for (const command of promisedCommands(await readFile(join(repositoryRoot, 'README.md'), 'utf8'))) {
  console.log(command);
}
