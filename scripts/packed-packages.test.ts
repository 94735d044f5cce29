import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repositoryRoot } from './run-command.ts';

/** Packages that a stranger installs, with the folder of each. */
const PACKAGES = {
  report: 'packages/report',
  analyzer: 'analyzer',
  orchestrator: 'packages/orchestrator',
} as const;

/** Those that a stranger's program imports. */
const LIBRARIES = ['report', 'orchestrator'] as const;

const MINUTES = 60_000;

const run = promisify(execFile);

describe('the packages as they are published', () => {
  let work = '';
  const tarballs: Record<string, string> = {};

  beforeAll(async () => {
    work = await mkdtemp(join(tmpdir(), 'csqa-packed-'));
    for (const [name, folder] of Object.entries(PACKAGES)) {
      const to = join(work, name);
      await mkdir(to);
      await run('npm', ['pack', '--silent', '--pack-destination', to], {
        cwd: join(repositoryRoot, folder),
      });
      const [tarball = ''] = await readdir(to);
      tarballs[name] = join(to, tarball);
    }
  }, 3 * MINUTES);

  afterAll(() => rm(work, { recursive: true, force: true }));

  it.each(LIBRARIES)('%s is clean by publint', async (name) => {
    const { messages, pkg } = await publint({ pkgDir: join(repositoryRoot, PACKAGES[name]), strict: true });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it.each(LIBRARIES)(
    '%s gives its types to every way of importing it, says attw',
    async (name) => {
      const attw = join(repositoryRoot, 'node_modules/@arethetypeswrong/cli/dist/index.js');
      const tarball = tarballs[name] ?? '';
      // It ends with another code where it found something, and says what on standard output.
      const problems = await run(
        process.execPath,
        [attw, tarball, '--profile', 'esm-only', '--format', 'ascii'],
        {
          env: { ...process.env, NO_COLOR: '1' },
        },
      ).then(
        () => '',
        (error: { stdout?: string }) => error.stdout ?? String(error),
      );
      expect(problems).toBe('');
    },
    MINUTES,
  );

  it(
    'are installed together, imported, type-checked and run in an empty project',
    async () => {
      const project = join(work, 'project');
      await mkdir(join(project, 'service/src'), { recursive: true });
      const manifest = { name: 'somebody', version: '1.0.0', private: true, type: 'module' };
      await writeFile(join(project, 'package.json'), JSON.stringify(manifest));
      await writeFile(join(project, 'service/src/Owner.java'), 'class Owner { String name; }\n');
      await writeFile(join(project, 'program.ts'), PROGRAM);
      await run(
        'npm',
        ['install', '--prefer-offline', '--no-audit', '--no-fund', ...Object.values(tarballs)],
        {
          cwd: project,
        },
      );

      const tsc = join(repositoryRoot, 'node_modules/typescript/bin/tsc');
      const flags = ['--strict', '--noEmit', '--module', 'nodenext', '--target', 'es2023', '--types', 'node'];
      const types = ['--typeRoots', join(repositoryRoot, 'node_modules/@types')];
      await run(process.execPath, [tsc, ...flags, ...types, 'program.ts'], { cwd: project });

      const { stdout } = await run(process.execPath, ['program.ts'], { cwd: project });
      expect(stdout.trim()).toBe('succeeded D1 measured');
    },
    4 * MINUTES,
  );
});

const PROGRAM = `
import { createOrchestrator, type AnalysisOutcome } from '@csqa/orchestrator';
import type { Report } from '@csqa/report';

const outcome: AnalysisOutcome = await createOrchestrator().analyze({
  source: { kind: 'directory', path: 'service' },
  outDir: 'report',
});
if (outcome.status !== 'succeeded') throw new Error(outcome.error.message);
const report: Report = outcome.report;
const d1 = report.metrics.find(({ id }) => id === 'D1');
console.log(outcome.status, d1?.id, d1?.status);
`;
