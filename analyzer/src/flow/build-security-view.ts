import type { TypeName } from '../base/ids.ts';
import { byText, compareLocation, compareText, inOrder } from '../base/ordering.ts';
import type { LinkInput, Program, ProgramMethod } from '../link/program.ts';
import type { EntryPoint, Labels, TestCode } from '../models/labels.ts';
import { buildRequestGraph, type CallGraph, distancesFrom } from './call-graph.ts';
import { summariseClass, summariseMethods } from './code-summaries.ts';
import { findDuplication } from './duplication.ts';
import { startOf } from './entry-code.ts';
import { findErrorResponses } from './error-responses.ts';
import { indexGuards } from './guard-masks.ts';
import { findHomeMadeCrypto } from './home-made-crypto.ts';
import { withImplicitCalls } from './implicit-calls.ts';
import { methodLabel } from './method-label.ts';
import { ownObjects } from './own-object.ts';
import { findRoads } from './roads.ts';
import { findSecretUses } from './secret-uses.ts';
import { judgeSecurityCatches } from './security-catches.ts';
import type { CutBody, SecurityView } from './security-view.ts';
import { createSummaryCalls } from './summary-calls.ts';
import { carriesOnlyByRow, carriesSecrets } from './taint/carry-rules.ts';
import { createSummaries } from './taint/summaries.ts';
import { taintGround } from './taint/taint-ground.ts';
import { findTaintedPaths } from './tainted-paths.ts';
import { findTestReferences } from './test-references.ts';
import { findUnusedTypes } from './unused-types.ts';

export interface ViewOptions {
  /** Most hops of a road or a flow; 12 by default (design/metrics.md). */
  readonly depthLimit: number;
  /** What test code does. */
  readonly tests: TestCode;
}

/** Answers every question that metrics ask, in one place; the only way from program and labels to metrics. */
export function buildSecurityView(linked: Program, found: Labels, options: ViewOptions): SecurityView {
  const program = withImplicitCalls(linked, found.implicitCalls);
  const labels = { ...found, entryPoints: found.entryPoints.filter(isOfThisCode) };
  const graph = buildRequestGraph(program);
  const objectOf = ownObjects(program);
  const known: Known = { program, labels, graph, objectOf, depthLimit: options.depthLimit };
  const sinks = labels.sinks.filter((sink) => graph.indexOf(sink.method) !== undefined);
  const distances = distancesFrom(
    graph,
    labels.entryPoints.flatMap((entry) => startOf(graph, entry) ?? []),
  );
  const methods = summariseMethods(graph, distances);
  const guards = indexGuards(graph, labels.guards);
  const { roads, cut: roadsCut } = findRoads({ ...known, guards, entryPoints: labels.entryPoints, sinks });
  const unusedTypes = findUnusedTypes(program, labels, options.tests);
  const calls = createSummaryCalls(methods, labels.entryPoints, graph.indexOf);
  const { cut, bodies, ...values } = followValues({ ...known, runs: calls.runs }, distances);
  return {
    entryPoints: labels.entryPoints,
    suppliedEntryPoints: found.entryPoints.filter(({ supplied }) => supplied !== undefined),
    sinks,
    guards: labels.guards,
    inertGuards: labels.inertGuards,
    weaknesses: labels.weaknesses,
    entityUses: labels.entityUses,
    ownedTypes: labels.ownedTypes,
    identityReaders: labels.identityReaders,
    hasSessionLogin: labels.hasSessionLogin,
    shadowedRules: labels.shadowedRules,
    configuredSecrets: labels.configuredSecrets,
    coverage: program.coverage,
    methods,
    classes: program.types.flatMap(summariseClass),
    unusedTypes,
    ...calls,
    roads,
    truncated: {
      depthLimit: options.depthLimit,
      entries: [...new Set([...roadsCut, ...cut])].sort(compareText),
      bodies,
    },
    ...values,
    securityCatches: judgeSecurityCatches(program, labels, graph),
    testReferences: findTestReferences(known, options.tests),
    duplication: findDuplication(filesInUse(program, unusedTypes)),
    homeMadeCrypto: findHomeMadeCrypto(program, labels),
  };
}

/** What nothing switches on takes no requests, and what a library answers by itself runs no code of the tree. */
function isOfThisCode({ dormant, supplied }: EntryPoint): boolean {
  return dormant === undefined && supplied === undefined;
}

/** Files without types (package descriptions) and with at least one that is in use. */
function filesInUse({ files, types }: Program, unused: ReadonlySet<TypeName>): readonly LinkInput[] {
  const idle = new Set(types.filter(({ name }) => unused.has(name)).map(({ file }) => file));
  for (const { name, file } of types) if (!unused.has(name)) idle.delete(file);
  return files.filter((file) => !idle.has(file));
}

interface Known {
  readonly program: Program;
  readonly labels: Labels;
  readonly graph: CallGraph;
  readonly objectOf: ReturnType<typeof ownObjects>;
  readonly depthLimit: number;
}

/** Where input, exceptions and secrets go. Each kind of value has rules of its own for what library code makes of it. */
function followValues(known: Known & Pick<SecurityView, 'runs'>, distances: Int32Array) {
  const { program, labels, graph } = known;
  const ground = taintGround(program, labels);
  const carried = createSummaries(ground);
  const asItIs = createSummaries(ground, carriesOnlyByRow);
  const secrets = createSummaries(ground, carriesSecrets);
  const { paths, logged, truncated } = findTaintedPaths({ ...known, summaries: { asItIs, carried } });
  const isReachable = (method: ProgramMethod) => (distances[graph.indexOf(method.id) ?? -1] ?? -1) >= 0;
  const errorResponses = findErrorResponses(program, labels, {
    summaries: { asItIs, carried },
    isReachable,
  });
  const secretUses = findSecretUses(program, labels, secrets);
  const bodies = cutBodies([...ground.flows.coarse, ...carried.cut, ...asItIs.cut, ...secrets.cut]);
  return { taintedPaths: paths, loggedInputs: logged, cut: truncated, errorResponses, secretUses, bodies };
}

function cutBodies(methods: readonly ProgramMethod[]): CutBody[] {
  return [...new Set(methods)]
    .map((method) => ({
      label: methodLabel(method),
      location: { file: method.owner.file.facts.path, line: method.declaration?.line ?? 1 },
    }))
    .sort(
      inOrder(
        (left, right) => compareLocation(left.location, right.location),
        byText(({ label }) => label),
      ),
    );
}
