import { z } from 'zod';
import {
  certaintySchema,
  lineSchema,
  nameSchema,
  pathSchema,
  symbolSchema,
  textSchema,
} from './vocabulary.ts';

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
  'xml',
  'identity',
  'mail',
] as const;

/** A call to something that matters. */
export const sinkSchema = z.object({
  id: symbolSchema.describe('Unique in the report; findings and the topology refer to it.'),
  kind: nameSchema.pipe(z.enum(SINK_KINDS).catch('other')),
  operation: textSchema.describe(
    'What is done to what: "db.write org.clinic.Visit"; roads to one operation share it.',
  ),
  action: nameSchema.optional().describe('"read", "write", "delete", "raw", "execute", "send", "load" …'),
  privileged: z
    .boolean()
    .describe('Database write or delete, permission change, execution, file write, money, personal data.'),
  owner: symbolSchema.describe('Type that declares what is called: "org.clinic.OwnerRepository".'),
  member: symbolSchema.optional().describe('Name of the method called on it: "save".'),
  file: pathSchema.describe('File of the call.'),
  line: lineSchema.describe('Line of the call.'),
  method: symbolSchema.describe('Id of the production method that the call is in.'),
  mechanism: nameSchema.optional().describe('Row id of the model that knows it.'),
  confidence: certaintySchema,
});

/** What a sink touches. */
export type SinkKind = (typeof SINK_KINDS)[number];
/** A call to something that matters. */
export type Sink = z.infer<typeof sinkSchema>;
