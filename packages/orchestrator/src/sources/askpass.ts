import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ParsedCredentials } from '../request.ts';

/** How git asks for a password and where the answer comes from. */
export interface Askpass {
  readonly variables: Readonly<Record<string, string>>;
  readonly secret: Uint8Array;
}

/**
 * Answers git's two questions. The user name is no secret; the token comes over a pipe that exists for one command, so it
 * is in no argument list, no environment and no file.
 */
const script = `#!/bin/sh
case "$1" in
Username*) printf '%s\\n' "$CSQA_GIT_USERNAME" ;;
Password*) cat <&3 ;;
esac
`;

/** Writes the helper program into the job directory. */
export async function prepareAskpass(directory: string, credentials: ParsedCredentials): Promise<Askpass> {
  const helper = join(directory, 'askpass');
  await writeFile(helper, script, { mode: 0o700, flag: 'wx' });
  return {
    variables: { GIT_ASKPASS: helper, CSQA_GIT_USERNAME: credentials.username },
    secret: new TextEncoder().encode(`${credentials.token}\n`),
  };
}
