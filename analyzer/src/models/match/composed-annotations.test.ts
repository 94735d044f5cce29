import { describe, expect, it } from 'vitest';
import { labelledFiles, routesOf } from '../../../test/labelled-files.ts';

const HEAD = `package org.clinic;
import org.springframework.core.annotation.AliasFor;
import org.springframework.web.bind.annotation.*;
`;

/** The route of one controller with a type-level annotation of the project's own. */
async function routeBy(annotation: string, use: string): Promise<string[]> {
  return routesOf(
    await labelledFiles({
      'src/main/java/org/clinic/Visits.java': `${HEAD}${annotation}
@RestController ${use} class Visits { @GetMapping("/list") void list() {} }`,
    }),
  );
}

const MIRRORED = `@RequestMapping("/v1") @interface Versioned {
  @AliasFor(annotation = RequestMapping.class, attribute = "path") String[] value() default {"/v1"};
  @AliasFor(annotation = RequestMapping.class, attribute = "path") String[] path() default {"/v1"};
}`;

describe('attributes of a composed annotation', () => {
  it.each([
    ['is written', '@Versioned("/own")', '/own/list'],
    ['is written under the second name', '@Versioned(path = "/own")', '/own/list'],
    ['is not written', '@Versioned', '/v1/list'],
  ])('take of several elements for the same attribute the one that %s', async (_, use, path) => {
    expect(await routeBy(MIRRORED, use)).toEqual([`GET ${path} Visits.list`]);
  });

  it('replace what the annotation itself carries, also by a default of nothing', async () => {
    const annotation = `@RequestMapping(path = "/replaced") @interface Open {
  @AliasFor(annotation = RequestMapping.class) String[] value() default {};
}`;
    expect(await routeBy(annotation, '@Open')).toEqual(['GET /list Visits.list']);
  });

  it('reach an annotation two levels in, directly and through the one between', async () => {
    const annotations = `@RequestMapping @interface Inner {
  @AliasFor(annotation = RequestMapping.class, attribute = "path") String[] at() default {};
}
@Inner @interface Outer {
  @AliasFor(annotation = Inner.class, attribute = "at") String[] through() default {};
}
@Inner @interface Far {
  @AliasFor(annotation = RequestMapping.class, attribute = "path") String[] direct() default {};
}`;
    expect(await routeBy(annotations, '@Outer(through = "/a")')).toEqual(['GET /a/list Visits.list']);
    expect(await routeBy(annotations, '@Far(direct = "/b")')).toEqual(['GET /b/list Visits.list']);
  });

  it('stand for nothing where the alias names another annotation', async () => {
    const annotation = `@RequestMapping("/kept") @interface Named {
  @AliasFor(annotation = org.springframework.stereotype.Component.class, attribute = "value") String path() default "";
}`;
    expect(await routeBy(annotation, '@Named(path = "bean")')).toEqual(['GET /kept/list Visits.list']);
  });
});

describe('a mapping on a type that is no controller', () => {
  const pom = (
    version: string,
  ) => `<project><modelVersion>4.0.0</modelVersion><groupId>g</groupId><artifactId>a</artifactId><version>1</version>
<dependencies><dependency><groupId>org.springframework</groupId><artifactId>spring-webmvc</artifactId><version>${version}</version></dependency></dependencies></project>`;
  const source = `${HEAD}@org.springframework.stereotype.Component @RequestMapping("/desk") class Desk { @GetMapping("/open") void open() {} }
@RequestMapping("/client") class NoBean { @GetMapping("/open") void open() {} }`;

  it.each([
    ['4.3.30.RELEASE', 'GET /desk/open Desk.open'],
    ['6.1.2', 'GET /desk/open Desk.open dormant'],
  ])('makes a handler before Spring 6: %s', async (version, route) => {
    const files = { 'pom.xml': pom(version), 'src/main/java/org/clinic/Desk.java': source };
    expect(routesOf(await labelledFiles(files))).toEqual([route]);
  });
});
