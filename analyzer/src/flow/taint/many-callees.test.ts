import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../../test/flow-of.ts';

const OTHERS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];

/** Where values go that come to two of very many types by calls of their interface. */
const PATHS = sampleOf(`
package org.clinic;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.*;
interface Shown { String text(Shown other); }
${OTHERS.map((name) => `class ${name} implements Shown { public String text(Shown other) { return "fixed"; } }`).join('\n')}
class Sign implements Shown { String words; public String text(Shown other) { return words; } }
class Board implements Shown { String title; public String text(Shown other) { return title; } }
class Frame implements Shown { public String text(Shown other) { return ((Board) other).title; } }
@RestController class Show {
  JdbcTemplate jdbc;
  String of(Shown shown, Shown other) { return shown.text(other); }
  @GetMapping("/sign") void sign(@RequestParam String text) {
    Sign sign = new Sign(); sign.words = text; jdbc.execute(of(sign, null));
  }
  @GetMapping("/board") void board(@RequestParam String text) {
    Board board = new Board(); board.title = text; jdbc.execute(of(board, null));
  }
  @GetMapping("/frame") void frame(@RequestParam String text) {
    Board board = new Board(); board.title = text; jdbc.execute(of(new Frame(), board));
  }
  @GetMapping("/other") void other(@RequestParam String text) {
    Sign sign = new Sign(); sign.words = text; jdbc.execute(of(new Frame(), sign));
  }
}`).view().taintedPaths;

describe('a call that very many methods may answer', () => {
  it.each([
    ['/sign', true],
    ['/board', true],
    ['/frame', true],
    ['/other', false],
  ])('hands a part to those that have it, told apart by part and place: %s', (entry, isFound) => {
    const found = PATHS.some((path) => path.entry.paths.includes(entry) && path.taint === 'sql');
    expect(found).toBe(isFound);
  });
});
