import { describe, expect, it } from 'vitest';
import { assertNodeVersion } from './node-version.ts';

describe('the version of Node', () => {
  it.each(['22.18.0', '22.19.1', '24.0.0', '26.1.0-nightly2026'])('%s will do', (running) => {
    expect(() => assertNodeVersion(running, '>=22.18')).not.toThrow();
  });

  it.each(['20.20.2', '22.9.0', '22.17.1', '8.18.0'])('%s is refused in one sentence', (running) => {
    expect(() => assertNodeVersion(running, '>=22.18')).toThrow(
      `Node 22.18 or newer is needed, this is Node ${running}`,
    );
  });
});
