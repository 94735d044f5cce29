import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Debian's packages with Spring MVC 4.3.30 and what it needs to start. */
const PACKAGES = [
  ...['core', 'beans', 'context', 'aop', 'expression', 'web', 'web-servlet', 'test'].map(
    (part) => `libspring-${part}-java`,
  ),
  'libservlet-api-java',
  'libcommons-logging-java',
];

/** Class path of Spring MVC from Debian's packages, downloaded once into the user's cache; throws where apt-get cannot. */
export function springMvcJars(): string {
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'csqa-accuracy/spring-mvc');
  const jars = join(cache, 'usr/share/java');
  if (!existsSync(join(cache, 'complete'))) {
    mkdirSync(cache, { recursive: true });
    execFileSync('apt-get', ['download', '-q', ...PACKAGES], { cwd: cache, stdio: 'pipe' });
    for (const name of readdirSync(cache).filter((each) => each.endsWith('.deb'))) {
      execFileSync('dpkg', ['-x', name, '.'], { cwd: cache, stdio: 'pipe' });
    }
    mkdirSync(join(cache, 'complete'));
  }
  return readdirSync(jars)
    .filter((name) => name.endsWith('.jar'))
    .map((name) => join(jars, name))
    .join(':');
}
