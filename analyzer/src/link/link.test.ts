import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callsOf, inputsOf, linked, programOf } from '../../test/program-of.ts';
import { dumpCalls } from './dump-calls.ts';

const shop = {
  'shop/Order.java':
    'package shop; public record Order(String name, int price) { public boolean isBig() { return price > 10; } }',
  'shop/Store.java':
    'package shop; import java.util.*; public interface Store { Optional<Order> find(String id); default int size() { return all().size(); } List<Order> all(); }',
  'shop/Memory.java':
    'package shop; import java.util.*; public class Memory implements Store { private final Map<String, Order> map = new HashMap<>(); public Optional<Order> find(String id) { return Optional.ofNullable(map.get(id)); } public List<Order> all() { return map.values().stream().filter(Order::isBig).toList(); } }',
  'web/Api.java':
    'package web; import shop.*; import static web.Text.clean; class Api { Store store = new Memory(); String get(String id) { return store.find(clean(id)).map(o -> o.name()).orElseThrow(); } }',
  'web/Text.java': 'package web; class Text { static String clean(String raw) { return raw.trim(); } }',
  'test/ApiTest.java': 'package test; class ApiTest { void run() { new shop.Memory().all(); } }',
};

describe('link', () => {
  it('gives the same program whatever the order of the files', async () => {
    const inputs = await inputsOf(shop);
    const expected = [...dumpCalls(linked(inputs))];
    expect(expected.length).toBeGreaterThan(10);
    fc.assert(
      fc.property(fc.shuffledSubarray(inputs, { minLength: inputs.length }), (shuffled) => {
        expect([...dumpCalls(linked(shuffled))]).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  it('does not depend on what methods are called', async () => {
    const count = (dump: Iterable<string>) =>
      [...dump].reduce((sum, line) => sum + (JSON.parse(line) as { targets: string[] }).targets.length, 0);
    const expected = count(dumpCalls(await programOf(shop)));
    const names = ['find', 'all', 'size', 'isBig', 'clean', 'get'];
    const own = new RegExp(
      `(?<!map\\.|values\\(\\)\\.|all\\(\\)\\.)\\b(${names.join('|')})(?=\\()|(?<=::)isBig|(?<=web\\.Text\\.)clean`,
      'g',
    );
    const same = Object.fromEntries(
      Object.entries(shop).map(([path, text]) => [path, text.replace(own, 'step')]),
    );
    expect(same['web/Api.java']).toContain('store.step(step(id))');
    const apart = Object.fromEntries(
      Object.entries(shop).map(([path, text]) => [path, text.replace(own, (name) => `x${name}y`)]),
    );
    expect(count(dumpCalls(await programOf(apart)))).toBe(expected);
    // With one name for all, only what they take tells them apart, as in the language.
    expect(count(dumpCalls(await programOf(same)))).toBeLessThanOrEqual(expected);
  });

  it('writes each call site as a line with the method it declares and all it may reach', async () => {
    const lines = [...dumpCalls(await programOf(shop))].map(
      (line) => JSON.parse(line) as Record<string, unknown>,
    );
    expect(lines.find(({ name }) => name === 'find')).toEqual({
      file: 'web/Api.java',
      line: 1,
      name: 'find',
      nameLine: 1,
      caller: 'web.Api#get(java.lang.String)',
      declared: 'shop.Store#find(java.lang.String)',
      external: null,
      targets: ['shop.Store#find(java.lang.String)', 'shop.Memory#find(java.lang.String)'],
      how: 'interface',
      confidence: 'certain',
      status: 'exact',
      reason: null,
    });
  });

  it('prefers production code where a type is declared twice', async () => {
    const [main] = await inputsOf({
      'z/Main.java': 'class Twin { void real() {} } class User { void run(Twin t) { t.real(); } }',
    });
    const [test] = await inputsOf({ 'a/Test.java': 'class Twin { void fake() {} }' }, 'test');
    if (main === undefined || test === undefined) throw new Error('no inputs');
    const program = linked([test, main]);
    expect(
      [...dumpCalls(program)].map((line) => (JSON.parse(line) as { targets: string[] }).targets),
    ).toEqual([['Twin#real()']]);
  });

  it('looks members of libraries up anew for each program', async () => {
    const desk = { 'Desk.java': 'class Desk { void run(java.util.ArrayList<String> list) { list.own(); } }' };
    const withOwn = {
      ...desk,
      'java/util/AbstractList.java':
        'package java.util; public abstract class AbstractList<E> { public void own() {} }',
    };
    expect(await callsOf(withOwn, 'Desk.run')).toEqual(['own → java.util.AbstractList#own()']);
    expect(await callsOf(desk, 'Desk.run')).toEqual(['own → (java.util.ArrayList)']);
    expect(await callsOf(withOwn, 'Desk.run')).toEqual(['own → java.util.AbstractList#own()']);
  });

  it('survives code that makes no sense', async () => {
    const source = `
      class A extends A implements A {} class B<T extends T> { T t; void run() { t.x(); this.<B>run(); } }
      class C<X extends Y, Y extends X> { X x; void run() { x.run(); } }
      class D { void run() { run(run(run())); super.run().a.b.c(); new D() { void y() { D.super.run(); } }; var v = v; (() -> {}).run(); D::nothing; int[]::new; } }
      record R(R r, Unknown u) {} enum E implements E { A { } } interface I extends I { void i(); }`;
    const program = await programOf(source);
    expect(program.types.length).toBeGreaterThan(7);
  });

  it('links lambdas nested deeper than it follows without losing the rest', async () => {
    const deep = `${'go(() -> '.repeat(60)}end()${')'.repeat(60)}`;
    const program = await programOf(
      `class Deep { void go(Runnable r) {} void end() {} void run() { ${deep}; end(); } }`,
    );
    const calls = program.methods.find(({ name }) => name === 'run')?.calls ?? [];
    expect(calls).toHaveLength(62);
  });
});
