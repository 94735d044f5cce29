import { describe, expect, it } from 'vitest';
import { accessOf, controllerFor, pomWith } from '../../../../test/access-of.ts';

const WEB_XML = `<web-app><servlet><servlet-name>pages</servlet-name>
<servlet-class>org.springframework.web.servlet.DispatcherServlet</servlet-class>
<init-param><param-name>contextConfigLocation</param-name><param-value>classpath:pages.xml</param-value></init-param></servlet>
<servlet-mapping><servlet-name>pages</servlet-name><url-pattern>/</url-pattern></servlet-mapping></web-app>`;

/** Verdicts of two pages of a program whose bean file holds these elements. */
async function verdictsOf(body: string, preHandle: string, stereotype = '') {
  const { verdicts } = await accessOf({
    'pom.xml': pomWith('org.springframework:spring-webmvc'),
    'Pages.java': controllerFor('GET /login', 'GET /x'),
    'LoginCheck.java': `package org.sample;
import javax.servlet.http.*;
import org.springframework.web.servlet.HandlerInterceptor;
${stereotype}
public class LoginCheck implements HandlerInterceptor {
  @Override public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws Exception {
    ${preHandle}
  }
}`,
    'src/main/webapp/WEB-INF/web.xml': WEB_XML,
    'src/main/resources/pages.xml': `<beans xmlns="http://www.springframework.org/schema/beans"
  xmlns:mvc="http://www.springframework.org/schema/mvc"><mvc:annotation-driven/>${body}</beans>`,
  });
  return [verdicts['GET /login'], verdicts['GET /x']];
}

const REFUSING =
  'if (request.getSession().getAttribute("user") == null) { response.sendRedirect("/login"); return false; } return true;';

describe('interceptors of a bean file', () => {
  it('stand before the paths beside them', async () => {
    const one = `<mvc:interceptors><mvc:interceptor><mvc:mapping path="/**"/><mvc:exclude-mapping path="/login"/>
      <bean class="org.sample.LoginCheck"/></mvc:interceptor></mvc:interceptors>`;
    expect(await verdictsOf(one, REFUSING)).toEqual(['public', 'authenticated']);
    expect(await verdictsOf(one, 'return true;')).toEqual(['public', 'public']);
  });

  it('stand before every path where none are beside them', async () => {
    const all = '<mvc:interceptors><bean class="org.sample.LoginCheck"/></mvc:interceptors>';
    expect(await verdictsOf(all, REFUSING)).toEqual(['authenticated', 'authenticated']);
  });

  it('can be named: a bean of a file, or a component', async () => {
    const named = (bean: string) =>
      `<mvc:interceptors><mvc:interceptor><mvc:mapping path="/x"/><ref bean="${bean}"/></mvc:interceptor></mvc:interceptors>`;
    const declared = `${named('gate')}<bean id="gate" class="org.sample.LoginCheck"/>`;
    expect(await verdictsOf(declared, REFUSING)).toEqual(['public', 'authenticated']);
    const component = '@org.springframework.stereotype.Component';
    expect(await verdictsOf(named('loginCheck'), REFUSING, component)).toEqual(['public', 'authenticated']);
    expect(await verdictsOf(named('another'), REFUSING, component)).toEqual(['public', 'public']);
  });

  it('are none under a profile that is not active', async () => {
    const other =
      '<beans profile="dev"><mvc:interceptors><bean class="org.sample.LoginCheck"/></mvc:interceptors></beans>';
    expect(await verdictsOf(other, REFUSING)).toEqual(['public', 'public']);
  });
});
