import { describe, expect, it } from 'vitest';
import { canRedraw, type Environment, lookOf, type OutputStream } from './terminal.ts';

const pipe = { write: () => true };
const terminal = { ...pipe, isTTY: true, columns: 100, rows: 30 };

const colored = (stream: typeof pipe, env: Environment, color = true): boolean =>
  lookOf({ stream, env, color }).paint.isColorSupported;

describe('colours', () => {
  it('are for terminals', () => {
    expect(colored(terminal, {})).toBe(true);
    expect(colored(pipe, {})).toBe(false);
  });

  it.each([
    ['NO_COLOR forbids them', terminal, { NO_COLOR: '1' }, true, false],
    ['NO_COLOR that is empty says nothing', terminal, { NO_COLOR: '' }, true, true],
    ['NO_COLOR is stronger than FORCE_COLOR', terminal, { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    ['FORCE_COLOR asks for them in a pipe', pipe, { FORCE_COLOR: '1' }, true, true],
    ['FORCE_COLOR=0 forbids them', terminal, { FORCE_COLOR: '0' }, true, false],
    ['--no-color is stronger than FORCE_COLOR', terminal, { FORCE_COLOR: '1' }, false, false],
    ['a dumb terminal has none', terminal, { TERM: 'dumb' }, true, false],
  ] as const)('%s', (...[, stream, env, color, expected]) => {
    expect(colored(stream, env, color)).toBe(expected);
  });
});

describe('the width', () => {
  it.each([
    ['is that of the terminal', { ...terminal, columns: 100 }, {}, 100],
    ['has a lower bound', { ...terminal, columns: 20 }, {}, 60],
    ['has an upper bound', { ...terminal, columns: 400 }, {}, 140],
    ['of a pipe is 80', pipe, {}, 80],
    ['of a pipe is what COLUMNS says', pipe, { COLUMNS: '120' }, 120],
    ['ignores a COLUMNS that is no number', pipe, { COLUMNS: 'wide' }, 80],
  ])('%s', (...[, stream, env, width]) => expect(lookOf({ stream, env, color: true }).width).toBe(width));
});

describe('a progress bar', () => {
  it.each<[what: string, stream: OutputStream, env: Environment, expected: boolean]>([
    ['is for terminals', terminal, {}, true],
    ['is not for pipes', pipe, {}, false],
    ['is not for dumb terminals', terminal, { TERM: 'dumb' }, false],
    ['is not for logs of CI', terminal, { CI: 'true' }, false],
    ['is not for a terminal that does not know its width', { ...terminal, columns: 0 }, {}, false],
  ])('%s', (...[, stream, env, expected]) => expect(canRedraw(stream, env)).toBe(expected));
});

it('a dumb terminal gets ASCII marks', () => {
  const { glyphs } = lookOf({ stream: terminal, env: { TERM: 'dumb' }, color: true });
  expect(Object.values(glyphs).flat().join('')).toMatch(/^[ -~]+$/);
});
