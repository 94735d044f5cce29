import { resultOf } from '../src/command/analysis-result.ts';
import { DEFAULT_CONFIG } from '../src/config/default-config.ts';
import type { WorkerTask } from '../src/worker-protocol.ts';

/** All that an analysis says of a tree with the defaults, but for what a test changes, of the task or while it is done. */
export async function wholeResult(
  changes: Partial<WorkerTask> & Pick<WorkerTask, 'root'>,
  onStage: (stage: string) => void = () => undefined,
) {
  const log: string[] = [];
  const stages: string[] = [];
  const report: Uint8Array[] = [];
  const done = await resultOf(
    {
      ...{ config: DEFAULT_CONFIG, configFile: '.csqa.yml', mode: 'fast', revision: null, version: '1' },
      ...{ callsFile: null, cacheDirectory: null, threads: 1 },
      ...changes,
    },
    (message) => {
      if (message.kind === 'log') log.push(message.text);
      if (message.kind === 'stage') {
        stages.push(message.stage);
        onStage(message.stage);
      }
      if (message.kind === 'report') report.push(message.part);
    },
  );
  return { result: { ...done, report: Buffer.concat(report).toString() }, log: log.join('\n'), stages };
}
