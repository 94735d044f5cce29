import {
  LANGUAGES,
  renderComparison,
  renderComparisonMarkdown,
  WRITERS,
  type WriterName,
} from '@csqa/report';
import { z } from 'zod';
import type { AppParts, WebApp } from '../app-parts.ts';
import { storedDocument } from '../reports/load-combined.ts';
import type { ReportShelf } from '../reports/render-report.ts';
import { asFile, sendArtifact } from '../reports/send-artifact.ts';
import { knownRun } from './run-routes.ts';
import { idParams, idSchema } from './run-shape.ts';

const languageSchema = z.enum(LANGUAGES).default('en').describe('Language of what people read.');

/** combined.json is what is stored; the others are drawn from it. */
const COMBINED = 'combined';
const FORMATS = [COMBINED, ...Object.keys(WRITERS)] as [typeof COMBINED, ...WriterName[]];

const formatParams = idParams.extend({ format: z.enum(FORMATS) });
const questionSchema = z.object({ lang: languageSchema });

const tags = ['reports'];
/** Drawing a large report takes seconds of one core; so few may be asked for in a minute. */
export const DRAWING = { max: 120, timeWindow: 60_000 } as const;

/** `/runs/:id/artifacts`: the report of a run in every format, and two of them held against each other. */
export function artifactRoutes(app: WebApp, parts: AppParts, shelf: ReportShelf): void {
  const listed = z.object({
    formats: z.array(z.object({ format: z.enum(FORMATS), fileName: z.string(), mediaType: z.string() })),
  });
  app.get(
    '/runs/:id/artifacts',
    { schema: { tags, summary: 'Formats of the report', params: idParams, response: { 200: listed } } },
    async ({ params }) => {
      await knownRun(parts, params.id);
      return { formats: FORMATS.map((format) => ({ format, ...factsOf(format) })) };
    },
  );
  app.get(
    '/runs/:id/artifacts/:format',
    {
      config: { rateLimit: DRAWING },
      schema: {
        tags,
        summary: 'The report in one format',
        params: formatParams,
        querystring: questionSchema,
      },
    },
    async ({ params, query }, reply) => {
      const run = await knownRun(parts, params.id);
      if (params.format === COMBINED) {
        const document = await storedDocument(parts, run);
        return asFile(reply, factsOf(COMBINED).fileName)
          .type('application/json')
          .serializer(String)
          .send(document);
      }
      return sendArtifact(reply, params.format, await shelf.render(run, params.format, query.lang));
    },
  );
  compareRoute(app, parts, shelf);
}

function compareRoute(app: WebApp, parts: AppParts, shelf: ReportShelf): void {
  const querystring = z.object({
    base: idSchema,
    head: idSchema,
    format: z.enum(['json', 'markdown']).default('json'),
    lang: languageSchema,
  });
  app.get(
    '/compare',
    {
      config: { rateLimit: DRAWING },
      schema: { tags, summary: 'What changed between two runs of one project', querystring },
    },
    async ({ query }, reply) => {
      const [base, head] = [await knownRun(parts, query.base), await knownRun(parts, query.head)];
      const comparison = await shelf.compare(base, head);
      const isJson = query.format === 'json';
      const text = isJson
        ? renderComparison(comparison)
        : renderComparisonMarkdown(comparison, { lang: query.lang });
      const type = isJson ? 'application/json' : 'text/markdown; charset=utf-8';
      return asFile(reply, isJson ? 'comparison.json' : 'comparison.md')
        .type(type)
        .serializer(String)
        .send(text);
    },
  );
}

function factsOf(format: (typeof FORMATS)[number]): {
  readonly fileName: string;
  readonly mediaType: string;
} {
  if (format === COMBINED) return { fileName: 'combined.json', mediaType: 'application/json' };
  const { fileName, mediaType } = WRITERS[format];
  return { fileName, mediaType };
}
