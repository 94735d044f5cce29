import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../test/flow-of.ts';

/** Dangers of what an action does with its own fields. */
function dangers(statements: string, members: string): (string | null)[] {
  const sample = sampleOf(`package org.clinic;
import org.apache.struts2.convention.annotation.Action;
import org.springframework.jdbc.core.JdbcTemplate;
class Find {
  private JdbcTemplate jdbc;
  private String city = "";
  private Owner owner = new Owner();
  ${members}
  @Action("find") public String execute() { ${statements} return "success"; }
  private String sql() { return "select * from visit where city = " + city; }
}
class Owner { private String name; public String getName() { return name; } public void setName(String name) { this.name = name; } }`);
  return sample.view().taintedPaths.map(({ taint }) => taint);
}

const SETTER = 'public void setCity(String city) { this.city = city; }';

describe('what a framework sets on the object of a handler', () => {
  it.each([
    ['directly', 'jdbc.execute("select " + city);', SETTER],
    ['through a method of its own', 'jdbc.execute(sql());', SETTER],
    ['inside an object', 'jdbc.execute(owner.getName());', 'public Owner getOwner() { return owner; }'],
  ])('reaches a statement %s', (_, statements, members) => {
    expect(dangers(statements, members)).toContain('sql');
  });

  it.each([
    ['where nobody can set it', 'jdbc.execute("select " + city);', ''],
    ['where another field is used', 'jdbc.execute(owner.getName());', SETTER],
    ['where it is bound', 'jdbc.queryForList("select * from visit where city = ?", city);', SETTER],
  ])('reaches none %s', (_, statements, members) => {
    expect(dangers(statements, members)).not.toContain('sql');
  });
});
