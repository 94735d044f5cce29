import { once } from 'node:events';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import type { Report } from '@csqa/report';
import { expect, it, onTestFinished } from 'vitest';
import type { OrchestratorOptions } from '../../src/options.ts';
import { createOrchestrator } from '../../src/orchestrator.ts';
import type { AnalysisOutcome } from '../../src/outcome.ts';
import type { AnalysisRequest } from '../../src/request.ts';
import { type DockerRun, describeDocker, docker, dockerRun } from './real-engine.ts';

const FULL = { fast: 'csqa-metrics:fast', full: 'csqa-metrics:full' };

const dependency = (name: string, version: string): string => `
    <dependency>
      <groupId>org.lib</groupId>
      <artifactId>${name}</artifactId>
      <version>${version}</version>
    </dependency>`;

/** A shop of two modules that disagree about `lang`, under a parent whose build would run a stranger's code. */
const SHOP: Readonly<Record<string, string>> = {
  'pom.xml': `<project>
  <modelVersion>4.0.0</modelVersion>
  <parent><groupId>org.lib</groupId><artifactId>corp-parent</artifactId><version>7</version></parent>
  <groupId>org.shop</groupId><artifactId>shop</artifactId><version>\${revision}</version>
  <packaging>pom</packaging>
  <properties><revision>1.0</revision></properties>
  <modules><module>core</module><module>web</module></modules>
  <build><extensions><extension><groupId>org.evil</groupId><artifactId>runs</artifactId><version>1</version></extension></extensions></build>
</project>`,
  'core/pom.xml': `<project>
  <modelVersion>4.0.0</modelVersion>
  <parent><groupId>org.shop</groupId><artifactId>shop</artifactId><version>\${revision}</version></parent>
  <artifactId>core</artifactId>
  <dependencies>${dependency('text', '${text.version}')}
  </dependencies>
</project>`,
  'web/pom.xml': `<project>
  <modelVersion>4.0.0</modelVersion>
  <parent><groupId>org.shop</groupId><artifactId>shop</artifactId><version>\${revision}</version></parent>
  <artifactId>web</artifactId>
  <dependencies>
    <dependency><groupId>org.shop</groupId><artifactId>core</artifactId><version>\${project.version}</version></dependency>${dependency('lang', '3.8')}
  </dependencies>
</project>`,
  '.mvn/extensions.xml':
    '<extensions><extension><groupId>org.evil</groupId><artifactId>runs</artifactId><version>1</version></extension></extensions>',
  '.mvn/jvm.config': '-XX:+NoSuchOptionAtAll',
  'core/src/main/java/org/shop/Shop.java': 'package org.shop;\n\npublic class Shop {}\n',
};

const libraryPom = (name: string, version: string, content = ''): string =>
  `<project><modelVersion>4.0.0</modelVersion><groupId>org.lib</groupId><artifactId>${name}</artifactId><version>${version}</version>${content}</project>`;

/** A repository with the libraries of the shop. The parent manages `lang`, as companies do. */
const REPOSITORY: Readonly<Record<string, string>> = {
  'org/lib/corp-parent/7/corp-parent-7.pom': libraryPom(
    'corp-parent',
    '7',
    '<packaging>pom</packaging><properties><text.version>1.9</text.version></properties>',
  ),
  'org/lib/text/1.9/text-1.9.pom': libraryPom(
    'text',
    '1.9',
    `<dependencies>${dependency('lang', '3.11')}</dependencies>`,
  ),
  'org/lib/lang/3.11/lang-3.11.pom': libraryPom('lang', '3.11'),
  'org/lib/lang/3.8/lang-3.8.pom': libraryPom('lang', '3.8'),
};

const ADVISORY = {
  id: 'GHSA-aaaa-bbbb-cccc',
  aliases: ['CVE-2026-0001'],
  database_specific: { severity: 'HIGH' },
  affected: [
    {
      package: { ecosystem: 'Maven', name: 'org.lib:text' },
      ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed: '1.10' }] }],
    },
  ],
};

async function writeFiles(directory: string, files: Readonly<Record<string, string>>): Promise<string> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), text);
  }
  return directory;
}

async function shopRun(changes: NonNullable<OrchestratorOptions['docker']> = {}): Promise<DockerRun> {
  const run = await dockerRun('good', { images: FULL, ...changes });
  await writeFiles(run.source, SHOP);
  return run;
}

function analyzeFully(
  run: DockerRun,
  libraries: NonNullable<OrchestratorOptions['libraries']> = {},
  changes: Partial<AnalysisRequest> = {},
): Promise<AnalysisOutcome> {
  const source = { kind: 'directory', path: run.source } as const;
  const orchestrator = createOrchestrator({ ...run.options, libraries });
  return orchestrator.analyze({ source, outDir: run.outDir, mode: 'full', ...changes });
}

function reportOf(outcome: AnalysisOutcome): Report {
  if (outcome.status === 'succeeded') return outcome.report;
  throw new Error(`${outcome.status}: ${'error' in outcome ? outcome.error.message : ''}`);
}

function classPath({ dependencies }: Report): readonly string[] {
  return dependencies
    .filter(({ resolved }) => resolved === true)
    .map(
      ({ name, version, module, through = [] }) =>
        `${module}: ${[...through, `${name} ${version}`].join(' > ')}`,
    );
}

const CLASS_PATHS = [
  'core: org.lib:text:1.9 > lang 3.11',
  'core: text 1.9',
  'web: org.shop:core:1.0 > text 1.9',
  'web: core 1.0',
  'web: lang 3.8',
];

describeDocker('the mode full', () => {
  it('knows what is on each class path, what is in conflict and what is vulnerable, without a network', async () => {
    const reports: string[] = [];
    for (const transfer of ['bind', 'bind', 'copy'] as const) {
      const run = await shopRun({ transfer });
      const m2CacheDir = await writeFiles(join(run.root, 'm2'), REPOSITORY);
      const advisories = await writeFiles(join(run.root, 'advisories'), {
        'one.json': JSON.stringify(ADVISORY),
      });
      const options = { ...run.options, docker: { ...run.options.docker, m2CacheDir } };
      const report = reportOf(await analyzeFully({ ...run, options }, { advisories }));
      expect(classPath(report)).toEqual(CLASS_PATHS);
      expect(report.diagnostics.map(({ code }) => code)).toEqual(['advisories-compared']);
      const found = report.findings.filter(({ metric }) => metric === 'E1');
      expect(found.map(({ rule, severity, file }) => `${rule} ${severity} ${file}`)).toEqual([
        'CSQA-E1-vulnerable-component high core/pom.xml',
        'CSQA-E1-version-conflict medium core/pom.xml',
      ]);
      expect(found[0]?.what).toContain('CVE-2026-0001');
      expect(found[0]?.fix).toContain('1.10');
      reports.push(await readFile(join(run.outDir, 'report.json'), 'utf8'));
    }
    expect(new Set(reports).size).toBe(1);
  });

  it('measures all the rest where nothing can be resolved, and says why and what to do', async () => {
    const report = reportOf(await analyzeFully(await shopRun()));
    expect(classPath(report)).toEqual([]);
    expect(report.metrics.find(({ id }) => id === 'E1')).toMatchObject({ status: 'measured' });
    expect(report.diagnostics).toMatchObject([
      {
        code: 'class-path-unresolved',
        message: expect.stringContaining(
          'there is no network, and org.lib:corp-parent:7 is not in the local repository',
        ),
        hint: expect.stringContaining('CSQA_M2_CACHE_DIR'),
      },
    ]);
  });

  it('goes to the mirror alone, with a password that shows nowhere, and keeps what it fetches', async () => {
    const asked: string[] = [];
    const server = createServer(({ url = '', headers }, response) => {
      asked.push(url);
      const isKnown = headers.authorization === `Basic ${Buffer.from('bot:s3cret-pass').toString('base64')}`;
      const text = REPOSITORY[url.slice('/maven/'.length)];
      response.writeHead(isKnown ? (text === undefined ? 404 : 200) : 401, {
        'www-authenticate': 'Basic realm="m"',
      });
      response.end(isKnown ? text : undefined);
    });
    server.listen(0, '0.0.0.0');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const gateway = docker([
      'network',
      'inspect',
      'bridge',
      '--format',
      '{{(index .IPAM.Config 0).Gateway}}',
    ]).stdout;
    const run = await shopRun({ network: true });
    const m2CacheDir = join(run.root, 'm2');
    await mkdir(m2CacheDir);
    await chmod(m2CacheDir, 0o777);
    const options = { ...run.options, docker: { ...run.options.docker, m2CacheDir } };
    const mavenMirror = `http://bot:s3cret-pass@${gateway}:${port}/maven`;
    const report = reportOf(await analyzeFully({ ...run, options }, { mavenMirror }));
    expect(classPath(report)).toEqual(CLASS_PATHS);
    expect(asked.filter((url) => url.includes('evil'))).toEqual([]);
    expect(await readdir(join(m2CacheDir, 'org/lib/text'))).toEqual(['1.9']);
    for (const name of await readdir(run.outDir)) {
      expect(await readFile(join(run.outDir, name), 'utf8')).not.toContain('s3cret-pass');
    }
    asked.length = 0;
    expect(classPath(reportOf(await analyzeFully({ ...run, options }, { mavenMirror })))).toEqual(
      CLASS_PATHS,
    );
    expect(asked).toEqual([]);
  });

  it('is not run by the local engine', async () => {
    const outcome = await analyzeFully(await shopRun(), {}, { engine: 'local' });
    expect(outcome).toMatchObject({
      status: 'failed',
      error: { code: 'ENGINE_UNAVAILABLE', message: expect.stringContaining('needs a container') },
    });
  });

  it('comes in an image that explains itself', () => {
    for (const image of Object.values(FULL)) {
      const { exitCode, stdout } = docker(['run', '--rm', image, '--help']);
      expect(exitCode).toBe(0);
      expect(stdout).toContain('--mode full --offline --maven-repository /m2');
    }
  });
}, ['csqa-metrics:fast', 'csqa-metrics:full']);
