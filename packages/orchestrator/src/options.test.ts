import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS, resolveLimits } from './limits.ts';
import { parseOptions } from './options.ts';
import { optionsFromEnv } from './options-from-env.ts';

describe('the environment', () => {
  it('sets what it names', () => {
    const options = optionsFromEnv({
      CSQA_ENGINE: 'local',
      CSQA_ANALYZER_BIN: '/opt/analyzer/main.js',
      CSQA_CACHE_DIR: '/cache',
      CSQA_ANALYZER_THREADS: 'auto',
      CSQA_DATA_DIR: '/data',
      CSQA_ALLOWED_HOSTS: 'github.com, git.clinic.example:8443',
      CSQA_ANALYZER_MEMORY: '2g',
      CSQA_ANALYZER_TIMEOUT: '30m',
      HTTPS_PROXY: 'http://proxy:3128',
      GIT_SSL_CAINFO: '/etc/ca.pem',
    });
    expect(parseOptions(options)).toMatchObject({
      engine: 'local',
      analyzerBin: '/opt/analyzer/main.js',
      cacheDir: '/cache',
      threads: 'auto',
      tempDir: '/data/jobs',
      limits: { memoryBytes: 2 * 1024 ** 3, timeoutSeconds: 1800 },
      checkout: {
        allowedHosts: ['github.com', 'git.clinic.example:8443'],
        proxy: 'http://proxy:3128',
        caFile: '/etc/ca.pem',
      },
    });
  });

  it('sets nothing where it is silent, and where a compose file passes empty values on', () => {
    const silent = parseOptions(
      optionsFromEnv({ CSQA_ENGINE: '', CSQA_ALLOWED_HOSTS: ' ', CSQA_ANALYZER_MEMORY: '' }),
    );
    expect(silent).toMatchObject({
      engine: 'auto',
      checkout: { allowProtocols: ['https'], allowPrivateAddresses: false },
    });
    expect(silent.tempDir).toBeUndefined();
    expect(silent.checkout.allowedHosts).toBeUndefined();
  });

  it('lets private addresses be reached only where that is said', () => {
    const reaches = (value: string) =>
      parseOptions(optionsFromEnv({ CSQA_ALLOW_PRIVATE_ADDRESSES: value })).checkout.allowPrivateAddresses;
    expect([reaches('1'), reaches('0'), reaches('')]).toEqual([true, false, false]);
  });

  it('says where libraries come from, and gives a network to nobody who does not ask for one', () => {
    const asked = parseOptions(
      optionsFromEnv({
        CSQA_ADVISORIES: 'https://advisories.example/all.zip',
        CSQA_MAVEN_MIRROR: 'https://bot:pass@nexus.example/maven',
        CSQA_MAVEN_TIMEOUT: '5m',
        CSQA_ANALYZER_NETWORK: 'bridge',
      }),
    );
    expect(asked.libraries).toEqual({
      advisories: 'https://advisories.example/all.zip',
      mavenMirror: 'https://bot:pass@nexus.example/maven',
      mavenTimeoutSeconds: 300,
    });
    expect(asked.docker.network).toBe(true);
    expect(parseOptions(optionsFromEnv({ CSQA_ANALYZER_NETWORK: 'none' })).docker.network).toBe(false);
  });

  it.each([
    ['CSQA_ENGINE', 'kubernetes'],
    ['CSQA_ANALYZER_MEMORY', '4 apples'],
    ['CSQA_ANALYZER_THREADS', '0'],
    ['CSQA_ANALYZER_THREADS', 'all'],
    ['CSQA_ANALYZER_MEMORY', '0'],
    ['CSQA_ANALYZER_TIMEOUT', '-5'],
    ['CSQA_ANALYZER_TIMEOUT', '3g'],
    ['CSQA_ANALYZER_NETWORK', 'host'],
    ['CSQA_MAVEN_TIMEOUT', 'soon'],
    ['CSQA_ALLOW_PRIVATE_ADDRESSES', 'yes'],
  ])('is refused where %s is "%s", by name', (name, value) => {
    expect(() => optionsFromEnv({ [name]: value })).toThrow(
      expect.objectContaining({ code: 'OPTIONS_INVALID', message: expect.stringContaining(name) }),
    );
  });
});

describe('options', () => {
  it('are refused by key, without their values', () => {
    const options = { checkout: { allowProtocols: ['ssh'] }, environment: { TOKEN: 'sesame' } };
    expect(() => parseOptions(options as never)).toThrow(
      expect.objectContaining({
        code: 'OPTIONS_INVALID',
        message: expect.stringContaining('checkout.allowProtocols.0'),
      }),
    );
    expect(() => parseOptions(options as never)).not.toThrow('sesame');
  });
});

describe('limits', () => {
  it('are the defaults, then those of the options, then those of the request', () => {
    const limits = resolveLimits({ memoryBytes: 1, cloneFiles: 2 }, undefined, { cloneFiles: 3 });
    expect(limits).toEqual({ ...DEFAULT_LIMITS, memoryBytes: 1, cloneFiles: 3 });
  });
});
