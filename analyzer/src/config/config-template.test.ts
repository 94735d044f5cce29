import { describe, expect, it } from 'vitest';
import { configTemplate } from './config-template.ts';
import { DEFAULT_CONFIG } from './default-config.ts';
import { readConfig } from './read-config.ts';

describe('configTemplate', () => {
  it.each(['en', 'ru'] as const)('reads back as the defaults (%s)', (language) => {
    expect(readConfig(configTemplate(language), '.csqa.yml')).toEqual({ ...DEFAULT_CONFIG, language });
  });

  it.each(['en', 'ru'] as const)('explains every key (%s)', (language) => {
    const lines = configTemplate(language).split('\n');
    for (const key of Object.keys(DEFAULT_CONFIG)) {
      const at = lines.findIndex((line) => line.startsWith(`${key}:`));
      expect(at, key).toBeGreaterThan(0);
      expect(lines[at - 1], key).toMatch(/^# /);
    }
  });

  it('shows examples that are valid once the comment sign is taken away', () => {
    for (const block of configTemplate('en').split('\n\n').slice(1)) {
      const example = block
        .split('\n')
        .filter((line) => /^# (?:\w+:$| )/.test(line))
        .map((line) => line.slice(2))
        .join('\n');
      expect(() => readConfig(example, '.csqa.yml')).not.toThrow();
    }
  });
});
