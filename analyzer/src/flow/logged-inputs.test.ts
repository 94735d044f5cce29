import { expect, it } from 'vitest';
import { sampleOf } from '../../test/flow-of.ts';

const SOURCE = `
package org.clinic;
import org.springframework.web.bind.annotation.*;
@RestController class Search {
  private static final org.slf4j.Logger log = org.slf4j.LoggerFactory.getLogger(Search.class);
  @GetMapping("/search") void search(@RequestParam String text) { first(text); second(text); log.info(text); }
  void first(String value) { note(value); }
  void second(String value) { first(value); log.warn(value); }
  org.springframework.jdbc.core.JdbcTemplate jdbc;
  void note(String value) { log.info("first: " + value); jdbc.execute("select 1"); }
}`;

/** The ways to all logs; values are followed where a statement lies behind. */
function ways() {
  return sampleOf(SOURCE).view().loggedInputs;
}

it('shows each way to a log with the method and the line that lead on', () => {
  const shown = ways().map(({ hops }) => hops.map(({ label, location }) => `${label}:${location.line}`));
  expect(shown.toSorted((left, right) => left.length - right.length)).toEqual([
    ['Search.search:6'],
    ['Search.search:6', 'Search.second:8'],
    ['Search.search:6', 'Search.first:7', 'Search.note:10'],
  ]);
});

it('tells how many hops a way has without making them', () => {
  const counts = ways().map(({ hopCount }) => hopCount);
  expect(counts).toEqual(ways().map(({ hops }) => hops.length));
  expect(counts.toSorted()).toEqual([1, 2, 3]);
});

it('shows ways that go on alike by the same hops', () => {
  const [first, again] = ways()
    .filter(({ hopCount }) => hopCount === 3)
    .map((logged) => [logged.hops, logged.hops] as const)[0] ?? [[], []];
  expect(first).toHaveLength(3);
  expect(first[0]).toBe(again[0]);
});
