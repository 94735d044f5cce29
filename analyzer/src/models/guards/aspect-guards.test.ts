import { describe, expect, it } from 'vitest';
import { accessOf, MAIN_CLASS, pomWith } from '../../../test/access-of.ts';

/** The verdicts of a marked and of another handler beside an aspect with this advice. */
async function beside(advice: string, parameter = '') {
  const { verdicts } = await accessOf({
    'pom.xml': pomWith(
      'org.springframework.boot:spring-boot-starter-web',
      'org.springframework.boot:spring-boot-starter-aop',
    ),
    'App.java': MAIN_CLASS,
    'LoginNeeded.java': `package org.sample;
import java.lang.annotation.*;
@Retention(RetentionPolicy.RUNTIME) public @interface LoginNeeded { String role() default ""; }`,
    'Rows.java': `package org.sample;
import org.springframework.web.bind.annotation.*;
@RestController public class Rows {
  @LoginNeeded(role = "admin") @GetMapping("/marked") public String marked() { return ""; }
  @GetMapping("/other") public String other() { return ""; }
}`,
    'Gate.java': `package org.sample;
import jakarta.servlet.http.HttpServletRequest;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.*;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.*;
@Aspect @Component public class Gate {
  private boolean enabled = Boolean.getBoolean("gate");
  @Around("@annotation(${parameter === '' ? 'org.sample.LoginNeeded' : 'needed'})")
  public Object check(ProceedingJoinPoint point${parameter}) throws Throwable {
    HttpServletRequest request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    ${advice}
    return point.proceed();
  }
}`,
  });
  return [verdicts['GET /marked'], verdicts['GET /other']];
}

const LOGIN =
  'if (request.getSession().getAttribute("user") == null) throw new IllegalStateException("login");';

describe('an aspect that refuses strangers', () => {
  it('asks for a login before the methods it is woven around', async () => {
    expect(await beside(LOGIN)).toEqual(['authenticated', 'public']);
  });

  it('asks for more where it reads what its annotation says', async () => {
    const role =
      'if (!needed.role().equals(request.getSession().getAttribute("role"))) throw new IllegalStateException("no");';
    expect(await beside(role, ', LoginNeeded needed')).toEqual(['authorized @LoginNeeded', 'public']);
    expect(await beside(LOGIN, ', LoginNeeded needed')).toEqual(['authenticated', 'public']);
  });

  it.each([
    ['it only looks', 'System.out.println(request.getSession().getAttribute("user"));'],
    [
      'it refuses for another reason',
      'if (request.getContentLength() > 10) throw new IllegalStateException("long");',
    ],
    ['a setting switches it', `if (enabled) { ${LOGIN} }`],
  ])('is none where %s', async (_what, advice) => {
    expect(await beside(advice)).toEqual(['public', 'public']);
  });
});
