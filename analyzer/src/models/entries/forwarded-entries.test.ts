import { describe, expect, it } from 'vitest';
import { labelledFiles } from '../../../test/labelled-files.ts';
import type { Labels } from '../labels.ts';

const GATEWAY = 'spring-cloud-starter-gateway';
const SECURITY = `<dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-security</artifactId></dependency>`;

/** Routes of a gateway, each as `verbs paths handler access`, without the name of the row. */
async function routesOf(
  files: Readonly<Record<string, string>>,
  artifact = GATEWAY,
): Promise<readonly string[]> {
  const { entryPoints } = await gateway(files, artifact);
  return entryPoints.map(({ verbs, paths, handler, access }) =>
    `${verbs.join('|')} ${paths.join(',')} ${handler} ${access.verdict}`.replace(
      'framework:spring-gateway.route#',
      '',
    ),
  );
}

function gateway(files: Readonly<Record<string, string>>, artifact: string): Promise<Labels> {
  return labelledFiles({
    'pom.xml': `<project><modelVersion>4.0.0</modelVersion><groupId>g</groupId><artifactId>a</artifactId><version>1</version>
<dependencies><dependency><groupId>org.springframework.cloud</groupId><artifactId>${artifact}</artifactId><version>4.1.0</version></dependency>${SECURITY}</dependencies></project>`,
    'src/main/java/edge/Edge.java': `package edge;
@org.springframework.boot.autoconfigure.SpringBootApplication
class Edge { void run() { org.springframework.boot.SpringApplication.run(Edge.class); } }`,
    ...files,
  });
}

const yaml = (routes: string) => ({
  'src/main/resources/application.yml': `spring:\n  cloud:\n    gateway:\n      routes:\n${routes}`,
});

const java = (routes: string) => ({
  'src/main/java/edge/Routes.java': `package edge;
import org.springframework.cloud.gateway.route.*;
import org.springframework.cloud.gateway.route.builder.*;
import org.springframework.context.annotation.*;
import org.springframework.http.HttpMethod;
@Configuration class Routes {
  @Bean RouteLocator routes(RouteLocatorBuilder builder, Paths paths) {
    return builder.routes()${routes}.build();
  }
}`,
});

const RULES = {
  'src/main/java/edge/Rules.java': `package edge;
import org.springframework.context.annotation.*;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
@Configuration class Rules {
  @Bean SecurityWebFilterChain chain(ServerHttpSecurity http) {
    return http.authorizeExchange(e -> e.pathMatchers("/open/**").permitAll().anyExchange().authenticated()).build();
  }
}`,
};

describe('routes of a gateway', () => {
  it('are entry points with their predicates, target and filters, guarded by the gateway alone', async () => {
    const routes = yaml(`        - id: visits
          uri: lb://visits
          predicates:
            - Path=/visits/**,/visits/{id:[0-9]{2,9}}
            - Method=GET,POST
          filters:
            - StripPrefix=1
            - name: RequestRateLimiter
              args: { redis-rate-limiter.replenishRate: 10 }
        - id: open
          uri: lb://news
          predicates:
            - name: Path
              args: { patterns: /open/news }
`);
    expect(await routesOf({ ...routes, ...RULES })).toEqual([
      'GET|POST /visits/**,/visits/{id:[0-9]{2,9}} visits(lb://visits,StripPrefix,RequestRateLimiter) authenticated',
      '* /open/news open(lb://news) public',
    ]);
  });

  it('are limited where a filter says how many requests pass', async () => {
    const limits = async (files: Readonly<Record<string, string>>) =>
      (await gateway(files, GATEWAY)).guards
        .filter(({ category }) => category === 'rate-limiting')
        .map(
          ({ carrier, evidence }) =>
            `${carrier.kind} ${evidence.file.split('/').at(-1)}:${evidence.line} ${evidence.text}`,
        );
    const route = (filter: string) =>
      yaml(`        - { id: a, uri: "lb://a", predicates: ["Path=/a/**"], filters: ["${filter}"] }\n`);
    expect(await limits(route('RequestRateLimiter=1,2'))).toEqual([
      'entry application.yml:5 RequestRateLimiter',
    ]);
    expect(await limits(route('StripPrefix=1'))).toEqual([]);
    const built = (filter: string) =>
      java(`.route("a", r -> r.path("/a/**").filters(f -> f.${filter}).uri("lb://a"))`);
    expect(await limits(built('requestRateLimiter(c -> c.setKeyResolver(null))'))).toHaveLength(1);
    expect(await limits(built('retry(3)'))).toEqual([]);
  });

  it('lead to a handler of the gateway itself where they are forwarded to its path, behind the rules for the route', async () => {
    const desk = {
      'src/main/java/edge/Desk.java': `package edge;
import org.springframework.web.bind.annotation.*;
@RestController class Desk {
  @GetMapping("/inside/bills/{id}") String bill(@PathVariable String id) { return id; }
  @PostMapping("/inside/bills/{id}") void pay(@PathVariable String id) { }
}`,
    };
    const route = (target: string, method = 'GET') =>
      yaml(`        - { id: bill, uri: "${target}", predicates: ["Path=/open/bill", "Method=${method}"] }\n`);
    const found = async (routes: Readonly<Record<string, string>>) =>
      (await routesOf({ ...desk, ...routes, ...RULES })).filter((each) => !each.includes(' /inside/'));
    const linked = ['GET /open/bill edge.Desk#bill(java.lang.String) public'];
    expect(await found(route('forward:/inside/bills/7'))).toEqual(linked);
    expect(await found(route('forward:///inside/bills/7'))).toEqual(linked);
    const code =
      '.route("bill", r -> r.path("/open/bill").and().method("GET").uri("forward:/inside/bills/7"))';
    expect(await found(java(code))).toEqual(linked);
    const other = ['GET /open/bill bill(forward:/inside/rooms/7) public'];
    expect(await found(route('forward:/inside/rooms/7'))).toEqual(other);
    expect(await found(route('forward:/inside/bills/7', 'DELETE'))).toHaveLength(1);
    expect(await found(route('lb://inside'))).toEqual(['GET /open/bill bill(lb://inside) public']);
  });

  it('take every path where no predicate names one, and are as open as the most open of them', async () => {
    const route = yaml(
      '        - { id: all, uri: "https://old.example.org", predicates: ["Host=*.example.org"] }\n',
    );
    expect(await routesOf({ ...route, ...RULES })).toEqual(['* /** all(https://old.example.org) public']);
  });

  it('are read from properties, and are none without the gateway', async () => {
    const file = {
      'src/main/resources/application.properties':
        'spring.cloud.gateway.server.webflux.routes[0].id=bills\nspring.cloud.gateway.server.webflux.routes[0].uri=lb://bills\nspring.cloud.gateway.server.webflux.routes[0].predicates[0]=Path=/bills/**\n',
    };
    expect(await routesOf({ ...file, ...RULES })).toEqual(['* /bills/** bills(lb://bills) authenticated']);
    expect(await routesOf({ ...file, ...RULES }, 'spring-cloud-commons')).toEqual([]);
  });

  it('are read where code builds them', async () => {
    const routes = java(
      '.route("visits", r -> r.path("/visits/**").and().method(HttpMethod.GET).filters(f -> f.stripPrefix(1).tokenRelay()).uri("lb://visits"))\n.route(r -> r.path("/open/**").uri("lb://news"))',
    );
    expect(await routesOf({ ...routes, ...RULES })).toEqual([
      'GET /visits/** visits(lb://visits,stripPrefix,tokenRelay) authenticated',
      '* /open/** routes:9(lb://news) public',
    ]);
  });

  it('have an unknown verdict where only running code knows their path', async () => {
    const routes = java('.route("visits", r -> r.path(paths.next()).uri("lb://visits"))');
    expect(await routesOf({ ...routes, ...RULES })).toEqual(['* {?} visits(lb://visits) unknown']);
    const stored = {
      'src/main/java/edge/Stored.java': `package edge;
class Stored implements org.springframework.cloud.gateway.route.RouteDefinitionRepository { }`,
    };
    expect(await routesOf({ ...stored, ...RULES })).toEqual(['* {?} edge.Stored({?}) unknown']);
  });

  it('of each registered service are there where discovery makes them', async () => {
    const on = (value: string) => ({
      'src/main/resources/application.properties': `spring.cloud.gateway.discovery.locator.enabled=${value}\n`,
    });
    expect(await routesOf({ ...on('true'), ...RULES })).toEqual([
      '* /{service}/** framework:spring-gateway.discovered#discovered() public',
    ]);
    expect(await routesOf({ ...on('false'), ...RULES })).toEqual([]);
  });
});
