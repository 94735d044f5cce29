import type { SecurityView } from '../flow/security-view.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { Program } from '../link/program.ts';
import type { Labels } from '../models/labels.ts';
import type { ExtractedFacts } from '../stages/extract-facts.ts';
import type { JudgedTests } from '../stages/judge-tests.ts';
import type { ReportInput } from './report-input.ts';

/** How much there was of code that runs, and in it. */
export interface CodeCounts {
  readonly types: number;
  readonly methods: number;
  readonly callSites: number;
  readonly entryPoints: number;
  readonly guards: number;
  readonly sinks: number;
}

/** Counts a program and what was found in it. */
export function codeCounts(program: Program, labels: Labels): CodeCounts {
  return {
    types: program.types.length,
    methods: program.methods.length,
    callSites: program.coverage.callSites,
    entryPoints: labels.entryPoints.length,
    guards: labels.guards.length,
    sinks: labels.sinks.length,
  };
}

/** How much each stage had to do: counts that depend on the tree alone. */
export function workCounts(done: {
  readonly inventory: Inventory;
  readonly facts: Pick<ExtractedFacts, 'files' | 'bytes' | 'lines'>;
  readonly code: CodeCounts;
  readonly tests: JudgedTests;
  readonly view: SecurityView;
  readonly open: number;
  readonly suppressed: number;
}): ReportInput['work'] {
  const { inventory, facts, code, tests, view } = done;
  return [
    {
      stage: 'inventory',
      counts: { files: inventory.files.length, dependencies: inventory.dependencies.length },
    },
    { stage: 'facts', counts: { files: facts.files.length, bytes: facts.bytes, lines: facts.lines } },
    {
      stage: 'link',
      counts: {
        types: code.types + tests.types,
        methods: code.methods + tests.methods,
        callSites: code.callSites,
      },
    },
    {
      stage: 'models',
      counts: { entryPoints: code.entryPoints, guards: code.guards, sinks: code.sinks },
    },
    { stage: 'flow', counts: { roads: view.roads.length, taintedPaths: view.taintedPaths.length } },
    { stage: 'findings', counts: { open: done.open, suppressed: done.suppressed } },
  ];
}
