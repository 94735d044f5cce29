import { describe, expect, it } from 'vitest';
import { accessOf, MAIN_CLASS, pomWith } from '../../../../test/access-of.ts';

const OPEN = `package org.sample;
import java.lang.annotation.*;
@Retention(RetentionPolicy.RUNTIME) @Target({ElementType.METHOD, ElementType.TYPE}) public @interface Open {}`;

const PAGES = `package org.sample;
import org.springframework.web.bind.annotation.*;
@RestController @RequestMapping("/orders") public class Pages {
  @Open @GetMapping("/{id}/status") public String status(@PathVariable String id) { return id; }
  @Open @PostMapping("/search") public String search() { return ""; }
  @GetMapping("/search") public String saved() { return ""; }
  @GetMapping("/all") public String all() { return ""; }
}`;

const NEWS = `package org.sample;
import org.springframework.web.bind.annotation.*;
@Open @RestController public class News { @GetMapping("/news") public String news() { return ""; } }`;

/** A class that gathers the paths of open handlers; what it looks for is written in between. */
const gathering = (looksFor: string, above = '', more = '') => `package org.sample;
import java.util.*;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
@Component ${above} public class OpenPaths implements InitializingBean {
  private final ApplicationContext context;
  private List<String> paths = new ArrayList<>();
  public OpenPaths(ApplicationContext context) { this.context = context; }
  @Override public void afterPropertiesSet() {
    RequestMappingHandlerMapping mapping = context.getBean(RequestMappingHandlerMapping.class);
    Map<RequestMappingInfo, HandlerMethod> all = mapping.getHandlerMethods();
    all.forEach((info, handler) -> { if (${looksFor}) paths.addAll(info.getPatternValues()); });
  }
  public List<String> getPaths() { return paths; }
  ${more}
}`;

const security = (rules: string) => `package org.sample;
import org.springframework.context.annotation.*;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
@Configuration public class Security {
  private final OpenPaths open;
  Security(OpenPaths open) { this.open = open; }
  @Bean SecurityFilterChain chain(HttpSecurity http) throws Exception {
    http.authorizeHttpRequests(requests -> { ${rules} requests.anyRequest().authenticated(); });
    return http.build();
  }
}`;

const EACH = 'open.getPaths().forEach(path -> requests.requestMatchers(path).permitAll());';
const ON_METHOD = 'AnnotationUtils.findAnnotation(handler.getMethod(), Open.class) != null';
const ON_TYPE = 'AnnotationUtils.findAnnotation(handler.getBeanType(), Open.class) != null';

async function verdicts(openPaths: string, rules = EACH, more: Readonly<Record<string, string>> = {}) {
  const found = await accessOf({
    'pom.xml': pomWith(
      'org.springframework.boot:spring-boot-starter-web',
      'org.springframework.boot:spring-boot-starter-security',
    ),
    'App.java': MAIN_CLASS,
    'Open.java': OPEN,
    'Pages.java': PAGES,
    'News.java': NEWS,
    'OpenPaths.java': openPaths,
    'Security.java': security(rules),
    ...more,
  });
  return found.verdicts;
}

describe('a list of open paths that is gathered from the handlers with an annotation', () => {
  it('opens what carries it, for every verb, and leaves the rest to the rules after it', async () => {
    expect(await verdicts(gathering(ON_METHOD))).toEqual({
      'GET /orders/{id}/status': 'public',
      'POST /orders/search': 'public',
      // The list has paths and no verbs.
      'GET /orders/search': 'public',
      'GET /orders/all': 'authenticated',
      'GET /news': 'authenticated',
    });
    const loop = 'for (String path : open.getPaths()) { requests.requestMatchers(path).permitAll(); }';
    expect(await verdicts(gathering(ON_TYPE), loop)).toEqual({
      'GET /orders/{id}/status': 'authenticated',
      'POST /orders/search': 'authenticated',
      'GET /orders/search': 'authenticated',
      'GET /orders/all': 'authenticated',
      'GET /news': 'public',
    });
  });

  it('opens the verbs that rules name, where the list is kept by verb', async () => {
    const byVerb = `package org.sample;
import java.util.*;
import org.springframework.context.ApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
public class OpenPaths {
  public static Map<String, Set<String>> byVerb(ApplicationContext context) {
    RequestMappingHandlerMapping mapping = (RequestMappingHandlerMapping) context.getBean("requestMappingHandlerMapping");
    Map<String, Set<String>> paths = new HashMap<>();
    for (Map.Entry<RequestMappingInfo, HandlerMethod> entry : mapping.getHandlerMethods().entrySet()) {
      Open open = entry.getValue().getMethodAnnotation(Open.class);
      if (open != null) paths.computeIfAbsent(verbOf(entry.getKey()), verb -> new HashSet<>()).addAll(entry.getKey().getPatternValues());
    }
    return paths;
  }
  static String verbOf(RequestMappingInfo info) { return info.getMethodsCondition().getMethods().iterator().next().name(); }
}`;
    const rules = `java.util.Map<String, java.util.Set<String>> paths = OpenPaths.byVerb(null);
requests.requestMatchers(HttpMethod.GET, paths.get("GET").toArray(new String[0])).permitAll();
requests.requestMatchers(HttpMethod.POST, paths.get("POST").toArray(new String[0])).permitAll();`;
    expect(await verdicts(byVerb, rules)).toMatchObject({
      'GET /orders/{id}/status': 'public',
      'POST /orders/search': 'public',
      'GET /orders/search': 'authenticated',
      'GET /orders/all': 'authenticated',
    });
  });

  it('holds what settings put into it too', async () => {
    const bound = '@org.springframework.boot.context.properties.ConfigurationProperties("shop.open")';
    const setter = 'public void setPaths(List<String> paths) { this.paths = paths; }';
    const opened = async (settings: string) => {
      const found = await verdicts(gathering(ON_METHOD, bound, setter), EACH, {
        'src/main/resources/application.properties': settings,
      });
      return [found['POST /orders/search'], found['GET /orders/all'], found['GET /news']];
    };
    expect(await opened('shop.open.paths=/orders/all')).toEqual(['public', 'public', 'authenticated']);
    expect(await opened('shop.name=corner')).toEqual(['public', 'authenticated', 'authenticated']);
  });

  it('is not known where other code puts something into it', async () => {
    const setter = 'public void setPaths(List<String> paths) { this.paths = paths; }';
    const loader = {
      'Loader.java': `package org.sample;
@org.springframework.stereotype.Component public class Loader {
  Loader(OpenPaths open, javax.sql.DataSource source) { open.setPaths(read(source)); }
  static java.util.List<String> read(javax.sql.DataSource source) { return null; }
}`,
    };
    expect((await verdicts(gathering(ON_METHOD, '', setter), EACH, loader))['GET /orders/all']).toMatch(
      /^unknown/u,
    );
    expect((await verdicts(gathering(ON_METHOD, '', setter)))['GET /orders/all']).toBe('authenticated');
    const adding = {
      'Loader.java': loader['Loader.java'].replace('open.setPaths(', 'open.getPaths().addAll('),
    };
    expect((await verdicts(gathering(ON_METHOD), EACH, adding))['GET /orders/all']).toMatch(/^unknown/u);
    const itself = 'void more() { paths.addAll(System.getenv().values()); }';
    expect((await verdicts(gathering(ON_METHOD, '', itself)))['GET /orders/all']).toMatch(/^unknown/u);
    const written = gathering(ON_METHOD).replace('all.forEach', 'paths.add("/orders/all"); all.forEach');
    expect((await verdicts(written))['GET /orders/all']).toMatch(/^unknown/u);
  });

  it('holds all handlers where it chooses none', async () => {
    const all = gathering(ON_METHOD).replace(/if \([^;]*?\) paths/u, 'paths');
    expect(await verdicts(all)).toMatchObject({ 'GET /orders/all': 'public', 'GET /news': 'public' });
  });

  it('is not known where the handlers are chosen by something else', async () => {
    const named = gathering('handler.getMethod().getName().startsWith("open")');
    expect((await verdicts(named))['GET /orders/all']).toMatch(/^unknown/u);
  });
});
