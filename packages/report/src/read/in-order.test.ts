import { describe, expect, it } from 'vitest';
import { sampleReport, sampleRunRecord } from '../../test/sample-report.ts';
import { documentBySchema, eventBySchema } from '../schema/by-schema.ts';
import { analyzerEventSchema } from '../schema/event.ts';
import { EVENT_TYPES, isInOrder } from './in-order.ts';

function asMade(name: 'report' | 'run' | 'combined', document: unknown): unknown {
  const result = documentBySchema(name, document);
  if (!result.ok) throw new TypeError(JSON.stringify(result.issues));
  return JSON.parse(JSON.stringify(result.value)) as unknown;
}

const combined = { contract: 1, report: sampleReport(), orchestrator: sampleRunRecord() };

describe('isInOrder', () => {
  it.each([
    ['report', sampleReport()],
    ['run', sampleRunRecord()],
    ['combined', combined],
    ['combined', { ...combined, report: null }],
  ] as const)('takes a %s as its schema makes it', (name, document) => {
    expect(isInOrder(name, asMade(name, document))).toBe(true);
  });

  it.each([
    ['has a key too many', { ...combined, scratch: 1 }],
    ['has a report that does not fit', { ...combined, report: { ...sampleReport(), coverage: {} } }],
    ['has a record that does not fit', { ...combined, orchestrator: { ...sampleRunRecord(), attempt: 0 } }],
    ['is of another contract', { ...combined, contract: 2 }],
    ['lacks its record', { contract: 1, report: null }],
  ])('leaves to the schema a document that %s', (_, document) => {
    expect(isInOrder('combined', document)).toBe(false);
  });

  it('takes a report of many elements inside another document, each of which is small', () => {
    const method = { id: 'A#a()', file: 'A.java', line: 1, cognitiveComplexity: 0, distanceToEntry: null };
    const report = { ...(asMade('report', sampleReport()) as object), methods: Array(20_000).fill(method) };
    const document = { contract: 1, report, orchestrator: asMade('run', sampleRunRecord()) };
    expect(documentBySchema('combined', document).ok).toBe(true);
    expect(isInOrder('combined', document)).toBe(true);
  });

  it('takes events with their keys in order, and leaves to the schema what else an event may be', () => {
    const event = { v: 1, seq: 0, ts: '2026-11-22T02:00:00.000Z', type: 'heartbeat', rssBytes: 1 };
    expect(isInOrder('event', event)).toBe(true);
    const { type, ...rest } = event;
    for (const other of [{ ...event, ts: 'now' }, { ...event, later: 1 }, { type, ...rest }, null]) {
      expect(isInOrder('event', other)).toBe(false);
    }
    expect(eventBySchema({ ...event, later: 1 })).toEqual(event);
    expect(eventBySchema({ ...event, ts: 'now' })).toMatch(/^ts: /);
  });

  it('knows the types of events that the schema knows', () => {
    expect([...EVENT_TYPES]).toEqual(analyzerEventSchema.options.map((option) => option.shape.type.value));
  });
});
