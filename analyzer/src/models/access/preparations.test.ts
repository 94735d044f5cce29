import { describe, expect, it } from 'vitest';
import { accessOf, MAIN_CLASS, pomWith } from '../../../test/access-of.ts';

const controller = (name: string, path: string, heading = '') => `package org.sample;
import org.springframework.web.bind.annotation.*;
@RestController public class ${name} ${heading} { @GetMapping("${path}") public String page() { return ""; } }`;

const method = (body: string, parameters = 'HttpServletRequest request', annotation = '@ModelAttribute') =>
  `${annotation} public void signedIn(${parameters}) { ${body} }`;

const holder = (heading: string, member: string) => `package org.sample;
import jakarta.servlet.http.*;
import java.security.Principal;
import org.springframework.web.bind.annotation.*;
${heading} { ${member} }`;

const REFUSING =
  'if (request.getHeader("Authorization") == null) { throw new IllegalStateException("nobody is signed in"); }';

/** Who may call a page of a class below `Base`, and one of another class. */
async function verdictsOf(files: Readonly<Record<string, string>>): Promise<readonly (string | undefined)[]> {
  const { verdicts } = await accessOf({
    'pom.xml': pomWith('org.springframework.boot:spring-boot-starter-web'),
    'App.java': MAIN_CLASS,
    'Base.java': 'package org.sample; public abstract class Base {}',
    'Below.java': controller('Below', '/below', 'extends Base'),
    'src/main/java/org/sample/Other.java': controller('Other', '/other'),
    ...files,
  });
  return [verdicts['GET /below'], verdicts['GET /other']];
}

const base = (member: string) => ({ 'Base.java': holder('public abstract class Base', member) });
const advice = (annotation: string, member = method(REFUSING)) => ({
  'Advice.java': holder(`${annotation} public class Advice`, member),
});

describe('a method that runs before handlers', () => {
  it('guards the handlers of the classes below its own, and no others', async () => {
    expect(await verdictsOf(base(method(REFUSING)))).toEqual(['authenticated', 'public']);
    const asking = method('if (caller == null) { throw new IllegalStateException(); }', 'Principal caller');
    expect(await verdictsOf(base(asking))).toEqual(['authenticated', 'public']);
  });

  it('guards those of all classes that its advice is for', async () => {
    expect(await verdictsOf(advice('@ControllerAdvice'))).toEqual(['authenticated', 'authenticated']);
    expect(await verdictsOf(advice('@RestControllerAdvice(assignableTypes = Base.class)'))).toEqual([
      'authenticated',
      'public',
    ]);
    expect(await verdictsOf(advice('@ControllerAdvice("org.sample.admin")'))).toEqual(['public', 'public']);
  });

  it.each([
    ['lets strangers on', method('request.setAttribute("caller", request.getHeader("Authorization"));')],
    [
      'refuses for another reason',
      method('if (request.getHeader("X-Lines") == null) { throw new IllegalArgumentException(); }'),
    ],
    ['only prepares the binding', method(REFUSING, 'HttpServletRequest request', '@InitBinder')],
    ['nothing runs', method(REFUSING, 'HttpServletRequest request', '')],
  ])('guards nothing where it %s', async (_what, member) => {
    expect(await verdictsOf(base(member))).toEqual(['public', 'public']);
  });
});
