import { z } from 'zod';
import { comparisonSchema } from './comparison.ts';
import { CONTRACT_VERSION } from './contract.ts';
import { analyzerEventSchema } from './event.ts';
import { reportSchema } from './report.ts';
import { combinedSchema, runRecordSchema } from './run.ts';

const documents = {
  report: { schema: reportSchema, title: 'CSQA report (report.json)' },
  event: { schema: analyzerEventSchema, title: 'CSQA analyzer event (one line of NDJSON)' },
  run: { schema: runRecordSchema, title: 'CSQA run record (orchestrator.json)' },
  comparison: { schema: comparisonSchema, title: 'CSQA comparison of two reports (comparison.json)' },
  combined: { schema: combinedSchema, title: 'CSQA report and run record (combined.json)' },
} as const;

/** Name of a document of the contract. */
export type DocumentName = keyof typeof documents;

/** Documents of the contract. */
export const DOCUMENT_NAMES = Object.keys(documents) as readonly DocumentName[];

/**
 * A document of the contract as JSON Schema 2020-12, for readers in other languages. Unknown keys are allowed: the contract
 * grows by adding keys.
 */
export function jsonSchemaOf(name: DocumentName): Record<string, unknown> {
  const { schema, title } = documents[name];
  const { $schema, ...body } = z.toJSONSchema(schema, {
    io: 'output',
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
      delete jsonSchema.readOnly;
      delete jsonSchema.default;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  return { $schema, $id: `urn:csqa:contract:${CONTRACT_VERSION}:${name}`, title, ...body };
}
