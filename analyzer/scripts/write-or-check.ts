import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Writes a generated file; with `--check` on the command line it only compares, says which file differs and exits 1. */
export function writeOrCheck(file: string, text: string): void {
  if (!process.argv.includes('--check')) {
    writeFileSync(file, text);
    return;
  }
  const current = existsSync(file) ? readFileSync(file, 'utf8') : null;
  if (current === text) return;
  console.error(`${file} is not what its generator writes`);
  process.exitCode = 1;
}
