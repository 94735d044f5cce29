import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { execaSync } from 'execa';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareMavenVersions } from '../../src/resolution/maven-version.ts';

/** Where distributions put Maven's own jars. */
const PLACES = ['/usr/share/maven/lib', '/opt/maven/lib', join(process.env.MAVEN_HOME ?? '/nowhere', 'lib')];

const library = PLACES.filter((place) => existsSync(place)).find((place) =>
  readdirSync(place).some((name) => /^maven-artifact-3.*\.jar$/u.test(name)),
);

const part = fc.oneof(
  fc.nat({ max: 30 }).map(String),
  fc.constantFrom(
    'alpha',
    'beta',
    'a',
    'b',
    'm',
    'rc',
    'CR',
    'ga',
    'Final',
    'RELEASE',
    'sp',
    'SNAPSHOT',
    'x',
    'jre',
    '00',
  ),
);

const version = fc
  .array(fc.tuple(part, fc.constantFrom('.', '-', '')), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.map(([text, separator]) => text + separator).join(''))
  .filter((text) => !text.startsWith('-'));

/** What Maven says of each neighbour in a list of versions: `<`, `==` or `>`. */
function askMaven(versions: readonly string[]): readonly string[] {
  const { stdout } = execaSync('java', [
    ...['-cp', `${library}/*`, 'org.apache.maven.artifact.versioning.ComparableVersion'],
    ...versions,
  ]);
  return stdout.split('\n').flatMap((line) => /^ {3}\S+ (<|==|>) \S+$/u.exec(line)?.[1] ?? []);
}

const isRequired = process.env.CSQA_E2E === 'required';

it.skipIf(library === undefined && !isRequired)(
  'versions are ordered as the Maven of this machine orders them',
  () => {
    const versions = fc.sample(version, { numRuns: 1_000, seed: 20_261_126 });
    const [, ...rest] = versions;
    const ours = rest.map(
      (right, index) => ['<', '==', '>'][Math.sign(compareMavenVersions(versions[index] ?? '', right)) + 1],
    );
    expect(askMaven(versions)).toEqual(ours);
  },
);
