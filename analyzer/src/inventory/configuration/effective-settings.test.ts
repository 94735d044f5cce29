import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relativePath } from '../../base/ids.ts';
import type { ConfigurationProperty } from '../inventory.ts';
import { effectiveSettings, resolvePlaceholders } from './effective-settings.ts';
import { acceptsProfiles } from './profiles.ts';
import { readSpringSettings } from './spring-files.ts';

const settingsOf = (files: Readonly<Record<string, string>>): readonly ConfigurationProperty[] =>
  Object.entries(files).flatMap(([path, text]) => {
    const kind = path.endsWith('.properties') ? ('spring-properties' as const) : ('spring-yaml' as const);
    const role = path.includes('src/test/') ? ('test' as const) : ('production' as const);
    return readSpringSettings({ path: relativePath(path), kind, role, module: '.' }, text).properties;
  });

const settingAt = (
  files: Readonly<Record<string, string>>,
  key: string,
  profiles: readonly string[] | null = null,
) => effectiveSettings(settingsOf(files), { module: '.', profiles }).get(key)?.value;

describe('effectiveSettings', () => {
  it('sees no profile unless the configuration activates one', () => {
    const files = { 'application.yml': 'a: 1\n---\nspring.config.activate.on-profile: prod\na: 2\n' };
    expect(settingAt(files, 'a')).toBe('1');
    expect(settingAt({ ...files, 'application.properties': 'spring.profiles.active=prod' }, 'a')).toBe('2');
    expect(settingAt({ ...files, 'application.properties': 'spring.profiles.default=prod' }, 'a')).toBe('2');
  });

  it('takes the profiles it is given instead of those the files name', () => {
    const files = {
      'application.properties': 'spring.profiles.active=dev\nsecurity.enable=false',
      'application-dev.properties': 'security.enable=maybe',
      'application-prod.properties': 'security.enable=true',
    };
    expect(settingAt(files, 'security.enable')).toBe('maybe');
    expect(settingAt(files, 'security.enable', ['prod'])).toBe('true');
  });

  it('lets the later profile win, properties over YAML and config/ over the root', () => {
    const profiled = { 'application-a.yml': 'x: a', 'application-b.yml': 'x: b', 'application.yml': 'x: 0' };
    expect(settingAt(profiled, 'x', ['b', 'a'])).toBe('a');
    expect(settingAt({ 'application.yml': 'x: yaml', 'application.properties': 'x=properties' }, 'x')).toBe(
      'properties',
    );
    expect(
      settingAt({ 'config/application.yml': 'x: config', 'application.properties': 'x=root' }, 'x'),
    ).toBe('config');
  });

  it('follows includes and groups, and ends on groups that name each other', () => {
    const files = {
      'application.properties':
        'spring.profiles.active=p\nspring.profiles.group.p=q,r\nspring.profiles.group.q[0]=p',
      'application-r.properties': 'x=r',
    };
    expect(settingAt(files, 'x')).toBe('r');
  });

  it('finds a key in any of its relaxed spellings', () => {
    expect(
      settingAt({ 'application.yml': 'server:\n  servletContext_path: /api\n' }, 'server.servletcontextpath'),
    ).toBe('/api');
  });

  it('leaves the settings of tests out', () => {
    expect(settingAt({ 'src/test/resources/application.yml': 'x: 1' }, 'x')).toBeUndefined();
  });
});

describe('resolvePlaceholders', () => {
  it('resolves settings, defaults and relaxed names, and names what only the environment knows', () => {
    const settings = effectiveSettings(
      settingsOf({ 'application.yml': 'base-path: /api\nurl: ${base-path}/v1\n' }),
      {
        module: '.',
        profiles: null,
      },
    );
    expect(resolvePlaceholders('${url}/x/${port:80}', settings)).toEqual({
      text: '/api/v1/x/80',
      unresolved: [],
    });
    expect(resolvePlaceholders('${basePath}', settings).text).toBe('/api');
    expect(resolvePlaceholders('${DB_PASSWORD}', settings).unresolved).toEqual(['DB_PASSWORD']);
  });
});

describe('acceptsProfiles', () => {
  it.each([
    ['prod', ['prod'], true],
    ['!prod', ['prod'], false],
    ['prod & eu', ['prod'], false],
    ['prod & (eu | us)', ['prod', 'us'], true],
    ['dev, test', ['test'], true],
    ['!(a | b)', ['c'], true],
    ['', [], false],
    ['prod &', ['prod'], false],
    ['(prod', ['prod'], false],
    ['prod) | x', ['prod'], false],
  ])('%j with %j is %s', (expression, active, verdict) => {
    expect(acceptsProfiles(expression, new Set(active))).toBe(verdict);
  });

  it('ends for any expression, however deep', () => {
    expect(acceptsProfiles('('.repeat(1_999), new Set())).toBe(false);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('(', ')', '!', '&', '|', ',', 'a', ' ') }), (text) => {
        expect(typeof acceptsProfiles(text, new Set(['a']))).toBe('boolean');
      }),
    );
  });
});
