import { describe, expect, it } from 'vitest';
import { accessOf, MAIN_CLASS, pomWith } from '../../../test/access-of.ts';

/** Verdict of a handler with this body. */
async function verdictOf(body: string, members?: string, parameters?: string) {
  const { verdicts } = await accessOfHandler(body, members, parameters);
  return verdicts['GET /x'];
}

function accessOfHandler(body: string, members = '', parameters = 'HttpServletRequest request') {
  return accessOf({
    'pom.xml': pomWith('org.springframework.boot:spring-boot-starter-web'),
    'App.java': MAIN_CLASS,
    'Rows.java': `package org.sample;
import jakarta.servlet.http.*;
import org.springframework.web.bind.annotation.*;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import cn.dev33.satoken.stp.StpUtil;
@RestController public class Rows {
  private RowStore store; private Object cache;
  @GetMapping("/x") public String x(${parameters}) throws Exception {
    ${body}
    ${body.includes('return "x"; } throw') ? '' : 'return store.read();'}
  }
  ${members}
}
interface RowStore { String read(); }`,
  });
}

describe('checks in code', () => {
  it.each([
    ['throws', 'if (!request.isUserInRole("ADMIN")) throw new AccessDeniedException("no");'],
    [
      'throws in the other branch',
      'if (request.isUserInRole("ADMIN")) { log(); } else { throw new AccessDeniedException("no"); }',
    ],
    [
      'throws for this reason among others',
      'if (cache == null || !request.isUserInRole("ADMIN")) throw new AccessDeniedException("no");',
    ],
    [
      'looks at a variable',
      'boolean may = request.isUserInRole("ADMIN"); if (may == false) throw new AccessDeniedException("no");',
    ],
    ['stands in a helper', 'check(request);'],
  ])('close a handler where everybody meets one that %s', async (_what, body) => {
    const helper = `private void log() {}
  private void check(HttpServletRequest request) {
    if (!request.isUserInRole("ADMIN")) throw new AccessDeniedException("no");
  }`;
    expect(await verdictOf(body, helper)).toBe('authorized isUserInRole("ADMIN")');
  });

  it.each([
    [
      'is asked for some only',
      'if (cache != null && !request.isUserInRole("ADMIN")) throw new AccessDeniedException("no");',
    ],
    [
      'stands under a condition',
      'if (cache != null) { if (!request.isUserInRole("ADMIN")) throw new AccessDeniedException("no"); }',
    ],
    [
      'refuses those who have the role',
      'if (request.isUserInRole("ADMIN")) throw new AccessDeniedException("no");',
    ],
    [
      'comes after a way out',
      'if (cache != null) return "cached"; if (!request.isUserInRole("ADMIN")) throw new AccessDeniedException("no");',
    ],
    ['has no consequence', 'boolean admin = request.isUserInRole("ADMIN"); if (admin) cache = null;'],
    [
      'is caught',
      'try { if (!request.isUserInRole("ADMIN")) throw new AccessDeniedException("no"); } catch (AccessDeniedException e) { cache = null; }',
    ],
    ['is called for some only', 'if (cache != null) check(request);'],
  ])('leave a handler open where a check %s', async (_what, body) => {
    const helper = `private void check(HttpServletRequest request) {
    if (!request.isUserInRole("ADMIN")) throw new AccessDeniedException("no");
  }`;
    expect(await verdictOf(body, helper)).toBe('public');
  });

  it('ask for a login where nobody without one comes through', async () => {
    expect(
      await verdictOf('if (request.getUserPrincipal() == null) throw new AccessDeniedException("no");'),
    ).toBe('authenticated');
    expect(
      await verdictOf('if (request.getUserPrincipal() != null) throw new AccessDeniedException("no");'),
    ).toBe('public');
    expect(await verdictOf('StpUtil.checkLogin();')).toBe('authenticated');
    expect(await verdictOf('StpUtil.checkRole("admin");')).toBe('authorized checkRole("admin")');
    expect(await verdictOf('try { StpUtil.checkLogin(); } catch (Exception e) { cache = null; }')).toBe(
      'public',
    );
  });

  it.each([
    ['sends to the login', 'if (who == null) return "redirect:/login";', 'authenticated'],
    ['throws', 'if (who == null) { throw new AccessDeniedException("no"); }', 'authenticated'],
    ['asks for the name only', 'String name = who == null ? "guest" : who.getName();', 'public'],
    ['turns away those who have logged in', 'if (who != null) return "redirect:/login";', 'public'],
    ['asks some only', 'if (cache != null && who == null) return "redirect:/login";', 'public'],
  ])('hear from the framework who calls: a handler that %s', async (_what, body, verdict) => {
    expect(await verdictOf(body, '', 'java.security.Principal who')).toBe(verdict);
    const annotated = '@org.springframework.security.core.annotation.AuthenticationPrincipal Account who';
    expect(await verdictOf(body, '', annotated)).toBe(verdict);
    expect(await verdictOf(body, '', '@RequestParam(required = false) Account who')).toBe('public');
  });

  it('may leave the answer to the question itself, and must ask for it', async () => {
    const parameters = 'HttpServletRequest request, HttpServletResponse response';
    expect(await verdictOf('if (!request.authenticate(response)) return null;', '', parameters)).toBe(
      'authenticated',
    );
    expect(await verdictOf('request.authenticate(response);', '', parameters)).toBe('public');
    expect(await verdictOf('if (!request.isUserInRole("ADMIN")) return null;')).toBe('public');
  });

  it.each([
    ['asks and throws', 'if (!StpUtil.isLogin()) throw new IllegalStateException("login");', 'authenticated'],
    [
      'goes on for some only',
      'if (StpUtil.isLogin()) { return "x"; } throw new IllegalStateException("login");',
      'authenticated',
    ],
    [
      'asks a helper',
      'if (!isChief()) throw new IllegalStateException("no");',
      'authorized hasRole("chief")',
    ],
    [
      'asks a helper of a helper',
      'if (!mayClose()) throw new IllegalStateException("no");',
      'authorized hasRole("chief")',
    ],
    ['asks a helper that throws', 'demand();', 'authenticated'],
    [
      'asks a helper that lets others in too',
      'if (!isChiefOrIdle()) throw new IllegalStateException("no");',
      'public',
    ],
    ['asks a helper and does not care', 'isChief();', 'public'],
    ['turns away those who may', 'if (isChief()) throw new IllegalStateException("no");', 'public'],
    ['asks and goes on', 'if (!StpUtil.isLogin()) System.out.println("who?");', 'public'],
    [
      'ends for those who have logged in',
      'if (!StpUtil.isLogin()) { return "x"; } throw new IllegalStateException("login");',
      'public',
    ],
  ])('of a library without signatures, also in helpers: a handler that %s', async (_what, body, verdict) => {
    const helpers = `private boolean isChief() { return StpUtil.hasRole("chief"); }
  private boolean mayClose() { return cache != null && isChief(); }
  private boolean isChiefOrIdle() { return cache == null || StpUtil.hasRole("chief"); }
  private void demand() { if (!StpUtil.isLogin()) throw new IllegalStateException("login"); }`;
    expect(await verdictOf(body, helpers)).toBe(verdict);
  });

  it.each([
    [
      'throws for nobody',
      'User user = who(request); if (user == null) throw new IllegalStateException("login");',
      'authenticated',
    ],
    ['answers nobody', 'if (who(request) == null) return "redirect:/login";', 'authenticated'],
    ['lets a library throw', 'User user = java.util.Objects.requireNonNull(who(request));', 'authenticated'],
    ['does not look', 'User user = who(request);', 'public'],
    ['looks and goes on', 'if (who(request) == null) cache = null;', 'public'],
    ['turns away somebody', 'if (who(request) != null) return "redirect:/home";', 'public'],
  ])('may get the user of the session from a service: a handler that %s', async (_what, body, verdict) => {
    const members = (found: string) => `private Sessions sessions;
  private User who(HttpServletRequest request) { return sessions.loginUser(request); }
  static class User { long id; }
  interface Sessions { User loginUser(HttpServletRequest request); }
  static class RequestSessions implements Sessions { public User loginUser(HttpServletRequest request) { ${found} } }`;
    const kept = 'return (User) request.getSession().getAttribute("user_login");';
    expect(await verdictOf(body, members(kept))).toBe(verdict);
    const other = 'return (User) request.getSession().getAttribute("basket");';
    expect(await verdictOf(body, members(other))).toBe('public');
    const throwing =
      'User user = (User) request.getSession().getAttribute("user_login"); if (user == null) { throw new IllegalStateException("login"); } return user;';
    expect(await verdictOf(body, members(throwing))).toBe('authenticated');
  });

  it('are no login of their own: a handler that takes credentials stays open', async () => {
    const manager = 'private org.springframework.security.authentication.AuthenticationManager manager;';
    expect(await verdictOf('manager.authenticate(given);', manager, 'Authentication given')).toBe('public');
  });

  it.each([
    [
      'sends to the login',
      'if (session.getAttribute("loginUser") == null) return "redirect:/login";',
      'authenticated',
    ],
    [
      'throws',
      'if (session.getAttribute("user") == null) throw new IllegalStateException("login");',
      'authenticated',
    ],
    ['shows another page', 'if (session.getAttribute("user") == null) return "home";', 'public'],
    ['only tells what to show', 'if (session.getAttribute("user") != null) { cache = session; }', 'public'],
    [
      'asks for what is no user',
      'if (session.getAttribute("captcha") == null) throw new IllegalStateException("captcha");',
      'public',
    ],
  ])('ask the session for a user; one that %s', async (_what, body, verdict) => {
    expect(await verdictOf(body, '', 'HttpSession session')).toBe(verdict);
  });

  const asks =
    'private Authentication asked() { return org.springframework.security.core.context.SecurityContextHolder.getContext().getAuthentication(); }';

  it.each([
    ['of a type of the tree', 'User user = (User) asked().getPrincipal();', 'authenticated'],
    [
      'of a local, to a type of a library',
      'Object who = asked().getPrincipal(); org.springframework.security.core.userdetails.UserDetails user = (org.springframework.security.core.userdetails.UserDetails) who;',
      'authenticated',
    ],
    [
      'whose failure is told in another way',
      'try { cache = (User) asked().getPrincipal(); } catch (Exception e) { throw new IllegalStateException("401"); }',
      'authenticated',
    ],
    ['in a helper of a helper', 'long id = userId();', 'authenticated'],
    ['whose failure gives nothing', 'long id = mayBe();', 'public'],
    ['to what everybody has', 'Object who = (Object) asked().getPrincipal();', 'public'],
    ['to the text that strangers have', 'String name = (String) asked().getPrincipal();', 'public'],
    [
      'for those alone that it does not fail for',
      'Object who = asked().getPrincipal(); User user = who instanceof User ? (User) who : null;',
      'public',
    ],
    [
      'of what may have been replaced',
      'Object who = asked().getPrincipal(); if (who instanceof String) who = new User(); User user = (User) who;',
      'public',
    ],
    [
      'of somebody who logs in now',
      'User user = (User) manager.authenticate(asked()).getPrincipal();',
      'public',
    ],
    ['of something else of the caller', 'User user = (User) asked().getDetails();', 'public'],
    ['to a type that run time forgets', 'User user = this.<User>cast();', 'public'],
  ])('may be a cast that fails for strangers: one %s', async (_what, body, verdict) => {
    const members = `${asks}
  private org.springframework.security.authentication.AuthenticationManager manager;
  static class User { long id; }
  private User user() { try { return (User) asked().getPrincipal(); } catch (Exception e) { throw new IllegalStateException("401"); } }
  private long userId() { try { return user().id; } catch (Exception e) { throw new IllegalStateException("401"); } }
  private long mayBe() { try { return ((User) asked().getPrincipal()).id; } catch (Exception e) { return 0; } }
  @SuppressWarnings("unchecked") private <T> T cast() { return (T) asked().getPrincipal(); }`;
    expect(await verdictOf(body, members)).toBe(verdict);
  });

  it('stand as a wall before all that the handler does', async () => {
    const user = 'static class User { long id; }';
    const loginsBefore = async (body: string) => {
      const { guards } = await accessOfHandler(body, `${asks} ${user}`);
      return guards.filter(
        ({ category, carrier }) => category === 'authentication' && carrier.kind === 'entry',
      ).length;
    };
    expect(await loginsBefore('User user = (User) asked().getPrincipal();')).toBe(1);
    expect(
      await loginsBefore('if (!asked().isAuthenticated()) throw new IllegalStateException("login");'),
    ).toBe(1);
    expect(await loginsBefore('Object who = (Object) asked().getPrincipal();')).toBe(0);
  });

  it('are no check where the application says itself who strangers are', async () => {
    const body = 'User user = (User) asked().getPrincipal();';
    const members = (stranger: string) => `${asks} static class User {}
  void open(org.springframework.security.config.annotation.web.configurers.AnonymousConfigurer<?> strangers) { strangers.principal(${stranger}); }`;
    expect(await verdictOf(body, members('new User()'))).toBe('public');
    expect(await verdictOf(body, members('"nobody"'))).toBe('authenticated');
  });
});
