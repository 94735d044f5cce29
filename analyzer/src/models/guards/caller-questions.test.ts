import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../../test/flow-of.ts';

const IMPORTS = `package org.clinic;
import cn.dev33.satoken.stp.StpUtil;
import jakarta.servlet.http.*;
import jakarta.ws.rs.core.SecurityContext;
import java.util.*;
import org.apache.shiro.subject.Subject;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.security.core.*;
import org.springframework.util.Assert;
import org.springframework.web.bind.annotation.*;
`;

/** Categories of what guards the change of a visit in a handler with this body; `STORE` is the change. */
function guardsOf(body: string, others = ''): readonly string[] {
  const roads = sampleOf(`${IMPORTS}
@RestController class Desk {
  private Visits visits;
  private Users users;
  private boolean open;
  @PostMapping("/close") String close(Visit visit, HttpServletRequest request, HttpSession session, SecurityContext context, Subject subject, Authentication who) {
    ${body.replaceAll('STORE', 'visits.save(visit);')}
    return "done";
  }
  ${others}
}
class Visit { public String owner; }
class User { public Long id; }
interface Users { User find(Object id); }
interface Visits extends JpaRepository<Visit, Long> {}`)
    .view()
    .roads.filter(({ sink }) => sink.operation === 'db.write org.clinic.Visit');
  if (roads.length === 0) throw new Error('no road to the store');
  return [...new Set(roads.flatMap(({ categories }) => categories))];
}

const QUESTIONS: readonly (readonly [string, string])[] = [
  ['StpUtil.isLogin()', 'authentication'],
  ['StpUtil.hasRole("chief")', 'authorization'],
  ['StpUtil.hasPermission("visit:close")', 'authorization'],
  ['subject.isAuthenticated()', 'authentication'],
  ['subject.isRemembered()', 'authentication'],
  ['subject.hasRole("chief")', 'authorization'],
  ['subject.isPermitted("visit:close")', 'authorization'],
  ['request.isUserInRole("chief")', 'authorization'],
  ['context.isUserInRole("chief")', 'authorization'],
  ['who.isAuthenticated()', 'authentication'],
];

describe('a question about the caller', () => {
  it.each(QUESTIONS)('guards what runs only after a good answer: %s', (question, category) => {
    expect(guardsOf(`if (!${question}) throw new IllegalStateException("no"); STORE`)).toEqual([category]);
    expect(guardsOf(`if (!(${question})) { return "login"; } STORE`)).toEqual([category]);
    expect(guardsOf(`if (${question}) { STORE }`)).toEqual([category]);
    expect(guardsOf(`if (${question}) { open = true; } else { return "login"; } STORE`)).toEqual([category]);
    expect(guardsOf(`boolean may = ${question}; if (may == false) return "login"; STORE`)).toEqual([
      category,
    ]);
  });

  it.each(QUESTIONS)('guards nothing where it is the other way round: %s', (question) => {
    expect(guardsOf(`if (${question}) throw new IllegalStateException("no"); STORE`)).toEqual([]);
    expect(guardsOf(`if (${question}) { return "home"; } STORE`)).toEqual([]);
    expect(guardsOf(`if (!${question}) { STORE }`)).toEqual([]);
  });

  it.each([
    ['if (StpUtil.isLogin()) { open = true; } STORE'],
    ['if (!StpUtil.isLogin()) { System.out.println("who?"); } STORE'],
    ['if (open && !StpUtil.isLogin()) throw new IllegalStateException("no"); STORE'],
    ['boolean may = StpUtil.isLogin(); may = open; if (!may) return "login"; STORE'],
    ['boolean may = open; if (StpUtil.isLogin()) { may = true; } if (!may) return "login"; STORE'],
    ['for (String each : List.of("a")) { if (!StpUtil.hasRole(each)) continue; open = true; } STORE'],
    ['StpUtil.isLogin(); STORE'],
    ['String title = StpUtil.isLogin() ? "mine" : "login"; STORE'],
  ])('guards nothing where others come through too: %s', (body) => {
    expect(guardsOf(body)).toEqual([]);
  });

  it.each([
    ['if (open || !StpUtil.isLogin()) throw new IllegalStateException("no"); STORE', 'authentication'],
    ['if (open && StpUtil.isLogin()) { STORE }', 'authentication'],
    ['for (String each : List.of("a")) { if (!StpUtil.isLogin()) continue; STORE }', 'authentication'],
    ['boolean may; may = StpUtil.isLogin(); if (!may) return "login"; STORE', 'authentication'],
    [
      'boolean may = false; if (StpUtil.isLogin()) { may = true; } if (!may) return "login"; STORE',
      'authentication',
    ],
    [
      'boolean may = false; for (GrantedAuthority each : who.getAuthorities()) { if (each.getAuthority().equals("chief")) may = true; } if (!may) return "no"; STORE',
      'authorization',
    ],
    ['return StpUtil.isLogin() ? visits.save(visit).owner : "login";', 'authentication'],
    [
      'synchronized (this) { if (!StpUtil.isLogin()) throw new IllegalStateException("no"); } STORE',
      'authentication',
    ],
  ])('guards what all others are kept from: %s', (body, category) => {
    expect(guardsOf(body)).toEqual([category]);
  });

  it('by name guards nothing where it is only there', () => {
    const refusing = (condition: string, helper = '') =>
      guardsOf(`if (${condition}) throw new IllegalStateException("no"); STORE`, helper);
    expect(refusing('who.getName() == null')).not.toContain('authorization');
    expect(guardsOf('if (who.getName() != null) { STORE }')).not.toContain('authorization');
    const me = 'private String me(Authentication who) { return who.getName(); }';
    expect(refusing('!me(who).equals(visit.owner)', me)).toContain('authorization');
    expect(refusing('me(who).equals(visit.owner)', me)).toEqual([]);
    const mine =
      'private boolean isMine(Authentication who, Visit visit) { return who.getName().equals(visit.owner); }';
    expect(refusing('!isMine(who, visit)', mine)).toContain('authorization');
    expect(refusing('isMine(who, visit)', mine)).toEqual([]);
    const chief = 'who.getAuthorities().stream().noneMatch(each -> each.getAuthority().equals("chief"))';
    expect(refusing(chief)).toContain('authorization');
    expect(refusing(`!${chief}`)).toEqual([]);
  });

  it('may be handed to what throws for the answer', () => {
    const demanding = (condition: string) => guardsOf(`Assert.isTrue(${condition}, "no"); STORE`);
    expect(demanding('request.isUserInRole("chief")')).toContain('authorization');
    expect(demanding('!request.isUserInRole("chief")')).not.toContain('authorization');
  });

  it('of a name is none where the one who is meant is kept out', () => {
    expect(
      guardsOf('if (!who.getName().equals(visit.owner)) throw new IllegalStateException("no"); STORE'),
    ).toEqual(['authentication', 'authorization']);
    expect(
      guardsOf('if (who.getName().equals(visit.owner)) throw new IllegalStateException("own"); STORE'),
    ).toEqual([]);
  });
});

describe('a question about the caller in a helper', () => {
  const isChief =
    'private boolean isChief(HttpServletRequest request) { return request.isUserInRole("chief"); }';

  it('guards where the one who calls it heeds the answer', () => {
    expect(guardsOf('if (!isChief(request)) throw new IllegalStateException("no"); STORE', isChief)).toEqual([
      'authorization',
    ]);
    expect(guardsOf('if (isChief(request)) throw new IllegalStateException("no"); STORE', isChief)).toEqual(
      [],
    );
    expect(guardsOf('isChief(request); STORE', isChief)).toEqual([]);
    const again = `${isChief} private boolean may(HttpServletRequest request) { return open && isChief(request); }`;
    expect(guardsOf('if (!may(request)) return "no"; STORE', again)).toEqual(['authorization']);
    const other = `${isChief} private boolean may(HttpServletRequest request) { return open || isChief(request); }`;
    expect(guardsOf('if (!may(request)) return "no"; STORE', other)).toEqual([]);
  });

  it.each([
    ['demands', 'if (!StpUtil.isLogin()) throw new IllegalStateException("no");', ['authentication']],
    [
      'demands inside of a try',
      'try { if (!StpUtil.isLogin()) throw new IllegalStateException("no"); } finally { open = false; }',
      ['authentication'],
    ],
    [
      'demands of some',
      'if (open) return; if (!StpUtil.isLogin()) throw new IllegalStateException("no");',
      [],
    ],
    ['turns away who may', 'if (StpUtil.isLogin()) throw new IllegalStateException("no");', []],
    ['only goes on for who may', 'if (StpUtil.isLogin()) { open = true; }', []],
  ])('that %s is worth what it asks of everybody', (_, check, expected) => {
    expect(guardsOf('check(); STORE', `private void check() { ${check} }`)).toEqual(expected);
  });
});

const THROWS = 'if (user == null) throw new IllegalStateException("login");';

describe('a helper that gives the user of the session', () => {
  const plain =
    'private User loginUser(HttpServletRequest request) { return (User) request.getSession().getAttribute("user"); }';
  const careful = `private User loginUser(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null) return null;
    Object found = session.getAttribute("loginUser");
    return found == null ? null : (User) found;
  }`;
  const filled = `private User loginUser(HttpServletRequest request) {
    User user = null;
    Object found = org.apache.shiro.SecurityUtils.getSubject().getPrincipal();
    if (found != null) { user = new User(); }
    return user;
  }`;

  it.each([
    ['gives what is there', plain],
    ['fills one', filled],
  ])('guards where the one who calls it asks for nothing: %s', (_, helper) => {
    expect(guardsOf(`User user = loginUser(request); ${THROWS} STORE`, helper)).toEqual(['authentication']);
    expect(
      guardsOf('User user = loginUser(request); if (user == null) return "login"; STORE', helper),
    ).toEqual(['authentication']);
    expect(guardsOf('if (loginUser(request) != null) { STORE }', helper)).toEqual(['authentication']);
    expect(guardsOf('User user = Objects.requireNonNull(loginUser(request)); STORE', helper)).toEqual([
      'authentication',
    ]);
    expect(guardsOf('Optional.ofNullable(loginUser(request)).orElseThrow(); STORE', helper)).toEqual([
      'authentication',
    ]);
  });

  it.each([
    ['nobody asks', 'User user = loginUser(request); visit.owner = String.valueOf(user.id); STORE'],
    [
      'somebody logs it',
      'User user = loginUser(request); if (user == null) { System.out.println("who?"); } STORE',
    ],
    [
      'those who have one are kept out',
      'User user = loginUser(request); if (user != null) return "home"; STORE',
    ],
    ['another is asked for', 'User user = loginUser(request); if (users.find(1) == null) return "no"; STORE'],
  ])('guards nothing where %s', (_, body) => {
    expect(guardsOf(body, plain)).toEqual([]);
  });

  it('guards where it throws itself, and what it loads afterwards changes nothing of that', () => {
    const throwing = (check: string) => `private User loginUser(HttpServletRequest request) {
    Object kept = request.getSession().getAttribute("user_login");
    User user = (User) kept;
    ${check}
    user = users.find(user.id);
    return user;
  }`;
    const call = 'User user = loginUser(request); visit.owner = String.valueOf(user.id); STORE';
    expect(
      guardsOf(
        call,
        throwing('if (user == null || user.id == null) throw new IllegalStateException("login");'),
      ),
    ).toEqual(['authentication']);
    expect(guardsOf(call, throwing(''))).toEqual([]);
  });

  it('asks nothing where it gives somebody else instead', () => {
    const guest = `private User loginUser(HttpServletRequest request) {
    User user = (User) request.getSession().getAttribute("user");
    if (user == null) { user = new User(); }
    return user;
  }`;
    expect(guardsOf(`User user = loginUser(request); ${THROWS} STORE`, guest)).toEqual([]);
  });

  it('may look for a session first', () => {
    expect(guardsOf(`User user = loginUser(request); ${THROWS} STORE`, careful)).toEqual(['authentication']);
  });
});
