import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { embeddedDatabase } from './embedded-database.ts';
import { repositoryRoot, runCommand, tools } from './run-command.ts';

const builtApp = 'packages/web/dist/main.js';

/** What a clone of the repository is started with: nothing to install, nothing outside of its folder. */
const usual = {
  ...embeddedDatabase,
  CSQA_ENGINE: 'local',
  CSQA_LOG_LEVEL: 'warn',
};

console.log('csqa: building what has changed …');
const built = await runCommand({
  script: tools.turbo,
  args: ['run', 'build', '--filter=@csqa/web...', '--output-logs=errors-only'],
  output: 'capture',
});
if (built.code !== 0) {
  console.error(`csqa: the build failed, so there is nothing to start.\n\n${built.text}`);
  process.exitCode = 3;
} else {
  await access(join(repositoryRoot, builtApp), constants.R_OK);
  const { code } = await runCommand({
    script: builtApp,
    args: process.argv.slice(2),
    env: Object.fromEntries(Object.entries(usual).filter(([name]) => !process.env[name]?.trim())),
    output: 'show',
  });
  process.exitCode = code;
}
