import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { timewebObjections } from './timeweb-rules.ts';

const file = join(import.meta.dirname, '../timeweb/docker-compose.yml');
const text = await readFile(file, 'utf8');

describe('the compose file for Timeweb', () => {
  it('is one that the platform takes', () => {
    expect(timewebObjections(text, 'web')).toEqual([]);
  });

  it.each([
    ['mounts something', text.replace('expose:', 'volumes: [./data:/data]\n    expose:'), 'web has volumes'],
    ['is privileged', text.replace('expose:', 'privileged: true\n    expose:'), 'web has privileged'],
    [
      'takes the port of the platform',
      text.replace('expose:', "ports: ['80:8080']\n    expose:"),
      'web takes the port 80',
    ],
    [
      'names another service first',
      text.replace('services:', 'services:\n  init: { image: x }'),
      'the first service is init',
    ],
    ['declares volumes', `${text}\nvolumes: { data: {} }`, 'there are volumes'],
    [
      'must be told a variable',
      text.replace('${DATABASE_URL:-}', '${DATABASE_URL:?set it}'),
      'a variable must be set',
    ],
    ['is no YAML', 'services: [', 'it is not YAML'],
  ])('would not be taken if it %s', (_, changed, objection) => {
    expect(timewebObjections(changed, 'web')).toEqual([expect.stringContaining(objection)]);
  });

  it('may publish another port of the host: the near twin', () => {
    expect(timewebObjections(text.replace('expose:', "ports: ['8080:8080']\n    expose:"), 'web')).toEqual(
      [],
    );
  });
});
