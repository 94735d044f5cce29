import { describe, expect, it } from 'vitest';
import { relativePath } from '../base/ids.ts';
import { configurationKindOf } from './configuration-kind.ts';

describe('configurationKindOf', () => {
  it.each([
    ['src/main/resources/application-prod.yml', null, 'spring-yaml'],
    ['src/main/resources/bootstrap.properties', null, 'spring-properties'],
    ['src/main/resources/messages.properties', null, null],
    ['src/main/webapp/WEB-INF/web.xml', null, 'web-xml'],
    ['src/main/resources/graphql/schema.graphqls', null, 'graphql-schema'],
    ['src/main/resources/shiro.ini', null, 'shiro-ini'],
    ['src/main/resources/logback-spring.xml', null, 'logging'],
    ['src/main/resources/db/migration/V1__init.sql', null, 'flyway-sql'],
    ['src/main/resources/openapi.yml', '# x\nopenapi: 3.0.1\n', 'openapi'],
    ['src/main/resources/api.json', '{ "openapi": "3.1.0" }', 'openapi'],
    ['docs/notes.yml', 'title: about openapi\n', null],
    [
      'src/main/resources/OwnerMapper.xml',
      '<!DOCTYPE mapper PUBLIC "x">\n<mapper namespace="org.acme.OwnerMapper">',
      'mybatis-mapper',
    ],
    [
      'src/main/resources/context.xml',
      '<beans xmlns="http://www.springframework.org/schema/beans">',
      'spring-xml',
    ],
    ['src/main/resources/data.xml', '<beans><bean/></beans>', null],
    ['.csqa.yml', null, 'csqa'],
    ['sub/.csqa.yml', null, null],
  ])('%s is %s', (path, text, kind) => {
    expect(configurationKindOf(relativePath(path), text)).toBe(kind);
  });
});
