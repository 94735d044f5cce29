import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../../test/hostile-text.ts';
import { MAX_EVENT_BYTES } from '../schema/contract.ts';
import type { AnalyzerEvent } from '../schema/event.ts';
import { EventDecoder } from './event-decoder.ts';
import { type EventLine, parseEventLine } from './event-line.ts';
import { formatEvent } from './format-event.ts';

const envelope = { v: 1, seq: 0, ts: '2026-11-22T02:00:00.000Z' } as const;

const events: readonly AnalyzerEvent[] = [
  { ...envelope, type: 'hello', tool: 'csqa', version: '0.1.0', contract: 1, capabilities: ['fast'] },
  { ...envelope, type: 'phase', phase: 'facts', index: 1, total: 7 },
  { ...envelope, type: 'progress', phase: 'facts', done: 3, total: null, unit: 'files' },
  { ...envelope, type: 'warn', code: 'syntax-error', message: 'A file is broken.', file: 'A.java', line: 7 },
  { ...envelope, type: 'metric', id: 'B4', status: 'notApplicable', value: null },
  { ...envelope, type: 'heartbeat', rssBytes: 90_000_000 },
  {
    ...envelope,
    type: 'result',
    files: [{ name: 'report.json', bytes: 12, sha256: 'b'.repeat(64) }],
    usage: { wallMs: 800, cpuMs: 900, peakMemoryBytes: null },
  },
  { ...envelope, type: 'error', code: 'SOURCE_EMPTY', message: 'No files.', retryable: false },
];

describe('parseEventLine', () => {
  it.each(events.map((event) => [event.type, event] as const))('reads a %s event as written', (_, event) => {
    expect(parseEventLine(formatEvent(event).trimEnd())).toEqual({ kind: 'event', event });
  });

  it('passes by an event of a type it does not know yet', () => {
    expect(parseEventLine(JSON.stringify({ ...envelope, type: 'mood', good: true }))).toEqual({
      kind: 'unknown',
      type: 'mood',
    });
  });

  it.each([
    ['a line of a log', 'INFO started', 'not-json'],
    ['JSON that is no event', '{"hello":"world"}', 'not-an-event'],
    ['an event with a missing field', JSON.stringify({ ...envelope, type: 'phase' }), 'not-an-event'],
    ['a type that is a text of its own', JSON.stringify({ ...envelope, type: '<b>' }), 'not-an-event'],
    ['a count below zero', JSON.stringify({ ...events[2], done: -1 }), 'not-an-event'],
    ['a line too long', JSON.stringify({ ...events[3], message: 'я'.repeat(40_000) }), 'too-long'],
  ])('takes %s for garbage, not for an event', (_, line, reason) => {
    expect(parseEventLine(line)).toMatchObject({ kind: 'garbage', reason });
  });

  it('never throws and never gives back more of a line than fits a log', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, fc.json()), (line) => {
        const parsed = parseEventLine(line);
        return parsed.kind !== 'garbage' || parsed.text.length <= 2_000;
      }),
    );
  });
});

describe('EventDecoder', () => {
  const stream = Buffer.from(
    `${events.map(formatEvent).join('')}\r\n\nПривет, журнал\r\n${'x'.repeat(MAX_EVENT_BYTES + 9)}\n{"half":`,
  );

  function decode(chunks: readonly Uint8Array[]): EventLine[] {
    const decoder = new EventDecoder();
    return [...chunks.flatMap((chunk) => decoder.push(chunk)), ...decoder.end()];
  }

  it('reads a whole stream: events, log lines, a line too long and a last line without its end', () => {
    const lines = decode([stream]);
    expect(lines.slice(0, events.length)).toEqual(events.map((event) => ({ kind: 'event', event })));
    expect(lines.slice(events.length)).toMatchObject([
      { kind: 'garbage', reason: 'not-json', text: 'Привет, журнал' },
      { kind: 'garbage', reason: 'too-long' },
      { kind: 'garbage', reason: 'not-json', text: '{"half":' },
    ]);
  });

  it('gives the same lines however the stream is cut into chunks', () => {
    const whole = decode([stream]);
    fc.assert(
      fc.property(fc.array(fc.nat(stream.length), { maxLength: 30 }), (places) => {
        const cuts = [0, ...places.toSorted((left, right) => left - right), stream.length];
        const chunks = cuts.slice(1).map((end, index) => stream.subarray(cuts[index], end));
        expect(decode(chunks)).toEqual(whole);
      }),
    );
  });

  it('reads a line of exactly the largest size', () => {
    const event = { ...envelope, type: 'warn', code: 'x', message: '' } as const;
    const room = MAX_EVENT_BYTES - Buffer.byteLength(JSON.stringify(event));
    const padded = JSON.stringify(event).replace('"message"', `${' '.repeat(room)}"message"`);
    expect(decode([Buffer.from(`${padded}\n`)])).toEqual([{ kind: 'event', event }]);
    expect(decode([Buffer.from(` ${padded}\n`)])).toMatchObject([{ kind: 'garbage', reason: 'too-long' }]);
  });

  it('holds one line at most, however much arrives without a newline', () => {
    const decoder = new EventDecoder();
    const chunk = new Uint8Array(1_000_000).fill(0x78);
    const before = process.memoryUsage().arrayBuffers;
    for (let count = 0; count < 100; count += 1) expect(decoder.push(chunk)).toEqual([]);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
    expect(decoder.end()).toMatchObject([{ kind: 'garbage', reason: 'too-long' }]);
    expect(decoder.push(Buffer.from(formatEvent(events[1] as AnalyzerEvent)))).toMatchObject([
      { kind: 'event' },
    ]);
  });
});
