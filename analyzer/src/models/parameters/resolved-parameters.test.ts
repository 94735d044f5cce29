import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../../test/flow-of.ts';

/** Where the two parameters of a handler come from, the first of which a resolver with this body gives. */
function sourcesOf(resolves: string, supports = 'parameter.hasParameterAnnotation(Me.class)') {
  const { labels } = sampleOf(`
package org.sample;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.*;
import org.springframework.web.method.support.*;
@interface Me {}
class Owner { public String name; }
@RestController class Pages { @GetMapping("/x") public String x(@Me Owner me, Owner other) { return ""; } }
class Callers {
  static Owner current() { return (Owner) SecurityContextHolder.getContext().getAuthentication().getPrincipal(); }
  static Owner ofToken(String token) { return new Owner(); }
  static Owner asked(NativeWebRequest request) { return new Owner(); }
}
class Giver implements HandlerMethodArgumentResolver {
  @Override public boolean supportsParameter(MethodParameter parameter) { return ${supports}; }
  @Override public Object resolveArgument(MethodParameter parameter, ModelAndViewContainer model, NativeWebRequest request, WebDataBinderFactory binders) throws Exception {
    ${resolves}
  }
}`);
  return labels.entryPoints.flatMap((entry) => entry.parameters.map((parameter) => parameter.source));
}

describe('a parameter that an object of the application gives', () => {
  it.each([
    ['asks the framework who calls', 'return Callers.current();'],
    [
      'makes out a token',
      'String token = request.getHeader("X-Token"); if (token == null) return null; return Callers.ofToken(token);',
    ],
    ['takes what the session holds', 'return request.getAttribute("user", RequestAttributes.SCOPE_SESSION);'],
  ])('does not come from outside where it %s', (_what, resolves) => {
    expect(sourcesOf(resolves)).toEqual(['framework', 'form']);
  });

  it.each([
    ['gives a header as it came', 'return request.getHeader("X-User");'],
    ['writes a header in another way', 'return Long.valueOf(request.getHeader("X-User"));'],
    ['reads something else of the request', 'return Callers.ofToken(request.getParameter("name"));'],
    ['hands the request on', 'return Callers.asked(request);'],
    [
      'lets a function read it',
      'java.util.function.Function<String, String> read = request::getParameter; return Callers.ofToken(read.apply("name"));',
    ],
    ['has it bound', 'return binders.createBinder(request, new Owner(), "me").getTarget();'],
  ])('comes from outside where it %s', (_what, resolves) => {
    expect(sourcesOf(resolves)).toEqual(['form', 'form']);
  });

  it('is one that the object says it gives', () => {
    const typed = 'parameter.getParameterType() == Owner.class';
    expect(sourcesOf('return Callers.current();', typed)).toEqual(['framework', 'framework']);
    const other = 'parameter.getParameterType() == String.class';
    expect(sourcesOf('return Callers.current();', other)).toEqual(['form', 'form']);
  });
});
