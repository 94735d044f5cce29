import type { Environment } from '../terminal/terminal.ts';

/** How the reader started us, so that a command that we print can be pasted back. */
export function callName(env: Environment): string {
  if (env.npm_lifecycle_event === 'csqa' || env.npm_lifecycle_event === 'analyze') return 'npm run csqa --';
  return env.npm_command === 'exec' ? 'npx csqa' : 'csqa';
}
