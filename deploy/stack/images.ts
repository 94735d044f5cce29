import { run, Stack } from './stack.ts';

/** Builds the images of the suite from nothing, once, as a clean host would; prints what it took. */
export async function setup(): Promise<void> {
  if ((await run('docker', ['version'])).code !== 0) return;
  await using stack = await Stack.create();
  const isWarm = process.env.CSQA_STACK_CACHE === '1';
  const start = performance.now();
  await stack.must('build', ...(isWarm ? [] : ['--no-cache']), 'web', 'csqa-analyzer-init');
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  process.stdout.write(`images built ${isWarm ? 'with the cache' : 'from nothing'} in ${seconds} s\n`);
}
