import eventSchema from '../../schema/event.schema.json' with { type: 'json' };
import reportSchema from '../../schema/report.schema.json' with { type: 'json' };
import runSchema from '../../schema/run.schema.json' with { type: 'json' };
import { canonicalCheck, type JsonSchema } from './canonical-check.ts';

const schemas = {
  event: eventSchema as JsonSchema,
  report: reportSchema as JsonSchema,
  run: runSchema as JsonSchema,
  combined: {
    type: 'object',
    properties: {
      contract: reportSchema.properties.contract,
      report: { anyOf: [reportSchema as JsonSchema, { type: 'null' }] },
      orchestrator: runSchema as JsonSchema,
    },
    required: ['contract', 'report', 'orchestrator'],
  } satisfies JsonSchema,
};

/** A document that can be told to be in order without its zod schema. */
export type OrderedDocument = keyof typeof schemas;

const checks = new Map<OrderedDocument, (document: unknown) => boolean>();

/** Whether there is a check for a document that is a file. */
export function isOrdered<Name extends string>(name: Name): name is Name & OrderedDocument {
  return Object.hasOwn(schemas, name);
}

/** Whether a document is what the contract makes of it: it fits, with its keys in their order and no others. */
export function isInOrder(name: OrderedDocument, document: unknown): boolean {
  const check = checks.get(name) ?? canonicalCheck(schemas[name]);
  checks.set(name, check);
  return check(document);
}

/** Types of events that there are. */
export const EVENT_TYPES: ReadonlySet<string> = new Set(
  eventSchema.oneOf.map(({ properties }) => properties.type.const),
);
