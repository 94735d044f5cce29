import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LogStream } from './log-stream.ts';

const PIECE = 16 * 1024;

/** What `docker logs --timestamps` prints of lines that were written at these moments. */
function printed(lines: readonly { readonly text: string; readonly second: number }[]): string {
  return lines
    .flatMap(({ text, second }) => {
      const time = `2026-01-01T00:00:${String(second).padStart(2, '0')}.000000000Z `;
      const pieces = text.match(/[\s\S]{1,16384}/g) ?? [''];
      return pieces.map((piece, index) => `${time}${piece}${index === pieces.length - 1 ? '\n' : ''}`);
    })
    .join('');
}

function collect(): { readonly stream: LogStream; readonly text: () => string } {
  const chunks: Uint8Array[] = [];
  return {
    stream: new LogStream((chunk) => chunks.push(Uint8Array.from(chunk))),
    text: () => Buffer.concat(chunks).toString(),
  };
}

const lines = fc
  .array(
    fc.record({
      text: fc.oneof(
        fc.string({ maxLength: 30 }).map((text) => text.replace(/[\r\n]/g, '')),
        fc.integer({ min: 1, max: 3 * PIECE }).map((length) => 'x'.repeat(length)),
      ),
      second: fc.integer({ min: 0, max: 5 }),
    }),
    { maxLength: 12 },
  )
  .map((found) => found.toSorted((left, right) => left.second - right.second));

describe('the log of a container', () => {
  it('comes out as it was written, in whatever pieces it arrives', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 5_000 }), (written, size) => {
        const { stream, text } = collect();
        const bytes = Buffer.from(printed(written));
        for (let at = 0; at < bytes.length; at += size) stream.push(bytes.subarray(at, at + size));
        stream.end();
        expect(text()).toBe(written.map((line) => `${line.text}\n`).join(''));
      }),
      { numRuns: 25 },
    );
  });

  it('loses nothing and repeats nothing where the reading is cut anywhere and taken up from the last time', () => {
    fc.assert(
      fc.property(lines, fc.double({ min: 0, max: 1, noNaN: true }), (written, share) => {
        const { stream, text } = collect();
        const whole = Buffer.from(printed(written));
        stream.push(whole.subarray(0, Math.floor(whole.length * share)));
        const since = stream.lastTime;
        stream.restart();
        const again = written.filter(({ second }) => `2026-01-01T00:00:0${second}.000000000Z` >= since);
        stream.push(Buffer.from(printed(again)));
        stream.end();
        expect(text()).toBe(written.map((line) => `${line.text}\n`).join(''));
      }),
      { numRuns: 25 },
    );
  });

  it('leaves out what the command line says by itself', () => {
    const { stream, text } = collect();
    stream.push(Buffer.from('unexpected EOF\n2026-01-01T00:00:00.000000000Z line\n'));
    stream.end();
    expect(text()).toBe('line\n');
  });
});
