import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { labelsOf } from '../../../test/labels-of.ts';
import { loadModels } from '../load-models.ts';

const models = loadModels();
const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const pom = (name: string) =>
  `<project><modelVersion>4.0.0</modelVersion><groupId>org.shop</groupId><artifactId>${name}</artifactId><version>1</version></project>`;

/** What a client asks of another module, each as `client → handler how confidence`. */
async function asked(client: string, files: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const root = mkdtempSync(join(tmpdir(), 'requested-'));
  folders.push(root);
  const all: Readonly<Record<string, string>> = {
    'shop/pom.xml': pom('shop'),
    'bills/pom.xml': pom('bills'),
    'bills/src/main/resources/application.properties': 'spring.application.name=billing\n',
    'bills/src/main/java/bills/Bills.java': `package bills;
import org.springframework.web.bind.annotation.*;
@RestController @RequestMapping("/bills")
public class Bills {
  @GetMapping("/{id}") public String one(@PathVariable String id) { return id; }
  @PostMapping public String add(@RequestBody String bill) { return bill; }
}`,
    'shop/src/main/java/shop/Client.java': `package shop;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.service.annotation.*;
${client}`,
    ...files,
  };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const { labels } = await labelsOf(root, models);
  return labels.implicitCalls.map(
    ({ caller, target }) => `${caller} → ${target.method} ${target.how} ${target.confidence}`,
  );
}

const feign = (name: string, method: string) => `@FeignClient(${name}) interface Client { ${method} }`;

describe('a declared client', () => {
  const ONE = 'shop.Client#one(java.lang.String) → bills.Bills#one(java.lang.String)';

  it('reaches the handler of its verb and path in the service it names', async () => {
    const method = '@GetMapping("/bills/{number}") String one(@PathVariable String number);';
    expect(await asked(feign('"billing"', method))).toEqual([
      `${ONE} implicit:http-clients.feign-request likely`,
    ]);
    expect(await asked(feign('"archive"', method))).toEqual([]);
  });

  it('has the path of its type before that of its method', async () => {
    const method = '@GetMapping("/{id}") String one(String id);';
    expect(await asked(feign('name = "billing", path = "/bills"', method))).toHaveLength(1);
    expect(await asked(feign('name = "billing"', method))).toEqual([]);
  });

  it('reaches no handler of another verb or another path', async () => {
    const client = (mapping: string) => feign('"billing"', `${mapping} String one(String id);`);
    expect(await asked(client('@PostMapping("/bills")'))).toHaveLength(1);
    expect(await asked(client('@PutMapping("/bills")'))).toEqual([]);
    expect(await asked(client('@GetMapping("/bills/{id}/lines")'))).toEqual([]);
    expect(await asked(client('@GetMapping("/bills")'))).toEqual([]);
  });

  it('that names no service may reach another module, but not its own', async () => {
    const client =
      '@HttpExchange("/bills") interface Client { @GetExchange("/{id}") String one(String id); }';
    expect(await asked(client)).toEqual([`${ONE} implicit:http-clients.exchange-request possible`]);
    const own = {
      'bills/src/main/java/bills/Client.java': `package bills; import org.springframework.web.service.annotation.*; ${client}`,
      'shop/src/main/java/shop/Client.java': 'package shop; interface Client { }',
    };
    expect(await asked('', own)).toEqual([]);
  });

  it('is none without an annotation that makes it one', async () => {
    expect(await asked('interface Client { @GetMapping("/bills/{id}") String one(String id); }')).toEqual([]);
  });
});

/** A class of the shop that sends a request, and what it reaches. */
async function sent(statement: string, settings = '', url = ''): Promise<string[]> {
  const found = await asked('', {
    'shop/src/main/java/shop/Client.java': `package shop;
import org.springframework.http.*;
import org.springframework.web.client.*;
import org.springframework.web.reactive.function.client.WebClient;
class Client {
  static final String BILLS = "http://billing:8080/bills";
  private RestTemplate rest;
  private RestClient client;
  private WebClient web;
  private String base;
  @org.springframework.beans.factory.annotation.Value("\${bills.url}") private String configured;
  Object ask(String id, HttpEntity<String> bill) { return ${statement}; }
}`,
    'bills/src/main/resources/application.properties': `spring.application.name=billing\n${settings}`,
    'shop/src/main/resources/application.properties': `bills.url=${url}\n`,
  });
  return found.map((line) =>
    line.replace('shop.Client#ask(java.lang.String,org.springframework.http.HttpEntity) → ', ''),
  );
}

/** What a request to a path reaches that is sent by a client that a constructor keeps. */
async function based(made: string, parameters: string, factories = ''): Promise<string[]> {
  const found = await asked('', {
    'shop/src/main/java/shop/Client.java': `package shop;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
@Component class Client {
  private final RestClient client;
  Client(${parameters}) { this.client = ${made}; }
  String ask(String id) { return client.get().uri("/bills/{id}", id).retrieve().body(String.class); }
}`,
    'shop/src/main/java/shop/Clients.java': `package shop;
import org.springframework.context.annotation.*;
import org.springframework.web.client.RestClient;
@Configuration class Clients { ${factories} }`,
    'shop/src/main/resources/application.properties': 'bills.url=http://billing\n',
  });
  return found.map((line) => line.replace('shop.Client#ask(java.lang.String) → ', ''));
}

describe('a request to an address', () => {
  const ONE = 'bills.Bills#one(java.lang.String) implicit:http-clients.';
  const ADD = 'bills.Bills#add(java.lang.String) implicit:http-clients.';

  it.each([
    ['rest.getForObject("http://billing/bills/" + id, String.class)', `${ONE}rest-template-get likely`],
    ['rest.getForObject("http://billing/bills/{id}", String.class, id)', `${ONE}rest-template-get likely`],
    ['rest.getForObject(BILLS + "/" + id, String.class)', `${ONE}rest-template-get likely`],
    ['rest.postForObject("http://billing/bills", id, String.class)', `${ADD}rest-template-post likely`],
    ['rest.exchange(BILLS, HttpMethod.POST, bill, String.class)', `${ADD}rest-template-exchange likely`],
    ['client.get().uri("http://billing/bills/" + id).retrieve()', `${ONE}fluent-get likely`],
    ['web.post().uri("lb://billing/bills").retrieve()', `${ADD}fluent-post likely`],
  ])('reaches the handler of the service that it names: %s', async (statement, handler) => {
    expect(await sent(statement)).toEqual([handler]);
  });

  it.each([
    'rest.getForObject("http://archive/bills/" + id, String.class)',
    'rest.getForObject("http://billing.example.com/bills/" + id, String.class)',
    'rest.getForObject(base + "/bills/" + id, String.class)',
    'rest.getForObject("/bills/" + id, String.class)',
    'rest.getForObject("http://billing/bills/" + id + "/lines", String.class)',
    'rest.exchange(BILLS, HttpMethod.PUT, bill, String.class)',
    'web.get().uri("http://billing/bills").retrieve()',
    'web.head().uri("http://billing/bills").retrieve()',
  ])('reaches nothing where host, path or verb is another, or not known: %s', async (statement) => {
    expect(await sent(statement)).toEqual([]);
  });

  it.each([
    ['RestClient.create("http://billing")', ''],
    ['RestClient.builder().baseUrl("http://billing/").defaultHeader("X", "y").build()', ''],
    ['RestClient.builder().baseUrl(url).build()', '@Value("${bills.url}") String url'],
  ])('goes behind the base of its client: %s', async (made, parameters) => {
    expect(await based(made, parameters)).toEqual([`${ONE}fluent-get likely`]);
  });

  it.each([
    ['RestClient.create("http://archive")', ''],
    ['RestClient.create()', ''],
    ['RestClient.builder().baseUrl(url).build()', 'String url'],
    ['RestClient.builder().defaultHeader("Host", "http://billing").build()', ''],
  ])('reaches nothing where the base is another, none, or not known: %s', async (made, parameters) => {
    expect(await based(made, parameters)).toEqual([]);
  });

  it('goes behind the root of a template', async () => {
    const ask = (root: string) =>
      asked('', {
        'shop/src/main/java/shop/Client.java': `package shop;
import org.springframework.boot.web.client.RestTemplateBuilder;
import org.springframework.web.client.RestTemplate;
class Client {
  private final RestTemplate rest;
  Client(RestTemplateBuilder builder) { rest = builder.rootUri("${root}").build(); }
  String ask(String id) { return rest.getForObject("/bills/{id}", String.class, id); }
}`,
      });
    expect(await ask('http://billing')).toEqual([
      `shop.Client#ask(java.lang.String) → ${ONE}rest-template-get likely`,
    ]);
    expect(await ask('http://archive')).toEqual([]);
  });

  it('goes behind the base of the one client that the module makes for all, and of none where it makes two', async () => {
    const one =
      '@Bean RestClient bills(RestClient.Builder b) { return b.baseUrl("http://billing").build(); }';
    const two =
      '@Bean RestClient others(RestClient.Builder b) { return b.baseUrl("http://archive").build(); }';
    expect(await based('given', 'RestClient given', one)).toEqual([`${ONE}fluent-get likely`]);
    expect(await based('given', 'RestClient given', one + two)).toEqual([]);
    expect(await based('given', 'RestClient given', two)).toEqual([]);
  });

  it('reaches the service that a setting names, and nothing where none or another does', async () => {
    const statement = 'rest.getForObject(configured + "/bills/" + id, String.class)';
    expect(await sent(statement, '', 'http://billing')).toEqual([`${ONE}rest-template-get likely`]);
    expect(await sent(statement, '', 'http://archive')).toEqual([]);
    expect(await sent(statement, '', '${BILLS_URL}')).toEqual([]);
    expect(await sent('rest.getForObject(id + "/bills/" + id, String.class)', '', 'http://billing')).toEqual(
      [],
    );
  });

  it('of the same machine reaches the service at its port', async () => {
    const statement = 'rest.getForObject("http://localhost:8091/bills/" + id, String.class)';
    expect(await sent(statement, 'server.port=8091\n')).toEqual([`${ONE}rest-template-get likely`]);
    expect(await sent(statement, 'server.port=8092\n')).toEqual([]);
    expect(await sent(statement)).toEqual([]);
  });
});
