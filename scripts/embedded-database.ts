import { join } from 'node:path';
import { repositoryRoot } from './run-command.ts';

/** Where the web app of a clone keeps everything, unless the environment says otherwise. */
export const embeddedDatabase = { CSQA_DATA_DIR: join(repositoryRoot, '.csqa-data') };
