import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../test/flow-of.ts';
import { inputOf } from '../../test/view-of.ts';
import { injections } from './injections.ts';

/** Injections found in a handler with these parameters and statements. */
function found(parameters: string, statements: string): readonly string[] {
  const text = `package org.clinic;
import java.util.*;
import org.springframework.data.domain.*;
import org.springframework.data.jpa.domain.JpaSort;
import org.springframework.data.jpa.repository.*;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.*;
class Visit {}
interface Visits extends JpaRepository<Visit, Long> {
  @Query(value = "select * from visits", nativeQuery = true) List<Visit> stored(Sort sort);
  @Query(value = "select * from visits", nativeQuery = true) List<Visit> storedPage(Pageable page);
  @Query("select v from Visit v") List<Visit> all(Sort sort);
}
@RestController
class Desk {
  private Visits visits;
  private JdbcTemplate jdbc;
  @GetMapping("/visits")
  Object list(${parameters}) {
    ${statements}
    return null;
  }
}`;
  return injections
    .look(inputOf(sampleOf(text).view()))
    .map(({ rule, confidence }) => `${rule} ${confidence}`);
}

describe('an order that the request asks for', () => {
  it.each([
    [
      'becomes text of a statement by the names of a page request',
      'Pageable page',
      'jdbc.queryForList("select * from visits order by " + page.getSort().iterator().next().getProperty());',
    ],
    [
      'becomes text of a statement from a list of orders',
      'Sort sort',
      'String order = ""; for (Sort.Order each : sort) order += each.getProperty(); jdbc.queryForList("select * from visits order by " + order);',
    ],
    [
      'is taken as it is where somebody says so',
      '@RequestParam String by',
      'visits.all(JpaSort.unsafe(by));',
    ],
  ])('%s', (_, parameters, statements) => {
    expect(found(parameters, statements)).toEqual([
      expect.stringMatching(/^C1-sql-injection (?:high|medium)/u),
    ]);
  });

  it('is found with low confidence in a native query, where the library checks it', () => {
    expect(found('Sort sort', 'visits.stored(sort);')).toEqual(['C1-sql-injection low']);
    expect(found('Sort sort', 'visits.storedPage(PageRequest.of(0, 10, sort));')).toEqual([
      'C1-sql-injection low',
    ]);
    const directed = 'PageRequest.ofSize(10).withSort(Sort.Direction.fromString(by), "name")';
    expect(found('@RequestParam String by', `visits.storedPage(${directed});`)).toEqual([]);
    expect(found('@RequestParam int page', 'visits.storedPage(PageRequest.of(page, 10));')).toEqual([]);
  });

  it.each([
    ['in a query of entities, whose properties the library knows', 'Sort sort', 'visits.all(sort);'],
    ['where the source names the columns', '', 'visits.stored(Sort.by("name"));'],
    ['made of text in a query of entities', '@RequestParam String by', 'visits.all(Sort.by(by));'],
    [
      'by the size of a page',
      'Pageable page',
      'jdbc.queryForList("select * from visits limit " + page.getPageSize());',
    ],
    [
      'by a direction, of which there are two',
      '@RequestParam Sort.Direction direction',
      'jdbc.queryForList("select * from visits order by id " + direction);',
    ],
    ['where the unchecked one is written here', '', 'visits.all(JpaSort.unsafe("LENGTH(name)"));'],
  ])('is harmless %s', (_, parameters, statements) => {
    expect(found(parameters, statements)).toEqual([]);
  });
});
