import type { AnalysisProgress } from '@csqa/orchestrator';
import type { AnalyzerEvent } from '@csqa/report';
import { describe, expect, it } from 'vitest';
import { memoryWorld } from '../../test/memory-world.ts';
import { cliTextsOf } from '../text/texts-of.ts';
import { openProgress } from './progress-display.ts';
import { advance, NOTHING_YET, shareDone } from './progress-state.ts';

type Body = AnalyzerEvent extends infer Event
  ? Event extends AnalyzerEvent
    ? Omit<Event, 'v' | 'seq' | 'ts'>
    : never
  : never;

const said = (body: Body): AnalysisProgress => ({
  type: 'analyzer',
  event: { v: 1, seq: 0, ts: '2026-11-22T02:00:00.000Z', ...body } as AnalyzerEvent,
});
const stage = (phase: string, index: number): AnalysisProgress =>
  said({ type: 'phase', phase, index, total: 8 });
const progress = (done: number, total: number | null, unit = 'files'): AnalysisProgress =>
  said({ type: 'progress', phase: 'facts', done, total, unit });

/** A run as the orchestrator tells of it. */
const aRun: readonly AnalysisProgress[] = [
  { type: 'phase', phase: 'checkout' },
  { type: 'checkout', step: 'receiving', done: 20, total: 40, bytes: 1_000 },
  { type: 'checkout', step: 'writing', done: 61, total: 61, bytes: 9_000 },
  { type: 'phase', phase: 'start' },
  { type: 'phase', phase: 'analyse' },
  said({ type: 'hello', tool: 'csqa', version: '0.1.0', contract: 1, capabilities: [] }),
  stage('inventory', 0),
  progress(61, 61),
  stage('facts', 1),
  progress(1, 47),
  { type: 'warning', code: 'stalled', message: 'No event\u001b[2J for a minute.' },
  progress(47, 47),
  stage('link', 2),
  said({ type: 'warn', code: 'syntax-error', message: 'A file is broken.', file: 'A.java' }),
  stage('quantum\u001b[31m-folding', 7),
  said({ type: 'heartbeat' }),
  { type: 'phase', phase: 'intake' },
  { type: 'phase', phase: 'render' },
];

function linesOf(
  events: readonly AnalysisProgress[],
  language: 'en' | 'ru',
  how: 'succeeded' | 'failed',
): string {
  const world = memoryWorld();
  const display = openProgress(world, cliTextsOf(language), { color: true, quiet: false });
  for (const event of events) display.hear(event);
  display.close(how);
  return `\n${world.stderr.text()}`;
}

describe('progress in a log', () => {
  it('is a line for each stage with what it did, in English', () => {
    expect(linesOf(aRun, 'en', 'succeeded')).toMatchInlineSnapshot(`
      "
      ✓       Fetching the repository   0.4 s  61 files
      ✓ [1/8] Looking at the files      0.3 s  61 files
      warning: No event�[2J for a minute.
      ✓ [2/8] Reading source            0.6 s  47 files
      ✓ [3/8] Resolving calls           0.4 s
      ✓ [8/8] quantum�[31m-folding      0.4 s
      "
    `);
  });

  it('is the same in Russian', () => {
    expect(linesOf(aRun, 'ru', 'succeeded')).toMatchInlineSnapshot(`
      "
      ✓       Получаем репозиторий   0,4 с  61 файл
      ✓ [1/8] Осматриваем файлы      0,3 с  61 файл
      предупреждение: No event�[2J for a minute.
      ✓ [2/8] Читаем исходный код    0,6 с  47 файлов
      ✓ [3/8] Разрешаем вызовы       0,4 с
      ✓ [8/8] quantum�[31m-folding   0,4 с
      "
    `);
  });

  it('marks the stage that a failed run ended in', () => {
    expect(linesOf(aRun.slice(0, 10), 'en', 'failed').trimEnd().split('\n').at(-1)).toMatch(
      /^✗ \[2\/8\] Reading source/,
    );
  });

  it('marks it too where the run goes on to write down that it failed', () => {
    const failed = [...aRun.slice(0, 10), { type: 'phase', phase: 'render' } as const];
    expect(linesOf(failed, 'en', 'failed').trimEnd().split('\n').slice(-2)).toEqual([
      expect.stringMatching(/^✓ \[1\/8\]/),
      expect.stringMatching(/^✗ \[2\/8\] Reading source/),
    ]);
  });

  it.each(['en', 'ru'] as const)(
    'takes no name that every object has for a word of its own, in %s',
    (language) => {
      for (const name of ['valueOf', 'toString', 'constructor', '__proto__']) {
        const lines = linesOf(
          [stage(name, 0), progress(1, 12, name), progress(12, 12, name)],
          language,
          'succeeded',
        );
        expect(lines).toContain(`12 ${name}`);
        expect(lines).not.toMatch(/function|object|undefined/u);
      }
    },
  );

  it('is silent where nobody wants it', () => {
    const world = memoryWorld();
    const display = openProgress(world, cliTextsOf('en'), { color: true, quiet: true });
    for (const event of aRun) display.hear(event);
    display.close('succeeded');
    expect(world.stderr.text() + world.stdout.text()).toBe('');
  });
});

describe('the share that is done', () => {
  const shareAfter = (events: readonly AnalysisProgress[]): number | null => {
    const { step } = events.reduce((state, event) => advance(state, event, 0), NOTHING_YET);
    return step === null ? null : shareDone(step);
  };

  it.each([
    ['counts a clone by what it counts', aRun.slice(0, 2), 0.5],
    ['counts the stages of the analyzer alike', [stage('link', 2)], 2 / 8],
    ['counts within a stage', [stage('facts', 1), progress(24, 48)], 1.5 / 8],
    ['does not guess within a stage without an end', [stage('facts', 1), progress(24, null)], 1 / 8],
    ['is not known at the start', [{ type: 'phase', phase: 'start' }] as const, null],
  ])('%s', (...[, events, share]) => expect(shareAfter(events)).toBe(share));
});
