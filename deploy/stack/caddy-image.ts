import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { run } from './stack.ts';

/** Caddy of Debian under a name of its own, where the publishers' image cannot be had. */
export async function caddyImage(): Promise<string> {
  const published = 'caddy:2-alpine';
  if ((await run('docker', ['pull', '-q', published])).code === 0) return published;
  const image = 'csqa-caddy:stack';
  const dockerfile =
    'FROM node:24-trixie-slim\nRUN apt-get update -qq && apt-get install -y -qq --no-install-recommends caddy ca-certificates\n';
  const build = promisify(execFile)('docker', ['build', '-q', '-t', image, '-']);
  build.child.stdin?.end(dockerfile);
  await build;
  return image;
}
