import { resolve } from 'node:path';
import { type AnalysisOutcome, type AnalysisRequest, createOrchestrator } from '@csqa/orchestrator';
import type { Report } from '@csqa/report';
import type { Command } from 'commander';
import { checkCallsFile, copyCalls } from '../analysis/calls-file.ts';
import { judgedReport } from '../analysis/judged-report.ts';
import { loadBaseline } from '../analysis/reports-to-compare.ts';
import { languageOfEnvironment } from '../arguments/language.ts';
import { readSource } from '../arguments/source-argument.ts';
import { openProgress } from '../progress/progress-display.ts';
import { type AnalyzeFlags, analyzeWithFlags } from './analyze-flags.ts';
import { type Ending, tellEnding } from './analyze-outcome.ts';
import { gateFlagsOf } from './gate-flags.ts';
import { orchestratorOptions } from './orchestrator-options.ts';
import type { Setting } from './setting.ts';

/** `csqa analyze`: runs the analysis, shows its progress, tells its result and judges it by the gate. */
export function analyzeCommand(setting: Setting): Command {
  const command = analyzeWithFlags(setting.texts);
  return command.action(async (source: string) => {
    const flags = command.optsWithGlobals<AnalyzeFlags>();
    const isOptional = (flags.onMissingBaseline ?? 'fail') !== 'fail';
    const place = { cwd: setting.world.cwd, texts: setting.texts };
    // Before the run: the baseline may lie in the out directory.
    const baseline =
      flags.baseline === undefined ? null : await loadBaseline(flags.baseline, isOptional, place);
    tellEnding(await run({ source, baseline }, flags, setting), flags, setting);
  });
}

/** What is analysed, and what it is held against. */
interface Subject {
  /** As written. */
  readonly source: string;
  readonly baseline: Report | null;
}

async function run(subject: Subject, flags: AnalyzeFlags, setting: Setting): Promise<Ending> {
  const { world, texts } = setting;
  const callsFile = flags.dumpCalls === undefined ? null : resolve(world.cwd, flags.dumpCalls);
  if (callsFile !== null) await checkCallsFile(callsFile, texts.usage);
  const request = await requestOf(subject, flags, setting);
  const orchestrator = createOrchestrator(orchestratorOptions(world, flags));
  // What runs that died left behind holds copies of sources: it goes before anything is added to it.
  await orchestrator.reap();
  const progress = openProgress(world, texts, flags);
  const interruption = world.listenForInterruption();
  const onAbort = (): void => progress.say(texts.progress.stopping);
  interruption.signal.addEventListener('abort', onAbort);
  let outcome: AnalysisOutcome | null = null;
  try {
    outcome = await orchestrator.analyze(request, {
      signal: interruption.signal,
      ahead: world.ahead,
      onEvent: progress.hear,
    });
    if (callsFile !== null) await copyCalls(outcome, callsFile, texts.usage);
  } finally {
    progress.close(outcome?.status === 'succeeded' ? 'succeeded' : 'failed');
    interruption.dispose();
  }
  return { outcome, interruptedWith: interruption.exitCode(), baseline: subject.baseline };
}

async function requestOf(
  { source: written, baseline }: Subject,
  flags: AnalyzeFlags,
  { world, texts, languageAsked }: Setting,
): Promise<AnalysisRequest> {
  const { cwd, env, today } = world;
  const { ref, config, engine, timeout, memory } = flags;
  const day = flags.asOf ?? today();
  const source = await readSource({ written, ref, cwd, env, texts: texts.usage });
  const language = languageAsked ?? (languageOfEnvironment(env) === 'ru' ? 'ru' : undefined);
  return {
    source,
    outDir: resolve(cwd, flags.out),
    mode: flags.mode,
    formats: [...flags.format],
    dumpCalls: flags.dumpCalls !== undefined,
    today: day,
    formatOptions: (report) => judgedReport(report, { baseline, day, flags: gateFlagsOf(flags) }),
    ...(language === undefined ? {} : { language }),
    ...(engine === undefined ? {} : { engine }),
    ...(config === undefined ? {} : { config: resolve(cwd, config) }),
    limits: {
      ...(timeout === undefined ? {} : { timeoutSeconds: timeout }),
      ...(memory === undefined ? {} : { memoryBytes: memory }),
    },
  };
}
