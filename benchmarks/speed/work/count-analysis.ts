import { Session } from 'node:inspector/promises';
import { codeRun, partOf } from './code-run.ts';

/**
 * Analyses the directory that is named and prints as JSON how much code ran for it, by part of the analyzer. What is done once a
 * process (reading the models) comes before the count. A process of its own, for the counters must be there before the code.
 */
const [root = ''] = process.argv.slice(2);
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

const { analyze } = await import('../../../analyzer/src/pipeline.ts');
const { DEFAULT_CONFIG } = await import('../../../analyzer/src/config/default-config.ts');
const { loadModels } = await import('../../../analyzer/src/models/load-models.ts');
const { renderJson } = await import('../../../packages/report/src/writers/json.ts');
await loadModels();
await session.post('Profiler.takePreciseCoverage');

const report = await analyze({
  root,
  config: DEFAULT_CONFIG,
  configFile: '.csqa.yml',
  mode: 'fast',
  revision: null,
  version: '0',
  onStage: () => undefined,
  onProgress: () => undefined,
});
renderJson(report);

const { result } = await session.post('Profiler.takePreciseCoverage');
const counts = report.timings.stages.find(({ stage }) => stage === 'facts')?.counts;
console.log(JSON.stringify({ bytes: counts?.bytes ?? 0, work: codeRun(result, partOf) }));
