import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');

/** Removes all that nobody can get at from memory; what a job has made a WeakRef of stays until that job is over. */
export const collectGarbage = runInNewContext('gc') as () => void;
