import { describe, expect, it } from 'vitest';
import { accessOf, controllerFor, MAIN_CLASS, pomWith } from '../../../test/access-of.ts';

const servlet = (name: string, path: string, annotation = '') => `package org.sample;
import jakarta.servlet.annotation.*;
import jakarta.servlet.http.*;
@WebServlet("${path}") ${annotation}
public class ${name} extends HttpServlet {
  @Override protected void doGet(HttpServletRequest request, HttpServletResponse response) {}
  @Override protected void doPost(HttpServletRequest request, HttpServletResponse response) {}
}`;

describe('constraints of the Servlet specification', () => {
  it('cover the verbs and paths that they list', async () => {
    const { verdicts } = await accessOf({
      'pom.xml': pomWith('jakarta.servlet:jakarta.servlet-api'),
      'Admin.java': servlet('Admin', '/admin/list'),
      'Shop.java': servlet('Shop', '/shop'),
      'src/main/webapp/WEB-INF/web.xml': `<web-app>
  <security-constraint>
    <web-resource-collection><url-pattern>/admin/*</url-pattern><http-method>GET</http-method></web-resource-collection>
    <auth-constraint><role-name>admin</role-name></auth-constraint>
  </security-constraint>
</web-app>`,
    });
    expect(verdicts).toEqual({
      'GET /admin/list': 'authorized roles admin',
      'POST /admin/list': 'public',
      'GET /shop': 'public',
      'POST /shop': 'public',
    });
  });

  it('stand on the servlet class', async () => {
    const { verdicts } = await accessOf({
      'pom.xml': pomWith('jakarta.servlet:jakarta.servlet-api'),
      'Admin.java': servlet(
        'Admin',
        '/admin',
        '@ServletSecurity(value = @HttpConstraint(rolesAllowed = {"admin"}), httpMethodConstraints = @HttpMethodConstraint("GET"))',
      ),
    });
    expect(verdicts).toEqual({ 'GET /admin': 'public', 'POST /admin': 'authorized roles admin' });
  });
});

describe('other libraries', () => {
  const shiro = pomWith(
    'org.springframework.boot:spring-boot-starter-web',
    'org.apache.shiro:shiro-spring-boot-web-starter',
  );
  const base = { 'pom.xml': shiro, 'App.java': MAIN_CLASS };

  it('reads the filter map of Shiro in order', async () => {
    const { verdicts } = await accessOf({
      ...base,
      'Pages.java': controllerFor('GET /login', 'GET /admin/x', 'GET /me', 'GET /own'),
      'Shiro.java': `package org.sample;
import java.util.*;
import org.apache.shiro.spring.web.ShiroFilterFactoryBean;
import org.springframework.context.annotation.*;
@Configuration public class Shiro {
  @Bean public ShiroFilterFactoryBean filter() {
    ShiroFilterFactoryBean bean = new ShiroFilterFactoryBean();
    Map<String, String> map = new LinkedHashMap<>();
    map.put("/login", "anon");
    map.put("/admin/**", "authc, roles[admin]");
    map.put("/own", "mine");
    map.put("/**", "authc");
    bean.setFilterChainDefinitionMap(map);
    return bean;
  }
}`,
    });
    expect(verdicts).toEqual({
      'GET /login': 'public',
      'GET /admin/x': 'authorized authc, roles[admin]',
      'GET /me': 'authenticated',
      'GET /own': 'unknown the filter "mine" is one of the application',
    });
  });

  it('reads what other methods and other maps put into the filter map of Shiro', async () => {
    const verdictsOf = async (filling: string) => {
      const { verdicts } = await accessOf({
        ...base,
        'Pages.java': controllerFor('GET /login', 'GET /me'),
        'Open.java': `package org.sample;
import java.util.*;
public class Open {
  public static Map<String, String> paths() {
    Map<String, String> open = new HashMap<>();
    open.put("/login", "anon");
    return open;
  }
  public static void add(Map<String, String> map) { map.put("/login", "anon"); }
  public static List<String> names() { return List.of(); }
}`,
        'Shiro.java': `package org.sample;
import java.util.*;
import org.apache.shiro.spring.web.ShiroFilterFactoryBean;
import org.springframework.context.annotation.*;
@Configuration public class Shiro {
  @Bean public ShiroFilterFactoryBean filter(Map<String, String> told) {
    ShiroFilterFactoryBean bean = new ShiroFilterFactoryBean();
    Map<String, String> map = bean.getFilterChainDefinitionMap();
    ${filling}
    map.put("/**", "authc");
    return bean;
  }
}`,
      });
      return [verdicts['GET /login'], verdicts['GET /me']];
    };
    const open = ['public', 'authenticated'];
    expect(await verdictsOf('map.putAll(Open.paths());')).toEqual(open);
    expect(await verdictsOf('Open.add(map);')).toEqual(open);
    expect(
      await verdictsOf('Map<String, String> more = new HashMap<>(Open.paths()); map.putAll(more);'),
    ).toEqual(open);
    const unknown = 'unknown the path or its filters are known only at run time';
    expect(await verdictsOf('map.putAll(told);')).toEqual([unknown, unknown]);
    const closed = ['authenticated', 'authenticated'];
    expect(await verdictsOf('Open.names();')).toEqual(closed);
    expect(await verdictsOf('map.putAll(new HashMap<>(16));')).toEqual(closed);
  });

  it('reads the rules of Shiro from a text and from a bean file', async () => {
    const pages = controllerFor('GET /login', 'GET /admin/x', 'GET /me');
    const wanted = {
      'GET /login': 'public',
      'GET /admin/x': 'authorized roles[admin]',
      'GET /me': 'authenticated',
    };
    const written = await accessOf({
      ...base,
      'Pages.java': pages,
      'Shiro.java': `package org.sample;
import org.apache.shiro.spring.web.ShiroFilterFactoryBean;
import org.springframework.context.annotation.*;
@Configuration public class Shiro {
  @Bean public ShiroFilterFactoryBean filter() {
    ShiroFilterFactoryBean bean = new ShiroFilterFactoryBean();
    bean.setFilterChainDefinitions("/login = noSessionCreation, anon\\n/admin/** = roles[admin]\\n/** = authc");
    return bean;
  }
}`,
    });
    expect(written.verdicts).toEqual(wanted);
    const file = (property: string) =>
      accessOf({
        'pom.xml': pomWith('org.springframework:spring-webmvc', 'org.apache.shiro:shiro-spring'),
        'Pages.java': pages,
        'src/main/webapp/WEB-INF/web.xml':
          '<web-app><context-param><param-name>contextConfigLocation</param-name><param-value>classpath:shiro.xml</param-value></context-param></web-app>',
        'src/main/resources/shiro.xml': `<beans xmlns="http://www.springframework.org/schema/beans">
<bean id="shiroFilter" class="org.apache.shiro.spring.web.ShiroFilterFactoryBean">${property}</bean></beans>`,
      });
    const text = `<property name="filterChainDefinitions"><value>
      # first match
      /login = anon
      /admin/** = roles[admin]
      /** = authc</value></property>`;
    const map = `<property name="filterChainDefinitionMap"><map><entry key="/login" value="anon"/>
      <entry key="/admin/**" value="roles[admin]"/><entry key="/**" value="authc"/></map></property>`;
    expect((await file(text)).verdicts).toEqual(wanted);
    expect((await file(map)).verdicts).toEqual(wanted);
    const built = '<property name="filterChainDefinitionMap" ref="rules"/>';
    expect((await file(built)).verdicts['GET /me']).toContain('unknown');
  });

  it('are unknown where web.xml or a module of Guice puts a filter of theirs before requests', async () => {
    const of = async (filter: string, mapped: string, files: Readonly<Record<string, string>> = {}) => {
      const { verdicts } = await accessOf({
        'pom.xml': pomWith('jakarta.servlet:jakarta.servlet-api', 'org.apache.shiro:shiro-web'),
        'Shop.java': servlet('Shop', '/shop'),
        'src/main/webapp/WEB-INF/web.xml': `<web-app>
  <filter><filter-name>gate</filter-name><filter-class>${filter}</filter-class></filter>
  <filter-mapping><filter-name>${mapped}</filter-name><url-pattern>/*</url-pattern></filter-mapping>
</web-app>`,
        ...files,
      });
      return verdicts['GET /shop'];
    };
    const other = 'org.apache.catalina.filters.HttpHeaderSecurityFilter';
    const shiro = 'unknown Shiro is configured in a way that is not read';
    expect(await of('org.apache.shiro.web.servlet.ShiroFilter', 'gate')).toBe(shiro);
    expect(await of('org.apache.shiro.web.servlet.ShiroFilter', 'another')).toBe('public');
    expect(await of('org.keycloak.adapters.servlet.KeycloakOIDCFilter', 'gate')).toMatch(
      /^unknown a filter of a library/u,
    );
    expect(await of(other, 'gate')).toBe('public');
    const module = (parent: string) => ({
      'Gates.java': `package org.sample; public class Gates extends ${parent} { }`,
    });
    expect(await of(other, 'gate', module('org.apache.shiro.guice.web.ShiroWebModule'))).toBe(shiro);
    expect(await of(other, 'gate', module('com.google.inject.servlet.ServletModule'))).toBe('public');
  });

  it('reads what an interceptor of Sa-Token checks', async () => {
    const { verdicts } = await accessOf({
      'pom.xml': pomWith(
        'org.springframework.boot:spring-boot-starter-web',
        'cn.dev33:sa-token-spring-boot3-starter',
      ),
      'App.java': MAIN_CLASS,
      'Pages.java': controllerFor('GET /x'),
      'Web.java': `package org.sample;
import cn.dev33.satoken.interceptor.SaInterceptor;
import cn.dev33.satoken.stp.StpUtil;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.*;
@Configuration public class Web implements WebMvcConfigurer {
  @Override public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new SaInterceptor(handle -> StpUtil.checkLogin())).addPathPatterns("/**");
  }
}`,
    });
    expect(verdicts).toEqual({ 'GET /x': 'authenticated' });
  });
});
