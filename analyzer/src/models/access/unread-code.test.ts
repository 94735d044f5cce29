import { describe, expect, it } from 'vitest';
import { accessOf, configurationWith, controllerFor, MAIN_CLASS } from '../../../test/access-of.ts';

const SECURITY_IN_KOTLIN = `package org.sample
@Configuration
class Security {
  @Bean fun chain(http: HttpSecurity): SecurityFilterChain {
    http { authorizeHttpRequests { authorize(anyRequest, permitAll) } }
    return http.build()
  }
}`;

async function verdictOf(files: Readonly<Record<string, string>>) {
  const { verdicts } = await accessOf({
    'App.java': MAIN_CLASS,
    'Pages.java': controllerFor('GET /a'),
    ...files,
  });
  return verdicts['GET /a'];
}

describe('code of the same program in a language that is not read', () => {
  it('leaves open what holds where no rule was found', async () => {
    expect(await verdictOf({ 'src/main/kotlin/org/sample/Security.kt': SECURITY_IN_KOTLIN })).toMatch(
      /^unknown no rule was found, and code that is not read may have one: src\/main\/kotlin/u,
    );
    expect(await verdictOf({})).toBe('authenticated');
  });

  it('changes nothing where rules were found', async () => {
    const chain = configurationWith(`@Bean SecurityFilterChain chain(HttpSecurity http) throws Exception {
      return http.authorizeHttpRequests(rules -> rules.anyRequest().hasRole("VET")).build();
    }`);
    expect(
      await verdictOf({ 'Security.java': chain, 'src/main/kotlin/org/sample/Text.kt': 'fun a() = 1' }),
    ).toMatch(/^authorized/u);
  });

  it('changes nothing where it is a test or runs in a browser', async () => {
    expect(
      await verdictOf({
        'src/test/kotlin/org/sample/SecurityTest.kt': SECURITY_IN_KOTLIN,
        'src/main/resources/static/app.ts': 'export const a = 1;',
      }),
    ).toBe('authenticated');
  });
});
