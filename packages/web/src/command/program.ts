import { Command, type CommanderError } from 'commander';
import { readBackup } from '../backup/read-backup.ts';
import { type RowCounts, writeBackup } from '../backup/write-backup.ts';
import { configFromProcess, environment } from '../config.ts';
import { migrate } from '../data/migrate.ts';
import { WebError } from '../failures/web-error.ts';
import { pipelineCommand } from './pipeline-command.ts';
import { withDatabase } from './with-database.ts';

/** Exit codes: the command line is wrong, and what was asked for could not be done. */
const EXIT_USAGE = 2;
const EXIT_FAILED = 1;

const EXAMPLES = `
Examples:
  DATABASE_URL=postgresql://csqa:secret@localhost/csqa csqa-web migrate
  CSQA_DATA_DIR=/srv/csqa CSQA_WORKER_CONCURRENCY=2 csqa-web pipeline
  csqa-web backup csqa-2026-11-26.backup
  csqa-web restore csqa-2026-11-26.backup

Environment:
  DATABASE_URL     postgresql://user:password@host:5432/database; without it the embedded database in CSQA_DATA_DIR
  CSQA_DATA_DIR    /var/lib/csqa
  SKIP_DB_BOOTSTRAP  1: tables are somebody else's; they are checked, not made
  CSQA_WORKER_CONCURRENCY  analyses at a time in one process (1); how they run: CSQA_ENGINE and the other names of the orchestrator`;

/** The commands of whoever keeps the app running. */
export function program(): Command {
  const root = new Command('csqa-web')
    .description('Keeps the database of the web app of CSQA and works on its runs.')
    .addHelpText('after', EXAMPLES)
    .exitOverride(exit);
  root
    .command('migrate')
    .description('bring the schema up to this version')
    .action(() => doing(migrateCommand));
  root
    .command('pipeline')
    .description('work on the runs that wait, until told to end')
    .action(() => doing(() => pipelineCommand(configFromProcess(), environment())));
  root
    .command('backup <file>')
    .description('write everything into a file, as it is at one moment; the app may go on')
    .action((file: string) => doing(() => backupCommand(file)));
  root
    .command('restore <file>')
    .description('put a backup into a database that is empty')
    .action((file: string) => doing(() => restoreCommand(file)));
  return root;
}

function exit(error: CommanderError): never {
  process.exit(error.exitCode === 0 ? 0 : EXIT_USAGE);
}

async function migrateCommand(): Promise<string> {
  const steps = await withDatabase(configFromProcess(), ({ db }) => migrate(db));
  return steps.length === 0 ? 'the schema is up to date' : `done: ${steps.join(', ')}`;
}

async function backupCommand(file: string): Promise<string> {
  const counts = await withDatabase(configFromProcess(), ({ db }) => writeBackup(db, file, new Date()));
  return `${file}: ${told(counts)}`;
}

async function restoreCommand(file: string): Promise<string> {
  const counts = await withDatabase(configFromProcess(), async ({ db }) => {
    await migrate(db);
    return readBackup(db, file);
  });
  return `restored: ${told(counts)}`;
}

function told(counts: RowCounts): string {
  return Object.entries(counts)
    .map(([table, rows]) => `${table} ${rows}`)
    .join(', ');
}

async function doing(work: () => Promise<string>): Promise<void> {
  try {
    process.stdout.write(`${await work()}\n`);
  } catch (error) {
    if (!(error instanceof WebError)) throw error;
    process.stderr.write(`${error.code}: ${error.message}\n  ${error.hint}\n`);
    process.exitCode = EXIT_FAILED;
  }
}
