import { describe, expect, it } from 'vitest';
import { accessOf, MAIN_CLASS, pomWith } from '../../../../test/access-of.ts';

const PAGES = `package org.sample;
import org.springframework.web.bind.annotation.*;
@RestController public class Pages {
  @GetMapping("/mine") public String mine(@CurrentUser Owner owner) { return ""; }
  @GetMapping("/typed") public String typed(Owner owner) { return ""; }
  @GetMapping("/named") public String named(@CurrentUser String name) { return ""; }
  @GetMapping("/open") public String open(String name) { return ""; }
}`;

const ANSWER = `package org.sample;
import java.util.*;
public class Answer {
  static Map<String, Object> nobody() { return told(501, "log in"); }
  static Map<String, Object> told(int code, String text) {
    Map<String, Object> said = new HashMap<>(); said.put("code", code); said.put("text", text); return said;
  }
  static Map<String, Object> all() { return Map.of("rows", Rows.read()); }
}
interface Store { List<String> find(); }
class Rows { static Store store; static List<String> read() { return store.find(); }
  static Object of(String what, Owner owner) { if (owner == null) { return Answer.nobody(); } return read(); } }`;

const REGISTERED = 'resolvers.add(new OwnerResolver());';
const REFUSING = `String token = request.getHeader("Authorization");
    if (token == null) { throw new IllegalStateException("nobody is signed in"); }
    return new Owner(token);`;
const MARKED = 'return parameter.hasParameterAnnotation(CurrentUser.class);';

/** Pages that ask for a caller: `mine`, `typed`, `named`, `open`. */
async function guarded(
  resolves: string,
  { supports = MARKED, registered = REGISTERED, annotations = '', pages = PAGES } = {},
): Promise<readonly string[]> {
  const { verdicts } = await accessOf({
    'pom.xml': pomWith('org.springframework.boot:spring-boot-starter-web'),
    'App.java': MAIN_CLASS,
    'Pages.java': pages,
    'Answer.java': ANSWER,
    'Owner.java': 'package org.sample; public class Owner { Owner(String token) {} }',
    'CurrentUser.java':
      'package org.sample; import java.lang.annotation.*; @Retention(RetentionPolicy.RUNTIME) public @interface CurrentUser {}',
    'OwnerResolver.java': `package org.sample;
import java.util.*;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.*;
${annotations}
public class OwnerResolver implements HandlerMethodArgumentResolver {
  @Override public boolean supportsParameter(MethodParameter parameter) { ${supports} }
  @Override public Object resolveArgument(MethodParameter parameter, ModelAndViewContainer model, NativeWebRequest request, WebDataBinderFactory binders) {
    ${resolves}
  }
}`,
    'Web.java': `package org.sample;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
@Configuration public class Web implements WebMvcConfigurer {
  private List<HandlerMethodArgumentResolver> all;
  @Override public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) { ${registered} }
}`,
  });
  return Object.entries(verdicts).flatMap(([entry, verdict]) =>
    verdict === 'public' ? [] : [`${entry.replace('GET /', '')}: ${verdict}`],
  );
}

const MARKED_ONES = ['mine: authenticated', 'named: authenticated'];

describe('an object that gives parameters and throws for strangers', () => {
  it('stands before handlers with a parameter that it supports, by annotation', async () => {
    expect(await guarded(REFUSING)).toEqual(MARKED_ONES);
    const compared = 'return parameter.getParameterAnnotation(CurrentUser.class) != null;';
    expect(await guarded(REFUSING, { supports: compared })).toEqual(MARKED_ONES);
  });

  it('stands before those of its type, or of both', async () => {
    const typed = 'return Owner.class.isAssignableFrom(parameter.getParameterType());';
    expect(await guarded(REFUSING, { supports: typed })).toEqual([
      'mine: authenticated',
      'typed: authenticated',
    ]);
    const marked = `boolean isMarked = parameter.hasParameterAnnotation(CurrentUser.class);
    return isMarked && parameter.getParameterType().equals(Owner.class);`;
    expect(await guarded(REFUSING, { supports: marked })).toEqual(['mine: authenticated']);
    const branched = `if (parameter.getParameterType() != Owner.class) { return false; }
    return parameter.hasParameterAnnotation(CurrentUser.class);`;
    expect(await guarded(REFUSING, { supports: branched })).toEqual(['mine: authenticated']);
  });

  it('may demand what is not there', async () => {
    const demanding = `String token = Optional.ofNullable(request.getHeader("Authorization")).orElseThrow();
    return new Owner(token);`;
    expect(await guarded(demanding)).toEqual(MARKED_ONES);
  });

  it.each([
    [
      'gives nobody for a stranger',
      'String token = request.getHeader("Authorization"); if (token == null) { return null; } return new Owner(token);',
    ],
    [
      'refuses for another reason',
      'String lines = request.getHeader("X-Lines"); if (lines == null) { throw new IllegalArgumentException(); } return new Owner(lines);',
    ],
  ])('asks nobody where it %s', async (_what, resolves) => {
    expect(await guarded(resolves)).toEqual([]);
  });

  it('asks nobody where nothing registers it', async () => {
    expect(await guarded(REFUSING, { registered: '' })).toEqual([]);
    expect(
      await guarded(REFUSING, { annotations: '@org.springframework.stereotype.Component', registered: '' }),
    ).toEqual([]);
  });

  it('is registered with all beans of its kind', async () => {
    const annotations = '@org.springframework.stereotype.Component';
    expect(await guarded(REFUSING, { registered: 'resolvers.addAll(all);', annotations })).toEqual(
      MARKED_ONES,
    );
  });

  it('leaves the verdict open where run time decides whether it is registered, or for what', async () => {
    const [mine] = await guarded(REFUSING, {
      registered: `if (System.getenv("X") != null) { ${REGISTERED} }`,
    });
    expect(mine).toMatch(/^mine: unknown/u);
    const asked = await guarded(REFUSING, {
      supports: 'return parameter.getMethod().getName().length() > 3;',
    });
    expect(asked[0]).toMatch(/^mine: unknown OwnerResolver turns callers away/u);
  });
});

describe('an object that gives null for strangers', () => {
  const TELLING = `String token = request.getHeader("X-Token");
    if (token == null || token.isEmpty()) { return null; }
    return Tokens.ownerOf(token);
  }
  static class Tokens { static Owner ownerOf(String token) { return new Owner(token); } `;
  const asking = (check: string) => `package org.sample;
import java.util.Map;
import org.springframework.web.bind.annotation.*;
@RestController public class Pages {
  @GetMapping("/mine") public Object mine(@CurrentUser Owner owner, String name) { ${check} return Answer.all(); }
}`;
  const verdictOf = async (check: string, resolves = TELLING, supports = MARKED) =>
    (await guarded(resolves, { pages: asking(check), supports }))[0] ?? 'public';

  it.each([
    ['answers a constant that a helper makes', 'if (owner == null) { return Answer.nobody(); }'],
    ['answers one of its own', 'if (null == owner) return new java.util.HashMap<String, String>();'],
    ['answers what another method answers, which asks', 'return Rows.of("all", owner); } Object rest() {'],
    ['throws', 'if (owner == null) { throw new IllegalStateException("log in"); }'],
  ])('guards a handler that asks for it and %s', async (_what, check) => {
    expect(await verdictOf(check)).toBe('mine: authenticated');
  });

  it.each([
    ['asks for nothing', ''],
    ['asks for something else', 'if (name == null) { return Answer.nobody(); }'],
    ['shows strangers what there is', 'if (owner == null) { return Answer.all(); }'],
    ['shows them a page', 'if (owner == null) { return "login"; }'],
    ['does something for them before', 'if (owner == null) { Rows.read(); return Answer.nobody(); }'],
    ['keeps to itself what another method answers', 'Object said = Rows.of("all", owner);'],
    ['goes on', 'if (owner != null) { name = "x"; }'],
  ])('guards no handler that %s', async (_what, check) => {
    expect(await verdictOf(check)).toBe('public');
  });

  it('guards none where strangers are somebody too, or it looks at nothing of the caller', async () => {
    const check = 'if (owner == null) { return Answer.nobody(); }';
    const guest = 'if (request.getHeader("X-Token") == null) return new Owner("guest"); return null;';
    expect(await verdictOf(check, guest)).toBe('public');
    expect(await verdictOf(check, 'return request.getHeader("X-Page") == null ? null : null;')).toBe(
      'public',
    );
  });

  it('may be asked for by a type that takes what it gives', async () => {
    const check = 'if (owner == null) { return Answer.nobody(); }';
    const taken = (type: string) =>
      `return parameter.getParameterType().isAssignableFrom(${type}.class) && parameter.hasParameterAnnotation(CurrentUser.class);`;
    expect(await verdictOf(check, TELLING, taken('Owner'))).toBe('mine: authenticated');
    expect(await verdictOf(check, TELLING, taken('Integer'))).toBe('public');
  });
});
