import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../test/flow-of.ts';
import { inputOf } from '../../test/view-of.ts';
import { injections } from './injections.ts';

function rulesIn(members: string): readonly string[] {
  const text = `package org.clinic;
import java.net.URL;
import java.nio.file.*;
import org.springframework.web.bind.annotation.*;
@RestController
class Tool {
  ${members}
}`;
  return injections.look(inputOf(sampleOf(text).view())).map(({ rule }) => rule);
}

describe('an argument of a command', () => {
  it.each([
    [
      'a file',
      'Files.readAllBytes(Path.of(args[0]));',
      'C1-path-traversal',
      'Files.readAllBytes(Path.of(name));',
    ],
    ['an address', 'new URL(args[0]).openStream();', 'C1-ssrf', 'new URL(name).openStream();'],
    [
      'a class',
      'Class.forName(args[0]).newInstance();',
      'C1-unsafe-reflection',
      'Class.forName(name).newInstance();',
    ],
  ])(
    'names %s that whoever starts the program can reach himself; a request may not',
    (...[, operator, rule, request]) => {
      expect(rulesIn(`public static void main(String[] args) throws Exception { ${operator} }`)).toEqual([]);
      expect(
        rulesIn(`@GetMapping("/a") void get(@RequestParam String name) throws Exception { ${request} }`),
      ).toEqual([rule]);
    },
  );

  it('is still no part of a command or statement', () => {
    expect(
      rulesIn(
        'public static void main(String[] args) throws Exception { Runtime.getRuntime().exec("ls " + args[0]); }',
      ),
    ).toEqual(['C1-command-injection']);
  });
});
