import { createOrchestrator } from '@csqa/orchestrator';
import { plain } from '@csqa/report';
import { Command } from 'commander';
import { EXIT } from '../failures/exit-codes.ts';
import { orchestratorOptions } from './orchestrator-options.ts';
import { type GlobalFlags, type Setting, writeJson, writeLines } from './setting.ts';

interface ReapFlags extends GlobalFlags {
  readonly json: boolean;
}

/** `csqa reap`: removes what runs that were killed left behind. Exit code 3 where something could not be removed. */
export function reapCommand(setting: Setting): Command {
  const { texts, world } = setting;
  const help = texts.help.reap;
  const command = new Command('reap').description(help.about).option('--json', help.json, false);
  return command.action(async () => {
    const flags = command.optsWithGlobals<ReapFlags>();
    const report = await createOrchestrator(orchestratorOptions(world)).reap();
    if (flags.json) writeJson(world, report);
    else {
      const { removed, failed, kept } = report;
      writeLines(world.stdout, [
        ...removed.map(({ kind, name }) => `${texts.reap.kinds[kind]} ${plain(name, 500)}`),
        ...failed.map(({ name, reason }) => texts.reap.failed(plain(name, 500), plain(reason, 500))),
        removed.length === 0 ? texts.reap.nothing : texts.reap.removed(removed.length),
        ...(kept === 0 ? [] : [texts.reap.kept(kept)]),
      ]);
    }
    setting.end(report.failed.length === 0 ? EXIT.fine : EXIT.couldNotRun);
  });
}
