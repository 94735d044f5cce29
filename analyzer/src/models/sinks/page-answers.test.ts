import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../../test/flow-of.ts';

interface Handler {
  readonly on?: string;
  readonly mapping?: string;
  readonly returns?: string;
  readonly parameter?: string;
}

/** What the value of the parameter can do in the answer, each as `danger confidence`. */
function dangers(statements: string, handler: Handler = {}): string[] {
  const { on = '@RestController', mapping = '@GetMapping("/hello")', returns = 'String' } = handler;
  const { parameter = '@RequestParam String name' } = handler;
  const sample = sampleOf(`package org.clinic;
import java.util.concurrent.Callable;
import javax.servlet.http.HttpServletResponse;
import org.springframework.http.*;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.util.HtmlUtils;
import reactor.core.publisher.Mono;
${on} class Hello {
  ${mapping} ${returns} hello(${parameter}) { ${statements} }
  String page(String name) { return "<p>" + name; }
  private final java.sql.Connection db = null;
  private final HttpHeaders shared = new HttpHeaders();
  private HttpHeaders headers() { return shared; }
  String fixed(String name) { return "<p>you"; }
}`);
  return sample.view().taintedPaths.map(({ taint, sink }) => `${taint} ${sink.confidence}`);
}

const LIKELY = ['html likely'];
const CERTAIN = ['html certain'];

describe('text that a handler answers with', () => {
  it('is a page where nothing says otherwise, and is none where the value is escaped or not in it', () => {
    expect(dangers('return "<p>" + name;')).toEqual(LIKELY);
    expect(dangers('return page(name);')).toEqual(LIKELY);
    expect(dangers('return "<p>" + HtmlUtils.htmlEscape(name);')).toEqual([]);
    expect(dangers('return fixed(name);')).toEqual([]);
  });

  it.each([
    ['@GetMapping(value = "/hello", produces = "text/html;charset=UTF-8")', CERTAIN],
    ['@GetMapping(value = "/hello", produces = MediaType.TEXT_HTML_VALUE)', CERTAIN],
    ['@GetMapping(value = "/hello", produces = {"application/json", "text/html"})', CERTAIN],
    ['@GetMapping(value = "/hello", produces = MediaType.APPLICATION_JSON_VALUE)', []],
    ['@GetMapping(value = "/hello", produces = "text/plain")', []],
    ['@GetMapping(value = "/hello", produces = Types.ours())', []],
  ])('is a page where %s says so', (mapping, expected) => {
    expect(dangers('return name;', { mapping })).toEqual(expected);
  });

  it('has the content type of its class unless it says another', () => {
    const on = '@RestController @RequestMapping(produces = "application/json")';
    expect(dangers('return name;', { on })).toEqual([]);
    const mapping = '@GetMapping(value = "/hello", produces = "text/html")';
    expect(dangers('return name;', { on, mapping })).toEqual(CERTAIN);
  });

  it('is a body only where the method or its class says so, or the result is one', () => {
    const on = '@Controller';
    expect(dangers('return name;', { on })).toEqual([]);
    expect(dangers('return name;', { on, mapping: '@ResponseBody @GetMapping("/hello")' })).toEqual(LIKELY);
    expect(dangers('return ResponseEntity.ok(name);', { on, returns: 'ResponseEntity<String>' })).toEqual(
      LIKELY,
    );
    expect(dangers('return Mono.just(name);', { returns: 'Mono<String>' })).toEqual(LIKELY);
  });

  it('is none where the handler gives data', () => {
    expect(dangers('return ResponseEntity.ok(name);', { returns: 'ResponseEntity<Object>' })).toEqual([]);
    expect(
      dangers('return java.util.Map.of("name", name);', { returns: 'java.util.Map<String, String>' }),
    ).toEqual([]);
  });

  it('has the content type that the code sets', () => {
    const returns = 'ResponseEntity<String>';
    const body = (type: string) =>
      dangers(`return ResponseEntity.ok().contentType(${type}).body(name);`, { returns });
    expect(body('MediaType.APPLICATION_JSON')).toEqual([]);
    expect(body('MediaType.TEXT_HTML')).toEqual(CERTAIN);
    expect(
      dangers(
        'HttpHeaders h = new HttpHeaders(); h.setContentType(MediaType.TEXT_PLAIN); return new ResponseEntity<>(name, h, HttpStatus.OK);',
        { returns },
      ),
    ).toEqual([]);
    expect(
      dangers(
        'return ResponseEntity.ok().header("Content-Disposition", "attachment; filename=x").body(name);',
        { returns },
      ),
    ).toEqual([]);
    const parameter = '@RequestParam String name, HttpServletResponse response';
    expect(dangers('response.setContentType("text/plain"); return name;', { parameter })).toEqual([]);
  });

  it('has the content type of headers that are made elsewhere, which nobody reads', () => {
    const returns = 'ResponseEntity<String>';
    const made = 'HttpHeaders h = new HttpHeaders(); h.set("X-Seen", "yes");';
    expect(dangers(`${made} return new ResponseEntity<>(name, h, HttpStatus.OK);`, { returns })).toEqual(
      LIKELY,
    );
    expect(dangers('return new ResponseEntity<>(name, shared, HttpStatus.OK);', { returns })).toEqual([]);
    expect(dangers('return ResponseEntity.ok().headers(headers()).body(name);', { returns })).toEqual([]);
    expect(dangers('return new ResponseEntity<>(name, HttpStatus.OK);', { returns })).toEqual(LIKELY);
  });

  it('is not what a file, a program or a table gives for the value, and is the value that is put into a query', () => {
    const read = 'return new String(java.nio.file.Files.readAllBytes(java.nio.file.Path.of(name)));';
    expect(dangers(read)).toEqual(['path certain']);
    const run =
      'Process p = new ProcessBuilder("ls", name).start(); return new String(p.getInputStream().readAllBytes());';
    expect(dangers(run)).not.toContain('html likely');
    const asked =
      'java.sql.PreparedStatement s = db.prepareStatement("select a from t where a = ?"); s.setString(1, name);';
    expect(dangers(`${asked} return s.executeQuery().getString("a");`)).toEqual([]);
    expect(dangers(`${asked} s.executeQuery(); return name;`)).toEqual(LIKELY);
  });

  it('is harmless where the code itself writes something else for what begins an element', () => {
    expect(dangers('return name.replace("&", "&amp;").replace("<", "&lt;");')).toEqual([]);
    expect(dangers('return name.replace("<script>", "");')).toEqual(LIKELY);
    expect(dangers('return name.replace("&", "&amp;");')).toEqual(LIKELY);
  });

  it('shows only what a link or a form can make somebody send', () => {
    expect(dangers('return name;', { parameter: '@PathVariable String name' })).toEqual(LIKELY);
    expect(dangers('return name;', { parameter: '@RequestHeader String name' })).toEqual([]);
    expect(dangers('return name;', { parameter: '@RequestBody String name' })).toEqual([]);
    expect(dangers('return "" + name;', { parameter: '@RequestParam int name' })).toEqual([]);
  });
});
