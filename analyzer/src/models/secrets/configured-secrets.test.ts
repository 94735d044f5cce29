import { describe, expect, it } from 'vitest';
import { inventoryOf } from '../../../test/view-of.ts';
import { relativePath } from '../../base/ids.ts';
import type { ConfigurationKind, Inventory } from '../../inventory/inventory.ts';
import { loadModels } from '../load-models.ts';
import { findConfiguredSecrets } from './configured-secrets.ts';
import { createSecretNaming } from './secret-naming.ts';

const naming = createSecretNaming((await loadModels()).secretNames);

/** Keys and kinds of the secrets in one file. */
function secretsIn(path: string, kind: ConfigurationKind, text: string): readonly string[] {
  const file = relativePath(path);
  const inventory = inventoryOf({ configuration: [{ path: file, kind, role: 'production', module: '.' }] });
  return findConfiguredSecrets(inventory, new Map([[file, text]]), naming).map(
    ({ what, evidence }) => `${evidence.line} ${evidence.text}: ${what.en}`,
  );
}

describe('secrets in configuration', () => {
  it('are found in environment files, with a value and as a placeholder', () => {
    const text =
      'DB_PASSWORD=hunter2\nexport API_KEY="${VAULT_KEY}"\nDB_HOST=localhost\n# OLD_PASSWORD=x\nEMPTY_PASSWORD=\n';
    expect(secretsIn('.env', 'environment', text)).toEqual(['1 DB_PASSWORD: password', '2 API_KEY: api key']);
  });

  it('are found in compose and Docker files', () => {
    const compose =
      'services:\n  db:\n    environment:\n      POSTGRES_PASSWORD: pw\n      - JWT_SECRET=abc\n    secrets:\n      - token\n';
    expect(secretsIn('compose.yml', 'container', compose)).toEqual([
      '4 POSTGRES_PASSWORD: password',
      '5 JWT_SECRET: secret',
    ]);
    expect(secretsIn('Dockerfile', 'container', 'FROM node\nENV ACCESS_KEY abc\nRUN true\n')).toEqual([
      '2 ACCESS_KEY: api key',
    ]);
  });

  it('are found in settings of any notation, and switches and structures are none', () => {
    const json = '{\n  "password": "x",\n  "secret": {\n    "apiKey": "y"\n  },\n  "token": true\n}\n';
    expect(secretsIn('config.json', 'settings', json)).toEqual(['2 password: password', '4 apiKey: api key']);
    expect(secretsIn('settings.toml', 'settings', 'password_length = 8\nclient.secret = "z"\n')).toEqual([
      '2 client.secret: secret',
    ]);
  });

  it('are named by the last part of a Spring key, never by its value', () => {
    const inventory: Inventory = inventoryOf({
      properties: [
        'spring.datasource.password',
        'password.policy.length',
        'stripe.api.key',
        'app.secret.path',
      ].map((key, index) => ({
        key,
        value: 'hunter2',
        file: relativePath('application.properties'),
        line: index + 1,
        role: 'production',
        module: '.',
        profile: null,
      })),
    });
    const found = findConfiguredSecrets(inventory, new Map(), naming);
    expect(found.map(({ evidence }) => evidence.text)).toEqual([
      'spring.datasource.password',
      'stripe.api.key',
    ]);
    expect(JSON.stringify(found)).not.toContain('hunter2');
  });

  it('end in time on lines without end', () => {
    expect(secretsIn('.env', 'environment', `${'a'.repeat(1_000_000)}\n${' '.repeat(1_000_000)}=\n`)).toEqual(
      [],
    );
  });
});
