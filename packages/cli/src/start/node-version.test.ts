import { describe, expect, it } from 'vitest';
import { refusalOfNode } from './node-version.ts';

describe('the version of Node', () => {
  it.each(['22.18.0', '22.19.1', '24.0.0', '26.1.0-nightly2026'])('%s will do', (running) => {
    expect(refusalOfNode({ running, needed: '>=22.18' }, {})).toBeNull();
  });

  it.each(['20.20.2', '22.9.0', '22.17.1', '8.18.0'])('%s is refused in one sentence', (running) => {
    expect(refusalOfNode({ running, needed: '>=22.18' }, {})).toBe(
      `csqa: Node 22.18 or newer is needed, this is Node ${running}; run csqa under a newer Node`,
    );
  });

  it('is refused in Russian where the environment speaks it', () => {
    const versions = { running: '20.20.2', needed: '>=22.18' };
    expect(refusalOfNode(versions, { LC_ALL: '', LANG: 'ru_RU.UTF-8' })).toMatch(
      /^csqa: нужен Node 22\.18 /u,
    );
    expect(refusalOfNode(versions, { LC_ALL: 'C', LANG: 'ru_RU.UTF-8' })).toMatch(/^csqa: Node 22\.18 /u);
  });
});
