import { parseArgs } from 'node:util';
import { ReleaseError } from './release-error.ts';
import { type Version, versionOf } from './version.ts';

/** What a release is asked to be. */
export interface ReleaseArguments {
  readonly version: Version;
  /** Repository that it is pushed to; undefined to build only. */
  readonly remote: string | undefined;
  /** Directory that the tree is left in; undefined to keep none. */
  readonly out: string | undefined;
}

export const USAGE = `npm run release:action -- --version v1.x.y [--remote URL] [--out DIR]

Builds what \`uses: org/csqa-action@v1\` runs, twice, and wants both builds alike. With --remote it becomes the next commit of the
branch releases/v1 there, the tag v1.x.y, and what the tag v1 points at, in one push or not at all.

  --version  of the release, as in v1.4.2; newer than every release of that major there
  --remote   URL or path of the repository org/csqa-action
  --out      keep the tree here, a directory that is empty or not there yet

Examples:
  npm run release:action -- --version v1.0.0 --out /tmp/csqa-action
  npm run release:action -- --version v1.0.1 --remote git@github.com:org/csqa-action.git

Exit codes: 0 done, 1 cannot be released as it is, 2 wrong command line.`;

/** Reads the command line. Throws ReleaseError with exit code 2. */
export function readArguments(args: readonly string[]): ReleaseArguments | 'help' {
  const { version, remote, out, help } = parsed(args);
  if (help === true) return 'help';
  if (version === undefined) throw wrong('a version was expected: --version v1.x.y');
  const read = versionOf(version);
  if (read === undefined) throw wrong(`a version like v1.4.2 was expected, ${JSON.stringify(version)} came`);
  for (const [name, value] of Object.entries({ remote, out })) {
    if (value === '' || value?.startsWith('-'))
      throw wrong(`--${name}: ${JSON.stringify(value)} names nothing`);
  }
  return { version: read, remote, out };
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    const options = {
      version: text,
      remote: text,
      out: text,
      help: { type: 'boolean', short: 'h' },
    } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error));
  }
}

function wrong(message: string): ReleaseError {
  return new ReleaseError(message, { fix: 'see npm run release:action -- --help', exitCode: 2 });
}
