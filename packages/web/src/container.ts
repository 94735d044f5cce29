#!/usr/bin/env node
import { program } from './command/program.ts';
import { configFrom, environment } from './config.ts';
import { refuseDeafness } from './container/refuse-deafness.ts';
import { stepDown } from './container/step-down.ts';
import { NODE_USER, ownCredentials, socketFrom } from './container/this-container.ts';
import { WebError } from './failures/web-error.ts';

/** What a container starts: stops being root, then is csqa-web. */
async function enter(words: readonly string[]): Promise<void> {
  const config = configFrom(environment());
  refuseDeafness(config, words);
  const said = await stepDown({
    servant: NODE_USER,
    credentials: ownCredentials(),
    dataDir: config.dataDir,
    socket: socketFrom(environment()),
  });
  process.stderr.write(`${said}\n`);
  await program().parseAsync();
}

try {
  await enter(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof WebError)) throw error;
  process.stderr.write(`${error.code}: ${error.message}\n  ${error.hint}\n`);
  process.exitCode = 1;
}
