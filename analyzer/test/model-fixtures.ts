import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Program } from '../src/link/program.ts';
import type { CallRole, EntryPoint, ImplicitCall, Sink } from '../src/models/labels.ts';
import type { Models, Section } from '../src/models/models.ts';
import type { LabelsOfTree } from './labels-of.ts';

/** Roles that follow from the sinks, which are printed themselves. */
const FROM_SINKS: ReadonlySet<string> = new Set(['look-up', 'answer']);

/** Sections whose rows make labels; the others only say what types and annotations are. */
const LABELLING = [
  'entries',
  'guards',
  'sanitizers',
  'sinks',
  'sources',
  'logs',
  'responses',
  'secretCalls',
  'declassifiers',
  'exceptionDetails',
  'propagators',
  'elements',
  'addresses',
  'refusals',
  'identityLosses',
  'failureDefaults',
  'continuations',
  'crypto',
  'testRequests',
  'errorHandlers',
  'implicit',
] as const satisfies readonly Section[];

/** The models of which only one framework labels anything. */
export function onlyLabelling(models: Models, framework: string): Models {
  const kept = LABELLING.map((section) => [
    section,
    (models[section] as readonly { readonly framework: string }[]).filter(
      (row) => row.framework === framework,
    ),
  ]);
  return { ...models, ...Object.fromEntries(kept) };
}

/** Whether a framework has rows that label. */
export function labels(models: Models, framework: string): boolean {
  return LABELLING.some((section) => models[section].some((row) => row.framework === framework));
}

/** `file:line` with what is labelled there, sorted: one text a label. */
export type PlacedLabels = ReadonlyMap<string, readonly string[]>;

/** Prints the labels below a folder of the tree, without what the names of secrets say. */
export function printLabels(program: Program, found: LabelsOfTree, folder: string): PlacedLabels {
  const placed = new Map<string, string[]>();
  const add = (file: string, line: number, text: string) => {
    if (!file.startsWith(`${folder}/`)) return;
    const key = `${file}:${line}`;
    placed.set(key, [...(placed.get(key) ?? []), text]);
  };
  for (const entry of found.entryPoints) add(entry.location.file, entry.location.line, printEntry(entry));
  for (const guard of found.guards) {
    const sure = guard.confidence === 'certain' ? '' : ` ${guard.confidence}`;
    add(guard.evidence.file, guard.evidence.line, `guard ${guard.category}${sure}`);
  }
  for (const guard of found.inertGuards) add(guard.evidence.file, guard.evidence.line, 'inert');
  for (const sink of found.sinks) add(sink.location.file, sink.location.line, printSink(sink));
  for (const handler of found.errorHandlers) {
    const types = handler.exceptions.map((name) => name.slice(name.lastIndexOf('.') + 1)).join(', ');
    add(handler.location.file, handler.location.line, `answers ${types}`);
  }
  for (const call of found.implicitCalls) {
    const caller = program.method(call.caller);
    if (caller === undefined) continue;
    const site = caller.calls.find(({ operation }) => operation === call.operation);
    const written =
      call.operation === null ? undefined : caller.declaration?.body?.operations[call.operation];
    const line = site?.nameLine ?? written?.line ?? caller.declaration?.line ?? 1;
    add(caller.owner.file.facts.path, line, printImplicit(program, call));
  }
  for (const [id, operations] of found.callRoles) {
    const method = program.method(id);
    for (const [operation, roles] of operations) {
      const site = method?.calls.find((call) => call.operation === operation);
      if (site === undefined) continue;
      // Looking something up is what sinks that read from a store do anyway.
      for (const role of roles)
        if (!FROM_SINKS.has(role.role)) add(site.file, site.nameLine, printRole(role));
    }
  }
  for (const { verb, location } of found.requests)
    add(location.file, location.line, `requests ${verb ?? 'any'}`);
  return new Map([...placed].map(([key, texts]) => [key, [...new Set(texts)].sort()]));
}

function printEntry(entry: EntryPoint): string {
  const parameters = entry.parameters
    .filter((parameter) => parameter.source !== 'framework')
    .map(
      (parameter) =>
        `${parameter.name}=${parameter.source}/${parameter.entropy}${parameter.validated ? '!' : ''}`,
    );
  const dormant = entry.dormant === undefined ? '' : ' dormant';
  return [`entry ${entry.kind}${dormant}`, entry.verbs.join('|'), entry.paths.join(','), ...parameters]
    .filter((part) => part !== '')
    .join(' ');
}

function printSink(sink: Sink): string {
  const dangers = sink.dangers.map((danger) => `${danger.taint}@${danger.argument}`).join(',');
  const sure = sink.confidence === 'certain' ? '' : ` ${sink.confidence}`;
  return `${sink.privileged ? 'SINK' : 'sink'}${sure} ${sink.operation}${dangers === '' ? '' : ` ${dangers}`}`;
}

function printImplicit(program: Program, { target }: ImplicitCall): string {
  const sure = target.confidence === 'certain' ? '' : ` ${target.confidence}`;
  const passes = (target.passes ?? []).map(({ from, to }) => ` ${from}>${to}`).join('');
  const method = program.method(target.method);
  return `calls${sure} ${method?.owner.declaration.name}.${method?.name}${passes}`;
}

function printRole(role: CallRole): string {
  switch (role.role) {
    case 'source':
      return `source ${role.source}`;
    case 'sanitizer':
      return `cleans ${role.cleans === 'all' ? 'all' : role.cleans.join(',')}`;
    case 'propagator':
      return `carries ${role.from}>${role.to === -2 ? 'result' : role.to}`;
    case 'address':
      return `address ${role.does}`;
    case 'element':
      return `places ${role.does}`;
    default:
      return role.role;
  }
}

/** What the sample says of itself: everything after `//:` (or `#:`) on a line, labels parted by `;`. */
export function markedLabels(root: string, files: readonly string[]): PlacedLabels {
  const marked = new Map<string, readonly string[]>();
  for (const file of files) {
    const lines = readFileSync(join(root, file), 'utf8').split('\n');
    for (const [index, line] of lines.entries()) {
      const mark = /(?:\/\/|#): (.+)$/u.exec(line)?.[1];
      if (mark === undefined) continue;
      const texts = mark.split(';');
      marked.set(`${file}:${index + 1}`, texts.map((text) => text.trim()).sort());
    }
  }
  return marked;
}
