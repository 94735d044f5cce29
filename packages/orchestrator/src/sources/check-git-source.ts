import { type OrchestratorOptions, parseOptions } from '../options.ts';
import { readRef } from './git-ref.ts';
import { readRemoteUrl } from './git-url.ts';

/**
 * Says at sight what an analysis would say of a git source, for a queue that would rather refuse than fail later; opens no
 * connection. Gives the URL as git gets it. Throws CLONE_FORBIDDEN_URL, or what is wrong with the ref.
 */
export function checkGitSource(
  source: { readonly url: string; readonly ref?: string },
  checkout: OrchestratorOptions['checkout'],
): string {
  const { href } = readRemoteUrl(source.url, parseOptions({ checkout }).checkout);
  readRef(source.ref);
  return href;
}
