import { methodId, type RelativePath, relativePath, typeName } from '../src/base/ids.ts';
import type { SourceLocation } from '../src/base/source-location.ts';
import type { MethodSummary, Road, SecurityView } from '../src/flow/security-view.ts';
import { createSummaryCalls } from '../src/flow/summary-calls.ts';
import type { Inventory } from '../src/inventory/inventory.ts';
import type { MetricDefinition, MetricInput, MetricResult } from '../src/metrics/metric.ts';
import type { GuardCategory } from '../src/models/kinds.ts';
import type { EntryParameter, EntryPoint, Sink } from '../src/models/labels.ts';
import { declaredLibraries } from '../src/resolution/libraries.ts';

/** A place in the sample file of metric tests. */
export function at(line: number, file = 'src/main/java/org/clinic/Visits.java'): SourceLocation {
  return { file: relativePath(file), line };
}

/** An HTTP entry point `GET /name`, public unless told otherwise. */
export function entry(name: string, parts: Partial<EntryPoint> = {}): EntryPoint {
  return {
    id: `http GET /${name}`,
    kind: 'http',
    verbs: ['GET'],
    paths: [`/${name}`],
    handler: methodId(typeName('org.clinic.Visits'), name, []),
    location: at(10),
    framework: 'spring-web',
    access: { verdict: 'public', mechanism: 'no-security', evidence: [] },
    parameters: [],
    ...parts,
  };
}

/** A parameter of a handler: free text from the query, not validated, unless told otherwise. */
export function parameter(name: string, parts: Partial<EntryParameter> = {}): EntryParameter {
  return { name, index: 0, source: 'query', type: 'String', entropy: 'string', validated: false, ...parts };
}

/** A database write, privileged, unless told otherwise. */
export function sink(operation: string, parts: Partial<Sink> = {}): Sink {
  return {
    id: `sink ${operation}`,
    kind: 'db',
    action: 'write',
    operation,
    privileged: true,
    owner: typeName('org.clinic.VisitRepository'),
    member: 'save',
    method: methodId(typeName('org.clinic.VisitService'), 'save', []),
    operationIndex: 3,
    location: at(40),
    dangers: [],
    mechanism: 'spring-data.write',
    confidence: 'certain',
    ...parts,
  };
}

/** A road of two methods from an entry point to an operation. */
export function road(from: EntryPoint, to: Sink, parts: Partial<Road> = {}): Road {
  return {
    entry: from,
    sink: to,
    hops: [
      { method: from.handler, label: 'Visits.handle', location: from.location, guards: [] },
      { method: to.method, label: 'VisitService.save', location: to.location, guards: [] },
    ],
    categories: [],
    shortestDistance: 1,
    hopsSinceTrust: null,
    uncheckedHops: 1,
    confidence: 'certain',
    ...parts,
  };
}

/** A production method. */
export function method(name: string, parts: Partial<MethodSummary> = {}): MethodSummary {
  const owner = typeName('org.clinic.VisitService');
  return {
    id: methodId(owner, name, []),
    label: `VisitService.${name}`,
    owner,
    location: at(20),
    role: 'production',
    cognitiveComplexity: 0,
    abstract: false,
    outDegree: 0,
    distanceToEntry: null,
    calls: [],
    ...parts,
  };
}

/** A view of a program with one unremarkable method and nothing else, plus what the test is about. */
export function viewOf(parts: Partial<SecurityView> = {}): SecurityView {
  const methods = parts.methods ?? [method('plain')];
  return {
    entryPoints: [],
    suppliedEntryPoints: [],
    sinks: [],
    guards: [],
    inertGuards: [],
    weaknesses: [],
    entityUses: [],
    ownedTypes: new Set(),
    identityReaders: new Set(),
    hasSessionLogin: false,
    shadowedRules: [],
    coverage: { callSites: 0, exact: 0, narrowed: 0, external: 0, unresolved: 0, unresolvedByReason: {} },
    methods,
    classes: [],
    unusedTypes: new Set(),
    ...createSummaryCalls(methods, parts.entryPoints ?? []),
    roads: [],
    truncated: { depthLimit: 12, entries: [], bodies: [] },
    taintedPaths: [],
    loggedInputs: [],
    securityCatches: [],
    errorResponses: [],
    secretUses: [],
    configuredSecrets: [],
    testReferences: { hasTests: false, types: new Set(), methods: new Set(), entries: new Set() },
    duplication: { tokens: 0, duplicatedTokens: 0, blocks: [] },
    homeMadeCrypto: [],
    ...parts,
  };
}

/** An inventory of nothing, plus what the test is about. */
export function inventoryOf(parts: Partial<Inventory> = {}): Inventory {
  return {
    files: [],
    modules: [],
    languages: [],
    manifests: [],
    configuration: [],
    properties: [],
    applications: [],
    dependencies: [],
    ownGroups: [],
    skipped: {
      ignored: 0,
      symlinks: 0,
      unreadable: 0,
      badNames: 0,
      special: 0,
      tooDeep: 0,
      truncated: false,
    },
    diagnostics: [],
    ...parts,
  };
}

/** What metrics and checks see: a view, and an inventory with the libraries that it declares, unless told otherwise. */
export function inputOf(
  view: Partial<SecurityView>,
  rest: Partial<Omit<MetricInput, 'view'>> = {},
): MetricInput {
  const inventory = rest.inventory ?? inventoryOf();
  return {
    view: viewOf(view),
    inventory,
    libraries: rest.libraries ?? declaredLibraries(inventory),
    classifyDependency: rest.classifyDependency ?? (() => 'other'),
  };
}

/** Measures one metric on a view. */
export function measureOn(
  metric: MetricDefinition,
  view: Partial<SecurityView>,
  rest: Partial<Omit<MetricInput, 'view'>> = {},
): MetricResult {
  return metric.measure(inputOf(view, rest));
}

/** The figures of a measured result; fails loudly on one that is not. */
export function figures(result: MetricResult) {
  if (result.kind !== 'measured') throw new Error(`expected a measured metric, got: ${result.reason.en}`);
  return {
    csqa1: result.value['csqa-1'],
    csqa2: result.value['csqa-2'],
    raw: result.raw,
    rules: result.evidence.map((evidence) => `${evidence.rule} ${evidence.severity}`),
  };
}

/** Guard categories of a road, by their first letters in tests that only count. */
export function walls(count: number): GuardCategory[] {
  return (
    ['authentication', 'authorization', 'validation', 'sanitization', 'rate-limiting', 'audit'] as const
  ).slice(0, count);
}

/** A path inside the tree. */
export function path(text: string): RelativePath {
  return relativePath(text);
}
