import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../test/flow-of.ts';

/** Which of two subclasses' entry points come to the statement that only the first one executes, by roads and by values. */
function arrivals(handler: string, others = '') {
  const view = sampleOf(`package org.clinic;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.*;
abstract class Desk {
  Desk next;
  @PostMapping("/take") void take(@RequestParam String text) { ${handler} }
  void pass(String text) { keep(text); }
  abstract void keep(String text);
  ${others}
}
@RestController @RequestMapping("/visits") class Visits extends Desk {
  JdbcTemplate jdbc;
  @Override void keep(String text) { jdbc.execute(text); }
}
@RestController @RequestMapping("/notes") class Notes extends Desk {
  @Override void keep(String text) { }
}`).view();
  const isFrom = (path: string) => (found: { readonly entry: { readonly paths: readonly string[] } }) =>
    found.entry.paths.includes(path);
  return ['/visits/take', '/notes/take'].map((path) => ({
    roads: view.roads.filter(isFrom(path)).length,
    values: view.taintedPaths.filter(isFrom(path)).length,
  }));
}

const COMES = { roads: 1, values: 1 };
const DOES_NOT = { roads: 0, values: 0 };

describe('a handler that a class inherits', () => {
  it.each([
    'keep(text);',
    'this.keep(text);',
    'pass(text);',
    'Runnable later = () -> keep(text); later.run();',
  ])('calls on its own object what this class has: %s', (handler) =>
    expect(arrivals(handler)).toEqual([COMES, DOES_NOT]),
  );

  it.each([
    ['on another object', 'next.keep(text);'],
    ['by another object', 'next.pass(text);'],
  ])('calls what any of the classes has %s', (_, handler) => {
    expect(arrivals(handler)).toEqual([COMES, COMES]);
  });

  it('calls what is no method of the hierarchy as before', () => {
    const helper =
      'static class Store { JdbcTemplate jdbc; void put(String text) { jdbc.execute(text); } } Store store;';
    expect(arrivals('store.put(text);', helper)).toEqual([COMES, COMES]);
  });
});
