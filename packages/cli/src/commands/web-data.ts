import { plain } from '@csqa/report';
import { Command } from 'commander';
import { askWebApp, type WebAnswer } from '../web-app/ask-web-app.ts';
import { type Setting, writeJson, writeLines } from './setting.ts';

const LONGEST_PATH = 1_000;

/** `csqa backup`: everything that the web app keeps, in one file. */
export function backupCommand(setting: Setting): Command {
  const { help, webApp } = setting.texts;
  return webCommand(setting, { name: 'backup', help: help.backup, told: webApp.saved });
}

/** `csqa restore`: a backup into an empty database of the web app. */
export function restoreCommand(setting: Setting): Command {
  const { help, webApp } = setting.texts;
  return webCommand(setting, { name: 'restore', help: help.restore, told: webApp.restored });
}

interface WebCommand {
  readonly name: 'backup' | 'restore';
  readonly help: { readonly about: string; readonly file: string; readonly json: string };
  readonly told: (file: string) => string;
}

function webCommand({ texts, world, end }: Setting, { name, help, told }: WebCommand): Command {
  const command = new Command(name)
    .description(help.about)
    .argument('<file>', help.file)
    .option('--json', help.json, false);
  return command.action(async (file: string, { json }: { readonly json: boolean }) => {
    const interruption = world.listenForInterruption();
    const { signal } = interruption;
    try {
      const args = [name, '--json', '--', file];
      const answer = await askWebApp({ world, texts: texts.webApp, args, signal });
      if (json) writeJson(world, answer);
      else writeLines(world.stdout, [told(plain(file, LONGEST_PATH)), ...rowLines(answer)]);
    } catch (error) {
      if (!signal.aborted) throw error;
      end(interruption.exitCode());
    } finally {
      interruption.dispose();
    }
  });
}

function rowLines({ rows }: WebAnswer): readonly string[] {
  const width = Math.max(0, ...Object.keys(rows).map((table) => table.length));
  return Object.entries(rows).map(([table, count]) => `  ${plain(table, 100).padEnd(width)}  ${count}`);
}
