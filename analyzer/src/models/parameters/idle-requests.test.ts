import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../../test/flow-of.ts';

/** Sources of the parameters of the one servlet method. */
function sourcesOf(statements: string, members = ''): string[] {
  const { labels } = sampleOf(`
package org.clinic;
import jakarta.servlet.http.*;
@jakarta.servlet.annotation.WebServlet("/status")
class Status extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) { ${statements} }
  ${members}
}`);
  return labels.entryPoints.flatMap((entry) => entry.parameters.map((parameter) => parameter.source));
}

describe('a whole request that a handler takes', () => {
  it.each([
    ['asks it', 'request.getParameter("id");', ''],
    [
      'asks it under another name',
      'HttpServletRequest same = (HttpServletRequest) request; same.getHeader("x");',
      '',
    ],
    [
      'hands it to a method that does',
      'find(request);',
      'String find(HttpServletRequest asked) { return asked.getQueryString(); }',
    ],
    ['asks it in a lambda', 'Runnable later = () -> request.getReader();', ''],
  ])('is input where the handler %s', (_, statements, members) => {
    expect(sourcesOf(statements, members)).toContain('raw');
  });

  it.each([
    ['does nothing with it', 'response.getWriter();', ''],
    ['asks only who asks', 'request.getSession();', ''],
    [
      'hands it to a method that does nothing',
      'find(request);',
      'String find(HttpServletRequest asked) { return ""; }',
    ],
    ['hands it round in a circle', 'find(request);', 'void find(HttpServletRequest asked) { find(asked); }'],
    ['asks another one', 'other().getParameter("id");', 'HttpServletRequest other() { return null; }'],
  ])('is no input where the handler %s', (_, statements, members) => {
    expect(sourcesOf(statements, members)).not.toContain('raw');
  });
});
