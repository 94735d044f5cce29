import type { AnalysisMode, RunEngine } from '@csqa/report';
import { createDockerEngine } from '../docker/docker-engine.ts';
import { CsqaError } from '../errors.ts';
import type { ParsedOptions } from '../options.ts';
import type { EngineChoice } from '../request.ts';
import type { AnalyzerEngine } from './engine.ts';
import { createLocalEngine } from './local-engine.ts';

/** Every engine that is built in, by the name one asks for it with. A further one is a line here and a file beside. */
const engineFactories: Readonly<Record<string, (options: ParsedOptions) => AnalyzerEngine>> = {
  local: createLocalEngine,
  docker: createDockerEngine,
};

/** The engines of one orchestrator: the built-in ones, and over them what the caller brought. */
export function createEngines(
  options: ParsedOptions,
  brought: Readonly<Record<string, AnalyzerEngine>>,
): ReadonlyMap<string, AnalyzerEngine> {
  const builtIn = Object.entries(engineFactories).map(([name, create]) => [name, create(options)] as const);
  return new Map([...builtIn, ...Object.entries(brought)]);
}

/** Which engine a run asks for, and why. */
export interface EngineSelection {
  readonly requested: EngineChoice;
  readonly name: Exclude<EngineChoice, 'auto'>;
  readonly reason: string;
}

/** Reads a choice. `auto` never looks at what happens to be installed: isolation must not depend on that. */
export function selectEngine(requested: EngineChoice, mode: AnalysisMode): EngineSelection {
  if (requested !== 'auto') return { requested, name: requested, reason: 'It was asked for by name.' };
  return mode === 'fast'
    ? { requested, name: 'local', reason: 'fast only reads files, so a process of its own is enough.' }
    : { requested, name: 'docker', reason: 'full executes build tools, so it needs a container.' };
}

/** The engine of a selection. Throws ENGINE_UNAVAILABLE where there is none or it may not run this mode. */
export function engineFor(
  engines: ReadonlyMap<string, AnalyzerEngine>,
  selection: EngineSelection,
  mode: AnalysisMode,
): AnalyzerEngine {
  const engine = engines.get(selection.name);
  if (engine === undefined) {
    throw unavailable(
      `The engine "${selection.name}" is not part of this version. ${selection.reason}`,
      `Движка «${selection.name}» в этой версии нет.`,
    );
  }
  if (!engine.modes.includes(mode)) {
    throw unavailable(
      `The engine "${selection.name}" does not run the mode ${mode}, which needs a container.`,
      `Движок «${selection.name}» не выполняет режим ${mode}: ему нужен контейнер.`,
    );
  }
  return engine;
}

/** What the run record says about an engine that never ran. */
export function engineThatNeverRan(selection: EngineSelection): RunEngine {
  return {
    ...selection,
    isolation: selection.name === 'docker' ? 'container' : 'process',
    version: null,
    image: null,
    transfer: 'none',
  };
}

function unavailable(message: string, ru: string): CsqaError {
  return new CsqaError('ENGINE_UNAVAILABLE', message, {
    ru,
    hint: 'Use the local engine with the mode fast: CSQA_ENGINE=local csqa analyze --mode fast',
  });
}
