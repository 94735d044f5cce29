import module from 'node:module';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { Environment } from '../terminal/terminal.ts';

/**
 * Has Node keep what V8 compiled of this program, so that the next start need not compile it again, and gives the variable
 * that says so to the analyzer. It lies in the cache directory of whoever runs us: Node's own choice, one directory for
 * everybody below the temporary one, would have us run what another user has left there. A `NODE_COMPILE_CACHE` or
 * `NODE_DISABLE_COMPILE_CACHE` of the environment goes before. Where nothing can be written, nothing is kept.
 */
export function keepCompiledCode(env: Environment): Readonly<Record<string, string>> {
  if (env.NODE_COMPILE_CACHE !== undefined || env.NODE_DISABLE_COMPILE_CACHE !== undefined) return {};
  const directory = compiledCodeDirectory(env, homedir());
  module.enableCompileCache(directory);
  return { NODE_COMPILE_CACHE: directory };
}

/** By the XDG Base Directory Specification, where a base that is not absolute does not count. */
export function compiledCodeDirectory(env: Environment, home: string): string {
  const { XDG_CACHE_HOME: base } = env;
  const caches = base !== undefined && isAbsolute(base) ? base : join(home, '.cache');
  return join(caches, 'csqa', 'compiled-code');
}
