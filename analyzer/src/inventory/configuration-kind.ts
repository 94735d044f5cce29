import type { RelativePath } from '../base/ids.ts';
import type { ConfigurationKind } from './inventory.ts';

/** A name that alone tells the kind. Matched against the whole path. */
const BY_PATH: readonly (readonly [ConfigurationKind, RegExp])[] = [
  ['spring-properties', /(?:^|\/)(?:application|bootstrap)(?:-[\w.+-]{1,100})?\.properties$/],
  ['spring-yaml', /(?:^|\/)(?:application|bootstrap)(?:-[\w.+-]{1,100})?\.ya?ml$/],
  ['spring-factories', /(?:^|\/)META-INF\/(?:spring\.factories|spring\/[\w.]{1,200}\.imports)$/],
  ['web-xml', /(?:^|\/)(?:web|web-fragment)\.xml$/],
  ['persistence-xml', /(?:^|\/)(?:persistence|orm|hibernate\.cfg)\.xml$/],
  ['mybatis-config', /(?:^|\/)mybatis-?config\.xml$/i],
  ['logging', /(?:^|\/)(?:logback|log4j2?|logging)[\w.-]{0,60}\.(?:xml|properties|ya?ml|json|groovy)$/],
  ['graphql-schema', /\.(?:graphqls|graphql|gql)$/],
  ['protobuf', /\.proto$/],
  ['shiro-ini', /(?:^|\/)shiro[\w-]{0,60}\.ini$/],
  ['jaas', /(?:^|\/)[\w-]{0,60}jaas[\w-]{0,60}\.(?:conf|config)$/],
  ['flyway-sql', /(?:^|\/)db\/migration\/(?:[^/]{1,200}\/){0,8}[VUR][\w.]{0,60}__[^/]{1,200}\.sql$/],
  ['liquibase', /(?:^|\/)(?:db\.)?changelog[\w.-]{0,100}\.(?:xml|ya?ml|json|sql)$/],
  [
    'container',
    /(?:^|\/)(?:Dockerfile|Containerfile)(?:\.[\w.-]{1,60})?$|(?:^|\/)(?:docker-)?compose[\w.-]{0,60}\.ya?ml$/,
  ],
  ['environment', /(?:^|\/)\.env(?:\.(?!example$|sample$|template$|dist$)[\w-]{1,60})?$/],
  [
    'settings',
    /(?:^|\/)(?:app-?settings|application|config|credentials|local|secrets|settings)(?:[.-][\w-]{1,60})?\.(?:cfg|conf|ini|json|properties|toml|ya?ml)$/i,
  ],
  ['csqa', /^\.csqa\.ya?ml$/],
];

/** What the name of any of them has: most files are code or pictures, and are asked nothing else. */
const MAY_BE =
  /\.(?:properties|ya?ml|factories|imports|xml|groovy|json|graphqls?|gql|proto|ini|conf|config|sql|cfg|toml)$|(?:^|\/)(?:(?:Docker|Container)file|\.env)/i;

/** Marks near the top of a markup or data file whose name says nothing, and words one of which it must have. */
const BY_HEAD: readonly (readonly [ConfigurationKind, RegExp, RegExp, words?: readonly string[]])[] = [
  ['mybatis-mapper', /\.xml$/, /<mapper\s[^>]{0,500}namespace\s*=/],
  ['mybatis-config', /\.xml$/, /<!DOCTYPE\s+configuration\s[^>]{0,300}mybatis/i],
  ['spring-xml', /\.xml$/, /<(?:[\w-]{1,20}:)?beans\b[^>]{0,2000}springframework\.org\/schema/],
  ['liquibase', /\.xml$/, /<databaseChangeLog\b/],
  [
    'http-transcoding',
    /\.(?:ya?ml|json)$/,
    /grpc_json_transcoder|\btype\s{0,4}:\s{0,4}google\.api\.Service\b/,
    ['grpc_json_transcoder', 'google.api.Service'],
  ],
  [
    'openapi',
    /\.(?:ya?ml|json)$/,
    /^\s{0,8}\{?\s{0,8}["']?(?:openapi|swagger)["']?\s{0,8}:\s{0,8}["']?[23]\.\d/m,
    ['openapi', 'swagger'],
  ],
];

/** How much of a file the marks are looked for in; licence headers come before them. */
const HEAD_LENGTH = 8_192;

/** The kind of configuration a file holds, or null. `text` is null where it was not read. */
export function configurationKindOf(path: RelativePath, text: string | null): ConfigurationKind | null {
  if (!MAY_BE.test(path)) return null;
  for (const [kind, pattern] of BY_PATH) if (pattern.test(path)) return kind;
  if (text === null) return null;
  const head = text.slice(0, HEAD_LENGTH);
  for (const [kind, name, mark, words] of BY_HEAD) {
    if (!name.test(path) || words?.some((word) => head.includes(word)) === false) continue;
    if (mark.test(head)) return kind;
  }
  return null;
}
