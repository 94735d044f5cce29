import { fitted } from '../../base/lists.ts';
import type { Region } from '../control-flow.ts';
import type { Body, Operation } from '../operations.ts';
import type { PackReader } from './pack-reader.ts';
import type { PackWriter } from './pack-writer.ts';
import { readOperation, writeOperation } from './packed-operations.ts';
import { readType, writeType } from './packed-types.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export function writeBody(to: PackWriter, { operations, regions }: Body): void {
  to.number(operations.length);
  operations.forEach((operation, index) => {
    to.begin(index);
    writeOperation(to, operation);
  });
  to.list(regions, writeRegion);
}

export function readBody(from: PackReader): Body {
  const operations: Operation[] = [];
  const count = from.number();
  for (let index = 0; index < count; index++) {
    from.begin(index);
    operations.push(readOperation(from));
  }
  return { operations: fitted(operations), regions: from.list(readRegion) };
}

const REGION_KINDS: readonly Region['kind'][] = [
  'body',
  'then',
  'else',
  'loop',
  'case',
  'try',
  'catch',
  'finally',
  'synchronized',
  'lambda',
];

const HAS_CONDITION = 1;
const HAS_CATCHES = 2;
const HAS_EXCEPTION = 4;
const HAS_OF = 8;
const HAS_LABELS = 16;
const HAS_ARROW = 32;

function writeRegion(to: PackWriter, region: Region): void {
  const { condition, catches, exception, of, labels } = region;
  to.word(REGION_KINDS, region.kind);
  to.optional(region.parent);
  for (const value of [region.start, region.end, region.line, region.endLine]) to.number(value);
  to.number(flagsOf(region));
  if (condition !== undefined) to.number(condition);
  if (catches !== undefined) to.list(catches, writeType);
  if (exception !== undefined) to.number(exception);
  if (of !== undefined) to.number(of);
  if (labels !== undefined) to.list(labels, (_, label) => to.text(label));
}

function flagsOf({ condition, catches, exception, of, labels, arrow }: Region): number {
  return (
    (condition === undefined ? 0 : HAS_CONDITION) |
    (catches === undefined ? 0 : HAS_CATCHES) |
    (exception === undefined ? 0 : HAS_EXCEPTION) |
    (of === undefined ? 0 : HAS_OF) |
    (labels === undefined ? 0 : HAS_LABELS) |
    (arrow === undefined ? 0 : HAS_ARROW)
  );
}

function readRegion(from: PackReader): Region {
  const region: Mutable<Region> = {
    kind: from.word(REGION_KINDS),
    parent: from.optional(),
    start: from.number(),
    end: from.number(),
    line: from.number(),
    endLine: from.number(),
  };
  const flags = from.number();
  if (flags & HAS_CONDITION) region.condition = from.number();
  if (flags & HAS_CATCHES) region.catches = from.list(readType);
  if (flags & HAS_EXCEPTION) region.exception = from.number();
  if (flags & HAS_OF) region.of = from.number();
  if (flags & HAS_LABELS) region.labels = from.list((source) => source.text());
  if (flags & HAS_ARROW) region.arrow = true;
  return region;
}
