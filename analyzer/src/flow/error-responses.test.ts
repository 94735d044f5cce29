import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../test/flow-of.ts';

const IMPORTS = `
package org.clinic;
import java.io.*;
import java.util.*;
import jakarta.servlet.http.*;
import org.slf4j.*;
import org.springframework.http.*;
import org.springframework.web.bind.annotation.*;
`;

/** For each place that may answer a failure the line by which it leaks, or null. */
function responses(text: string): (string | null)[] {
  const sample = sampleOf(`${IMPORTS}${text}`);
  return sample.view().errorResponses.map(({ leak }) => leak && sample.line(leak.location));
}

function answering(handling: string, result = 'String', others = ''): (string | null)[] {
  return responses(`
@RestController class Files {
  static final Logger log = LoggerFactory.getLogger(Files.class);
  @GetMapping("/file") ${result} show(HttpServletResponse response) throws Exception {
    try { return read(); } catch (IOException failure) {
      ${handling}
    }
  }
  ${result} read() throws IOException { throw new IOException("no such file /var/clinic"); }
  String describe(Exception failure) { return "failed: " + failure.getMessage(); }
  String known(Exception failure) { return "failed"; }
  ${others}
}`);
}

describe('the answer of a catch block', () => {
  it.each([
    ['the message', 'return failure.getMessage();'],
    ['its text', 'return "failed: " + failure;'],
    ['its own text', 'return failure.toString();'],
    ['the message by another method', 'return describe(failure);'],
    ['the message in a local', 'String text = failure.getMessage(); return text;'],
  ])('leaks %s', (_, handling) => expect(answering(handling)).toEqual([handling]));

  it('leaks what it writes by the response, and what it puts into one', () => {
    expect(answering('response.sendError(500, failure.getMessage()); return null;')).toEqual([
      'response.sendError(500, failure.getMessage()); return null;',
    ]);
    expect(
      answering(
        'return ResponseEntity.internalServerError().body(failure.getMessage());',
        'ResponseEntity<String>',
      ),
    ).toEqual(['return ResponseEntity.internalServerError().body(failure.getMessage());']);
  });

  it.each([
    ['a constant', 'return "failed";'],
    ['what another method makes of it', 'return known(failure);'],
    ['a constant, with the rest in the log', 'log.error("failed", failure); return "failed";'],
    ['whether there is a message', 'return "failed" + (failure.getMessage() == null);'],
  ])('leaks nothing: %s', (_, handling) => expect(answering(handling)).toEqual([null]));

  it('is none where the block rethrows, or nobody can reach it', () => {
    expect(answering('throw failure;')).toEqual([]);
    expect(
      responses(
        `class Batch { String run() { try { return ""; } catch (RuntimeException failure) { return failure.getMessage(); } } }`,
      ),
    ).toEqual([]);
  });
});

describe('a catch block that returns something to other code', () => {
  const inner = (handling: string, use: string) =>
    responses(`
@RestController class Files {
  @GetMapping("/file") String show() { ${use} }
  String find() { try { return read(); } catch (IOException failure) { ${handling} } }
  String read() throws IOException { throw new IOException(); }
}`);

  it('answers where that is handed to a client', () => {
    expect(inner('return failure.getMessage();', 'return find();')).toEqual([
      expect.stringContaining('find()'),
    ]);
  });

  it('is none where only another caller of the same code hands it to a client', () => {
    const shared = (use: string) =>
      responses(`
class Texts { static String of(Exception failure) { return "failed: " + failure.getMessage(); } }
@RestController class Files {
  static final Logger log = LoggerFactory.getLogger(Files.class);
  @GetMapping("/files") String list() { try { return read(); } catch (IOException failure) { return Texts.of(failure); } }
  @GetMapping("/file") String show() { return find(); }
  String find() {
    try { return read(); } catch (IOException other) { ${use} }
  }
  String read() throws IOException { throw new IOException(); }
}`);
    const listed = expect.stringContaining('return Texts.of(failure)');
    expect(shared('log.warn(Texts.of(other)); return "";')).toEqual([listed]);
    expect(shared('return Texts.of(other);')).toEqual([
      listed,
      expect.stringContaining('return Texts.of(other)'),
    ]);
  });

  it('is none where nothing of the exception gets there', () => {
    expect(inner('return "none";', 'return find();')).toEqual([]);
    expect(inner('return failure.getMessage();', 'find(); return "";')).toEqual([]);
  });
});

describe('the answer of an exception handler', () => {
  const handler = (body: string, parameter = 'IllegalStateException failure') =>
    responses(`
@RestControllerAdvice class Failures {
  @ExceptionHandler(IllegalStateException.class) Map<String, Object> answer(${parameter}) { ${body} }
}`);

  it('leaks the message, in a body too', () => {
    expect(handler('return Map.of("error", failure.getMessage());')).toHaveLength(1);
    expect(handler('return Map.of("error", failure.getMessage());')[0]).toContain('getMessage');
  });

  it('leaks where it hands the exception on, not where all handlers meet', () => {
    const text = `
@RestControllerAdvice class Failures {
  @ExceptionHandler(IllegalStateException.class) String late(IllegalStateException failure) {
    return answer(failure);
  }
  @ExceptionHandler(IllegalArgumentException.class) String wrong(IllegalArgumentException failure) {
    return answer(failure).trim();
  }
  String answer(Exception failure) { return failure.getMessage(); }
}`;
    expect(responses(text)).toEqual(['return answer(failure);', 'return answer(failure).trim();']);
  });

  it('leaks nothing without it', () => {
    expect(handler('return Map.of("error", "failed");')).toEqual([null]);
    expect(handler('return Map.of("error", "failed");', '')).toEqual([null]);
  });
});
