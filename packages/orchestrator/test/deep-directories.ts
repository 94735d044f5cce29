import { execFileSync } from 'node:child_process';

/** Makes so many directories in each other, each with a long name: no path leads to the sixteenth. */
export function nest(directory: string, count: number): void {
  const name = 'd'.repeat(250);
  const script = `for (let i = 0; i < ${count}; i++) { fs.mkdirSync('${name}', { recursive: true }); process.chdir('${name}'); }`;
  execFileSync(process.execPath, ['-e', script], { cwd: directory });
}
