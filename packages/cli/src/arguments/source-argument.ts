import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AnalysisSource } from '@csqa/orchestrator';
import { UsageError } from '../failures/usage-error.ts';
import type { Environment } from '../terminal/terminal.ts';
import type { UsageTexts } from '../text/catalogue.ts';

/** What `analyze` was pointed at. */
export interface SourceArgument {
  /** As written. */
  readonly written: string;
  readonly ref: string | undefined;
  readonly cwd: string;
  readonly env: Environment;
  readonly texts: UsageTexts;
}

/** A protocol with its slashes. Two letters at least: `C://` is a drive. */
const url = /^[a-z][a-z0-9+.-]+:\/\//i;

/** `git@host:owner/repository`, and the ssh protocol. */
const ssh = /^(?:ssh:\/\/)?(?:[^\s/:@]+@)([^\s/:@]+)(?::\d+)?[:/](?!\/)(.+)$/i;

/** `github.com/owner/repository`: a URL that lost its protocol. */
const hostAndPath = /^(?:[a-z0-9-]+\.)+[a-z]{2,}\/[^/]+\/.+$/i;

/**
 * Decides what a source is. With a protocol it is a git URL. Anything else is a path if something is there: a bare
 * repository is cloned, and so is a directory under git when a ref is asked for; every other directory is read as it is.
 * Throws UsageError for nothing at all (a variable that is not set), for ssh addresses, for URLs without a protocol and for a ref of a directory that is not under git.
 */
export async function readSource(argument: SourceArgument): Promise<AnalysisSource> {
  const { written, ref, cwd, texts } = argument;
  if (written === '')
    throw new UsageError(texts.badValue('source', texts.source, written), {
      fix: texts.seeHelp('csqa analyze'),
    });
  if (url.test(written) && !written.toLowerCase().startsWith('ssh:')) return gitSource(written, argument);
  const path = resolve(cwd, written);
  const kind = await kindOf(path);
  if (kind === 'nothing') throwIfMeantAsUrl(written, texts);
  if (kind === 'bare-repository') return gitSource(pathToFileURL(path).href, argument);
  if (ref === undefined) return { kind: 'directory', path };
  if (kind === 'work-tree') return gitSource(pathToFileURL(path).href, argument);
  if (kind === 'nothing') return { kind: 'directory', path };
  throw new UsageError(texts.refNeedsRepository(path), { fix: texts.refNeedsRepositoryFix });
}

function gitSource(address: string, { ref, env }: SourceArgument): AnalysisSource {
  const token = env.CSQA_GIT_TOKEN ?? '';
  const username = env.CSQA_GIT_USERNAME ?? '';
  const sendsToken = token !== '' && address.toLowerCase().startsWith('https:');
  return {
    kind: 'git',
    url: address,
    ...(ref === undefined ? {} : { ref }),
    ...(sendsToken ? { credentials: { token, ...(username === '' ? {} : { username }) } } : {}),
  };
}

function throwIfMeantAsUrl(written: string, texts: UsageTexts): void {
  const [, host, path] = ssh.exec(written) ?? [];
  if (host !== undefined && path !== undefined) {
    throw new UsageError(texts.sshUrl(written), { fix: texts.sshUrlFix(`https://${host}/${path}`) });
  }
  if (hostAndPath.test(written)) {
    throw new UsageError(texts.looksLikeUrl(written), { fix: texts.looksLikeUrlFix(`https://${written}`) });
  }
}

type PathKind = 'nothing' | 'bare-repository' | 'work-tree' | 'other';

async function kindOf(path: string): Promise<PathKind> {
  if (!(await exists(path))) return 'nothing';
  if (await exists(join(path, '.git'))) return 'work-tree';
  const parts = await Promise.all(['HEAD', 'objects', 'refs'].map((name) => exists(join(path, name))));
  return parts.every(Boolean) ? 'bare-repository' : 'other';
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
