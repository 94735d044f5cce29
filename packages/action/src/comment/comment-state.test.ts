import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../../../report/test/hostile-text.ts';
import { type CommentState, compareStates, markerLines, stateIn } from './comment-state.ts';

const STATE: CommentState = { project: 'owners', head: 'a'.repeat(40), run: 4_211, attempt: 2 };

describe('the marker of a comment', () => {
  it('is found again at the beginning of a comment, with what it says', () => {
    expect(stateIn(`${markerLines(STATE)}\n\n## text`, 'owners')).toEqual(STATE);
  });

  it('is none for another project, after other text, or quoted', () => {
    const body = `${markerLines(STATE)}\n\n## text`;
    expect(stateIn(body, 'owner')).toBeNull();
    expect(stateIn(`Look:\n${body}`, 'owners')).toBeNull();
    expect(stateIn(`> ${body}`, 'owners')).toBeNull();
    expect(stateIn(` ${body}`, 'owners')).toBeNull();
  });

  it('makes a comment whose second line was edited older than any', () => {
    const edited = markerLines(STATE).replace('run=4211', 'run=many');
    const state = stateIn(`${edited}\n`, 'owners');
    expect(state).toMatchObject({ run: 0, attempt: 0 });
    expect(compareStates(state ?? STATE, { ...STATE, run: 1, attempt: 1 })).toBeLessThan(0);
  });

  it('ends neither its line nor its HTML comment, whatever a project is called', () => {
    fc.assert(
      fc.property(hostileText, (project) => {
        const text = markerLines({ ...STATE, project: project.slice(0, 100) });
        expect(text.split('\n')).toHaveLength(2);
        expect(text.match(/-->/g)).toHaveLength(2);
        expect(text).not.toMatch(/--!>/);
        fc.pre(project !== '');
        expect(stateIn(`${text}\n`, project.slice(0, 100))?.run).toBe(STATE.run);
      }),
    );
  });
});

describe('the order of comments', () => {
  it('is that of the runs, and of the attempts within one: repeating an older run makes it no newer', () => {
    const older = { ...STATE, run: 10, attempt: 9 };
    expect(compareStates(older, { ...STATE, run: 11, attempt: 1 })).toBeLessThan(0);
    expect(compareStates(older, { ...older, attempt: 10 })).toBeLessThan(0);
    expect(compareStates(older, { ...older })).toBe(0);
  });
});
