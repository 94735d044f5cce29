import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MavenOptions } from '../../src/resolution/maven/maven-options.ts';
import { scratchDirectory } from '../e2e/scratch-tree.ts';

/** What a program in the place of Maven does: it runs in the directory of the projects that ask. */
const HEAD = `#!/usr/bin/env node
const { existsSync, readFileSync, writeFileSync, appendFileSync } = require('node:fs');
const asked = [...readFileSync('pom.xml', 'utf8').matchAll(/<module>(m[0-9]+)</g)].map(([, name]) => name);
const pomOf = (name) => readFileSync(name + '/pom.xml', 'utf8');
const moduleOf = (name) => pomOf(name).match(/<dependencies><dependency>.*?<artifactId>([^<]+)<\\/artifactId>.*?<\\/dependencies><\\/project>|<artifactId>([^<]+)<\\/artifactId>[^]*?<scope>import/)?.slice(1).find(Boolean);
`;

/** Options with a program of the test's own in the place of Maven. */
export function standInMaven(body: string, parts: Partial<MavenOptions> = {}): MavenOptions {
  const command = join(scratchDirectory(), 'mvn');
  writeFileSync(command, `${HEAD}\n${body}`);
  chmodSync(command, 0o755);
  return {
    command,
    mirror: null,
    repository: null,
    plugins: null,
    offline: false,
    timeoutSeconds: 60,
    environment: { PATH: process.env.PATH ?? '' },
    ...parts,
  };
}
