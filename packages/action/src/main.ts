import { getState, saveState } from '@actions/core';
import { sweep } from './post.ts';
import { publishers } from './publishers/publishers.ts';
import { run } from './run/run.ts';

/** The runner starts this file twice: as the step, and once more when the job ends. */
const STARTED = 'csqa-started';

if (getState(STARTED) === '') {
  saveState(STARTED, 'yes');
  const cancelled = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => cancelled.abort());
  await run({
    environment: process.env,
    publishers,
    day: new Date().toISOString().slice(0, 10),
    signal: cancelled.signal,
    write: (text) => process.stdout.write(text),
  });
} else {
  await sweep(process.env);
}
// Connections that a library keeps open would hold the job for minutes. Not at once: `process.exit` waits for what V8 compiles beside this
// thread, which may wait for this thread to collect garbage (nodejs/node#54918). Once it has been idle for a second nothing is.
setTimeout(() => process.exit(), 1_000).unref();
