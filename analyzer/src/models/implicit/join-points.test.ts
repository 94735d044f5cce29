import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../../test/flow-of.ts';
import type { MethodId } from '../../base/ids.ts';
import { methodLabel } from '../../flow/method-label.ts';

/** Methods of two services that an aspect with these members is woven around, and whether its pointcuts were understood. */
function advised(pointcut: string, members = '') {
  const { labels, program } = sampleOf(`package org.clinic;
import org.aspectj.lang.annotation.*;
import org.springframework.stereotype.*;
@interface Audited { }
interface Closing { }
@Service class Visits implements Closing {
  public void open(String name) { }
  @Audited public void close(String name, int after) { }
}
@Service class Bills {
  public void open(String name) { }
  public void print() { }
}
@Aspect @Component class Watch {
  @Before("${pointcut}") public void watch() { }
  ${members}
}`);
  const labelOf = (id: MethodId) => {
    const method = program.method(id);
    return method === undefined ? id : methodLabel(method);
  };
  const woven = labels.implicitCalls.filter(({ target }) => labelOf(target.method) === 'Watch.watch');
  return {
    methods: woven.map(({ caller }) => labelOf(caller)).sort(),
    unread: labels.diagnostics.filter(({ code }) => code === 'unread-pointcut').length,
  };
}

const ALL = ['Bills.open', 'Bills.print', 'Visits.close', 'Visits.open'];

describe('a pointcut', () => {
  it.each([
    ['within(org.clinic.Visits)', ['Visits.close', 'Visits.open']],
    ['within(org.clinic.Closing+)', ['Visits.close', 'Visits.open']],
    ['within(org.clinic.Closing)', []],
    ['this(org.clinic.Closing)', ['Visits.close', 'Visits.open']],
    ['execution(* org.clinic.Visits.*(..))', ['Visits.close', 'Visits.open']],
    ['execution(* open(..))', ['Bills.open', 'Visits.open']],
    ['execution(* *(String, ..))', ['Bills.open', 'Visits.close', 'Visits.open']],
    ['execution(* org.clinic.*.*(..)) && !within(org.clinic.Visits)', ['Bills.open', 'Bills.print']],
    ['@annotation(org.clinic.Audited) || execution(* print())', ['Bills.print', 'Visits.close']],
  ])('%s selects what it names, of every class anew', (pointcut, methods) => {
    expect(advised(pointcut)).toEqual({ methods, unread: 0 });
  });

  it('may name another, which is read where it stands', () => {
    const members =
      '@Pointcut("within(org.clinic.*)") void here() { } @Pointcut("here() && execution(* open(..))") void opening() { }';
    expect(advised('opening()', members)).toEqual({ methods: ['Bills.open', 'Visits.open'], unread: 0 });
    expect(advised('here() && !opening()', members)).toEqual({
      methods: ['Bills.print', 'Visits.close'],
      unread: 0,
    });
  });

  it('selects nothing by what nobody understands, but by what stands beside it', () => {
    expect(advised('bean(visits)')).toEqual({ methods: [], unread: 1 });
    expect(advised('bean(visits) || within(org.clinic.Bills)')).toEqual({
      methods: ['Bills.open', 'Bills.print'],
      unread: 1,
    });
    expect(advised('bean(visits) && within(org.clinic.None)')).toEqual({ methods: [], unread: 0 });
  });

  it('that names itself is understood as far as it says something else', () => {
    const members =
      '@Pointcut("within(org.clinic.Bills) || other()") void one() { } @Pointcut("one()") void other() { }';
    expect(advised('one()', members)).toEqual({ methods: ['Bills.open', 'Bills.print'], unread: 1 });
  });

  it('is asked once of a method however often others name it', () => {
    const level = (to: string) => Array.from({ length: 100 }, () => `${to}()`).join(' && ');
    const members = Array.from(
      { length: 8 },
      (_, at) =>
        `@Pointcut("${at === 7 ? 'within(org.clinic..*)' : level(`level${at + 1}`)}") void level${at}() { }`,
    ).join('\n');
    expect(advised('level0()', members)).toEqual({ methods: ALL, unread: 0 });
  });
});
