import type { Report } from '../../src/schema/report.ts';
import type { TopologyEdge, TopologyNode } from '../../src/schema/topology.ts';
import { sampleFinding } from '../sample-report.ts';
import { pageReport } from './page-report.ts';

const FILE = 'src/main/java/org/clinic/OwnerController.java';

function node(id: string, kind: TopologyNode['kind'], more: Partial<TopologyNode> = {}): TopologyNode {
  return { id, kind, label: id, file: FILE, line: 41, ...more };
}

function edge(from: string, to: string, more: Partial<TopologyEdge> = {}): TopologyEdge {
  return { from, to, how: 'static', confidence: 'certain', file: FILE, line: 41, ...more };
}

/** Two entry points, one behind a login, that reach one operation; and `aside` methods that lead nowhere. */
export function graphReport(aside = 2): Report {
  const away = Array.from({ length: aside }, (_, position) => `Log.write${position}`);
  return pageReport({
    findings: [
      sampleFinding({
        path: ['Owners.create', 'Owners.save'].map((symbol) => ({
          file: FILE,
          line: 22,
          symbol,
          label: symbol,
        })),
      }),
    ],
    sinks: pageReport().sinks.map((sink) => ({
      ...sink,
      operation: 'db.write Owner',
      method: 'Owners.save',
      line: 22,
    })),
    topology: {
      nodes: [
        node('POST /owners', 'entry', { labels: ['http', 'public'] }),
        node('PUT /owners', 'entry', { labels: ['http', 'authenticated'], guards: ['authentication'] }),
        node('Owners.create', 'method', { metrics: { cognitiveComplexity: 3, distanceToEntry: 0 } }),
        node('Owners.change', 'method', { metrics: { cognitiveComplexity: 17, distanceToEntry: 0 } }),
        node('Owners.save', 'method', { guards: ['validation'] }),
        node('db.write Owner', 'sink', { labels: ['db', 'privileged'] }),
        ...away.map((id) => node(id, 'method')),
      ],
      edges: [
        edge('POST /owners', 'Owners.create', { how: 'entry' }),
        edge('PUT /owners', 'Owners.change', { how: 'entry' }),
        edge('Owners.create', 'Owners.save'),
        edge('Owners.change', 'Owners.save', { guards: ['audit'] }),
        edge('Owners.save', 'db.write Owner', { how: 'sink' }),
        ...away.map((id) => edge('Owners.create', id)),
      ],
    },
  });
}
