import { describe, expect, it } from 'vitest';
import { accessOf, controllerFor, MAIN_CLASS, pomWith } from '../../../../test/access-of.ts';

/** The verdict of a page behind an adapter whose list of rules starts with these calls. */
async function behind(calls: string) {
  const { verdicts } = await accessOf({
    'pom.xml': pomWith(
      'org.springframework.boot:spring-boot-starter-web',
      'org.springframework.boot:spring-boot-starter-security',
    ),
    'App.java': MAIN_CLASS,
    'Pages.java': controllerFor('GET /x'),
    'Doorman.java': `package org.sample;
import java.util.Collection;
import org.springframework.security.access.*;
import org.springframework.security.core.Authentication;
@org.springframework.stereotype.Component public class Doorman implements AccessDecisionManager {
  @Override public void decide(Authentication who, Object what, Collection<ConfigAttribute> asked) {
    if (!who.isAuthenticated()) throw new AccessDeniedException("no");
  }
}`,
    'Security.java': `package org.sample;
import org.springframework.security.access.vote.AffirmativeBased;
import org.springframework.security.config.annotation.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.WebSecurityConfigurerAdapter;
import org.springframework.security.web.access.intercept.FilterSecurityInterceptor;
@org.springframework.context.annotation.Configuration public class Security extends WebSecurityConfigurerAdapter {
  Doorman doorman; AffirmativeBased voters;
  @Override protected void configure(HttpSecurity http) throws Exception {
    http.authorizeRequests()${calls};
  }
}`,
  });
  return verdicts['GET /x'];
}

const processor = (
  call: string,
) => `.withObjectPostProcessor(new ObjectPostProcessor<FilterSecurityInterceptor>() {
      @Override public <O extends FilterSecurityInterceptor> O postProcess(O made) { ${call} return made; }
    })`;

describe('a list of rules', () => {
  it('says nothing where an object of the application puts its own decision in their place', async () => {
    const own = processor('made.setAccessDecisionManager(doorman);');
    expect(await behind(own)).toMatch(/^unknown .*withObjectPostProcessor.* is decided by code$/u);
    expect(await behind(`${own}.anyRequest().permitAll()`)).toMatch(/^unknown /u);
    expect(await behind('.anyRequest().permitAll().accessDecisionManager(doorman)')).toMatch(/^unknown /u);
  });

  it('decides where such an object changes something else, or the manager is the framework’s', async () => {
    const other = processor('made.setPublishAuthorizationSuccess(true);');
    expect(await behind(`${other}.anyRequest().permitAll()`)).toBe('public');
    expect(await behind('.anyRequest().authenticated().accessDecisionManager(voters)')).toBe('authenticated');
  });
});
