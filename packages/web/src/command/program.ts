import { Command, type CommanderError } from 'commander';
import { readBackup } from '../backup/read-backup.ts';
import { type RowCounts, writeBackup } from '../backup/write-backup.ts';
import { configFromProcess, environment } from '../config.ts';
import { checkSchema, migrate } from '../data/migrate.ts';
import { WebError } from '../failures/web-error.ts';
import { engineProxyCommand } from './engine-proxy-command.ts';
import { pipelineCommand, upgradeSchema } from './pipeline-command.ts';
import { serveCommand } from './serve-command.ts';
import { withDatabase } from './with-database.ts';

/** Exit codes: the command line is wrong, and what was asked for could not be done. */
const EXIT_USAGE = 2;
const EXIT_FAILED = 1;

const EXAMPLES = `
Examples:
  CSA_WEB_TOKEN=a-long-random-text CSQA_DATA_DIR=/srv/csqa csqa-web
  DATABASE_URL=postgresql://csqa:secret@localhost/csqa csqa-web migrate
  CSQA_DATA_DIR=/srv/csqa CSQA_WORKER_CONCURRENCY=2 csqa-web pipeline
  csqa-web backup csqa-2026-11-26.backup
  csqa-web restore csqa-2026-11-26.backup

Environment:
  CSA_WEB_TOKEN    the token to sign in with; without it the app listens on this machine only
  PORT             8080; APP_HTTP_PORT is another name for it
  CSA_BASE_PATH    /csqa, when served under a path
  CSQA_TRUST_PROXY addresses of proxies in front of it, by commas, or loopback, uniquelocal
  CSQA_REQUESTS_PER_MINUTE  by one token or address (1200)
  CSQA_LOG_LEVEL   debug | info | warn | error
  APP_MODE         all | pipeline | dashboard; the last two need DATABASE_URL
  DATABASE_URL     postgresql://user:password@host:5432/database; without it the embedded database in CSQA_DATA_DIR
  CSQA_DATA_DIR    /var/lib/csqa
  SKIP_DB_BOOTSTRAP  1: tables are somebody else's; they are checked, not made
  CSQA_BACKUP_BEFORE_MIGRATION  0: change the schema without a backup in CSQA_DATA_DIR/backups
  CSQA_WORKER_CONCURRENCY  analyses at a time in one process (1); how they run: CSQA_ENGINE and the other names of the orchestrator
  CSQA_MAX_RUNNING, CSQA_MAX_RUNNING_PER_TOKEN  analyses at a time in all processes (as many as there are workers)
  CSQA_MAX_WAITING, CSQA_MAX_WAITING_PER_TOKEN  analyses that may wait (1000, 500)
  CSQA_KEEP_DAYS, CSQA_KEEP_RUNS  how long runs are kept, and how many of a project (365, 200); the newest green one always is
  CSQA_CACHE_MIB   kept of trees in CSQA_DATA_DIR/cache, so that a project's next run reads only what has changed (2048); 0: nothing
  CSQA_UPLOAD_MIB  largest archive that may be uploaded (256)
  CSQA_WEBHOOK_PRIVATE  1: webhooks may have private addresses, plain http and any port (0)`;

interface JsonFlag {
  readonly json: boolean;
}

/** What a command has to say: to people, and to a program that reads it. */
interface Said {
  readonly text: string;
  readonly json: object;
}

/** The commands of whoever keeps the app running. */
export function program(): Command {
  const root = new Command('csqa-web')
    .description('The web app of CSQA: serves it, works on its runs, keeps its database.')
    .addHelpText('after', EXAMPLES)
    .exitOverride(exit);
  root
    .command('serve', { isDefault: true })
    .description('serve pages and API and work on runs, or what APP_MODE says, until told to end')
    .action(() => doing(roleCommand));
  root
    .command('migrate')
    .description('bring the schema up to this version')
    .action(() => doing(migrateCommand));
  root
    .command('pipeline')
    .description('work on the runs that wait, until told to end')
    .action(() => doing(() => pipelineCommand(configFromProcess(), environment())));
  root
    .command('engine-proxy')
    .description("stand between the engine's socket and whoever runs analyses (docker-compose.hardened.yml)")
    .action(() => doing(() => engineProxyCommand(configFromProcess(), environment())));
  root
    .command('backup <file>')
    .description('write everything into a file, as it is at one moment; the app may go on')
    .option('--json', 'print JSON', false)
    .action((file: string, { json }: JsonFlag) => doing(() => backupCommand(file), json));
  root
    .command('restore <file>')
    .description('put a backup into a database that is empty')
    .option('--json', 'print JSON', false)
    .action((file: string, { json }: JsonFlag) => doing(() => restoreCommand(file), json));
  return root;
}

function roleCommand(): Promise<string> {
  const config = configFromProcess();
  return (config.role === 'pipeline' ? pipelineCommand : serveCommand)(config, environment());
}

function exit(error: CommanderError): never {
  process.exit(error.exitCode === 0 ? 0 : EXIT_USAGE);
}

async function migrateCommand(): Promise<string> {
  const config = configFromProcess();
  const steps = await withDatabase(config, ({ db }) => upgradeSchema(config, db));
  return steps.length === 0 ? 'the schema is up to date' : `done: ${steps.join(', ')}`;
}

async function backupCommand(file: string): Promise<Said> {
  const rows = await withDatabase(configFromProcess(), async ({ db }) => {
    await checkSchema(db);
    return writeBackup(db, file, new Date());
  });
  return { text: `${file}: ${told(rows)}`, json: { file, rows } };
}

async function restoreCommand(file: string): Promise<Said> {
  const rows = await withDatabase(configFromProcess(), async ({ db }) => {
    await migrate(db);
    return readBackup(db, file);
  });
  return { text: `restored: ${told(rows)}`, json: { file, rows } };
}

function told(counts: RowCounts): string {
  return Object.entries(counts)
    .map(([table, rows]) => `${table} ${rows}`)
    .join(', ');
}

async function doing(work: () => Promise<string | Said>, asJson = false): Promise<void> {
  try {
    const said = await work();
    const { text, json } = typeof said === 'string' ? { text: said, json: {} } : said;
    process.stdout.write(`${asJson ? JSON.stringify(json) : text}\n`);
  } catch (error) {
    if (!(error instanceof WebError)) throw error;
    const { code, message, hint } = error;
    if (asJson) process.stdout.write(`${JSON.stringify({ error: { code, message, hint } })}\n`);
    else process.stderr.write(`${code}: ${message}\n  ${hint}\n`);
    process.exitCode = EXIT_FAILED;
  }
}
