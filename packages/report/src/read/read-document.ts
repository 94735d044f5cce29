import { documentBySchema, type FileDocument } from '../schema/by-schema.ts';
import type { Comparison } from '../schema/comparison.ts';
import { CONTRACT_VERSION } from '../schema/contract.ts';
import type { Report } from '../schema/report.ts';
import type { Combined, RunRecord } from '../schema/run.ts';
import { isInOrder, isOrdered } from './in-order.ts';
import { jsonExcess } from './measure-json.ts';
import type { ReadIssue } from './parse-in-parts.ts';

/** Why a document could not be read. */
export type ReadErrorCode =
  | 'too-large'
  | 'too-deep'
  | 'too-many-values'
  | 'not-json'
  | 'unsupported-contract'
  | 'invalid';

/** A document that could not be read: what was expected, what came, where. Texts are bounded but may be hostile. */
export interface ReadFailure {
  readonly ok: false;
  readonly code: ReadErrorCode;
  readonly message: string;
  /** At most twenty; empty where the document never came to its schema. */
  readonly issues: readonly ReadIssue[];
}

/** A document that fits the contract. Keys that the contract does not know are gone. */
export type ReadResult<Document> = { readonly ok: true; readonly value: Document } | ReadFailure;

/** Limits of a reader; smaller ones may be given. */
export interface ReadLimits {
  /** Bytes of the text; UTF-16 units where the text is a string. */
  readonly maxBytes: number;
}

/** 256 MiB: ThingsBoard, the largest tree measured, needs a tenth of it. */
export const DEFAULT_READ_LIMITS: ReadLimits = { maxBytes: 256 * 1024 * 1024 };

/** The contract nests eight deep; a configuration may add some. */
const MAX_DEPTH = 64;

/** About a gigabyte once parsed. */
const MAX_VALUES = 20_000_000;

/** Reads report.json from a source that is not trusted. Never throws. */
export function readReport(
  text: string | Uint8Array,
  limits: ReadLimits = DEFAULT_READ_LIMITS,
): ReadResult<Report> {
  return readDocument('report', text, limits);
}

/** Reads orchestrator.json from a source that is not trusted. Never throws. */
export function readRunRecord(
  text: string | Uint8Array,
  limits: ReadLimits = DEFAULT_READ_LIMITS,
): ReadResult<RunRecord> {
  return readDocument('run', text, limits);
}

/** Reads combined.json from a source that is not trusted. Never throws. */
export function readCombined(
  text: string | Uint8Array,
  limits: ReadLimits = DEFAULT_READ_LIMITS,
): ReadResult<Combined> {
  return readDocument('combined', text, limits);
}

/** Reads comparison.json from a source that is not trusted. Never throws. */
export function readComparison(
  text: string | Uint8Array,
  limits: ReadLimits = DEFAULT_READ_LIMITS,
): ReadResult<Comparison> {
  return readDocument('comparison', text, limits);
}

/** What each document is once it has been read. */
interface Read {
  readonly report: Report;
  readonly run: RunRecord;
  readonly combined: Combined;
  readonly comparison: Comparison;
}

function readDocument<Name extends FileDocument>(
  name: Name,
  input: string | Uint8Array,
  limits: ReadLimits,
): ReadResult<Read[Name]> {
  if (input.length > limits.maxBytes) {
    return failure('too-large', `expected at most ${limits.maxBytes} bytes, got ${input.length}`);
  }
  const text = typeof input === 'string' ? input : decode(input);
  if (text === null) return failure('not-json', 'expected UTF-8, got bytes that are none');
  const tooMuch = excessFailure(text, limits);
  if (tooMuch !== null) return tooMuch;
  const parsed = parseJson(text);
  if (!parsed.ok) return failure('not-json', `expected JSON: ${parsed.message}`);
  const contract = contractOf(parsed.value);
  if (typeof contract === 'number' && contract !== CONTRACT_VERSION) {
    return failure('unsupported-contract', `expected contract ${CONTRACT_VERSION}, got ${contract}`);
  }
  if (isOrdered(name) && isInOrder(name, parsed.value)) {
    return { ok: true, value: parsed.value as Read[Name] };
  }
  const result = documentBySchema(name, parsed.value);
  if (result.ok) return { ok: true, value: result.value as Read[Name] };
  const [first] = result.issues;
  return {
    ...failure('invalid', `${first?.path ?? '(document)'}: ${first?.message ?? 'invalid'}`),
    issues: result.issues,
  };
}

function excessFailure(text: string, limits: ReadLimits): ReadFailure | null {
  switch (jsonExcess(text, { length: limits.maxBytes, depth: MAX_DEPTH, values: MAX_VALUES })) {
    case 'length':
      return failure('too-large', `expected at most ${limits.maxBytes} bytes, got ${text.length}`);
    case 'depth':
      return failure('too-deep', `expected at most ${MAX_DEPTH} lists and objects inside one another`);
    case 'values':
      return failure('too-many-values', `expected at most ${MAX_VALUES} values`);
    case null:
      return null;
  }
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return null;
    throw error;
  }
}

function parseJson(text: string): { ok: true; value: unknown } | { ok: false; message: string } {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, message: error.message.slice(0, 200) };
    throw error;
  }
}

function contractOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'contract' in value ? value.contract : undefined;
}

function failure(code: ReadErrorCode, message: string): ReadFailure {
  return { ok: false, code, message, issues: [] };
}
