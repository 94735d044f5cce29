import { describe, expect, it } from 'vitest';
import { labelledFiles, routesOf } from '../../../test/labelled-files.ts';

const SPEC = `openapi: 3.0.1
info: { title: Library, version: '1' }
servers: [{ url: 'https://library.example/v1' }]
paths:
  /books/{id}:
    get: { operationId: find-book, tags: [Reading], parameters: [{ name: id, in: path, schema: { type: integer } }] }
  /books:
    get:
      operationId: searchBooks
      tags: [Reading]
      parameters: [{ name: title_part, in: query, schema: { type: string, maxLength: 20 } }]
  /{shelf}:
    delete: { summary: Clear a shelf, tags: [Keeping] }
`;

const EXTENSION = `<dependencies><dependency><groupId>io.quarkiverse.openapi.generator</groupId>
<artifactId>quarkus-openapi-generator-server</artifactId><version>2.12.0</version></dependency></dependencies>`;

const pom = (name: string, rest: string) =>
  `<project><modelVersion>4.0.0</modelVersion><groupId>org.library</groupId><artifactId>${name}</artifactId><version>1</version>${rest}</project>`;

const settings = (lines: readonly string[]) =>
  lines.map((line) => `quarkus.openapi.generator.server.${line}\n`).join('');

interface Tree {
  readonly settings: readonly string[];
  readonly code: string;
  readonly build?: string;
  readonly more?: Readonly<Record<string, string>>;
}

function library({ settings: lines, code, build = EXTENSION, more = {} }: Tree) {
  return labelledFiles({
    'pom.xml': pom('library', build),
    'src/main/resources/openapi/library.yml': SPEC,
    'src/main/resources/application.properties': settings(lines),
    'src/main/java/org/library/Books.java': `package org.library; ${code}`,
    ...more,
  });
}

const routes = async (tree: Tree) => routesOf(await library(tree));

const byWord = `class Books implements org.library.api.BooksResource {
  public String find_book(Long id) { return ""; } public String searchBooks(String titlePart) { return ""; } }
class Shelves implements org.library.api.RootResource { public void clearAShelf(String shelf) {} }`;
const byTag = `class Books implements org.library.api.resources.ReadingResource {
  public String findBook(Long id) { return ""; } public String searchBooks(String titlePart) { return ""; } }`;

const api = 'base-package=org.library.api';
const tags = 'use=openapitools';

describe('interfaces that the Quarkus OpenAPI server extension generates', () => {
  it('stand in the package itself, by the first word of the path, and carry no path of the server', async () => {
    expect(await routes({ settings: ['spec=library.yml', api], code: byWord })).toEqual([
      'GET /books Books.searchBooks',
      'GET /books/{id} Books.find_book',
      'DELETE /{shelf} Shelves.clearAShelf',
    ]);
  });

  it('stand by tag in `resources` below it where the other generator is chosen', async () => {
    expect(await routes({ settings: ['spec=library.yml', api, tags], code: byTag })).toEqual([
      'GET /books Books.searchBooks',
      'GET /books/{id} Books.findBook',
    ]);
    expect(await routes({ settings: ['spec=library.yml', api, tags], code: byWord })).toEqual([]);
  });

  it('are none of the same name in another package, and none without the extension', async () => {
    expect(await routes({ settings: ['spec=library.yml'], code: byWord })).toEqual([]);
    expect(await routes({ settings: ['spec=library.yml', api], code: byWord, build: '' })).toEqual([]);
  });

  it('come from no description but the one that is named, and from all in the folder where none is', async () => {
    expect(await routes({ settings: ['spec=other.yml', api], code: byWord })).toEqual([]);
    expect(await routes({ settings: [api], code: byWord })).toHaveLength(3);
  });

  it('may be asked for by one description alone, under the name of its file or another', async () => {
    const own = (name: string) => [`spec.${name}.${api}`, 'base-package=org.other'];
    expect(await routes({ settings: own('library_yml'), code: byWord })).toHaveLength(3);
    const named = ['spec.shelves.spec=library.yml', ...own('shelves')];
    expect(await routes({ settings: named, code: byWord })).toHaveLength(3);
  });

  it('are made in a module that inherits the extension from its parent', async () => {
    const parent =
      '<parent><groupId>org.library</groupId><artifactId>library</artifactId><version>1</version></parent>';
    const labels = await labelledFiles({
      'pom.xml': pom(
        'library',
        `<packaging>pom</packaging><modules><module>app</module></modules>${EXTENSION}`,
      ),
      'app/pom.xml': `<project><modelVersion>4.0.0</modelVersion>${parent}<artifactId>app</artifactId></project>`,
      'app/src/main/resources/openapi/library.yml': SPEC,
      'app/src/main/resources/application.properties': settings(['spec=library.yml', api]),
      'app/src/main/java/org/library/Books.java': `package org.library; ${byWord}`,
    });
    expect(routesOf(labels)).toHaveLength(3);
  });

  it('carry the constraints of the description only where they are told to', async () => {
    const validated = async (lines: readonly string[]) => {
      const { entryPoints } = await library({ settings: ['spec=library.yml', api, ...lines], code: byWord });
      return entryPoints.flatMap(({ parameters }) =>
        parameters.map(({ name, source, validated: is }) => `${source} ${name} ${is}`),
      );
    };
    expect(await validated(['use-bean-validation=true'])).toContain('query titlePart true');
    expect(await validated([])).toContain('query titlePart false');
  });
});
