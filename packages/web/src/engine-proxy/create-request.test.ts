import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeCreate } from './create-request.ts';
import { proxyPolicyFrom } from './proxy-policy.ts';

const policyOf = (settings: Readonly<Record<string, string>> = {}) =>
  proxyPolicyFrom(
    (name) => ({ CSQA_PROXY_VOLUMES: 'clinic_out', CSQA_PROXY_BINDS: '/srv/m2', ...settings })[name],
  );
const policy = policyOf();

/** What the Docker command line 28 sends for a container of the orchestrator, with every setting that it leaves alone. */
const HOST = {
  ...{
    Binds: null,
    ContainerIDFile: '',
    NetworkMode: 'none',
    PortBindings: {},
    AutoRemove: false,
    VolumeDriver: '',
  },
  LogConfig: { Type: 'json-file', Config: { 'max-file': '2', 'max-size': '96m' } },
  RestartPolicy: { Name: 'no', MaximumRetryCount: 0 },
  ...{ VolumesFrom: null, ConsoleSize: [0, 0], CapAdd: null, CapDrop: ['ALL'], CgroupnsMode: '', Dns: [] },
  ...{ IpcMode: 'none', PidMode: '', Privileged: false, ReadonlyRootfs: true, UTSMode: '', UsernsMode: '' },
  SecurityOpt: ['no-new-privileges'],
  Tmpfs: { '/tmp': 'rw,noexec,nosuid,nodev,size=536870912,mode=1777' },
  ...{ Memory: 268435456, MemorySwap: 268435456, MemorySwappiness: -1, NanoCpus: 1e9, PidsLimit: 64 },
  ...{ Devices: [], DeviceRequests: null, DeviceCgroupRules: null, MaskedPaths: null, ReadonlyPaths: null },
  Ulimits: [
    { Name: 'core', Hard: 0, Soft: 0 },
    { Name: 'nofile', Hard: 4096, Soft: 4096 },
  ],
  Mounts: [
    {
      Type: 'volume',
      Source: 'clinic_out',
      Target: '/out',
      VolumeOptions: { NoCopy: true, Subpath: 'runs/1', DriverConfig: {} },
    },
    { Type: 'volume', Target: '/src' },
    { Type: 'bind', Source: '/srv/m2', Target: '/m2' },
  ],
  Init: true,
};
const REQUEST = {
  ...{
    Hostname: '',
    User: '1000:1000',
    AttachStdout: true,
    AttachStderr: true,
    Tty: false,
    Entrypoint: null,
  },
  ...{
    Cmd: ['analyze', '--source', '/src', ''],
    Env: ['NODE_OPTIONS=--max-old-space-size=200'],
    Volumes: {},
  },
  ...{ Image: 'csqa-metrics:fast', StopTimeout: 10, Labels: { 'csqa.managed': '1' } },
  HostConfig: HOST,
  NetworkingConfig: { EndpointsConfig: {} },
};

const withHost = (change: Readonly<Record<string, unknown>>) =>
  JSON.stringify({ ...REQUEST, HostConfig: { ...HOST, ...change } });

function refusal(text: string, by = policy): string {
  const verdict = judgeCreate(text, by);
  return 'refused' in verdict ? verdict.refused : `not refused: ${verdict.body}`;
}

function allowed(text: string, by = policy): typeof REQUEST {
  const verdict = judgeCreate(text, by);
  if ('refused' in verdict) throw new Error(verdict.refused);
  return JSON.parse(verdict.body);
}

describe('a container as the orchestrator asks for it', () => {
  it('is made with the settings that mean something, under the label of the proxy', () => {
    const { HostConfig, ...rest } = allowed(JSON.stringify(REQUEST));
    expect(rest).toEqual({
      ...{ Image: 'csqa-metrics:fast', User: '1000:1000', Cmd: REQUEST.Cmd, Env: REQUEST.Env },
      ...{ AttachStdout: true, AttachStderr: true, StopTimeout: 10 },
      Labels: { 'csqa.managed': '1', 'csqa.proxy': 'csqa' },
    });
    expect(HostConfig).toMatchObject({
      CapDrop: ['ALL'],
      NetworkMode: 'none',
      ReadonlyRootfs: true,
      PidsLimit: 64,
    });
    expect(HostConfig).not.toHaveProperty('Privileged');
  });

  it('cannot take the label of another stack', () => {
    const { Labels } = allowed(JSON.stringify({ ...REQUEST, Labels: { 'csqa.proxy': 'other' } }));
    expect(Labels).toEqual({ 'csqa.proxy': 'csqa' });
  });

  it('gets devices and a network where the operator gives them to analyses, and not otherwise', () => {
    const gpu = withHost({
      DeviceRequests: [{ Driver: '', Count: -1, DeviceIDs: null, Capabilities: [['gpu']], Options: {} }],
    });
    expect(refusal(gpu)).toBe(
      'HostConfig.DeviceRequests: no analysis needs it (CSQA_ANALYZER_GPUS allows devices)',
    );
    expect(allowed(gpu, policyOf({ CSQA_ANALYZER_GPUS: 'all' }))).toBeDefined();
    const bridge = withHost({ NetworkMode: 'bridge' });
    expect(refusal(bridge)).toContain('CSQA_ANALYZER_NETWORK=bridge');
    expect(allowed(bridge, policyOf({ CSQA_ANALYZER_NETWORK: 'bridge' })).HostConfig.NetworkMode).toBe(
      'bridge',
    );
    expect(
      refusal(withHost({ NetworkMode: 'host' }), policyOf({ CSQA_ANALYZER_NETWORK: 'bridge' })),
    ).toContain('NetworkMode');
  });
});

describe('a container that would be more than an analysis', () => {
  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['Privileged', { Privileged: true }],
    ['CapAdd', { CapAdd: ['SYS_ADMIN'] }],
    ['CapDrop', { CapDrop: null }],
    ['CapDrop', { CapDrop: ['NET_RAW'] }],
    ['SecurityOpt', { SecurityOpt: null }],
    ['SecurityOpt', { SecurityOpt: ['no-new-privileges', 'seccomp=unconfined'] }],
    ['ReadonlyRootfs', { ReadonlyRootfs: false }],
    ['NetworkMode', { NetworkMode: 'host' }],
    ['NetworkMode', { NetworkMode: 'container:database' }],
    ['NetworkMode', { NetworkMode: '' }],
    ['PidMode', { PidMode: 'host' }],
    ['IpcMode', { IpcMode: 'host' }],
    ['UTSMode', { UTSMode: 'host' }],
    ['UsernsMode', { UsernsMode: 'host' }],
    ['CgroupnsMode', { CgroupnsMode: 'host' }],
    ['CgroupParent', { CgroupParent: '/system.slice' }],
    [
      'Devices',
      { Devices: [{ PathOnHost: '/dev/sda', PathInContainer: '/dev/sda', CgroupPermissions: 'rwm' }] },
    ],
    ['DeviceCgroupRules', { DeviceCgroupRules: ['b *:* rwm'] }],
    ['VolumesFrom', { VolumesFrom: ['database'] }],
    ['VolumeDriver', { VolumeDriver: 'nfs' }],
    ['Binds', { Binds: ['/:/host'] }],
    ['Binds', { Binds: ['/var/run/docker.sock:/var/run/docker.sock'] }],
    ['Runtime', { Runtime: 'evil' }],
    ['Sysctls', { Sysctls: { 'kernel.core_pattern': '|/x' } }],
    ['OomScoreAdj', { OomScoreAdj: -1000 }],
    ['PortBindings', { PortBindings: { '80/tcp': [{ HostPort: '80' }] } }],
    ['ExtraHosts', { ExtraHosts: ['db:10.0.0.1'] }],
    ['Memory', { Memory: 0 }],
    ['PidsLimit', { PidsLimit: -1 }],
    ['NanoCpus', { NanoCpus: 0 }],
    ['LogConfig', { LogConfig: { Type: 'syslog', Config: { 'syslog-address': 'udp://10.0.0.1' } } }],
    ['SettingOfTomorrow', { SettingOfTomorrow: 'on' }],
    ['privileged', { privileged: true }],
    ['PRIVILEGED', { PRIVILEGED: true }],
  ])('is refused for HostConfig.%s %j', (name, change) => {
    expect(refusal(withHost(change))).toMatch(new RegExp(`^HostConfig\\.${name}[.:]`, 'u'));
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['Entrypoint', { Entrypoint: ['sh'] }],
    ['Image', { Image: 'debian' }],
    ['Image', { Image: 'csqa-metrics:fast@sha256:00' }],
    ['Volumes', { Volumes: { '/var': { x: 1 } } }],
    ['User', { User: 'root' }],
    ['NetworkingConfig', { NetworkingConfig: { EndpointsConfig: { internal: { Aliases: ['database'] } } } }],
    ['hostconfig', { hostconfig: { Privileged: true } }],
    ['HostConfig', { HostConfig: null }],
  ])('is refused for %s %j', (name, change) => {
    expect(refusal(JSON.stringify({ ...REQUEST, ...change }))).toMatch(new RegExp(`^${name}[.:]`, 'u'));
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['a directory that is not listed', { Type: 'bind', Source: '/etc', Target: '/x' }],
    ['the socket of the engine', { Type: 'bind', Source: '/var/run/docker.sock', Target: '/x' }],
    ['the root', { Type: 'bind', Source: '/', Target: '/x' }],
    ['what is above a listed one', { Type: 'bind', Source: '/srv', Target: '/x' }],
    ['what is in a listed one, which may be a link', { Type: 'bind', Source: '/srv/m2/link', Target: '/x' }],
    ['a way up from a listed one', { Type: 'bind', Source: '/srv/m2/../../etc', Target: '/x' }],
    ['a name that begins like a listed one', { Type: 'bind', Source: '/srv/m2-other', Target: '/x' }],
    ['a listed one in another spelling', { Type: 'bind', Source: '/srv//m2', Target: '/x' }],
    [
      'a listed one with propagation',
      { Type: 'bind', Source: '/srv/m2', Target: '/x', BindOptions: { Propagation: 'rshared' } },
    ],
    ['the volume of another', { Type: 'volume', Source: 'postgres_data', Target: '/x' }],
    ['a path for a volume', { Type: 'volume', Source: '/etc', Target: '/x' }],
    [
      'a way out of a volume',
      { Type: 'volume', Source: 'clinic_out', Target: '/x', VolumeOptions: { Subpath: '../../etc' } },
    ],
    [
      'a volume that is a directory of the host',
      {
        ...{ Type: 'volume', Target: '/x' },
        VolumeOptions: { DriverConfig: { Name: 'local', Options: { type: 'none', o: 'bind', device: '/' } } },
      },
    ],
    ['a named pipe', { Type: 'npipe', Source: 'x', Target: '/x' }],
    ['an image', { Type: 'image', Source: 'debian', Target: '/x' }],
  ])('is refused for mounting %s', (_, mount) => {
    expect(refusal(withHost({ Mounts: [mount] }))).toMatch(/^HostConfig\.Mounts\.0/u);
  });

  it('is told how a directory can be allowed', () => {
    const mounts = [{ Type: 'bind', Source: '/etc', Target: '/x' }];
    expect(refusal(withHost({ Mounts: mounts }))).toBe(
      'HostConfig.Mounts.0.Source: "/etc" is not shared from the host; CSQA_PROXY_BINDS names the directories that are',
    );
  });
});

describe('a body that is made to be read in two ways', () => {
  it('is what its last name says, here and for the engine', () => {
    const twice = JSON.stringify(REQUEST).replace('"Image":', '"Image":"debian","Image":');
    expect(allowed(twice).Image).toBe('csqa-metrics:fast');
    const other = JSON.stringify(REQUEST).replace(
      '"Init":true',
      '"Init":true,"Privileged":false,"Privileged":true',
    );
    expect(refusal(other)).toContain('HostConfig.Privileged');
  });

  it('is nothing that the engine gets if it stands for nothing', () => {
    const odd = withHost({ MaskedPaths: [], ReadonlyPaths: [], Privileged: 0, CapAdd: [] });
    expect(allowed(odd)).toEqual(allowed(JSON.stringify(REQUEST)));
  });

  it('has no names of the language that it is read in', () => {
    const text = withHost({}).replace('"Init":true', '"Init":true,"__proto__":{"Privileged":true}');
    const verdict = judgeCreate(text, policy);
    expect('body' in verdict ? verdict.body : '').not.toContain('Privileged');
  });

  it('is refused where it is no JSON, no object, or nested without an end', () => {
    for (const text of ['', '{', 'null', '[]', '7', `${'['.repeat(100_000)}1${']'.repeat(100_000)}`]) {
      expect(judgeCreate(text, policy)).toHaveProperty('refused');
    }
  });
});

describe('whatever a client sends', () => {
  it('reaches the engine with all of the isolation, or not at all', () => {
    const setting = fc.constantFrom(...Object.keys(HOST), 'Runtime', 'Sysctls', 'Annotations');
    fc.assert(
      fc.property(fc.dictionary(setting, fc.jsonValue({ maxDepth: 3 })), (change) => {
        const verdict = judgeCreate(withHost(change), policy);
        if ('refused' in verdict) return;
        const { HostConfig } = JSON.parse(verdict.body);
        expect(HostConfig).toMatchObject({
          ...{ NetworkMode: 'none', CapDrop: ['ALL'], SecurityOpt: ['no-new-privileges'], IpcMode: 'none' },
          ...{ ReadonlyRootfs: true, LogConfig: { Type: 'json-file' } },
        });
        for (const name of ['Privileged', 'CapAdd', 'Binds', 'PidMode', 'Devices', 'VolumesFrom', 'Runtime'])
          expect(HostConfig).not.toHaveProperty(name);
      }),
    );
  });
});

describe('the settings of the proxy', () => {
  it('take absolute paths in their shortest spelling only', () => {
    for (const path of ['srv/m2', '/srv/../etc', '/srv//m2', '/srv/m2/', '/', '/srv/./m2']) {
      expect(() => policyOf({ CSQA_PROXY_BINDS: path })).toThrow('CSQA_PROXY_BINDS');
    }
    expect([...policyOf({ CSQA_PROXY_BINDS: '/srv/m2; /srv/a.b' }).binds]).toEqual(['/srv/m2', '/srv/a.b']);
    expect(() => policyOf({ CSQA_PROXY_VOLUMES: '/etc' })).toThrow('CSQA_PROXY_VOLUMES');
    expect(() => policyOf({ CSQA_PROXY_SCOPE: 'a b' })).toThrow('CSQA_PROXY_SCOPE');
  });
});
