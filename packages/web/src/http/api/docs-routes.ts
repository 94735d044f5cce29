import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { AppParts } from '../app-parts.ts';
import { linksUnder } from '../links.ts';

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
    transformObject: jsonSchemaTransformObject,
  });
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
