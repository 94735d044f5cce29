import { z } from 'zod';
import { CAPS } from './contract.ts';
import { record } from './records.ts';
import {
  certaintySchema,
  countSchema,
  guardCategorySchema,
  lineSchema,
  list,
  nameSchema,
  pathSchema,
  symbolSchema,
} from './vocabulary.ts';

/** What a node stands for. */
const NODE_KINDS = ['method', 'entry', 'sink'] as const;

const categories = list(guardCategorySchema, CAPS.nested);

/**
 * A method, an entry point or a sink. The id of a method node is the method id, that of an entry node the entry point's id,
 * that of a sink node the sink's operation; an entry node leads to its handler.
 */
export const nodeSchema = z.object({
  id: symbolSchema,
  kind: z.enum(NODE_KINDS),
  label: symbolSchema.describe('What a person reads: "GET /owners", "OwnerService.save", "db.write Owner".'),
  file: pathSchema.nullable(),
  line: lineSchema.nullable(),
  labels: list(nameSchema, CAPS.nested)
    .optional()
    .describe('What the models say about it: "http", "privileged", "public".'),
  guards: categories.optional().describe('Categories of the guards that the node carries.'),
  metrics: record(z.number())
    .optional()
    .describe('Numbers to colour it by: cognitiveComplexity, distanceToEntry, entryPoints, …'),
});

/** A resolved call, an implicit one that a rule of a framework makes, or the step into a sink. */
export const edgeSchema = z.object({
  from: symbolSchema.describe('Id of a node.'),
  to: symbolSchema.describe('Id of a node.'),
  how: nameSchema.describe(
    '"static", "virtual", "interface", "constructor", "super", "lambda", "method-reference", "implicit:<rule id>", "entry", "sink".',
  ),
  confidence: certaintySchema,
  file: pathSchema.describe('File of the call.'),
  line: lineSchema.describe('Line of the call.'),
  guards: categories.optional().describe('Categories of the guards on the call site.'),
});

/** The security topology (M1): what is reachable from outside, where it leads, and the guards on the way. */
export const topologySchema = z.object({
  nodes: list(nodeSchema, CAPS.methods),
  edges: list(edgeSchema, CAPS.edges),
  omitted: z
    .object({ nodes: countSchema, edges: countSchema })
    .optional()
    .describe('What was left out to keep the report within its caps.'),
});

/** A node of the topology. */
export type TopologyNode = z.infer<typeof nodeSchema>;
/** An edge of the topology. */
export type TopologyEdge = z.infer<typeof edgeSchema>;
/** The security topology. */
export type Topology = z.infer<typeof topologySchema>;
