import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot, runCommand, tools } from './run-command.ts';
import { terminalSvg } from './terminal-svg.ts';

/** The pictures of the README: what its first command prints, in both languages. */
const pictures = [
  {
    file: 'docs/pictures/analyze-clinic.svg',
    lang: 'en',
    title: 'Output of npm run analyze on the example service',
  },
  {
    file: 'docs/pictures/analyze-clinic.ru.svg',
    lang: 'ru',
    title: 'Вывод npm run analyze для сервиса-примера',
  },
] as const;

const COLUMNS = 100;

/** Down to the first findings. */
const LINES = 47;

const check = process.argv.includes('--check');
const build = await runCommand({
  script: tools.turbo,
  args: ['run', 'build', '--filter=csqa...', '--output-logs=errors-only'],
  output: 'capture',
});
if (build.code === 0) await drawAll();
else {
  console.error(`the build failed:\n${build.text}`);
  process.exitCode = 1;
}

async function drawAll(): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), 'csqa-picture-'));
  try {
    // A copy outside of git has no commit, which would change the picture with every commit.
    await cp(join(repositoryRoot, 'examples', 'clinic'), join(scratch, 'clinic'), { recursive: true });
    for (const { file, lang, title } of pictures) {
      const output = await analyzeClinic(scratch, lang);
      const screen = { title, prompt: 'npm run analyze', output, columns: COLUMNS, lines: LINES };
      await settle(file, terminalSvg(screen));
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function settle(file: string, svg: string): Promise<void> {
  const path = join(repositoryRoot, file);
  if (!check) {
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, svg);
    return;
  }
  const found = await readFile(path, 'utf8').catch(() => null);
  if (found === svg) return;
  console.error(`${file} is not what the command prints now`);
  process.exitCode = 1;
}

/** Standard output alone: the progress before it tells times. */
function analyzeClinic(cwd: string, lang: string): Promise<string> {
  const bin = join(repositoryRoot, 'packages/cli/dist/main.js');
  const child = spawn(process.execPath, [bin, 'analyze', 'clinic', '--lang', lang], {
    cwd,
    env: {
      PATH: process.env.PATH ?? '',
      COLUMNS: String(COLUMNS),
      FORCE_COLOR: '1',
      npm_lifecycle_event: 'analyze',
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) =>
      code === 0 ? done(output) : fail(new Error(`csqa analyze ended with ${code}`)),
    );
  });
}
