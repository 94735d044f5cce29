import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { fileFailure, UsageError } from '../failures/usage-error.ts';
import { type Setting, writeLines } from './setting.ts';

interface InitFlags {
  readonly force: boolean;
}

/** `csqa init`: writes a commented `.csqa.yml` into the current directory, and never over another without being told. */
export function initCommand(setting: Setting): Command {
  const { texts, world } = setting;
  const help = texts.help.init;
  const command = new Command('init').description(help.about).option('-f, --force', help.force, false);
  return command.action(async () => {
    const { force } = command.opts<InitFlags>();
    // Loaded here alone: it brings the schema of the configuration along, which no other command needs.
    const { configFile } = await import('@csqa/analyzer/config-template');
    const { name, text } = configFile(texts.language);
    const path = join(world.cwd, name);
    try {
      await writeFile(path, text, { flag: force ? 'w' : 'wx' });
    } catch (error) {
      const reason = fileFailure(error);
      if (reason === 'EEXIST')
        throw new UsageError(texts.init.exists(path), { fix: texts.init.existsFix, cause: error });
      throw new UsageError(texts.init.notWritable(path, reason), {
        fix: texts.init.notWritableFix,
        cause: error,
      });
    }
    writeLines(world.stdout, [texts.init.written(path), texts.init.next]);
  });
}
