import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { AppParts } from '../app-parts.ts';
import { linksUnder } from '../links.ts';
import { PROBLEM_STATUS } from '../problem.ts';

const VERSION = '1.0.0';

/** Describes the routes that follow as OpenAPI 3.1. */
export async function describeApi(app: FastifyInstance, { config }: AppParts): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'CSQA',
        version: VERSION,
        description:
          'Asks for analyses, watches them, reads their reports. Problems are application/problem+json with `code`, `message` and `hint`.',
      },
      servers: [{ url: config.basePath === '' ? '/' : config.basePath }],
      security: [{ token: [] }],
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
      tags: ['runs', 'reports', 'projects', 'operations', 'administration'].map((name) => ({ name })),
    },
    transform: jsonSchemaTransform,
    transformObject: (given) => withProblems(jsonSchemaTransformObject(given)) as Transformed,
  });
}

/** What every operation may answer instead: a problem. */
const PROBLEM = {
  description: 'What went wrong (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const PROBLEM_SCHEMA = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'message', 'hint'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(PROBLEM_STATUS), description: 'Stable for ever.' },
    message: { type: 'string' },
    hint: { type: 'string', description: 'What mends it.' },
  },
} as const;

type Transformed = ReturnType<typeof jsonSchemaTransformObject>;

/** What is read and changed of a description. */
interface ApiDescription {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, { responses?: object }>>>>;
  readonly components?: { readonly schemas?: object };
}

function withProblems(transformed: Transformed): ApiDescription {
  const described = transformed as ApiDescription;
  for (const operations of Object.values(described.paths ?? {})) {
    for (const operation of Object.values(operations)) {
      operation.responses = { ...operation.responses, default: PROBLEM };
    }
  }
  const { components = {} } = described;
  const schemas = { ...components.schemas, Problem: PROBLEM_SCHEMA };
  return { ...described, components: { ...components, schemas } };
}

/** The description as a page, which loads nothing from elsewhere, and as `/api/v1/docs/json`. */
export async function docsRoutes(app: FastifyInstance, { config }: AppParts): Promise<void> {
  await app.register(swaggerUi, {
    routePrefix: '/api/v1/docs',
    indexPrefix: linksUnder(config.basePath)(''),
    uiConfig: { docExpansion: 'list', deepLinking: true, validatorUrl: null },
    staticCSP: false,
  });
}
