import { z } from 'zod';
import { lineSchema, nameSchema, pathSchema, symbolSchema, unitSchema } from './vocabulary.ts';

/** What a sink touches. */
export const SINK_KINDS = [
  'other',
  'db',
  'fs',
  'exec',
  'http',
  'mq',
  'ldap',
  'template',
  'deserialization',
  'reflection',
  'response',
  'log',
  'xml',
  'crypto',
  'mail',
] as const;

/** A call to something that matters. */
export const sinkSchema = z.object({
  id: symbolSchema.optional().describe('Unique in the report; findings and the topology refer to it.'),
  kind: z.enum(SINK_KINDS).catch('other'),
  operation: nameSchema.describe('"read", "write", "delete", "execute", "send", "load" …'),
  privileged: z
    .boolean()
    .describe('Database write or delete, permission change, execution, file write, money, personal data.'),
  owner: symbolSchema.describe('Type that declares what is called: "org.clinic.OwnerRepository".'),
  callee: symbolSchema.optional().describe('Name of the method called on it: "save".'),
  file: pathSchema.describe('File of the call.'),
  line: lineSchema.describe('Line of the call.'),
  method: symbolSchema.describe('Id of the production method that the call is in.'),
  dynamic: z.boolean().optional().describe('The argument that matters is built at run time, not a constant.'),
  framework: nameSchema.optional(),
  confidence: unitSchema.optional(),
});

/** What a sink touches. */
export type SinkKind = (typeof SINK_KINDS)[number];
/** A call to something that matters. */
export type Sink = z.infer<typeof sinkSchema>;
