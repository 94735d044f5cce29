import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { labelsOf } from '../../test/labels-of.ts';
import type { EntryPoint, Labels } from './labels.ts';
import { loadModels } from './load-models.ts';

const models = loadModels();
const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function labelled(files: Readonly<Record<string, string>>): Promise<Labels> {
  const root = mkdtempSync(join(tmpdir(), 'labelled-'));
  folders.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return (await labelsOf(root, models)).labels;
}

const JAVA = 'src/main/java/org/clinic';
const web = 'import org.springframework.web.bind.annotation.*;';

/** A controller with one handler, beside other types of the file. */
function controller(handler: string, types = ''): Readonly<Record<string, string>> {
  return {
    [`${JAVA}/Visits.java`]: `package org.clinic;
import java.util.*;
import jakarta.validation.*;
import jakarta.validation.constraints.*;
import org.springframework.validation.annotation.Validated;
${web}
@RestController
class Visits {
  ${handler}
}
${types}`,
  };
}

async function onlyEntry(files: Readonly<Record<string, string>>): Promise<EntryPoint> {
  const { entryPoints } = await labelled(files);
  const [entry] = entryPoints;
  if (entry === undefined || entryPoints.length !== 1) throw new Error(`${entryPoints.length} entries`);
  return entry;
}

describe('entry points', () => {
  it('are dormant where nothing switches them on', async () => {
    const job = (annotation: string) => ({
      [`${JAVA}/Nightly.java`]: `package org.clinic;
import org.springframework.scheduling.annotation.*;
${annotation} class Nightly { @Scheduled(cron = "0 0 3 * * *") void clean() {} }`,
    });
    expect((await onlyEntry(job(''))).dormant?.en).toContain('@EnableScheduling');
    expect((await onlyEntry(job('@EnableScheduling'))).dormant).toBeUndefined();
  });

  it('carry the context path and resolved placeholders', async () => {
    const entry = await onlyEntry({
      ...controller('@GetMapping("${clinic.base:/visits}/{id}") void show(@PathVariable long id) {}'),
      'src/main/resources/application.properties':
        'server.servlet.context-path=/clinic\nclinic.base=/appointments\n',
    });
    expect(entry.paths).toEqual(['/clinic/appointments/{id}']);
  });

  it('of an inherited handler carry the prefix of the concrete class', async () => {
    const { entryPoints } = await labelled({
      [`${JAVA}/Base.java`]: `package org.clinic;
${web}
abstract class Base { @GetMapping("/list") void list() {} }
@RestController @RequestMapping("/cats") class Cats extends Base {}
@RestController @RequestMapping("/dogs") class Dogs extends Base {}`,
    });
    expect(entryPoints.map((entry) => entry.paths)).toEqual([['/cats/list'], ['/dogs/list']]);
    expect(new Set(entryPoints.map((entry) => entry.handler)).size).toBe(1);
  });

  it('are not made by annotations of test code', async () => {
    const files = controller('@GetMapping("/x") void show() {}');
    const moved = Object.fromEntries(
      Object.entries(files).map(([path, text]) => [path.replace('src/main', 'src/test'), text]),
    );
    const main = { [`${JAVA}/Empty.java`]: 'package org.clinic; class Empty {}' };
    expect((await labelled({ ...moved, ...main })).entryPoints).toEqual([]);
  });
});

describe('looseness of parameters', () => {
  it.each([
    ['boolean open', '', 'bounded'],
    ['Status status', 'enum Status { OPEN }', 'bounded'],
    ['List<UUID> ids', '', 'bounded'],
    ['String city', '', 'string'],
    ['@RequestBody Visit visit', 'class Visit { public String city; public int count; }', 'string'],
    ['@RequestBody Visit visit', 'record Visit(UUID id, boolean open) {}', 'bounded'],
    ['@RequestBody Visit visit', 'class Visit { public Visit next; public int count; }', 'bounded'],
    ['@RequestBody Visit visit', 'record Visit(Map<String, Object> rest) {}', 'untyped'],
    [
      '@RequestBody Page<Visit> page',
      'record Page<T>(List<T> items) {} record Visit(byte[] scan) {}',
      'binary',
    ],
    ['@RequestBody Object anything', '', 'untyped'],
    ['@RequestBody List<String> names', '', 'string'],
    ['@RequestBody byte[] scan', '', 'binary'],
    [
      '@RequestBody Visit visit',
      'class Visit { private String note; private int count; void setCount(int count) {} }',
      'bounded',
    ],
  ])('%s with %j is %s', async (parameter, types, expected) => {
    const entry = await onlyEntry(controller(`@PostMapping("/x") void handle(${parameter}) {}`, types));
    expect(entry.parameters[0]?.entropy).toBe(expected);
  });
});

describe('validation of parameters', () => {
  it.each([
    ['@Valid @RequestBody Visit visit', 'record Visit(@Size(max = 9) String city) {}', true],
    ['@RequestBody Visit visit', 'record Visit(@Size(max = 9) String city) {}', false],
    ['@Valid @RequestBody Visit visit', 'record Visit(@NotBlank String city) {}', false],
    ['@Valid @RequestBody Visit visit', 'record Visit(@Pattern(regexp = ".*") String city) {}', false],
    [
      '@Valid @RequestBody Visit visit',
      'record Visit(@Valid Place place) {} record Place(@Size(max = 9) String city) {}',
      true,
    ],
    [
      '@Valid @RequestBody Visit visit',
      'record Visit(Place place) {} record Place(@Size(max = 9) String city) {}',
      false,
    ],
    [
      '@Valid @RequestBody Visit visit',
      'record Visit(@Code String city) {} @Constraint(validatedBy = {}) @interface Code {}',
      true,
    ],
    [
      '@Validated(New.class) @RequestBody Visit visit',
      'interface New {} record Visit(@Size(max = 9, groups = New.class) String city) {}',
      true,
    ],
    [
      '@Validated @RequestBody Visit visit',
      'interface New {} record Visit(@Size(max = 9, groups = New.class) String city) {}',
      false,
    ],
  ])('%s with %j counts: %s', async (parameter, types, expected) => {
    const entry = await onlyEntry(controller(`@PostMapping("/x") void handle(${parameter}) {}`, types));
    expect(entry.parameters[0]?.validated).toBe(expected);
  });

  it('acts on single parameters only where something asks for it', async () => {
    const files = controller('@GetMapping("/x") void handle(@RequestParam @Size(max = 9) String city) {}');
    const build = (version: string) => ({
      ...files,
      'pom.xml': `<project><modelVersion>4.0.0</modelVersion><parent><groupId>org.springframework.boot</groupId>
<artifactId>spring-boot-starter-parent</artifactId><version>${version}</version></parent>
<groupId>org.clinic</groupId><artifactId>clinic</artifactId><version>1</version></project>`,
    });
    expect((await onlyEntry(build('3.1.0'))).parameters[0]?.validated).toBe(false);
    expect((await onlyEntry(build('3.4.1'))).parameters[0]?.validated).toBe(true);
  });
});

describe('matching', () => {
  it('never goes by the name of a method or a type alone', async () => {
    const { sinks } = await labelled({
      [`${JAVA}/Names.java`]: `package org.clinic;
class JdbcTemplate { void update(String sql) {} }
class Names extends com.acme.Unknown {
  void work(com.acme.Unknown other, Names own, JdbcTemplate mine, String text) {
    other.update(text);
    own.execute(text);
    mine.update(text);
    undeclared.save(text);
  }
}`,
    });
    expect(sinks).toEqual([]);
  });

  it('is only possible where a supertype of the same library cannot be looked up', async () => {
    const { sinks } = await labelled({
      [`${JAVA}/Visits.java`]: `package org.clinic;
interface Visits extends org.springframework.data.unheard.repository.UnheardRepository<String, Long> {}
class Service { void work(Visits visits) { visits.deleteAll(); } }`,
    });
    expect(sinks.map((sink) => [sink.operation, sink.confidence])).toEqual([
      ['db.delete Visits.deleteAll', 'possible'],
    ]);
  });

  it('calls an annotation without activation inert', async () => {
    const { guards, inertGuards } = await labelled({
      [`${JAVA}/Limited.java`]: `package org.clinic;
class Limited { @io.github.resilience4j.ratelimiter.annotation.RateLimiter(name = "x") void work() {} }`,
    });
    expect(guards).toEqual([]);
    expect(inertGuards.map((guard) => guard.reason.en)).toEqual(['no Resilience4j Spring module']);
  });
});

describe('hostile configuration', () => {
  it('is read as far as it goes', async () => {
    const deep = `${'<if>'.repeat(20_000)}`;
    const { sinks } = await labelled({
      [`${JAVA}/Mapper.java`]: `package org.clinic;
interface Mapper { void clean(String city); }
class Service { void work(Mapper mapper, String city) { mapper.clean(city); } }`,
      'src/main/resources/Mapper.xml': `<mapper namespace="org.clinic.Mapper"><delete id="clean">DELETE FROM visit ${deep}`,
      'src/main/resources/openapi.yml': `openapi: 3.0.0\npaths: ${'['.repeat(20_000)}`,
      'src/main/webapp/WEB-INF/web.xml': '<web-app><servlet-mapping>',
    });
    expect(sinks.map((sink) => sink.operation)).toEqual(['db.delete table visit']);
  });
});
