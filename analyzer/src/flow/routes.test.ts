import { describe, expect, it } from 'vitest';
import { entry } from '../../test/view-of.ts';
import { routesOf } from './routes.ts';

const ENTRIES = [
  entry('list', { paths: ['/owners', '/api/owners'] }),
  entry('show', { paths: ['/owners/{id}'] }),
  entry('open', { paths: ['/owners'], verbs: ['POST'] }),
  entry('files', { paths: ['/files/**'], verbs: [] }),
  entry('any', { paths: ['/{tenant}/status'], verbs: ['*'] }),
  entry('home', { paths: ['/'] }),
];

const routes = routesOf(ENTRIES);
const answering = (verb: string | null, path: string) =>
  routes
    .answering(verb, path)
    .map((id) => ENTRIES.find((each) => each.id === id)?.handler.replace(/.*#(\w+).*/, '$1'));

describe('the entry points that answer a request', () => {
  it.each([
    ['GET', '/owners', ['list']],
    ['POST', '/owners', ['open']],
    [null, '/owners', ['list', 'open']],
    ['GET', '/owners/', ['list']],
    ['GET', '/api/owners?page=2', ['list']],
    ['GET', '/owners/7', ['show']],
    ['GET', '/owners/{id}', ['show']],
    ['GET', 'http://localhost:8080/owners/7', ['show']],
    ['DELETE', '/files/a/b.txt', ['files']],
    ['PUT', '/clinic/status', ['any']],
    ['GET', '/', ['home']],
    ['GET', '/owners/7/pets', []],
    ['DELETE', '/owners', []],
    ['GET', '/nothing', []],
  ])('%s %s', (verb, path, expected) => {
    expect(answering(verb, path)).toEqual(expected);
  });
});
