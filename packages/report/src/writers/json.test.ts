import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleFinding, sampleReport, sampleRunRecord } from '../../test/sample-report.ts';
import type { Report } from '../schema/report.ts';
import { encodeReport } from './encode-report.ts';
import { renderJson, renderRunRecord } from './json.ts';

/** The same value with the keys of every object in another order. */
function shuffledKeys(value: unknown, seed: number): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffledKeys(item, seed + 1));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, shuffledKeys(item, seed + 1)] as const);
  const turn = seed % Math.max(1, entries.length);
  const turned = [...entries.slice(turn), ...entries.slice(0, turn)];
  return Object.fromEntries(seed % 2 === 0 ? turned : turned.toReversed());
}

describe('renderJson', () => {
  it('writes the same bytes whatever the order of keys', () => {
    const report = sampleReport();
    fc.assert(
      fc.property(fc.nat(50), (seed) => {
        expect(renderJson(shuffledKeys(report, seed) as Report)).toBe(renderJson(report));
      }),
    );
  });

  it('puts the keys of records in code-unit order, deep inside the configuration too', () => {
    const { meta } = sampleReport();
    const config = { z: 1, B: { y: 1, x: [{ b: 1, a: 1 }] }, a: 1 };
    const text = renderJson(sampleReport({ meta: { ...meta, config } }));
    const written = text.slice(text.indexOf('"config"'), text.indexOf(',\n    "revision"'));
    expect(written.replace(/\s/g, '')).toBe('"config":{"B":{"x":[{"a":1,"b":1}],"y":1},"a":1,"z":1}');
  });

  it('writes one element of a list a line, so that a changed finding is a changed line', () => {
    const lines = (report: Report): Set<string> => new Set(renderJson(report).split('\n'));
    const before = lines(sampleReport());
    const after = lines(sampleReport({ findings: [sampleFinding({ severity: 'high' })] }));
    expect([...after].filter((line) => !before.has(line))).toHaveLength(1);
  });

  it('gives the same as bytes, in parts that each may be handed on', () => {
    const findings = Array.from({ length: 4_000 }, () => sampleFinding());
    const report = sampleReport({ findings });
    const parts = [...encodeReport(report)];
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.every((part) => part.byteLength === part.buffer.byteLength)).toBe(true);
    expect(Buffer.concat(parts).equals(Buffer.from(renderJson(report)))).toBe(true);
  });

  it('begins with the contract and ends with one newline', () => {
    expect(renderJson(sampleReport())).toMatch(/^\{\n {2}"contract": 1,\n {2}"meta": \{[\s\S]*[^\n]\n$/);
  });

  it('leaves out what the contract does not know and what is undefined', () => {
    const report = { ...sampleReport(), scratch: 'x', timings: { stages: [], wallMs: undefined } };
    expect(renderJson(report)).not.toMatch(/scratch|wallMs|undefined/);
  });

  it('refuses to write what readers would refuse, and says where it is', () => {
    const report = sampleReport({ findings: [sampleFinding({ line: 0 })] });
    expect(() => renderJson(report)).toThrow(/findings\[0\]\.line/);
    expect(() => renderRunRecord(sampleRunRecord({ attempt: 0 }))).toThrow(/attempt/);
  });
});
