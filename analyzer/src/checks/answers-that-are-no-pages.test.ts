import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../test/flow-of.ts';
import { inputOf } from '../../test/view-of.ts';
import { injections } from './injections.ts';

function rulesIn(statements: string): readonly string[] {
  const text = `package org.clinic;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.*;
@RestController
class Export {
  @GetMapping("/export")
  void export(@RequestParam String text, HttpServletResponse response) throws Exception {
    ${statements}
  }
}`;
  return injections.look(inputOf(sampleOf(text).view())).map(({ rule }) => rule);
}

describe('text from outside in an answer', () => {
  it.each([
    [
      'that the browser stores',
      'response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment;filename=visits.txt");',
    ],
    ['of data', 'response.setContentType("application/json;charset=UTF-8");'],
    ['with a header that says data', 'response.addHeader("Content-Type", "text/csv");'],
  ])('%s is no page', (_, setting) => {
    expect(rulesIn(`${setting} response.getWriter().write(text);`)).toEqual([]);
  });

  it.each([
    ['that the browser shows', 'response.setHeader("Content-Disposition", "inline");'],
    ['of a page', 'response.setContentType("text/html");'],
    ['that says nothing of what it is', ''],
    [
      'that is a page in some cases',
      'if (text.isEmpty()) response.setContentType("text/html"); else response.setContentType("application/json");',
    ],
  ])('%s is found', (_, setting) => {
    expect(rulesIn(`${setting} response.getWriter().write(text);`)).toEqual(['C1-xss']);
  });
});
