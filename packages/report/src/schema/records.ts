import { z } from 'zod';
import { CAPS } from './contract.ts';
import { nameSchema } from './vocabulary.ts';

/** Objects inside one another whose keys are put in order; deeper ones are left as they are. */
const MAX_ORDERED_DEPTH = 32;

/** A record by name, with an upper bound on its keys; its keys are put in code-unit order so that writing it is stable. */
export function record<Value extends z.ZodType>(value: Value): z.ZodRecord<typeof nameSchema, Value> {
  return z
    .record(nameSchema, value)
    .refine((entries) => Object.keys(entries).length <= CAPS.keys, `expected at most ${CAPS.keys} keys`)
    .overwrite((entries) => inKeyOrder(entries, MAX_ORDERED_DEPTH) as typeof entries);
}

function inKeyOrder(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || depth === 0) return value;
  if (Array.isArray(value)) return value.map((item) => inKeyOrder(item, depth - 1));
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
  return Object.fromEntries(entries.map(([key, item]) => [key, inKeyOrder(item, depth - 1)]));
}
