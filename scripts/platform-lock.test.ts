import { describe, expect, it } from 'vitest';
import { missingPlatformPackages, withPlatformPackages } from './platform-lock.ts';

const formatter = {
  version: '2.6.8',
  dev: true,
  optionalDependencies: {
    '@fmt/cli-linux-x64': '2.6.8',
    '@fmt/cli-linux-x64-musl': '2.6.8',
    '@fmt/cli-win32-x64': '2.6.8',
  },
};

describe('platform packages in the lockfile', () => {
  it('are missing where a locked package names them and no entry answers', () => {
    const lockfile = {
      packages: { 'node_modules/fmt': formatter, 'node_modules/@fmt/cli-linux-x64': { version: '2.6.8' } },
    };
    expect(missingPlatformPackages(lockfile)).toEqual([
      {
        path: 'node_modules/@fmt/cli-linux-x64-musl',
        entry: { version: '2.6.8', cpu: ['x64'], libc: ['musl'], os: ['linux'], dev: true, optional: true },
      },
      {
        path: 'node_modules/@fmt/cli-win32-x64',
        entry: { version: '2.6.8', cpu: ['x64'], os: ['win32'], dev: true, optional: true },
      },
    ]);
  });

  it('are not missing where they are locked below their parent', () => {
    const packages = {
      'node_modules/fmt': { optionalDependencies: { '@fmt/cli-darwin-arm64': '1.0.0' } },
      'node_modules/fmt/node_modules/@fmt/cli-darwin-arm64': { version: '1.0.0' },
    };
    expect(missingPlatformPackages({ packages })).toEqual([]);
  });

  it.each([
    ['fsevents', '2.3.3'],
    ['@fmt/cli-darwin-arm64', '^2.0.0'],
  ])('leave %s at %s alone: no platform in the name, or no exact version', (name, version) => {
    const packages = { 'node_modules/fmt': { optionalDependencies: { [name]: version } } };
    expect(missingPlatformPackages({ packages })).toEqual([]);
  });

  it.each([
    ['@turbo/windows-64', { os: ['win32'], cpu: ['x64'] }],
    ['@turbo/darwin-64', { os: ['darwin'], cpu: ['x64'] }],
    ['@rollup/rollup-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
    ['@rollup/rollup-linux-arm64-musl', { os: ['linux'], cpu: ['arm64'], libc: ['musl'] }],
    ['@oxc-parser/binding-win32-ia32-msvc', { os: ['win32'], cpu: ['ia32'] }],
    ['@oxc-parser/binding-openharmony-arm64', { os: ['openharmony'], cpu: ['arm64'] }],
  ])('read the platform of %s from its name', (name, platform) => {
    const packages = { 'node_modules/tool': { optionalDependencies: { [name]: '1.0.0' } } };
    expect(missingPlatformPackages({ packages })[0]?.entry).toEqual({
      version: '1.0.0',
      ...platform,
      optional: true,
    });
  });

  it('once added, are missing no more, and what was there stays', () => {
    const completed = withPlatformPackages({ packages: { 'node_modules/fmt': formatter } });
    expect(missingPlatformPackages(completed)).toEqual([]);
    expect(completed.packages['node_modules/fmt']).toEqual(formatter);
  });
});
