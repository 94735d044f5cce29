import { join } from 'node:path';
import type { Diagnostic } from '../../base/diagnostics.ts';
import type { RelativePath } from '../../base/ids.ts';
import { compareText } from '../../base/ordering.ts';
import { isSystemError } from '../../inventory/confined-bytes.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import { type ClassPath, UNKNOWN_CLASS_PATH } from '../class-path.ts';
import { readDependencyTree } from './dependency-tree.ts';
import { incompletePath, notAsked, unresolvedModules } from './maven-diagnostics.ts';
import {
  BAD_POM,
  causeOf,
  failedProbes,
  type MavenCause,
  missingPoms,
  NOT_STARTED,
  TIMEOUT,
} from './maven-failure.ts';
import { type AskedModule, type MavenModules, mavenModules } from './maven-modules.ts';
import {
  type CallPlan,
  type MavenOptions,
  mavenArguments,
  mavenEnvironment,
  mirrorOf,
} from './maven-options.ts';
import { type Pin, probeName, probePom, probeRoot, settingsXml } from './probe-project.ts';
import { type Answer, pinsNeeded, readAnswers } from './read-answers.ts';
import { type MavenEnd, runMaven } from './run-maven.ts';
import { canWriteTo, openWorkplace, type Workplace } from './workplace.ts';

/** Modules that are asked about; a tree with more is made to exhaust somebody. */
const MAX_MODULES = 1_000;

/** Times that Maven is started again without the projects that it cannot read. */
const MAX_ROUNDS = 4;

/** What to resolve, and how. */
export interface MavenRequest {
  readonly inventory: Inventory;
  /** Texts of the poms of the tree. */
  readonly texts: ReadonlyMap<RelativePath, string>;
  readonly options: MavenOptions;
  readonly log: (text: string) => void;
}

/**
 * The class paths of the Maven modules of a tree, as Maven resolves them. Never throws for what a tree or a network can
 * do: what could not be resolved is missing from the modules and has a diagnostic that names the cause and the fix.
 */
export async function resolveMaven(request: MavenRequest): Promise<ClassPath> {
  const modules = mavenModules(request.inventory, request.texts);
  if (modules.asked.length === 0) return UNKNOWN_CLASS_PATH;
  const { command } = request.options;
  if (command === null) return { ...UNKNOWN_CLASS_PATH, diagnostics: [notAsked(modules.asked.length)] };
  try {
    const workplace = await openWorkplace();
    try {
      return await resolveIn(workplace, { ...request, modules, command });
    } finally {
      await workplace.remove();
    }
  } catch (error) {
    // A disk that is full, above all: it costs what Maven would have said, and no more.
    if (!isSystemError(error)) throw error;
    const failed = modules.asked.map((module) => ({ module, cause: NOT_STARTED }));
    return { ...UNKNOWN_CLASS_PATH, diagnostics: unresolvedModules(failed) };
  }
}

interface Work extends MavenRequest {
  readonly modules: MavenModules;
  readonly command: string;
}

async function resolveIn(workplace: Workplace, work: Work): Promise<ClassPath> {
  const { options, modules, inventory } = work;
  const plan = planCall(workplace, options);
  for (const [path, text] of modules.repository) await workplace.write(`tree/${path}`, text);
  await workplace.write('settings.xml', settingsXml(mirrorOf(options)), 0o600);
  const asked = modules.asked.slice(0, MAX_MODULES);
  const deadline = Date.now() + options.timeoutSeconds * 1000;
  const session: Session = { workplace, plan, work, deadline, missing: new Set() };
  const first = await ask(
    session,
    asked.map((module) => ({ module, pins: [] })),
  );
  const again = first.answers.flatMap(({ module, nodes }) => {
    const pins = pinsNeeded(nodes);
    return pins.length === 0 ? [] : [{ module, pins }];
  });
  const second = again.length === 0 ? { answers: [], failed: [] } : await ask(session, again);
  const better = new Map(second.answers.map((answer) => [answer.module, answer]));
  const worse = new Set(second.failed.map(({ module }) => module));
  const answers = first.answers
    .filter(({ module }) => !worse.has(module))
    .map((answer) => better.get(answer.module) ?? answer);
  const missing = [...session.missing].sort(compareText);
  return {
    ...readAnswers(answers, inventory),
    diagnostics: [
      ...unresolvedModules([...first.failed, ...second.failed]),
      ...incompletePath(missing, options.offline),
    ] satisfies Diagnostic[],
  };
}

function planCall(workplace: Workplace, options: MavenOptions): CallPlan {
  const place = (name: string): string => join(workplace.path, name);
  const { repository, plugins, offline } = options;
  const keeps = repository !== null && !offline && canWriteTo(repository);
  const given = [keeps ? null : repository, plugins].filter((path) => path !== null);
  return {
    options,
    projects: place('projects'),
    settings: place('settings.xml'),
    tree: place('tree'),
    downloads: keeps ? repository : place('downloads'),
    tails: [place('tree'), ...given],
  };
}

interface Session {
  readonly workplace: Workplace;
  readonly plan: CallPlan;
  readonly work: Work;
  readonly deadline: number;
  /** Libraries without a pom of their own, over all calls. */
  readonly missing: Set<string>;
}

interface Question {
  readonly module: AskedModule;
  readonly pins: readonly Pin[];
}

/** A module without an answer. */
export interface Unanswered {
  readonly module: AskedModule;
  readonly cause: MavenCause;
}

/** Asks about modules. One that Maven cannot read stops it before it begins, so it is asked again without that one. */
async function ask(
  session: Session,
  questions: readonly Question[],
): Promise<{ readonly answers: readonly Answer[]; readonly failed: readonly Unanswered[] }> {
  const failed: Unanswered[] = [];
  const waiting = new Map(questions.map((question, index) => [index, question]));
  for (const [index, { module, pins }] of waiting) {
    await session.workplace.write(
      `projects/${probeName(index)}/pom.xml`,
      probePom(index, module.coordinates, pins),
    );
  }
  for (let round = 0; round < MAX_ROUNDS && waiting.size > 0; round += 1) {
    await session.workplace.write('projects/pom.xml', probeRoot([...waiting.keys()]));
    const end = await call(session);
    for (const name of missingPoms(end.output)) session.missing.add(name);
    const answers = await collect(session, waiting);
    const refused = [...failedProbes(end.output)].filter(([index]) => waiting.has(index));
    for (const [index, reason] of refused) {
      const question = waiting.get(index);
      if (question !== undefined) failed.push({ module: question.module, cause: causeOf(reason) });
      waiting.delete(index);
    }
    const isOver = answers.length > 0 || end.kind !== 'ended' || refused.length === 0;
    if (isOver) return { answers, failed: [...failed, ...unanswered(waiting, answers, end)] };
  }
  return { answers: [], failed: [...failed, ...unanswered(waiting, [], null)] };
}

function call({ workplace, plan, work, deadline }: Session): Promise<MavenEnd> {
  const { options, command, log } = work;
  const { password } = mirrorOf(options);
  return runMaven({
    command,
    arguments: mavenArguments(plan),
    directory: plan.projects,
    environment: mavenEnvironment(options, workplace.path),
    timeoutMs: Math.max(1, deadline - Date.now()),
    log,
    secrets: password === null ? [] : [encodeURIComponent(password), password],
  });
}

async function collect(
  { workplace }: Session,
  questions: ReadonlyMap<number, Question>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (const [index, { module }] of questions) {
    const text = await workplace.read(`projects/${probeName(index)}/tree.txt`);
    if (text !== null) answers.push({ module, nodes: readDependencyTree(text) });
  }
  return answers;
}

function unanswered(
  questions: ReadonlyMap<number, Question>,
  answers: readonly Answer[],
  end: MavenEnd | null,
): readonly Unanswered[] {
  const answered = new Set(answers.map(({ module }) => module));
  const cause = causeOfEnd(end);
  return [...questions.values()]
    .filter(({ module }) => !answered.has(module))
    .map(({ module }) => ({ module, cause }));
}

function causeOfEnd(end: MavenEnd | null): MavenCause {
  if (end === null) return BAD_POM;
  if (end.kind === 'ended') return causeOf(end.output);
  return end.kind === 'timeout' ? TIMEOUT : NOT_STARTED;
}
