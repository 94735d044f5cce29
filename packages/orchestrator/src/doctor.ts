import { mkdir, mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DoctorCheck, DoctorReport } from './doctor-report.ts';
import type { AnalyzerEngine } from './engines/engine.ts';
import { asCsqaError } from './errors.ts';
import { createJobDirectory, jobParent } from './jobs/job-directory.ts';
import type { ParsedOptions } from './options.ts';
import { isRecentEnough, OLDEST_GIT, readGitVersion, runGit } from './sources/git-command.ts';
import { inertSettings } from './sources/git-settings.ts';

/** The oldest Node that the package is made for. */
const OLDEST_NODE = [22, 18] as const;

/** Below this, a clone and its report may not fit. */
const LITTLE_SPACE_BYTES = 2 * 1024 ** 3;

const GIT_PATIENCE_MS = 10_000;

/** Looks at Node, git, the engines, the temporary directory and its disk. Changes nothing that stays. */
export async function examine(
  options: ParsedOptions,
  engines: ReadonlyMap<string, AnalyzerEngine>,
): Promise<DoctorReport> {
  const ofEngines = [...engines.values()].map((engine) => engine.checks());
  const checks = [
    checkNode(process.versions.node),
    await checkGit(options),
    ...(await Promise.all(ofEngines)).flat(),
    await checkWritable(jobParent(options.tempDir)),
    await checkSpace(jobParent(options.tempDir)),
  ];
  return { ok: checks.every(({ status }) => status !== 'fail'), checks };
}

function checkNode(version: string): DoctorCheck {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const recent = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  const detail = `Node ${version}`;
  if (recent) return { id: 'node', status: 'ok', detail, fix: null };
  const oldest = OLDEST_NODE.join('.');
  const ru = { detail, fix: `Установите Node ${oldest} или новее.` };
  return { id: 'node', status: 'fail', detail, fix: `Install Node ${oldest} or later.`, ru };
}

/** Without git a directory can still be analysed: that is a warning. */
async function checkGit(options: ParsedOptions): Promise<DoctorCheck> {
  const oldest = OLDEST_GIT.join('.');
  const fix = `Install git ${oldest} or later; URLs cannot be analysed without it.`;
  const fixRu = `Установите git ${oldest} или новее: без него нельзя анализировать репозитории по адресу.`;
  try {
    const text = await gitVersion(options);
    const version = readGitVersion(text);
    const recent = version !== null && isRecentEnough(version);
    const detail = text.trim();
    if (recent) return { id: 'git', status: 'ok', detail, fix: null };
    return { id: 'git', status: 'warn', detail, fix, ru: { detail, fix: fixRu } };
  } catch (error) {
    const { message, localized } = asCsqaError(error);
    const ru = { detail: localized.ru ?? message, fix: fixRu };
    return { id: 'git', status: 'warn', detail: message, fix, ru };
  }
}

async function gitVersion(options: ParsedOptions): Promise<string> {
  const deadline = new Date(Date.now() + GIT_PATIENCE_MS);
  const { tempDir, environment } = options;
  const job = await createJobDirectory({ analysisId: 'doctor', attempt: 1, tempDir, deadline });
  try {
    const { stdout } = await runGit(
      {
        gitBin: options.checkout.gitBin,
        job,
        environment,
        home: job.path,
        settings: inertSettings,
        variables: {},
        signal: AbortSignal.timeout(GIT_PATIENCE_MS),
      },
      { cwd: job.path, args: ['--version'] },
    );
    return stdout;
  } finally {
    await job.remove();
  }
}

async function checkWritable(directory: string): Promise<DoctorCheck> {
  try {
    await mkdir(directory, { recursive: true });
    const probe = await mkdtemp(join(directory, 'csqa-probe-'));
    await writeFile(join(probe, 'probe'), 'probe');
    await rm(probe, { recursive: true });
    const ru = { detail: `в ${directory} можно писать`, fix: null };
    return {
      id: 'temporary-directory',
      status: 'ok',
      detail: `${directory} can be written to`,
      fix: null,
      ru,
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      id: 'temporary-directory',
      status: 'fail',
      detail: `${directory} cannot be written to: ${reason}`,
      fix: 'Make it writable, or name another tempDir.',
      ru: {
        detail: `в ${directory} нельзя писать: ${reason}`,
        fix: 'Откройте его для записи или назовите другой временный каталог.',
      },
    };
  }
}

async function checkSpace(directory: string): Promise<DoctorCheck> {
  try {
    const { bavail, bsize } = await statfs(directory);
    const free = bavail * bsize;
    const enough = free >= LITTLE_SPACE_BYTES;
    const size = (free / 1024 ** 3).toFixed(1);
    return {
      id: 'disk-space',
      status: enough ? 'ok' : 'warn',
      detail: `${size} GiB free for ${directory}`,
      fix: enough ? null : 'Free some space.',
      ru: {
        detail: `свободно ${size.replace('.', ',')} ГиБ для ${directory}`,
        fix: enough ? null : 'Освободите место.',
      },
    };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { id: 'disk-space', status: 'skip', detail, fix: null };
  }
}
