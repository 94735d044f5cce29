import { describe, expect, it } from 'vitest';
import { relativePath } from '../base/ids.ts';
import type { Dependency } from '../inventory/inventory.ts';
import { classifyDependency } from './dependency-classes.ts';
import { loadModels } from './load-models.ts';

const rows = (await loadModels()).dependencyClasses;

function dependency(name: string, kind: Dependency['kind'] = 'external'): Dependency {
  const [group = null, artifact = ''] = name.split(':');
  return {
    ecosystem: 'maven',
    group,
    name: artifact,
    version: '1',
    scope: 'runtime',
    kind,
    file: relativePath('pom.xml'),
    line: 1,
    module: '.',
    targetModule: null,
  };
}

describe('classes of dependencies', () => {
  it.each([
    ['org.springframework.boot:spring-boot-starter-web', 'baseline'],
    ['org.springframework.security:spring-security-crypto', 'baseline'],
    ['io.jsonwebtoken:jjwt-api', 'security'],
    ['org.bouncycastle:bcprov-jdk18on', 'security'],
    ['com.acme.tools:fast-encryption', 'crypto'],
    ['com.acme.tools:charts', 'other'],
  ])('%s is %s', (name, expected) => {
    expect(classifyDependency(dependency(name), rows)).toBe(expected);
  });

  it('takes own modules as internal unless their name says cryptography', () => {
    expect(classifyDependency(dependency('org.clinic:clinic-core', 'internal'), rows)).toBe('internal');
    expect(classifyDependency(dependency('org.clinic:clinic-crypto', 'internal'), rows)).toBe('crypto');
  });
});
