import { describe, expect, it } from 'vitest';
import { accessOf, configurationWith, controllerFor, MAIN_CLASS } from '../../../../test/access-of.ts';

const OPEN_CHAIN = `
  @Bean SecurityFilterChain chain(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(r -> r.requestMatchers("/open/**").permitAll().anyRequest().authenticated()).build();
  }`;

/** A controller whose methods carry the given annotations, by `VERB path`. */
function controller(rows: Readonly<Record<string, string>>, onType = ''): string {
  const methods = Object.entries(rows).map(
    ([path, annotation], index) =>
      `  @GetMapping("${path}") ${annotation} public String m${index}(String id) { return ""; }`,
  );
  return `package org.sample;
import org.springframework.web.bind.annotation.*;
import org.springframework.security.access.prepost.*;
import org.springframework.security.access.annotation.Secured;
import jakarta.annotation.security.*;
@RestController ${onType}
public class Rows {
${methods.join('\n')}
}`;
}

const sample = (enable: string, files: Readonly<Record<string, string>>) =>
  accessOf({ 'App.java': MAIN_CLASS, 'Security.java': configurationWith(OPEN_CHAIN, enable), ...files });

describe('method security', () => {
  it('adds to what stands before the handler and never takes from it', async () => {
    const { verdicts } = await sample('@EnableMethodSecurity', {
      'Rows.java': controller({
        '/open/a': `@PreAuthorize("hasRole('A')")`,
        '/open/b': '@PreAuthorize("permitAll()")',
        '/b': '@PreAuthorize("permitAll()")',
        '/c': `@PreAuthorize("@access.mayRead(#id)")`,
        '/d': '@PreAuthorize("denyAll()")',
        '/open/e': '@PreAuthorize("isAuthenticated()")',
      }),
    });
    expect(verdicts).toEqual({
      'GET /open/a': "authorized hasRole('A')",
      'GET /open/b': 'public',
      'GET /b': 'authenticated',
      'GET /c': 'authorized @access.mayRead(#id)',
      'GET /d': 'denied',
      'GET /open/e': 'authenticated',
    });
  });

  it('knows which annotations each switch activates', async () => {
    const rows = {
      '/open/pre': `@PreAuthorize("hasRole('A')")`,
      '/open/secured': '@Secured("ROLE_A")',
      '/open/jsr': '@RolesAllowed("A")',
    };
    const of = async (enable: string) =>
      Object.values((await sample(enable, { 'Rows.java': controller(rows) })).verdicts).map(
        (each) => each.split(' ')[0],
      );
    expect(await of('')).toEqual(['public', 'public', 'public']);
    expect(await of('@EnableMethodSecurity')).toEqual(['authorized', 'public', 'public']);
    expect(await of('@EnableMethodSecurity(prePostEnabled = false, securedEnabled = true)')).toEqual([
      'public',
      'authorized',
      'public',
    ]);
    expect(await of('@EnableMethodSecurity(jsr250Enabled = true)')).toEqual([
      'authorized',
      'public',
      'authorized',
    ]);
    expect(await of('@EnableGlobalMethodSecurity')).toEqual(['public', 'public', 'public']);
    expect(await of('@EnableGlobalMethodSecurity(prePostEnabled = true)')).toEqual([
      'authorized',
      'public',
      'public',
    ]);
  });

  it('reports annotations that nothing activates, with the reason, and gives no guard for them', async () => {
    const { guards, inertGuards } = await sample('', {
      'Rows.java': controller({ '/open/a': `@PreAuthorize("hasRole('A')")` }),
    });
    expect(inertGuards).toHaveLength(1);
    expect(inertGuards[0]?.reason.en).toContain('no @EnableMethodSecurity');
    expect(guards.filter((guard) => guard.carrier.kind === 'method')).toEqual([]);
  });

  it('asks whether the class that switches it on is there', async () => {
    const rows = { 'Rows.java': controller({ '/open/a': `@PreAuthorize("hasRole('A')")` }) };
    const switched = `package org.sample;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
@Configuration @EnableMethodSecurity @ConditionalOnProperty(name = "guard.on", havingValue = "true")
class Guarding {}`;
    const settings = (text: string) => ({ 'src/main/resources/application.properties': text });
    const off = await sample('', { ...rows, 'Guarding.java': switched, ...settings('guard.on=false\n') });
    const on = await sample('', { ...rows, 'Guarding.java': switched, ...settings('guard.on=true\n') });
    expect(off.verdicts).toEqual({ 'GET /open/a': 'public' });
    expect(off.inertGuards[0]?.reason.en).toContain('guard.on=false');
    expect(on.verdicts).toEqual({ 'GET /open/a': "authorized hasRole('A')" });
  });

  it('puts what a composed annotation is given into its expression', async () => {
    const { verdicts } = await sample('@EnableMethodSecurity', {
      'Allowed.java': `package org.sample;
import org.springframework.security.access.prepost.PreAuthorize;
@PreAuthorize("hasAnyAuthority('{value}'.split(',')) and @access.in('{area}')")
public @interface Allowed { String[] value(); String area() default ""; }`,
      'Rows.java': controller({
        '/a': '@Allowed("row:read")',
        '/b': '@Allowed(value = {"row:read", "row:write"}, area = "north")',
      }),
    });
    expect(verdicts).toEqual({
      'GET /a': "authorized hasAnyAuthority('row:read'.split(',')) and @access.in('{area}')",
      'GET /b': "authorized hasAnyAuthority('row:read,row:write'.split(',')) and @access.in('north')",
    });
  });

  it('reads annotations of the type, of interfaces and of composed annotations; the method replaces the type', async () => {
    const { verdicts } = await sample('@EnableMethodSecurity(jsr250Enabled = true)', {
      'Admin.java': `package org.sample;
import java.lang.annotation.*;
import org.springframework.security.access.prepost.PreAuthorize;
@Retention(RetentionPolicy.RUNTIME) @PreAuthorize("hasRole('ADMIN')") public @interface Admin {}`,
      'Api.java': `package org.sample;
import org.springframework.security.access.prepost.PreAuthorize;
public interface Api { @PreAuthorize("hasRole('API')") String api(); }`,
      'Impl.java': `package org.sample;
import org.springframework.web.bind.annotation.*;
@RestController public class Impl implements Api { @GetMapping("/open/api") @Override public String api() { return ""; }
  @Admin @GetMapping("/open/admin") public String admin() { return ""; } }`,
      'Rows.java': controller(
        { '/open/x': '', '/open/y': '@PermitAll', '/open/z': '@RolesAllowed("Z")' },
        '@RolesAllowed("TYPE")',
      ),
    });
    expect(verdicts).toEqual({
      'GET /open/api': "authorized hasRole('API')",
      'GET /open/admin': "authorized hasRole('ADMIN')",
      'GET /open/x': 'authorized TYPE',
      'GET /open/y': 'public',
      'GET /open/z': 'authorized Z',
    });
  });

  it('knows what passes a proxy by', async () => {
    const { inertGuards, guards } = await sample('@EnableMethodSecurity', {
      'Pages.java': controllerFor('GET /x'),
      'Work.java': `package org.sample;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
@Service public class Work {
  @PreAuthorize("hasRole('A')") public void good() {}
  @PreAuthorize("hasRole('A')") private void hidden() {}
  @PreAuthorize("hasRole('A')") public final void fixed() {}
  @PreAuthorize("hasRole('A')") public void inner() {}
  public void outer() { inner(); this.inner(); }
}
class Plain { @PreAuthorize("hasRole('A')") public void never() {} }`,
      // The interface is generated: whoever knows it calls past nothing.
      'Desk.java': `package org.sample;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
@Service public class Desk implements org.sample.generated.DeskApi {
  @Override @PreAuthorize("hasRole('A')") public void answered() {}
  public void alias() { answered(); }
}`,
    });
    const name = (id: string) => id.replace(/^.*#(\w+).*$/u, '$1');
    expect(inertGuards.map(({ method }) => name(method)).sort()).toEqual([
      'fixed',
      'hidden',
      'inner',
      'never',
    ]);
    const carried = guards.flatMap(({ carrier, category }) =>
      carrier.kind === 'method' ? [`${name(carrier.method)} ${category}`] : [],
    );
    expect(carried).toEqual([
      'answered authentication',
      'answered authorization',
      'good authentication',
      'good authorization',
    ]);
  });

  it('leaves jobs and command lines to whoever operates the machine, and messages to the broker', async () => {
    const { verdicts, guards } = await sample('@org.springframework.scheduling.annotation.EnableScheduling', {
      'Jobs.java': `package org.sample;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
@Component public class Jobs {
  @Scheduled(cron = "0 0 3 * * *") public void nightly() {}
  @KafkaListener(topics = "orders") public void order(String text) {}
}`,
    });
    expect(verdicts).toEqual({
      'job 0 0 3 * * *': 'authenticated',
      'mq orders': 'unknown who may publish is decided by the broker',
    });
    expect(guards.filter((guard) => guard.category.startsWith('auth'))).toEqual([]);
  });
});
