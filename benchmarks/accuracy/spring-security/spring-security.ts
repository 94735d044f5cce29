import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { relativePath } from '../../../analyzer/src/base/ids.ts';
import { compareText } from '../../../analyzer/src/base/ordering.ts';
import { java } from '../../../analyzer/src/languages/java/index.ts';
import type { Program } from '../../../analyzer/src/link/program.ts';
import type { EntryPoint, Labels } from '../../../analyzer/src/models/labels.ts';
import { loadModels } from '../../../analyzer/src/models/load-models.ts';
import type { Models } from '../../../analyzer/src/models/models.ts';
import { ratio, table } from '../markdown.ts';
import { readTree } from '../read-tree.ts';
import type { Measurement, Suite, SuiteRun } from '../suite.ts';
import type { AccessTest } from './access-test.ts';
import { type Judgement, judgeTest, refusal } from './judge-test.ts';
import { knownUsers, usersOfBeanFiles } from './known-users.ts';
import { readTests } from './read-tests.ts';
import { CATCH_ALL, type FindTestFile, type TestFile, writeSample } from './sample-project.ts';
import { readBeanFiles } from './xml-sample.ts';

/** Path rules against Spring Security's own tests: configuration, request and expected status. */
export const springSecurity: Suite = {
  name: 'spring-security',
  title: "Path rules against Spring Security's own tests",
  corpora: ['spring-security'],
  measure,
};

const TESTS = 'config/src/test/java';
const RESOURCES = 'config/src/test/resources';

interface Judged {
  readonly test: AccessTest;
  readonly judgement: Judgement;
  /** What the analyzer said, for people. */
  readonly answer: string;
}

/** A request that was not judged. */
interface Left {
  readonly reason: string;
  readonly isOnly: boolean;
}

async function measure(run: SuiteRun): Promise<Measurement> {
  const files = await readTestFiles(join(run.corpora, 'spring-security', TESTS));
  const find: FindTestFile = (name) => files.get(name);
  const resources = join(run.corpora, 'spring-security', RESOURCES);
  const models = await loadModels();
  const judged: Judged[] = [];
  const skipped: Left[] = [];
  for (const file of files.values()) {
    for (const test of readTests(file.facts)) {
      if ('skipped' in test) {
        skipped.push({ reason: test.skipped, isOnly: test.isOnly });
        continue;
      }
      const result = await judge({ test, file, find, models, work: run.work, resources });
      if (typeof result.judgement === 'string') judged.push(result);
      else skipped.push({ reason: result.judgement.skipped, isOnly: test.isOnly });
    }
  }
  const ofOne = judged.filter(({ test }) => test.isOnly).map(({ judgement }) => judgement);
  const unknown = ofOne.filter((judgement) => judgement === 'unknown').length;
  const right = ofOne.filter((judgement) => judgement === 'right').length;
  return {
    section: sectionOf(run.revisionOf('spring-security'), judged, skipped),
    figures: [
      { what: 'path rules, right among answered', value: right / (ofOne.length - unknown), least: 0.98 },
      { what: 'path rules, unknown among judged', value: unknown / ofOne.length, most: 0.05 },
    ],
    misses: (['wrong', 'unknown'] as const).flatMap((kind) =>
      judged.filter(({ judgement }) => judgement === kind).map(describe),
    ),
  };
}

async function judge({
  test,
  file,
  find,
  models,
  work,
  resources,
}: {
  readonly test: AccessTest;
  readonly file: TestFile;
  readonly find: FindTestFile;
  readonly models: Models;
  readonly work: string;
  /** Where bean files are looked for. */
  readonly resources: string;
}): Promise<Judged> {
  const directory = join(work, 'sample');
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory);
  const skipped = (reason: string): Judged => ({ test, judgement: { skipped: reason }, answer: '' });
  const beanFiles = test.beanFiles.length === 0 ? null : readBeanFiles(resources, test.beanFiles);
  if (beanFiles === undefined) return skipped('a bean file that is not there');
  if (!writeSample(directory, { test, file, find, beanFiles }))
    return skipped('registers a class from elsewhere');
  const { program, labels } = await readTree(directory, models);
  const facts = program.files.map((each) => each.facts);
  const beans = [...(beanFiles?.texts.values() ?? [])].join('\n');
  const classes = facts.map(({ path }) => readFileSync(join(directory, path), 'utf8'));
  const sample = {
    text: [...classes, beans].join('\n'),
    beans,
    users: [...knownUsers(facts), ...(beanFiles === null ? [] : usersOfBeanFiles(beanFiles))],
  };
  const refused = refusal(test, sample);
  if (refused !== undefined) return skipped(refused.skipped);
  const entry = entryOf(program, labels, test.request);
  if (entry === undefined) throw new Error(`no entry point for ${test.file} ${test.name}`);
  if (asksForLogin(program, entry)) return skipped('code decides about the caller');
  const { verdict, rule, mechanism } = entry.access;
  return {
    test,
    judgement: judgeTest(test, sample, entry.access),
    answer: `${verdict}${rule === undefined ? '' : ` ${rule}`} (${mechanism})`,
  };
}

/** The handler itself starts a login, and answers with what came of it. */
function asksForLogin(program: Program, { handler }: EntryPoint): boolean {
  const calls = program.method(handler)?.calls ?? [];
  return calls.some(({ name }) => name === 'authenticate' || name === 'login' || name === 'logout');
}

/**
 * The test's own handler where it has one for the request, else the one written for it. A handler that answers more than this
 * request, and has no annotations or checks of its own, says nothing more: then the written one is asked.
 */
function entryOf(
  program: Program,
  { entryPoints: entries, guards, inertGuards }: Labels,
  { verb, path }: AccessTest['request'],
): EntryPoint | undefined {
  const takes = (entry: EntryPoint): boolean =>
    entry.kind === 'http' &&
    (entry.verbs.includes('*') || entry.verbs.includes(verb)) &&
    entry.paths.some((template) => fits(template, path));
  const isOwn = (entry: EntryPoint): boolean => !entry.handler.startsWith(CATCH_ALL);
  const speaks = ({ handler }: EntryPoint): boolean =>
    inertGuards.some(({ method }) => method === handler) ||
    guards.some(({ carrier }) => carrier.kind !== 'entry' && carrier.method === handler) ||
    (program.method(handler)?.calls.length ?? 0) > 0;
  const isExact = ({ verbs, paths }: EntryPoint): boolean =>
    verbs.length === 1 && verbs[0] === verb && paths[0] === path;
  return (
    entries.find((entry) => takes(entry) && isOwn(entry) && (isExact(entry) || speaks(entry))) ??
    entries.find((entry) => !isOwn(entry))
  );
}

function fits(template: string, path: string): boolean {
  const [wanted, given] = [template.split('/'), path.split('/')];
  return (
    wanted.length === given.length &&
    wanted.every((segment, index) => segment === given[index] || /^\{.*\}$/u.test(segment))
  );
}

/** Top-level classes of the tests by full name, with what they say. */
async function readTestFiles(root: string): Promise<ReadonlyMap<string, TestFile>> {
  const extractor = java.createExtractor();
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.java') && !entry.name.includes('-info'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort(compareText);
  const files = new Map<string, TestFile>();
  for (const path of paths) {
    const text = readFileSync(join(root, path), 'utf8');
    const facts = await extractor.extract(relativePath(`${TESTS}/${path}`), text);
    files.set(path.slice(0, -'.java'.length).replaceAll('/', '.'), { facts, text });
  }
  extractor.close();
  return files;
}

function describe({ test, judgement, answer }: Judged): string {
  const { request, expected } = test;
  const file = test.file.slice(test.file.lastIndexOf('/') + 1);
  const { caller } = request;
  const who =
    caller.kind === 'user'
      ? caller.authorities.map((each) => ('role' in each ? each.role : each.authority)).join('+')
      : caller.kind === 'password'
        ? caller.name
        : 'nobody';
  return `${String(judgement)} ${file}:${test.line} ${test.name} [${[...test.beanFiles, ...test.registered].map((each) => each.slice(each.lastIndexOf('/') + 1)).join(', ')}] ${request.verb} ${request.path} by ${who}: expected ${expected}, said ${answer}`;
}

function sectionOf(revision: string, judged: readonly Judged[], left: readonly Left[]): string {
  const rows = [
    ['one request in the test', (test: AccessTest) => test.isOnly] as const,
    ['one of several', (test: AccessTest) => !test.isOnly] as const,
    ['all, configured in Java', (test: AccessTest) => test.beanFiles.length === 0] as const,
    ['all, configured in XML', (test: AccessTest) => test.beanFiles.length > 0] as const,
    ['all', () => true] as const,
  ].map(([what, fits]) => {
    const members = judged.filter(({ test }) => fits(test));
    const count = (kind: Judgement) => members.filter(({ judgement }) => judgement === kind).length;
    const [right, wrong, unknown] = [count('right'), count('wrong'), count('unknown')];
    const shares = [ratio(right, right + wrong), ratio(unknown, members.length)];
    return [what, members.length, right, wrong, unknown, ...shares];
  });
  const reasons = [...new Set(left.map(({ reason }) => reason))].sort(compareText).map((reason) => {
    const members = left.filter((each) => each.reason === reason);
    const alone = members.filter(({ isOnly }) => isOnly).length;
    return [reason, alone, members.length - alone];
  });
  return `${table(
    ['request', 'judged', 'right', 'wrong', 'unknown', 'right among answered', 'unknown among judged'],
    rows,
  )}

- Repository spring-security, revision ${revision}: test methods in ${TESTS} that register classes once, or
  load bean files once, and expect one status of a request through MockMvc.
- Each request becomes a project of its own: the registered classes with what they name, or the bean files with what they import
  and a web.xml that loads them, and a handler for the request. The verdict for that handler is right where it agrees with the
  status: 401 or a redirect means that nobody may pass without logging in, 403 that this caller may not pass, 2xx and 404 that
  this caller may.

Requests that were not judged, by reason:

${table(['reason', 'the only one', 'one of several'], reasons)}
`;
}
