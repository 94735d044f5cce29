#!/usr/bin/env node
import { configFromProcess } from './config.ts';

/** Milliseconds that the app may take to answer. */
const TIMEOUT_MS = 4_000;

/** Exit code 0 if the app of this container can serve; a worker has nobody to ask, and is alive while its process is. */
async function healthcheck(): Promise<void> {
  const { role, http } = configFromProcess();
  if (role === 'pipeline') return;
  const reply = await fetch(`http://127.0.0.1:${http.port}${http.basePath}/ready`, {
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!reply.ok) throw new Error(`/ready answers ${reply.status}`);
}

try {
  await healthcheck();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
