import { expect, it } from 'vitest';
import { configSchema } from './analyzer-config.ts';
import { DEFAULT_CONFIG } from './default-config.ts';

it('what holds without a configuration is what the schema makes of an empty one, key by key in its order', () => {
  expect(JSON.stringify(DEFAULT_CONFIG, null, 1)).toBe(JSON.stringify(configSchema.parse({}), null, 1));
});
