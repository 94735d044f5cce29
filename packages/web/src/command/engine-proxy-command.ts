import { once } from 'node:events';
import { chmod, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Environment, readerOf, type WebConfig } from '../config.ts';
import { socketFrom } from '../container/this-container.ts';
import { createEngineProxy } from '../engine-proxy/engine-proxy.ts';
import { proxyPolicyFrom } from '../engine-proxy/proxy-policy.ts';
import { WebError } from '../failures/web-error.ts';
import { ended } from './pipeline-command.ts';

/** Name of the socket in the data directory that others mount. */
const SOCKET_NAME = 'docker.sock';

/** Stands between the engine and those who mount the data directory, until the process is told to end. */
export async function engineProxyCommand({ dataDir }: WebConfig, env: Environment): Promise<string> {
  const policy = proxyPolicyFrom(readerOf(env));
  const socket = socketFrom(env);
  if (socket === null) throw notASocket(env['DOCKER_HOST'] ?? '');
  const server = createEngineProxy({
    ...{ policy, socket },
    log: (line) => process.stdout.write(`${line}\n`),
  });
  const path = join(dataDir, SOCKET_NAME);
  // One that ended without a word left its socket behind, and nobody can listen on that.
  await rm(path, { force: true });
  server.listen(path);
  await once(server, 'listening');
  // Whoever can mount the directory is meant; the app there may be any user.
  await chmod(path, 0o666);
  process.stdout.write(`the engine at ${socket} can be asked at ${path} for what analyses need\n`);
  const signal = await ended();
  server.close();
  server.closeAllConnections();
  return `${signal}: stopped`;
}

function notASocket(host: string): WebError {
  return new WebError('CONFIG_INVALID', `the proxy speaks to a socket, and DOCKER_HOST is ${host}`, {
    hint: 'mount the socket of the engine at /var/run/docker.sock, or name it as unix:///path in DOCKER_HOST',
  });
}
