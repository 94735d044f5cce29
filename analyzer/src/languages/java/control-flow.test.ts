import { describe, expect, it } from 'vitest';
import { bodyOf, methodOf, operationsOf, statementsOf } from '../../../test/java-facts.ts';

describe('regions', () => {
  it('put the condition of an if before its arms and nest else if in else', () => {
    expect(bodyOf('if (a()) b(); else if (c()) d(); else e();')).toEqual([
      '2 call a()',
      '[then if %2]',
      '  3 call b()',
      '[else if %2]',
      '  4 call c()',
      '  [then if %4]',
      '    5 call d()',
      '  [else if %4]',
      '    6 call e()',
    ]);
  });

  it('put what a for loop evaluates in its order: start outside, condition, body, update inside', () => {
    expect(bodyOf('for (int i = a(); b(); c()) d(i);')).toEqual([
      ...[
        '2 call a()',
        '3 declare local int i = %2',
        '[loop if %4]',
        '  4 call b()',
        '  5 local %3',
        '  6 call d(%5)',
      ],
      '  7 call c()',
    ]);
  });

  it('put the body of do before its condition', () => {
    expect(bodyOf('do a(); while (b());')).toEqual(['[loop if %3]', '  2 call a()', '  3 call b()']);
  });

  it('take the iterable of for each out of the loop', () => {
    expect(bodyOf('for (final Pet pet : owner.pets()) pet.feed();')).toEqual([
      ...[
        '2 local %0',
        '3 call %2.pets()',
        '[loop]',
        '  4 declare foreach Pet pet = %3',
        '  5 local %4',
        '  6 call %5.feed()',
      ],
    ]);
  });

  it('hold resources in the try and tie catches and finally to it', () => {
    expect(
      bodyOf('try (var in = open()) { a(); } catch (IOException | Gone e) { b(e); } finally { c(); }'),
    ).toEqual([
      ...['[try]', '  2 call open()', '  3 declare resource in = %2', '  4 call a()'],
      ...['[catch IOException | Gone of 1]', '  5 declare catch e', '  6 local %5', '  7 call b(%6)'],
      ...['[finally of 1]', '  8 call c()'],
    ]);
  });

  it('hold in the try what is there already and is closed', () => {
    const [, closed] = operationsOf(statementsOf('Reader in = open(); try (in) { a(); }'), 'declare');
    expect(closed).toMatchObject({ name: '', role: 'resource' });
  });

  it('give an exception its type where there is one alternative', () => {
    const [caught] = operationsOf(statementsOf('try { a(); } catch (final IOException e) { }'), 'declare');
    expect(caught?.type).toEqual({ name: 'IOException' });
  });

  it('make one case of labels that share statements, and say which falls to default', () => {
    expect(bodyOf('switch (k()) { case 1: case 2: a(); break; case 3: default: b(); }')).toEqual([
      ...[
        '2 call k()',
        '[case if %2 1, 2]',
        '  3 call a()',
        '  4 break',
        '[case if %2 3, default]',
        '  5 call b()',
      ],
    ]);
  });

  it('collect the values of a switch expression from arrows and yields, nested ones apart', () => {
    expect(
      bodyOf(
        'return switch (k()) { case 1 -> a(); case 2 -> { yield switch (b()) { default -> c(); }; } default -> throw d(); };',
      ),
    ).toEqual([
      ...[
        '2 call k()',
        '[case if %2 1]',
        '  3 call a()',
        '[case if %2 2]',
        '  4 call b()',
        '  [case if %4 default]',
      ],
      ...[
        '    5 call c()',
        '  6 switch %4 gives %5',
        '  7 yield %6',
        '[case if %2 default]',
        '  8 call d()',
        '  9 throw %8',
      ],
      ...['10 switch %2 gives %3, %6', '11 return %10'],
    ]);
  });

  it('hold a lambda before the operation that makes it, with its returns inside', () => {
    expect(bodyOf('run(() -> { return a(); });')).toEqual([
      ...['[lambda]', '  2 call a()', '  3 return %2', '4 lambda () region 1', '5 call run(%4)'],
    ]);
  });

  it('take the lock out of synchronized and keep labels on jumps', () => {
    expect(bodyOf('synchronized (lock()) { out: while (a()) { continue out; } }')).toEqual([
      ...['2 call lock()', '[synchronized]', '  [loop if %3]', '    3 call a()', '    4 continue out'],
    ]);
  });

  it('are told where they are empty', () => {
    expect(bodyOf('try { } catch (Gone e) { } if (a()) { }')).toEqual([
      ...['[try]', '[catch Gone of 1]', '  2 declare catch Gone e', '3 call a()', '[then if %3]'],
    ]);
  });
});

describe('constructors', () => {
  it('call another constructor with its arguments', () => {
    const method = methodOf('Sample(Owner owner) { super(owner.name(), 1); }', '<init>');
    expect(operationsOf(method, 'constructor-call')).toEqual([
      { kind: 'constructor-call', line: 2, target: 'super', args: [2, 3] },
    ]);
  });
});
