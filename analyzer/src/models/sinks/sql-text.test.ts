import { describe, expect, it } from 'vitest';
import { readSql } from './sql-text.ts';

describe('reading SQL', () => {
  it.each([
    ['SELECT a, b FROM visits WHERE id = ?', 'read', 'visits'],
    ['  select v from Visit v', 'read', 'visit'],
    ['insert into clinic.visits values (1)', 'write', 'clinic.visits'],
    ['UPDATE visits SET open = 1', 'write', 'visits'],
    ['delete from visits', 'delete', 'visits'],
    ['-- note\nDELETE FROM `visits`', 'delete', 'visits'],
    ['with old as (select 1) delete from visits', 'delete', 'visits'],
    ['create table if not exists visits (id int)', 'write', 'visits'],
    ['truncate table visits', 'delete', 'visits'],
  ])('%s', (text, action, table) => {
    expect(readSql(text)).toEqual({ action, table });
  });

  it('says nothing of text that starts with no known word', () => {
    expect(readSql('call close_visits(1)')).toBeUndefined();
    expect(readSql('')).toBeUndefined();
    expect(readSql('visits update')).toBeUndefined();
  });

  it('names no table that is not a plain name', () => {
    expect(readSql('select * from {?}')?.table).toBeNull();
  });
});
