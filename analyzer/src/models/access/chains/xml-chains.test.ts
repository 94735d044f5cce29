import { describe, expect, it } from 'vitest';
import { accessOf, controllerFor, MAIN_CLASS, pomWith } from '../../../../test/access-of.ts';

const BEANS = (body: string, schema = 'spring-security.xsd', profile = '') =>
  `<?xml version="1.0"?>
<b:beans xmlns:b="http://www.springframework.org/schema/beans" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns="http://www.springframework.org/schema/security" ${profile}
  xsi:schemaLocation="http://www.springframework.org/schema/security https://www.springframework.org/schema/security/${schema}">
${body}
</b:beans>`;

const WEB_XML = (locations: string, filter = 'springSecurityFilterChain') => `<web-app>
  <context-param><param-name>contextConfigLocation</param-name><param-value>${locations}</param-value></context-param>
  <listener><listener-class>org.springframework.web.context.ContextLoaderListener</listener-class></listener>
  <filter><filter-name>${filter}</filter-name><filter-class>org.springframework.web.filter.DelegatingFilterProxy</filter-class></filter>
  <filter-mapping><filter-name>${filter}</filter-name><url-pattern>/*</url-pattern></filter-mapping>
</web-app>`;

const POM = pomWith(
  'org.springframework:spring-webmvc',
  'org.springframework.security:spring-security-web',
).replace('</project>', '<packaging>war</packaging></project>');
const FILE = 'src/main/resources/security.xml';
const DESCRIPTOR = 'src/main/webapp/WEB-INF/web.xml';

/** A web application whose web.xml loads one bean file. */
async function verdictsOf(
  body: string,
  requests: readonly string[],
  files: Readonly<Record<string, string>> = {},
) {
  const { verdicts } = await accessOf({
    'pom.xml': POM,
    'Pages.java': controllerFor(...requests),
    [FILE]: BEANS(body, 'spring-security-6.0.xsd'),
    [DESCRIPTOR]: WEB_XML('classpath:security.xml'),
    ...files,
  });
  return verdicts;
}

describe('chains in bean files', () => {
  it('are asked in their order, each with its rules in order', async () => {
    const verdicts = await verdictsOf(
      `<http pattern="/open/**" security="none"/>
<http pattern="/api/**" use-expressions="true">
  <intercept-url pattern="/api/news/**" method="GET" access="permitAll"/>
  <intercept-url pattern="/api/**" access="hasRole('API')"/>
  <http-basic/>
</http>
<http>
  <intercept-url pattern="/admin/**" access="hasAuthority('ADMIN') and isFullyAuthenticated()"/>
  <intercept-url pattern="/me" access="isAuthenticated()"/>
  <intercept-url pattern="/locked" access="denyAll"/>
  <intercept-url pattern="/secure" requires-channel="https"/>
  <form-login/>
</http>`,
      [
        'GET /open/x',
        'GET /api/news/x',
        'POST /api/news/x',
        'GET /admin/x',
        'GET /me',
        'GET /locked',
        'GET /x',
      ],
    );
    expect(verdicts).toEqual({
      'GET /open/x': 'public',
      'GET /api/news/x': 'public',
      'POST /api/news/x': "authorized hasRole('API')",
      'GET /admin/x': "authorized hasAuthority('ADMIN') and isFullyAuthenticated()",
      'GET /me': 'authenticated',
      'GET /locked': 'denied',
      'GET /x': 'denied',
    });
  });

  it('read lists of roles where expressions are off, and let through what no rule matches', async () => {
    const rules = `<intercept-url pattern="/login" access="IS_AUTHENTICATED_ANONYMOUSLY"/>
  <intercept-url pattern="/public" access="ROLE_ANONYMOUS,ROLE_USER"/>
  <intercept-url pattern="/me" access="IS_AUTHENTICATED_REMEMBERED"/>
  <intercept-url pattern="/admin/**" access="ROLE_ADMIN, ROLE_ROOT"/>`;
    const requests = ['GET /login', 'GET /public', 'GET /me', 'GET /admin/x', 'GET /x'];
    const expected = {
      'GET /login': 'public',
      'GET /public': 'public',
      'GET /me': 'authenticated',
      'GET /admin/x': 'authorized ROLE_ADMIN, ROLE_ROOT',
      'GET /x': 'public',
    };
    expect(await verdictsOf(`<http use-expressions="false">${rules}</http>`, requests)).toEqual(expected);
    const old = { [FILE]: BEANS(`<http auto-config="true">${rules}</http>`, 'spring-security-3.0.xsd') };
    expect(await verdictsOf('', requests, old)).toEqual(expected);
  });

  it('leave open to the version what holds where no rule matches', async () => {
    const of = async (schema: string, attributes = '', pom = POM) =>
      await verdictsOf('', ['GET /x'], {
        'pom.xml': pom,
        [FILE]: BEANS(`<http ${attributes}><intercept-url pattern="/y" access="permitAll"/></http>`, schema),
      });
    const versioned = (version: string) =>
      POM.replace(
        'spring-security-web</artifactId>',
        `spring-security-web</artifactId><version>${version}</version>`,
      );
    expect(await of('spring-security-6.2.xsd')).toEqual({ 'GET /x': 'denied' });
    expect(await of('spring-security-5.8.xsd')).toEqual({ 'GET /x': 'public' });
    expect(await of('spring-security-5.8.xsd', 'use-authorization-manager="true"')).toEqual({
      'GET /x': 'denied',
    });
    expect(await of('spring-security.xsd', '', versioned('7.0.1'))).toEqual({ 'GET /x': 'denied' });
    expect(await of('spring-security.xsd', '', versioned('4.2.0'))).toEqual({ 'GET /x': 'public' });
    expect(await of('spring-security.xsd')).toEqual({
      'GET /x': 'unknown what no rule matches depends on the version of Spring Security, which is not known',
    });
  });

  it('know who has no identity and which roles are those of strangers', async () => {
    const of = async (anonymous: string) =>
      await verdictsOf(
        `<http>${anonymous}
  <intercept-url pattern="/a" access="isAnonymous()"/>
  <intercept-url pattern="/b" access="hasAnyRole('GUEST', 'USER')"/>
  <intercept-url pattern="/c" access="permitAll"/></http>`,
        ['GET /a', 'GET /b', 'GET /c'],
      );
    expect(await of('<anonymous enabled="false"/>')).toMatchObject({
      'GET /a': 'denied',
      'GET /c': 'public',
    });
    expect(await of('<anonymous granted-authority="ROLE_GUEST"/>')).toMatchObject({
      'GET /a': 'public',
      'GET /b': 'public',
    });
    expect(await of('')).toMatchObject({ 'GET /b': "authorized hasAnyRole('GUEST', 'USER')" });
  });

  it('take matchers from beans, a later rule for the same requests instead of an earlier one, and settings', async () => {
    const verdicts = await verdictsOf(
      `<http request-matcher-ref="all"><intercept-url pattern="/a" access="permitAll"/>
  <intercept-url request-matcher-ref="code" access="hasRole('X')"/>
  <intercept-url pattern="\${open.path}" access="permitAll"/>
  <intercept-url pattern="/a" access="hasRole('A')"/>
  <intercept-url pattern="/**" access="isAuthenticated()"/></http>
<b:bean id="all" class="org.springframework.security.web.util.matcher.OrRequestMatcher">
  <b:constructor-arg><b:list>
    <b:bean class="org.springframework.security.web.util.matcher.AntPathRequestMatcher"><b:constructor-arg value="/a/**"/></b:bean>
    <b:ref bean="other"/>
  </b:list></b:constructor-arg></b:bean>
<b:bean id="other" class="org.springframework.security.web.util.matcher.AntPathRequestMatcher"><b:constructor-arg value="/b/**"/><b:constructor-arg value="GET"/></b:bean>
<b:bean id="code" class="org.sample.ByHeader"/>`,
      ['GET /a', 'GET /a/x', 'GET /b/x', 'POST /b/x'],
      { 'src/main/resources/application.properties': 'open.path=/b/x' },
    );
    expect(verdicts).toEqual({
      'GET /a': "authorized hasRole('A')",
      'GET /a/x': 'unknown the matcher org.sample.ByHeader is not read',
      'GET /b/x': 'unknown the matcher org.sample.ByHeader is not read',
      'POST /b/x': 'public',
    });
  });
});

describe('a bean file', () => {
  const LOGIN = '<http><intercept-url pattern="/**" access="isAuthenticated()"/></http>';
  const of = async (files: Readonly<Record<string, string>>) =>
    (await verdictsOf(LOGIN, ['GET /x'], files))['GET /x'];

  it('counts where web.xml, an import, an annotation or code loads it', async () => {
    const outer = BEANS('<b:import resource="inner/security.xml"/>');
    expect(await of({})).toBe('authenticated');
    expect(await of({ [DESCRIPTOR]: WEB_XML('classpath*:sec*.xml') })).toBe('authenticated');
    const moved = {
      [FILE]: BEANS(''),
      'src/main/resources/spring/inner/security.xml': BEANS(LOGIN),
      'src/main/resources/spring/outer.xml': outer,
    };
    expect(await of({ ...moved, [DESCRIPTOR]: WEB_XML('/spring/outer.xml') })).toBe('authenticated');
    const boot = {
      'pom.xml': pomWith('org.springframework.boot:spring-boot-starter-web'),
      [DESCRIPTOR]: '<web-app/>',
      'App.java': MAIN_CLASS.replace(
        '@SpringBootApplication',
        '@SpringBootApplication @org.springframework.context.annotation.ImportResource("classpath:security.xml")',
      ),
    };
    expect(await of(boot)).toBe('authenticated');
    expect(await of({ ...boot, 'App.java': MAIN_CLASS })).toBe('public');
  });

  it('does not count where another one is loaded, or only under another profile', async () => {
    expect(await of({ [DESCRIPTOR]: WEB_XML('classpath:other.xml') })).toMatch(/^(?:public|unknown)/u);
    const dev = { [FILE]: BEANS(`<b:beans profile="dev">${LOGIN}</b:beans>`) };
    expect(await of(dev)).not.toBe('authenticated');
    expect(
      await of({ ...dev, 'src/main/resources/application.properties': 'spring.profiles.active=dev' }),
    ).toBe('authenticated');
  });

  it('is doubtful where nobody can tell who loads it, or where no filter hands it requests', async () => {
    expect(await of({ [DESCRIPTOR]: '<web-app/>' })).toMatch(/^unknown/u);
    expect(await of({ [DESCRIPTOR]: WEB_XML('${config.place}') })).toMatch(/^unknown which bean files/u);
    const unfiltered = 'unknown web.xml has no filter springSecurityFilterChain';
    expect(await of({ [DESCRIPTOR]: WEB_XML('classpath:security.xml', 'logging') })).toBe(unfiltered);
    const parameter = (name: string) => ({
      [DESCRIPTOR]: WEB_XML('classpath:security.xml', 'gate').replace(
        '</filter>',
        `<init-param><param-name>${name}</param-name><param-value>springSecurityFilterChain</param-value></init-param></filter>`,
      ),
    });
    expect(await of(parameter('targetBeanName'))).toBe('authenticated');
    expect(await of(parameter('contextAttribute'))).toBe(unfiltered);
  });
});
