import { AnalysisError } from '../base/errors.ts';

/**
 * What a thread that works on code may take. The stack: deep sources are walked with loops, libraries may not. New objects
 * have three times 16 MB, as V8 counts them: with more, which Node allows on a machine with much memory, trees of 17 MB take
 * as long, such of 25 MB a fortieth less, and 40 MB more of memory. The old ones have their own limit.
 */
export const THREAD_LIMITS = { stackSizeMb: 16, maxYoungGenerationSizeMb: 48 } as const;

/** What the end of a thread means for whoever waits for it. */
export function threadFailure(error: Error): AnalysisError {
  const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  if (isMemory) {
    return new AnalysisError('OUT_OF_MEMORY', 'the analysis ran out of memory', {
      hint: 'raise the memory limit (of Node: --max-old-space-size), or exclude in .csqa.yml what need not be analysed',
      ru: 'анализу не хватило памяти',
      cause: error,
    });
  }
  return new AnalysisError('INTERNAL', `the analysis thread failed: ${error.message}`, {
    hint: 'please report it with the log',
    ru: `поток анализа упал: ${error.message}`,
    cause: error,
  });
}
