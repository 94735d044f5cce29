import { expect, it } from 'vitest';
import { sampleOf } from '../../../test/flow-of.ts';

/** Groups of methods that hand a value on, each to as many: every one of them leads to the same statement. */
function fan(groups: number, methods: number): string {
  const calls = (count: number, name: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => `${name(i)}(sql);`).join(' ');
  const classes = Array.from({ length: groups }, (_, group) => {
    const own = Array.from(
      { length: methods },
      (_, i) => `static void m${i}(String sql) { Archive.find(sql); }`,
    );
    return `class G${group} { static void all(String sql) { ${calls(methods, (i) => `m${i}`)} } ${own.join('\n')} }`;
  });
  return `package org.clinic;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.*;
@RestController class Search {
  @GetMapping("/search") void search(@RequestParam String sql) { Archive.find(sql); ${calls(groups, (i) => `G${i}.all`)} }
}
class Archive { static JdbcTemplate jdbc; static void find(String sql) { jdbc.execute(sql); } }
${classes.join('\n')}`;
}

it.each([
  [248, false],
  [251, true],
])(
  'a value that comes to %i times 200 methods has the ways that were found by then, and is told to be cut: %s',
  (groups, isCut) => {
    const { taintedPaths, truncated } = sampleOf(fan(groups, 200)).view();
    expect(taintedPaths).toHaveLength(1);
    expect(truncated.entries.length > 0).toBe(isCut);
  },
);
