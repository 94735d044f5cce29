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
