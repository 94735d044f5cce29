import { z } from 'zod';
import { CAPS } from './contract.ts';
import { inKeyOrder } from './key-order.ts';
import { nameSchema } from './vocabulary.ts';

/** A record by name, with an upper bound on its keys; its keys are put in code-unit order so that writing it is stable. */
export function record<Value extends z.ZodType>(value: Value): z.ZodRecord<typeof nameSchema, Value> {
  return z
    .record(nameSchema, value)
    .refine((entries) => Object.keys(entries).length <= CAPS.keys, `expected at most ${CAPS.keys} keys`)
    .overwrite((entries) => inKeyOrder(entries));
}
