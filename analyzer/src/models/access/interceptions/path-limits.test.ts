import { describe, expect, it } from 'vitest';
import { accessOf, controllerFor, MAIN_CLASS, pomWith } from '../../../../test/access-of.ts';

const POM = pomWith('org.springframework.boot:spring-boot-starter-web');

/** Verdicts of three pages behind a filter with this body and these members. */
async function behind(body: string, members = '', more: Readonly<Record<string, string>> = {}) {
  const { verdicts } = await accessOf({
    'pom.xml': POM,
    'App.java': MAIN_CLASS,
    'Pages.java': controllerFor('GET /login', 'GET /api/x', 'GET /x'),
    'Gate.java': `package org.sample;
import jakarta.servlet.*;
import jakarta.servlet.http.*;
import java.util.*;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.util.AntPathMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
@org.springframework.stereotype.Component
public class Gate extends OncePerRequestFilter {
  ${members}
  @Override protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws Exception {
    ${body}
  }
}`,
    ...more,
  });
  return [verdicts['GET /login'], verdicts['GET /api/x'], verdicts['GET /x']];
}

const CHECK = `if (request.getHeader("token") == null) { response.sendError(401); return; }
    chain.doFilter(request, response);`;
const ON = '{ chain.doFilter(request, response); return; }';
const [OPEN, CLOSED] = ['public', 'authenticated'];

describe('a check that compares the path of the request', () => {
  it.each([
    ['lets on what does not begin so', `if (!request.getRequestURI().startsWith("/api")) ${ON}`, ''],
    ['lets on where a prefix is nowhere', `if (request.getRequestURI().indexOf("/api") == -1) ${ON}`, ''],
    [
      'asks a helper',
      `if (isOpen(request.getRequestURI())) ${ON}`,
      'private boolean isOpen(String path) { if (path.startsWith("/api")) return false; return true; }',
    ],
  ])('is made for nothing else where it %s', async (_what, body, members) => {
    expect(await behind(`${body}\n${CHECK}`, members)).toEqual([OPEN, CLOSED, OPEN]);
  });

  it('is made under a prefix only where it stands under it', async () => {
    const under = (condition: string) =>
      behind(`if (${condition}) { if (request.getHeader("token") == null) { response.sendError(401); return; } }
    chain.doFilter(request, response);`);
    expect(await under('request.getRequestURI().startsWith("/api")')).toEqual([OPEN, CLOSED, OPEN]);
    expect(await under('!request.getRequestURI().startsWith("/login")')).toEqual([OPEN, CLOSED, CLOSED]);
  });

  it.each([
    [
      'list',
      'OPEN.contains(request.getServletPath())',
      'static final List<String> OPEN = Arrays.asList("/login");',
    ],
    [
      'set',
      'OPEN.contains(request.getServletPath())',
      'static final Set<String> OPEN = new HashSet<>(List.of("/login"));',
    ],
    [
      'filled list',
      'OPEN.contains(request.getServletPath())',
      'static final List<String> OPEN = new ArrayList<>(); static { OPEN.add("/login"); }',
    ],
    [
      'stream of patterns',
      'Arrays.stream(OPEN).anyMatch(each -> matcher.match(each, request.getServletPath()))',
      'static final String[] OPEN = {"/login/**"}; private final AntPathMatcher matcher = new AntPathMatcher();',
    ],
  ])('lets on the paths of a %s', async (_what, condition, members) => {
    expect(await behind(`if (${condition}) ${ON}\n${CHECK}`, members)).toEqual([OPEN, CLOSED, CLOSED]);
  });

  it('lets on the paths of a loop and of a setting', async () => {
    const loop = `for (String each : OPEN) { if (request.getServletPath().startsWith(each)) ${ON} }`;
    expect(await behind(`${loop}\n${CHECK}`, 'static final String[] OPEN = {"/login"};')).toEqual([
      OPEN,
      CLOSED,
      CLOSED,
    ]);
    const set = { 'src/main/resources/application.properties': 'gate.open=/login,/x\n' };
    const listed = `if (open.contains(request.getRequestURI())) ${ON}\n${CHECK}`;
    expect(await behind(listed, '@Value("${gate.open}") List<String> open;', set)).toEqual([
      OPEN,
      CLOSED,
      OPEN,
    ]);
  });

  it('is undecided where only run time knows the paths', async () => {
    const asked = `if (store.open().contains(request.getRequestURI())) ${ON}\n${CHECK}`;
    const verdicts = await behind(asked, 'interface Store { List<String> open(); } private Store store;');
    expect(new Set(verdicts)).toEqual(
      new Set([
        'unknown Gate lets on paths that only run time knows: store.open().contains(request.getRequestURI())',
      ]),
    );
  });
});

describe('requests that a filter leaves out by shouldNotFilter', () => {
  const leavingOut = (body: string, members = '') =>
    behind(
      CHECK,
      `${members} @Override protected boolean shouldNotFilter(HttpServletRequest request) { ${body} }`,
    );

  it('are those of the paths that it names', async () => {
    expect(await leavingOut('return request.getServletPath().startsWith("/login");')).toEqual([
      OPEN,
      CLOSED,
      CLOSED,
    ]);
    expect(await leavingOut('return !request.getRequestURI().startsWith("/api");')).toEqual([
      OPEN,
      CLOSED,
      OPEN,
    ]);
    const several =
      'String path = request.getServletPath(); return List.of("/login", "/x").stream().anyMatch(path::startsWith);';
    expect(await leavingOut(several)).toEqual([OPEN, CLOSED, OPEN]);
  });

  it('are all where it says so, or all that bring no credentials', async () => {
    expect(await leavingOut('return true;')).toEqual([OPEN, OPEN, OPEN]);
    expect(await leavingOut('return request.getHeader("token") == null;')).toEqual([OPEN, OPEN, OPEN]);
    expect(await leavingOut('return false;')).toEqual([CLOSED, CLOSED, CLOSED]);
  });

  it('are unknown where only run time knows them', async () => {
    const verdicts = await leavingOut(
      'return rules.isOff();',
      'interface Rules { boolean isOff(); } Rules rules;',
    );
    expect(verdicts[0]).toBe(
      'unknown Gate.shouldNotFilter leaves out requests that only run time knows: rules.isOff()',
    );
  });
});
