import type { TestProject } from 'vitest/node';
import { run, Stack } from './stack.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** What building the images took, and from what; null where there is no engine. */
    readonly built: { readonly seconds: number; readonly isWarm: boolean } | null;
  }
}

/** Builds the images of the suite from nothing, once, as a clean host would; prints what it took. */
export async function setup(project: TestProject): Promise<void> {
  project.provide('built', null);
  if ((await run('docker', ['version'])).code !== 0) return;
  await using stack = await Stack.create();
  const isWarm = process.env.CSQA_STACK_CACHE === '1';
  const start = performance.now();
  await stack.must('build', ...(isWarm ? [] : ['--no-cache']), 'web', 'csqa-analyzer-init');
  const seconds = (performance.now() - start) / 1000;
  project.provide('built', { seconds, isWarm });
  process.stdout.write(
    `images built ${isWarm ? 'with the cache' : 'from nothing'} in ${seconds.toFixed(0)} s\n`,
  );
}
