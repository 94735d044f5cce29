import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsOf, operationsOf } from '../../../test/java-facts.ts';
import type { FileFacts } from '../../facts/file-facts.ts';
import { printFacts } from '../../facts/print-facts.ts';

/** An expression as its tokens, with the calls in it in the order in which they are evaluated. */
interface Code {
  readonly tokens: readonly string[];
  readonly calls: readonly string[];
}

const name = fc.constantFrom('owner', 'pets', 'visit', 'имя', '$x', '_y');

function joined(parts: readonly (string | Code)[]): Code {
  return {
    tokens: parts.flatMap((part) => (typeof part === 'string' ? [part] : part.tokens)),
    calls: parts.flatMap((part) => (typeof part === 'string' ? [] : part.calls)),
  };
}

function listed(items: readonly Code[]): (string | Code)[] {
  return items.flatMap((item, index) => (index === 0 ? [item] : [',', item]));
}

function called(receiver: Code | null, method: string, args: readonly Code[]): Code {
  const before: (string | Code)[] = receiver === null ? [] : [receiver, '.'];
  const inner = joined([...before, method, '(', ...listed(args), ')']);
  return { tokens: inner.tokens, calls: [...inner.calls, method] };
}

const { expression, primary } = fc.letrec<{ expression: Code; primary: Code }>((tie) => ({
  primary: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc
      .oneof(name, fc.constantFrom('1', '0x1F', '1.5e-3f', '"a b"', "'c'", 'this', 'true'))
      .map((token) => joined([token])),
    fc
      .tuple(
        fc.option(tie('primary')),
        fc.constantFrom('f', 'g', 'h'),
        fc.array(tie('expression'), { maxLength: 3 }),
      )
      .map(([receiver, method, args]) => called(receiver, method, args)),
    tie('expression').map((inner) => joined(['(', inner, ')'])),
    fc.tuple(tie('primary'), name).map(([object, field]) => joined([object, '.', field])),
    fc.tuple(tie('primary'), tie('expression')).map(([array, index]) => joined([array, '[', index, ']'])),
    fc
      .array(tie('expression'), { maxLength: 2 })
      .map((args) => joined(['new', 'Pet', '<', '>', '(', ...listed(args), ')'])),
  ),
  expression: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    tie('primary'),
    fc
      .tuple(tie('primary'), fc.constantFrom('+', '&&', '==', '<', '%'), tie('primary'))
      .map(([left, operator, right]) => joined([left, operator, right])),
    fc
      .tuple(fc.constantFrom('!', '-'), tie('primary'))
      .map(([operator, operand]) => joined([operator, '(', operand, ')'])),
    fc
      .tuple(tie('primary'), tie('primary'), tie('primary'))
      .map(([condition, then, otherwise]) => joined([condition, '?', then, ':', otherwise])),
    fc.tuple(name, tie('expression')).map(([parameter, body]) => joined(['(', parameter, ')', '->', body])),
  ),
}));

const { statement } = fc.letrec<{ statement: Code }>((tie) => ({
  statement: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    expression.map((value) => joined(['int', 'count', '=', value, ';'])),
    expression.map((value) => joined(['return', value, ';'])),
    fc
      .tuple(primary, tie('statement'))
      .map(([condition, body]) => joined(['while', '(', condition, ')', '{', body, '}'])),
    fc
      .tuple(primary, tie('statement'), tie('statement'))
      .map(([condition, then, otherwise]) =>
        joined(['if', '(', condition, ')', '{', then, '}', 'else', '{', otherwise, '}']),
      ),
    fc
      .tuple(tie('statement'), tie('statement'))
      .map(([body, handler]) =>
        joined(['try', '{', body, '}', 'catch', '(', 'Gone', 'e', ')', '{', handler, '}']),
      ),
    tie('statement').map((body) =>
      joined(['new', 'Task', '(', ')', '{', 'void', 'go', '(', ')', '{', body, '}', '}', ';']),
    ),
  ),
}));

const program = fc
  .array(statement, { maxLength: 4 })
  .map((statements) =>
    joined([
      'class',
      'Sample',
      '{',
      '@A',
      '(',
      '"x"',
      ')',
      'void',
      'visit',
      '(',
      'Owner',
      'owner',
      ')',
      '{',
      ...statements,
      '}',
      '}',
    ]),
  );

const gap = fc.constantFrom(' ', '\n', '\r\n', '\t ', ' /* a; { */ ', ' // b "\n', '\n\n/** c */\n');

/** Everything in facts that does not depend on where lines end. */
function withoutLines(facts: FileFacts): string {
  const { hashes, tokens } = facts.statements;
  const text = printFacts(facts).replace(/^(java .*) \d+\/\d+ lines$/m, '$1');
  return JSON.stringify([text.replace(/(?: named)? :\d+(?:-\d+| \d+-\d+)?/g, ''), hashes, tokens]);
}

describe('facts', () => {
  it('tell calls in the order in which they are evaluated, once each', () => {
    fc.assert(
      fc.property(expression, ({ tokens, calls }) => {
        const facts = factsOf(`class Sample { Object visit() { return ${tokens.join(' ')}; } }`);
        const methods = facts.types.flatMap((type) => type.methods);
        const found = methods.flatMap((method) => operationsOf(method, 'call').map((call) => call.name));
        expect([found, facts.problems]).toEqual([calls, []]);
      }),
      { numRuns: 300 },
    );
  });

  it('do not depend on layout and comments, apart from lines', () => {
    fc.assert(
      fc.property(program, fc.infiniteStream(gap), ({ tokens }, gaps) => {
        const spaced = tokens.map((token) => token + (gaps.next().value ?? ' ')).join('');
        expect(withoutLines(factsOf(spaced))).toBe(withoutLines(factsOf(tokens.join(' '))));
      }),
      { numRuns: 200 },
    );
  });

  it('are well formed for any sequence of tokens', () => {
    const words =
      'class enum record interface { } ( ) [ ] < > , ; . :: -> = + && ? : @ a B int "s" \'c\' 1 new return if else for while do switch case default try catch finally throw static this super instanceof yield var """ /* // \n \\ "';
    const soup = fc.array(fc.constantFrom(...words.split(' ')), { maxLength: 120 });
    fc.assert(
      fc.property(soup, (tokens) => {
        expect(factsOf(tokens.join(' ')).language).toBe('java');
      }),
      { numRuns: 400 },
    );
  });

  it('are well formed for any characters, and the same when read twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const source = `class A { void f() { ${text} } }`;
        expect(factsOf(source)).toEqual(factsOf(source));
      }),
      { numRuns: 200 },
    );
  });
});
