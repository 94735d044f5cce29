import { describe, expect, it } from 'vitest';
import { accessOf } from '../../../../test/access-of.ts';

const module = (name: string, ...needed: readonly string[]) =>
  `<project><modelVersion>4.0.0</modelVersion><parent><groupId>org.fair</groupId><artifactId>fair</artifactId><version>1</version></parent><artifactId>${name}</artifactId>
<dependencies><dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-web</artifactId></dependency>
${needed.map((each) => `<dependency><groupId>org.fair</groupId><artifactId>${each}</artifactId><version>1</version></dependency>`).join('')}</dependencies></project>`;

const program = (name: string) => `package org.fair.${name};
@org.springframework.boot.autoconfigure.SpringBootApplication(scanBasePackages = "org.fair")
public class ${name}App { public static void main(String[] args) { org.springframework.boot.SpringApplication.run(${name}App.class, args); } }
@org.springframework.web.bind.annotation.RestController class ${name}Pages {
  @org.springframework.web.bind.annotation.GetMapping("/${name}/own/x") public String own() { return ""; }
  @org.springframework.web.bind.annotation.GetMapping("/${name}/open") public String open() { return ""; }
}`;

const GATE = `package org.fair.gate;
import jakarta.servlet.*; import jakarta.servlet.http.*; import java.util.*;
import org.springframework.context.annotation.*;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.util.AntPathMatcher;
@org.springframework.stereotype.Component public class Gate implements Filter {
  @org.springframework.beans.factory.annotation.Autowired private Places places;
  public void doFilter(ServletRequest given, ServletResponse answer, FilterChain chain) throws java.io.IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) given;
    AntPathMatcher matcher = new AntPathMatcher();
    for (String open : places.open()) { if (matcher.match(open, request.getRequestURI())) { chain.doFilter(given, answer); return; } }
    if (request.getHeader("token") == null) { ((HttpServletResponse) answer).sendError(401); return; }
    chain.doFilter(given, answer);
  }
}
@Configuration class Gates {
  @Bean @ConditionalOnMissingBean Places standing() { return new EveryPlace(); }
  @Bean FilterRegistrationBean<Gate> gate(Gate gate, Places places) {
    FilterRegistrationBean<Gate> registration = new FilterRegistrationBean<>();
    registration.setFilter(gate);
    registration.addUrlPatterns(cn.hutool.core.util.ArrayUtil.toArray(places.closed(), String.class));
    return registration;
  }
}`;

const PLACES = `package org.fair.gate;
import java.util.*;
public interface Places { List<String> closed(); List<String> open(); }`;

const everyPlace = (open: string) => `package org.fair.gate;
import java.util.*;
public class EveryPlace implements Places {
  public List<String> closed() { return Collections.singletonList("/*"); }
  ${open}
}`;

const desk = (name: string, annotations: string) => `package org.fair.desk;
import java.util.*;
${annotations} public class ${name} extends org.fair.gate.EveryPlace {
  static final List<String> OPEN = Arrays.asList("/desk/open");
  @Override public List<String> open() { return OPEN; }
}`;

const COMPONENT = '@org.springframework.stereotype.Component';
const NOTHING = 'public List<String> open() { return Collections.emptyList(); }';

/** Verdicts of a fair with two programs, a desk and a hall, behind one gate. */
async function fair(more: Readonly<Record<string, string>>, open = NOTHING) {
  const { verdicts } = await accessOf({
    'pom.xml':
      '<project><modelVersion>4.0.0</modelVersion><groupId>org.fair</groupId><artifactId>fair</artifactId><version>1</version><packaging>pom</packaging><modules><module>gate</module><module>desk</module><module>hall</module></modules></project>',
    'gate/pom.xml': module('gate'),
    'desk/pom.xml': module('desk', 'gate'),
    'hall/pom.xml': module('hall', 'gate'),
    'gate/src/main/java/org/fair/gate/Gate.java': GATE,
    'gate/src/main/java/org/fair/gate/Places.java': PLACES,
    'gate/src/main/java/org/fair/gate/EveryPlace.java': everyPlace(open),
    'desk/src/main/java/org/fair/desk/App.java': program('desk'),
    'hall/src/main/java/org/fair/hall/App.java': program('hall'),
    ...more,
  });
  return verdicts;
}

const DESK = { 'desk/src/main/java/org/fair/desk/DeskPlaces.java': desk('DeskPlaces', COMPONENT) };

describe('a list of paths that a bean gives', () => {
  it('is that of the bean which the application at hand has, and of the default one where it has none', async () => {
    expect(await fair(DESK)).toEqual({
      'GET /desk/own/x': 'authenticated',
      'GET /desk/open': 'public',
      'GET /hall/own/x': 'authenticated',
      'GET /hall/open': 'authenticated',
    });
  });

  it('may close a part of the application alone', async () => {
    const hall = `package org.fair.hall; ${COMPONENT} public class HallPlaces extends org.fair.gate.EveryPlace {
  @Override public java.util.List<String> closed() { return java.util.Collections.singletonList("/hall/own/*"); } }`;
    const verdicts = await fair({ ...DESK, 'hall/src/main/java/org/fair/hall/HallPlaces.java': hall });
    expect(verdicts['GET /hall/own/x']).toBe('authenticated');
    expect(verdicts['GET /hall/open']).toBe('public');
    expect(verdicts['GET /desk/own/x']).toBe('authenticated');
  });

  it.each([
    ['has several', { ...DESK, 'desk/src/main/java/org/fair/desk/Other.java': desk('Other', COMPONENT) }],
    [
      'has one under a condition',
      {
        'desk/src/main/java/org/fair/desk/DeskPlaces.java': desk(
          'DeskPlaces',
          `${COMPONENT} @org.springframework.boot.autoconfigure.condition.ConditionalOnProperty("desk.open")`,
        ),
      },
    ],
    [
      'may make one in another way',
      { ...DESK, 'desk/src/main/java/org/fair/desk/Other.java': desk('Other', '') },
    ],
  ])('is nobody knows which where the application %s', async (_, more) => {
    const verdicts = await fair(more);
    expect(verdicts['GET /desk/open']).toMatch(/^unknown/u);
    expect(verdicts['GET /hall/own/x']).toBe('authenticated');
  });

  it('is not taken for empty where it may be filled', async () => {
    const filled = `private final List<String> some = new ArrayList<>();
  public List<String> open() { return some; } public void add(String path) { some.add(path); }`;
    expect((await fair({}, filled))['GET /hall/own/x']).toMatch(/^unknown/u);
    expect((await fair({}))['GET /hall/own/x']).toBe('authenticated');
  });
});
