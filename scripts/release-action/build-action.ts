import { runCommand, tools } from '../run-command.ts';
import { ReleaseError } from './release-error.ts';

/** Builds the action and all that is in it from source, past every cache. Throws ReleaseError. */
export async function buildAction(): Promise<void> {
  const { code, text } = await runCommand({
    script: tools.turbo,
    args: ['run', 'build', '--filter=@csqa/action', '--force', '--output-logs=errors-only'],
    output: 'capture',
  });
  if (code !== 0) throw new ReleaseError('the build failed', { fix: text });
}
