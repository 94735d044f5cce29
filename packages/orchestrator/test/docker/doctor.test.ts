import { expect, it } from 'vitest';
import type { DoctorCheck } from '../../src/doctor-report.ts';
import { createOrchestrator } from '../../src/orchestrator.ts';
import { describeDocker, docker, dockerRun } from './real-engine.ts';

async function examined(
  environment: Readonly<Record<string, string>> = {},
): Promise<Map<string, DoctorCheck>> {
  const { options } = await dockerRun('good');
  const merged = { ...options.environment, ...environment };
  const { checks } = await createOrchestrator({ ...options, environment: merged }).doctor();
  return new Map(checks.map((check) => [check.id, check]));
}

describeDocker('the doctor beside an engine', () => {
  it('names client, engine, their API versions, the socket, the image, and the way that files have proved to take', async () => {
    const checks = await examined();
    const { stdout: address } = docker(['context', 'inspect', '--format', '{{.Endpoints.docker.Host}}']);
    expect(checks.get('docker')).toMatchObject({ status: 'ok', fix: null });
    expect(checks.get('docker')?.detail).toMatch(
      /^client \d\S* \(API 1\.\d+\), engine \d\S* \(API 1\.\d+–1\.\d+\), /u,
    );
    expect(checks.get('docker')?.detail).toContain(address);
    expect(checks.get('image-fast')?.status).toBe('ok');
    expect(checks.get('host-paths')).toMatchObject({
      status: 'ok',
      detail: expect.stringContaining('proved'),
    });
    for (const id of ['git', 'disk-space', 'temporary-directory']) expect(checks.get(id)?.status).toBe('ok');
  });

  it('names the address that does not answer, without its password, and what mends it', async () => {
    const check = (await examined({ DOCKER_HOST: 'tcp://somebody:secret@127.0.0.1:1' })).get('docker');
    expect(check).toMatchObject({ status: 'fail', fix: expect.stringMatching(/\S/u) });
    expect(check?.detail).toContain('(tcp://127.0.0.1:1)');
    expect(JSON.stringify(check)).not.toContain('secret');
  });
});
