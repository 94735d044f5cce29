import { describe, expect, it } from 'vitest';
import { cpuOfChildren, measureCommand, quoted } from './process-cost.ts';

describe('what a command costs', () => {
  it('holds the processor time of the children of the shell', () => {
    expect(cpuOfChildren('0m0.00s 0m0.01s\n1m2.500s 0m0.25s\n')).toBe(62_750);
    expect(cpuOfChildren('')).toBe(0);
  });

  it('comes with the exit code, the output and the last complaint', async () => {
    const run = await measureCommand(
      'echo said; echo first >&2; echo why >&2; exit_with() { return 7; }; exit_with',
    );
    expect(run).toMatchObject({ code: 7, stdout: 'said\n', complaint: 'why' });
    expect(run.wallMs).toBeGreaterThan(0);
  });

  it.runIf(process.platform === 'linux')('sees the memory of what the command started', async () => {
    const program = 'const held = Buffer.alloc(150e6, 1); setTimeout(() => held.length, 300)';
    const run = await measureCommand(`${quoted(process.execPath)} -e ${quoted(program)}`);
    expect(run.code).toBe(0);
    expect(run.peakMemoryBytes).toBeGreaterThan(150e6);
    expect(run.cpuMs).toBeGreaterThan(0);
  });

  it('is asked with words that the shell takes as they are', async () => {
    expect((await measureCommand(`printf %s ${quoted(`it's $HOME "here"`)}`)).stdout).toBe(
      `it's $HOME "here"`,
    );
  });
});
