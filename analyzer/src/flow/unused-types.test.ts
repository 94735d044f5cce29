import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../test/flow-of.ts';

const WEB = `package org.clinic;
import org.springframework.web.bind.annotation.*;
@RestController class Visits {
  private final Desk desk;
  Visits(Desk desk) { this.desk = desk; }
  @GetMapping("/visits") Answer all() { return desk.ask(Limits.MOST); }
}`;

/** Unused types of a service with these files beside its controller. */
function unusedIn(files: Readonly<Record<string, string>>): string[] {
  const named = Object.entries(files).map(([name, text]) => [
    `src/${name.endsWith('Test.java') ? 'test' : 'main'}/java/${name}`,
    text,
  ]);
  const view = sampleOf({ 'src/main/java/Visits.java': WEB, ...Object.fromEntries(named) }).view();
  return [...view.unusedTypes].map((name) => name.replace('org.clinic.', '')).sort();
}

const IN_USE = {
  'Desk.java': 'package org.clinic; interface Desk { Answer ask(int most); }',
  'Clerk.java':
    'package org.clinic; class Clerk implements Desk { public Answer ask(int most) { return new Answer(); } }',
  'Answer.java': 'package org.clinic; class Answer { Answer() {} }',
  'Limits.java': 'package org.clinic; final class Limits { static final int MOST = 9; }',
};

describe('a type is in use', () => {
  it('when a handler leads to it, by a call, an implementation, a returned type or a constant', () => {
    expect(unusedIn(IN_USE)).toEqual([]);
  });

  it('when only a body speaks of it, and when only the body of such a type does', () => {
    const inBodies = {
      ...IN_USE,
      'Clerk.java': `package org.clinic; class Clerk implements Desk {
        public Answer ask(int most) { Sums.add(most); int limit = Bounds.LOWEST; return new Answer(); }
      }`,
      'Sums.java':
        'package org.clinic; class Sums { static void add(int most) { var list = new Object[] { new Entry() }; } }',
      'Entry.java': 'package org.clinic; class Entry { Entry() { Log.write(); } }',
      'Log.java': 'package org.clinic; class Log { static void write() {} }',
      'Bounds.java': 'package org.clinic; class Bounds { static final int LOWEST = 1; }',
      'Other.java': 'package org.clinic; class Other { void ask() { Others.ask(); } }',
      'Others.java': 'package org.clinic; class Others { static void ask() { new Other(); } }',
    };
    expect(unusedIn(inBodies)).toEqual(['Other', 'Others']);
  });

  it('when a framework can find it by an annotation or a supertype of its own, and when it starts the program', () => {
    const known = {
      'Rules.java': '@org.springframework.context.annotation.Configuration class Rules {}',
      'Gate.java': 'class Gate implements jakarta.servlet.Filter {}',
      'App.java': 'class App { public static void main(String[] args) {} }',
    };
    expect(unusedIn({ ...IN_USE, ...known })).toEqual([]);
  });

  it('when a test refers to it', () => {
    const tested = { 'Sums.java': 'package org.clinic; class Sums { int one() { return 1; } }' };
    expect(unusedIn({ ...IN_USE, ...tested })).toEqual(['Sums']);
    const test = 'package org.clinic; class SumsTest { void adds() { new Sums().one(); } }';
    expect(unusedIn({ ...IN_USE, ...tested, 'SumsTest.java': test })).toEqual([]);
  });

  it('not when only other unused types refer to it, with all that is nested in it', () => {
    const idle = {
      'Old.java': 'package org.clinic; class Old { Older older; class Inner {} }',
      'Older.java': 'package org.clinic; @Deprecated class Older { Old old() { return new Old(); } }',
    };
    expect(unusedIn({ ...IN_USE, ...idle })).toEqual(['Old', 'Old$Inner', 'Older']);
  });

  it('whatever refers to it, where no entry point is known', () => {
    const library = 'package org.clinic; public class Sums { int one() { return 1; } }';
    expect([...sampleOf(library).view().unusedTypes]).toEqual([]);
  });
});
