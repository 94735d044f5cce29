import type { WebConfig } from '../config.ts';
import { WebError } from '../failures/web-error.ts';

/** Words of a command line that have the app listen: none, or these. */
const LISTENING: readonly (string | undefined)[] = [undefined, 'serve'];

/** Without a token the app listens to its own machine alone, and the machine of a container is the container: nobody would hear it. */
export function refuseDeafness(config: Pick<WebConfig, 'http' | 'role'>, words: readonly string[]): void {
  if (config.http.token !== null || config.role === 'pipeline' || !LISTENING.includes(words[0])) return;
  throw new WebError('CONFIG_INVALID', 'CSA_WEB_TOKEN is not set, and without it the app serves nobody', {
    hint: 'put CSA_WEB_TOKEN=<something long and random, as openssl rand -hex 24 prints> into .env, and start again',
  });
}
