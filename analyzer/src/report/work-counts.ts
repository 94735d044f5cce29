import type { SecurityView } from '../flow/security-view.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { Program } from '../link/program.ts';
import type { Labels } from '../models/labels.ts';
import type { ExtractedFacts } from '../stages/extract-facts.ts';
import type { JudgedTests } from '../stages/judge-tests.ts';
import type { ReportInput } from './report-input.ts';

/** How much each stage had to do: counts that depend on the tree alone. */
export function workCounts(done: {
  readonly inventory: Inventory;
  readonly facts: Pick<ExtractedFacts, 'files' | 'bytes' | 'lines'>;
  readonly program: Program;
  readonly labels: Labels;
  readonly tests: JudgedTests;
  readonly view: SecurityView;
  readonly open: number;
  readonly suppressed: number;
}): ReportInput['work'] {
  const { inventory, facts, program, labels, tests, view } = done;
  return [
    {
      stage: 'inventory',
      counts: { files: inventory.files.length, dependencies: inventory.dependencies.length },
    },
    { stage: 'facts', counts: { files: facts.files.length, bytes: facts.bytes, lines: facts.lines } },
    {
      stage: 'link',
      counts: {
        types: program.types.length + tests.types,
        methods: program.methods.length + tests.methods,
        callSites: program.coverage.callSites,
      },
    },
    {
      stage: 'models',
      counts: {
        entryPoints: labels.entryPoints.length,
        guards: labels.guards.length,
        sinks: labels.sinks.length,
      },
    },
    { stage: 'flow', counts: { roads: view.roads.length, taintedPaths: view.taintedPaths.length } },
    { stage: 'findings', counts: { open: done.open, suppressed: done.suppressed } },
  ];
}
