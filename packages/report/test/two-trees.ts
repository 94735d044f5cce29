import type { Guard } from '../src/schema/guard.ts';
import type { Report } from '../src/schema/report.ts';
import type { TopologyEdge } from '../src/schema/topology.ts';
import { sampleFinding, sampleReport } from './sample-report.ts';

export const CONTROLLER = 'src/OwnerController.java';
export const SERVICE = 'src/OwnerService.java';
export const SECURITY = 'src/Security.java';
export const HANDLER = 'org.clinic.OwnerController#create()';
export const SAVE = 'org.clinic.OwnerService#save()';
export const AUDIT = 'org.clinic.Audit#record()';
const ENTRY = 'http POST /owners';

/** A finding in the controller, on the road from its handler to the service. */
export const ROAD_FINDING = sampleFinding({
  ...{ file: CONTROLLER, line: 10, symbol: HANDLER, fingerprint: 'road', id: 'road', sink: undefined },
  path: [
    { file: CONTROLLER, line: 11, symbol: HANDLER },
    { file: SERVICE, line: 21, symbol: SAVE },
  ],
});

/** The guard on the service. */
export const SERVICE_GUARD: Guard = {
  ...{ category: 'authorization', mechanism: 'pre-authorize', carrier: 'method', method: SAVE },
  ...{
    file: SERVICE,
    line: 20,
    text: "@PreAuthorize(hasRole('VET'))",
    state: 'active',
    confidence: 'certain',
  },
};

/** What one of the two trees differs in. */
export interface TreeChanges {
  /** Contents of files, by path; the others are as they were. */
  readonly contents?: Readonly<Record<string, string>>;
  /** Hashes of methods, by id. */
  readonly methods?: Readonly<Record<string, string>>;
  readonly guards?: Report['guards'];
  readonly findings?: Report['findings'];
  readonly verdict?: Report['entryPoints'][number]['access']['verdict'];
  readonly rule?: string;
  readonly edges?: readonly (readonly [from: string, to: string])[];
  readonly rest?: Partial<Report>;
}

/** A tree of a controller, a service, an auditor and the security configuration, whose handler calls the service. */
export function treeReport(changes: TreeChanges = {}): Report {
  const contents = {
    [CONTROLLER]: 'c',
    [SERVICE]: 's',
    [SECURITY]: 'x',
    'src/Audit.java': 'a',
    ...changes.contents,
  };
  const hashes = { [HANDLER]: 'h', [SAVE]: 's', [AUDIT]: 'a', ...changes.methods };
  const edges = changes.edges ?? [[HANDLER, SAVE]];
  return sampleReport({
    findings: changes.findings ?? [],
    suppressed: [],
    sources: Object.entries(contents).map(([file, hash]) => ({ file, hash })),
    methods: Object.entries(hashes).map(([id, hash]) => ({
      ...{ id, file: fileOf(id), line: 10, cognitiveComplexity: 0, distanceToEntry: 0, hash },
    })),
    guards: changes.guards ?? [],
    sinks: [],
    entryPoints: [
      {
        ...{ id: ENTRY, kind: 'http', verbs: ['POST'], paths: ['/owners'], handler: HANDLER },
        ...{ file: CONTROLLER, line: 10, params: [] },
        access: {
          verdict: changes.verdict ?? 'authenticated',
          mechanism: 'path-rule',
          evidence: [{ file: SECURITY, line: 5, text: changes.rule ?? 'anyRequest().authenticated()' }],
        },
      },
    ],
    topology: {
      nodes: [
        { id: ENTRY, kind: 'entry', label: 'POST /owners', file: CONTROLLER, line: 10 },
        ...[HANDLER, SAVE, AUDIT].map((id) => ({
          ...{ id, kind: 'method' as const, label: id, file: fileOf(id), line: 10 },
        })),
        { id: 'db.write Owner', kind: 'sink', label: 'db.write Owner', file: null, line: null },
      ],
      edges: [[ENTRY, HANDLER] as const, ...edges].map(edge),
    },
    ...changes.rest,
  });
}

function fileOf(id: string): string {
  return `src/${/(\w+)#/.exec(id)?.[1] ?? 'Unknown'}.java`;
}

function edge([from, to]: readonly [string, string]): TopologyEdge {
  return { from, to, how: 'static', confidence: 'certain', file: fileOf(from), line: 12 };
}
