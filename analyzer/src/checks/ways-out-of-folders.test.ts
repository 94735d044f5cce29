import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../test/flow-of.ts';
import { inputOf } from '../../test/view-of.ts';
import { injections } from './injections.ts';

/** Rules found in a handler around the statements; `name` comes from the request. */
function rulesIn(statements: string): readonly string[] {
  const text = `package org.clinic;
import java.io.*;
import java.nio.file.*;
import org.springframework.web.bind.annotation.*;
@RestController
class Scans {
  private static final String SCANS = "/srv/scans/";
  private File folder;
  @GetMapping("/scans")
  byte[] scan(@RequestParam String name, @RequestParam String ward) throws IOException {
    ${statements}
  }
}`;
  return injections.look(inputOf(sampleOf(text).view())).map(({ rule }) => rule);
}

const NO_DOTS = 'if (name.contains("..")) throw new IllegalArgumentException();';

describe('a name without two dots', () => {
  it.each([
    ['as it is', 'return Files.readAllBytes(Path.of(name));'],
    ['with an ending', 'return new FileInputStream(name + ".png").readAllBytes();'],
    [
      'resolved against a folder, which a path of its own replaces',
      'return Files.readAllBytes(Path.of(SCANS).resolve(name));',
    ],
    ['behind nothing but a separator', 'return new FileInputStream("/" + name).readAllBytes();'],
    [
      'behind nothing but a protocol',
      'return Files.readAllBytes(Path.of(java.net.URI.create("file://" + name)));',
    ],
    [
      'in a folder from outside, which was not looked at',
      'return new FileInputStream(new File(ward, name)).readAllBytes();',
    ],
  ])('leads anywhere %s', (...[, statement]) => {
    expect(rulesIn(`${NO_DOTS} ${statement}`)).toEqual(['C1-path-traversal']);
  });

  it.each([
    ['behind the text of a folder', 'return Files.readAllBytes(Path.of(SCANS + name));'],
    ['in a folder', 'return new FileInputStream(new File(folder, name)).readAllBytes();'],
    ['joined to a folder', 'return Files.readAllBytes(Path.of(SCANS, name));'],
    [
      'in a pattern that begins with a folder',
      'return new FileInputStream(String.format("/srv/scans/%s.png", name)).readAllBytes();',
    ],
    [
      'appended to a folder',
      'return new FileInputStream(new StringBuilder(SCANS).append(name).toString()).readAllBytes();',
    ],
  ])('stays where it is put %s', (...[, statement]) => {
    expect(rulesIn(`${NO_DOTS} ${statement}`)).toEqual([]);
    expect(rulesIn(statement)).toEqual(['C1-path-traversal']);
  });

  it.each([
    ['does not begin at the root', 'name.startsWith("/")'],
    ['has no separators', 'name.contains("/")'],
    ['has no separators anywhere', 'name.indexOf("/") >= 0'],
    ['begins with the folder', '!name.startsWith(SCANS)'],
    ['is no path of its own', 'Path.of(name).isAbsolute()'],
  ])('may stand alone where it %s; that alone lets the way up through', (...[, isRefused]) => {
    const read = 'return new FileInputStream(name).readAllBytes();';
    const refuse = `if (${isRefused}) throw new IllegalArgumentException();`;
    expect(rulesIn(`${NO_DOTS} ${refuse} ${read}`)).toEqual([]);
    expect(rulesIn(`${refuse} ${read}`)).toEqual(['C1-path-traversal']);
  });
});
