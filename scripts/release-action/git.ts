import { execa } from 'execa';
import { ReleaseError } from './release-error.ts';

/** Where git works and with what beside the usual environment. */
export interface GitPlace {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs git without a shell and gives what it prints, without the last line end. Throws ReleaseError with its words. */
export async function git(args: readonly string[], { cwd, env = {} }: GitPlace): Promise<string> {
  const { stdout, stderr, failed } = await execa('git', args, {
    ...{ cwd, reject: false, stdin: 'ignore' },
    env: { GIT_TERMINAL_PROMPT: '0', ...env },
  });
  if (!failed) return stdout;
  const words = stderr.trim() || 'it could not be started';
  throw new ReleaseError(`git ${args[0] ?? ''}: ${words}`, { fix: 'mend what git names, and release again' });
}
