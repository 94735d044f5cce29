import { readFile } from 'node:fs/promises';
import type { Report, RunEngine, RunRecord, RunUsage } from '@csqa/report';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { sampleReport } from '../../report/test/sample-report.ts';
import { scriptRun } from '../test/clinic-source.ts';
import {
  type AnalysisEvent,
  type AnalysisOutcome,
  type AnalysisRequest,
  type AnalyzerEngine,
  CsqaError,
  type CsqaErrorCode,
  createOrchestrator,
  csqaErrorCodes,
  type DoctorReport,
  isCsqaErrorCode,
  type Limits,
  type Orchestrator,
  optionsFromEnv,
  type ReapReport,
} from './index.ts';
import { createFakeEngine } from './testing/fake-engine.ts';

describe('the public types', () => {
  it('tell an outcome by its status', () => {
    expectTypeOf<AnalysisOutcome['status']>().toEqualTypeOf<
      'succeeded' | 'incomplete' | 'failed' | 'cancelled'
    >();
    expectTypeOf<Extract<AnalysisOutcome, { status: 'succeeded' }>['report']>().toEqualTypeOf<Report>();
    expectTypeOf<Extract<AnalysisOutcome, { status: 'incomplete' }>['error']>().toEqualTypeOf<CsqaError>();
    expectTypeOf<Extract<AnalysisOutcome, { status: 'failed' }>>().not.toHaveProperty('report');
    expectTypeOf<AnalysisOutcome['engine']>().toEqualTypeOf<RunEngine>();
    expectTypeOf<AnalysisOutcome['usage']>().toEqualTypeOf<RunUsage>();
    expectTypeOf<AnalysisOutcome['record']>().toEqualTypeOf<RunRecord>();
  });

  it('need no more of a request than a source and a place', () => {
    expectTypeOf<{
      source: { kind: 'directory'; path: string };
      outDir: string;
    }>().toExtend<AnalysisRequest>();
    expectTypeOf<{
      source: { kind: 'git'; url: string; ref: string };
      outDir: string;
    }>().toExtend<AnalysisRequest>();
    expectTypeOf<{ source: { kind: 'git' }; outDir: string }>().not.toExtend<AnalysisRequest>();
  });

  it('name what an orchestrator does', () => {
    expectTypeOf(createOrchestrator).returns.toEqualTypeOf<Orchestrator>();
    expectTypeOf<Orchestrator['analyze']>().returns.resolves.toEqualTypeOf<AnalysisOutcome>();
    expectTypeOf<ReturnType<Orchestrator['stream']>>().toExtend<AsyncIterable<AnalysisEvent>>();
    expectTypeOf<Orchestrator['doctor']>().returns.resolves.toEqualTypeOf<DoctorReport>();
    expectTypeOf<Orchestrator['reap']>().returns.resolves.toEqualTypeOf<ReapReport>();
    expectTypeOf(optionsFromEnv).toBeCallableWith({ CSQA_ENGINE: 'local', PATH: undefined });
    expectTypeOf<Limits['memoryBytes']>().toEqualTypeOf<number>();
  });

  it('close the list of codes', () => {
    expectTypeOf<CsqaError['code']>().toEqualTypeOf<CsqaErrorCode>();
    expectTypeOf<'CLONE_AUTH'>().toExtend<CsqaErrorCode>();
    expectTypeOf<'SOMETHING_ELSE'>().not.toExtend<CsqaErrorCode>();
  });
});

describe('the codes of errors', () => {
  it('are known by name', () => {
    expect(isCsqaErrorCode('CLONE_AUTH')).toBe(true);
    expect(isCsqaErrorCode('toString')).toBe(false);
    expect(new CsqaError('CLONE_NETWORK', 'x', { hint: 'y', ru: 'я' })).toMatchObject({
      retryable: true,
      owner: 'operator',
    });
  });

  it('are all explained in the README, and no others are', async () => {
    const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
    const explained = [...readme.matchAll(/^\| `([A-Z_]+)` +\|/gm)].map((match) => match[1]);
    expect(explained.toSorted()).toEqual([...csqaErrorCodes].sort());
  });
});

describe('an engine that the caller brings', () => {
  async function analyzeOn(engine: AnalyzerEngine, signal?: AbortSignal): Promise<AnalysisOutcome> {
    const { source, outDir, options } = await scriptRun('good');
    return createOrchestrator(options, { engines: { docker: engine } }).analyze(
      { source: { kind: 'directory', path: source }, outDir, engine: 'docker', mode: 'full' },
      signal === undefined ? {} : { signal },
    );
  }

  it('runs like a built-in one', async () => {
    const outcome = await analyzeOn(createFakeEngine({ report: sampleReport(), log: 'hello\n' }));
    expect(outcome).toMatchObject({ status: 'succeeded', engine: { name: 'fake', requested: 'docker' } });
  });

  it('whose container ran out of memory but ended with 0 makes an incomplete outcome', async () => {
    const outcome = await analyzeOn(
      createFakeEngine({ report: sampleReport(), exit: { outOfMemory: true } }),
    );
    expect(outcome).toMatchObject({ status: 'incomplete', error: { code: 'OOM_PARTIAL' } });
  });

  it('is cancelled by the signal', async () => {
    const outcome = await analyzeOn(
      createFakeEngine({ report: null, takesMs: 60_000 }),
      AbortSignal.timeout(100),
    );
    expect(outcome).toMatchObject({ status: 'cancelled', error: { code: 'CANCELLED' } });
  });
});
