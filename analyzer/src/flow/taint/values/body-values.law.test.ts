import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../../../test/flow-of.ts';

/** Statements over four texts, a list and a map, with conditions that are known and such that are not. */
type Statement =
  | { readonly do: 'set'; readonly to: number; readonly from: number | 'input' | 'text' }
  | { readonly do: 'add' | 'put'; readonly from: number; readonly key: number }
  | { readonly do: 'remove' | 'get' | 'look-up'; readonly to: number; readonly key: number }
  | { readonly do: 'use'; readonly from: number }
  | { readonly do: 'leave' }
  | {
      readonly do: 'if';
      readonly known: boolean | null;
      readonly first: readonly Statement[];
      readonly second: readonly Statement[];
    }
  | {
      readonly do: 'while' | 'try';
      readonly body: readonly Statement[];
      readonly first: readonly Statement[];
    };

const TEXTS = 3;
const text = fc.nat({ max: TEXTS - 1 });
const key = fc.nat({ max: 1 });

const { body } = fc.letrec<{ body: readonly Statement[]; statement: Statement }>((tie) => ({
  body: fc.array(tie('statement'), { minLength: 1, maxLength: 5 }),
  statement: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.record({
      do: fc.constant('set' as const),
      to: text,
      from: fc.oneof(text, fc.constantFrom('input' as const, 'text' as const)),
    }),
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constantFrom('add' as const, 'put' as const), from: text, key }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constantFrom('remove' as const, 'get' as const, 'look-up' as const),
        to: text,
        key,
      }),
    },
    fc.record({ do: fc.constant('use' as const), from: text }),
    fc.record({ do: fc.constant('leave' as const) }),
    fc.record({
      do: fc.constant('if' as const),
      known: fc.constantFrom(true, false, null),
      first: tie('body'),
      second: tie('body'),
    }),
    fc.record({
      do: fc.constantFrom('while' as const, 'try' as const),
      body: tie('body'),
      first: tie('body'),
    }),
  ),
}));

/** Every program ends by using all texts, and starts with a list that has something in it. */
const programs = body.map((statements): readonly Statement[] => [
  { do: 'set', to: 0, from: 'input' },
  { do: 'add', from: 1, key: 0 },
  { do: 'add', from: 0, key: 0 },
  { do: 'set', to: 0, from: 'text' },
  ...statements,
  ...Array.from({ length: TEXTS }, (_, from) => ({ do: 'use' as const, from })),
]);

function print(statements: readonly Statement[]): string {
  return statements.map(printOne).join(' ');
}

function printOne(statement: Statement): string {
  switch (statement.do) {
    case 'set':
      return `t${statement.to} = ${printValue(statement.from)};`;
    case 'add':
      return `list.add(t${statement.from});`;
    case 'put':
      return `map.put("k${statement.key}", t${statement.from});`;
    case 'remove':
      return `t${statement.to} = list.remove(${statement.key});`;
    case 'get':
      return `t${statement.to} = list.get(${statement.key});`;
    case 'look-up':
      return `t${statement.to} = map.get("k${statement.key}");`;
    case 'use':
      return `jdbc.execute(t${statement.from});`;
    case 'leave':
      return 'if (maybe()) return;';
    case 'if': {
      const condition = statement.known === null ? 'maybe()' : `3 * 4 ${statement.known ? '>' : '<'} n`;
      return `if (${condition}) { ${print(statement.first)} } else { ${print(statement.second)} }`;
    }
    case 'while':
      return `while (maybe()) { ${print(statement.body)} if (maybe()) break; ${print(statement.first)} }`;
    case 'try':
      return `try { ${print(statement.body)} } catch (RuntimeException e) { ${print(statement.first)} }`;
  }
}

function printValue(from: number | 'input' | 'text'): string {
  if (from === 'input') return 'input';
  return from === 'text' ? '"x"' : `t${from}`;
}

class Left extends Error {}
class Thrown extends Error {}

/** Runs a program once, with `maybe()` answered from a list; whether the input came to a use. */
class Run {
  reached = false;
  private readonly texts = new Array<boolean>(TEXTS).fill(false);
  private readonly list: boolean[] = [];
  private readonly map = new Map<number, boolean>();
  private readonly answers: readonly boolean[];
  private asked = 0;

  constructor(answers: readonly boolean[]) {
    this.answers = answers;
  }

  all(statements: readonly Statement[]): void {
    for (const statement of statements) this.one(statement);
  }

  private maybe(): boolean {
    return this.answers[this.asked++] ?? false;
  }

  private one(statement: Statement): void {
    switch (statement.do) {
      case 'set':
        this.texts[statement.to] =
          typeof statement.from === 'number'
            ? this.texts[statement.from] === true
            : statement.from === 'input';
        return;
      case 'add':
        this.list.push(this.texts[statement.from] === true);
        return;
      case 'put':
        this.map.set(statement.key, this.texts[statement.from] === true);
        return;
      case 'remove':
      case 'get':
        if (statement.key >= this.list.length) throw new Thrown();
        this.texts[statement.to] = this.list[statement.key] === true;
        if (statement.do === 'remove') this.list.splice(statement.key, 1);
        return;
      case 'look-up':
        this.texts[statement.to] = this.map.get(statement.key) === true;
        return;
      case 'use':
        this.reached ||= this.texts[statement.from] === true;
        return;
      case 'leave':
        if (this.maybe()) throw new Left();
        return;
      default:
        this.control(statement);
    }
  }

  private control(statement: Extract<Statement, { readonly do: 'if' | 'while' | 'try' }>): void {
    if (statement.do === 'if') {
      this.all((statement.known ?? this.maybe()) ? statement.first : statement.second);
    } else if (statement.do === 'while') {
      while (this.maybe()) {
        this.all(statement.body);
        if (this.maybe()) break;
        this.all(statement.first);
      }
    } else {
      try {
        this.all(statement.body);
      } catch (problem) {
        if (!(problem instanceof Thrown)) throw problem;
        this.all(statement.first);
      }
    }
  }
}

/** Whether some way through the program brings the input to a use. */
function comesThrough(program: readonly Statement[], allAnswers: readonly (readonly boolean[])[]): boolean {
  return allAnswers.some((answers) => {
    const run = new Run(answers);
    try {
      run.all(program);
    } catch (problem) {
      if (!(problem instanceof Left) && !(problem instanceof Thrown)) throw problem;
    }
    return run.reached;
  });
}

/** Entry points, by their number, of which the analysis says that the input comes through. */
function reported(bodies: readonly (readonly Statement[])[]): ReadonlySet<string> {
  const handlers = bodies.map(
    (program, index) => `@GetMapping("/${index}") void h${index}(@RequestParam String input) {
      int n = 10; String t0 = "", t1 = "", t2 = "";
      List<String> list = new ArrayList<>(); Map<String, String> map = new HashMap<>();
      ${print(program)} }`,
  );
  const sample = sampleOf(`
package org.clinic;
import java.util.*;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.*;
@RestController class Search {
  JdbcTemplate jdbc;
  boolean maybe() { return new Random().nextBoolean(); }
  ${handlers.join('\n')}
}`);
  const paths = sample.view().taintedPaths.filter(({ taint }) => taint === 'sql');
  return new Set(paths.map(({ entry }) => entry.paths[0] ?? ''));
}

describe('values of a body', () => {
  it('lose no way on which the input comes through when the program runs', () => {
    const answers = fc.array(fc.array(fc.boolean(), { maxLength: 12 }), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(fc.array(programs, { minLength: 25, maxLength: 25 }), answers, (bodies, runs) => {
        const found = reported(bodies);
        bodies.forEach((program, index) => {
          if (comesThrough(program, runs)) expect(found, print(program)).toContain(`/${index}`);
        });
      }),
      { numRuns: 30 },
    );
  });

  it('tell programs of known conditions exactly as they run', () => {
    const isDecided = (statement: Statement): boolean =>
      statement.do === 'if'
        ? statement.known !== null && [...statement.first, ...statement.second].every(isDecided)
        : statement.do !== 'while' && statement.do !== 'try' && statement.do !== 'leave';
    fc.assert(
      fc.property(fc.array(programs, { minLength: 25, maxLength: 25 }), (all) => {
        const bodies = all.map((body) => body.filter(isDecided));
        const found = reported(bodies);
        bodies.forEach((program, index) => {
          const throws = !comesToAnEnd(program);
          if (!throws) expect(found.has(`/${index}`), print(program)).toBe(comesThrough(program, [[]]));
        });
      }),
      { numRuns: 30 },
    );
  });
});

/** A wrong index throws; what stands behind it is then not run, which the analysis need not know. */
function comesToAnEnd(program: readonly Statement[]): boolean {
  try {
    new Run([]).all(program);
    return true;
  } catch (problem) {
    if (problem instanceof Thrown) return false;
    throw problem;
  }
}
