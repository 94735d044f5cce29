import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relativePath } from '../../base/ids.ts';
import type { ConfigurationFile, ConfigurationProperty } from '../inventory.ts';
import { readPropertiesText } from './properties-text.ts';
import { readSpringSettings } from './spring-files.ts';

const file = (path: string): ConfigurationFile => ({
  path: relativePath(path),
  kind: path.endsWith('.properties') ? 'spring-properties' : 'spring-yaml',
  role: 'production',
  module: '.',
});

const read = (path: string, text: string) => readSpringSettings(file(path), text);
const shown = ({ key, value, line, profile }: ConfigurationProperty): string =>
  `${line} ${key}=${value}${profile === null ? '' : ` if ${profile}`}`;

describe('properties files', () => {
  it('follow the format of java.util.Properties, with lines', () => {
    const { properties } = read(
      'application.properties',
      '# comment\n! comment\na=1\nb : two words\nc three\nlist=x,\\\n    y\nuni=\\u00e9\\=\npath=C\\:\\\\x\nempty\n=nokey\n',
    );
    expect(properties.map(shown)).toEqual([
      '3 a=1',
      '4 b=two words',
      '5 c=three',
      '6 list=x,y',
      '8 uni=é=',
      '9 path=C:\\x',
      '10 empty=',
      '11 =nokey',
    ]);
  });

  it('fall into documents with profiles of their own', () => {
    const { properties } = read(
      'application.properties',
      'a=1\n#---\nspring.config.activate.on-profile=prod\na=2\n#----\nb=3\n',
    );
    expect(properties.map(shown)).toEqual([
      '1 a=1',
      '3 spring.config.activate.on-profile=prod if prod',
      '4 a=2 if prod',
      '6 b=3 if prod',
    ]);
  });

  it('keep a malformed escape as it is written', () => {
    expect(read('application.properties', 'a=\\user\\u00e9\\\\u\n').properties.map(shown)).toEqual([
      '1 a=\\useré\\u',
    ]);
  });

  it('never fail, and keep every key in order', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '=', ':', '\\', '\n', ' ', '#', 'u', '0', '!') }),
        (text) => {
          const lines = readPropertiesText(text).map((property) => property.line);
          expect(lines).toEqual(lines.toSorted((left, right) => left - right));
        },
      ),
    );
  });
});

describe('YAML files', () => {
  it('flatten maps and lists to keys with lines', () => {
    const { properties, diagnostics } = read(
      'application.yml',
      'server:\n  port: 8080\nspring:\n  security:\n    user: {name: admin, roles: [a, b]}\nversion: 1.10\nempty:\nnone: {}\n',
    );
    expect(properties.map(shown)).toEqual([
      '2 server.port=8080',
      '5 spring.security.user.name=admin',
      '5 spring.security.user.roles[0]=a',
      '5 spring.security.user.roles[1]=b',
      '6 version=1.10',
      '7 empty=',
      '8 none=',
    ]);
    expect(diagnostics).toEqual([]);
  });

  it('give each document its profile, old spelling and lists included, and join that of the file', () => {
    const text =
      'a: 1\n---\nspring.config.activate.on-profile: "prod & eu"\na: 2\n---\nspring:\n  profiles: dev, test\na: 3\n---\nspring:\n  config:\n    activate:\n      on-profile: [x, "!y"]\na: 4\n';
    const ofA = (path: string): readonly string[] =>
      read(path, text)
        .properties.filter((property) => property.key === 'a')
        .map(shown);
    expect(ofA('application.yml')).toEqual([
      '1 a=1',
      '4 a=2 if prod & eu',
      '8 a=3 if (dev) | (test)',
      '14 a=4 if (x) | (!y)',
    ]);
    expect(ofA('application-cloud.yml').slice(0, 2)).toEqual([
      '1 a=1 if cloud',
      '4 a=2 if (cloud) & (prod & eu)',
    ]);
  });

  it('follow anchors and merge keys, own keys winning', () => {
    const { properties } = read('application.yml', 'base: &b\n  x: 1\n  y: 2\nuse:\n  y: 3\n  <<: *b\n');
    const effective = new Map(properties.map(({ key, value }) => [key, value]));
    expect(effective.get('use.x')).toBe('1');
    expect(effective.get('use.y')).toBe('3');
  });

  it('stop expanding an alias bomb', () => {
    const levels = Array.from(
      { length: 30 },
      (_, at) => `l${at + 1}: &l${at + 1} [${Array(9).fill(`*l${at}`).join(', ')}]`,
    );
    const { properties, diagnostics } = read('application.yml', ['l0: &l0 x', ...levels].join('\n'));
    expect(properties.length).toBeLessThanOrEqual(50_000);
    expect(diagnostics).toMatchObject([{ code: 'configuration-unreadable' }]);
  });

  it('end on an anchor that contains itself', () => {
    expect(() => read('application.yml', 'a: &a\n  b: *a\n')).not.toThrow();
  });

  it('accept values the build fills in, although they are not YAML', () => {
    const { properties, diagnostics } = read(
      'application.yml',
      'app:\n  version: @project.version@\n  name: shop\n',
    );
    expect(properties.map((property) => property.key)).toContain('app.name');
    expect(diagnostics).toEqual([]);
  });

  it('report broken text with its line and keep what can be read', () => {
    const { properties, diagnostics } = read('application.yml', 'a: 1\nb: [1, 2\nc: "x\n');
    expect(properties[0]).toMatchObject({ key: 'a', value: '1' });
    expect(diagnostics[0]).toMatchObject({ code: 'configuration-unreadable', file: 'application.yml' });
  });

  it('report nesting that no one writes', () => {
    expect(read('application.yml', '['.repeat(100_000)).diagnostics[0]?.message.en).toContain(
      'nests too deep',
    );
  });
});
