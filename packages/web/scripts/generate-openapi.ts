import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fastify } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import type { WebTables } from '../src/data/schema.ts';
import { apiRoutes } from '../src/http/api/api-routes.ts';
import type { AppParts } from '../src/http/app-parts.ts';
import { ReportShelf } from '../src/http/reports/render-report.ts';
import { httpConfigFrom } from '../src/http-config.ts';
import { jobsConfigFrom } from '../src/jobs-config.ts';

/**
 * Writes docs/api/openapi.json: the API as its routes describe it. With `--check` it writes nothing and exits 1 when the file
 * differs from what it would write.
 */
const file = join(import.meta.dirname, '../../../docs/api/openapi.json');
const unset = () => undefined;

/** Routes are described without a question to a database, so there is none behind it. */
const db = new Kysely<WebTables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (of) => new PostgresIntrospector(of),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});
const parts: AppParts = {
  database: { db, store: { kind: 'postgres', url: '' }, close: () => Promise.resolve() },
  queue: { wake: () => Promise.resolve() },
  config: httpConfigFrom(unset),
  jobs: jobsConfigFrom(unset),
  clock: () => new Date(0),
  log: { write: unset },
  secret: Buffer.alloc(32),
  checkout: {},
};

const app = fastify().withTypeProvider<ZodTypeProvider>();
app.setValidatorCompiler(validatorCompiler).setSerializerCompiler(serializerCompiler);
await apiRoutes(app, parts, new ReportShelf(parts));
await app.ready();
const text = `${JSON.stringify(app.swagger(), null, 2)}\n`;
await app.close();
if (!process.argv.includes('--check')) await writeFile(file, text);
else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
  console.log('stale: docs/api/openapi.json');
  process.exitCode = 1;
}
