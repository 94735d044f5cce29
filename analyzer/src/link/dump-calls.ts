import type { CallSite, Program } from './program.ts';

/**
 * Every call site as one line of JSON, in the order of files, types and operations, for judges and for debugging.
 * `line` is where the whole expression starts. `declared` is null where nothing of the tree is declared there; `targets`
 * are the declared method, abstract or not, and all that override it. Initializers that a body sets off come after its calls.
 */
export function* dumpCalls(program: Program): Generator<string> {
  for (const { methods } of program.types) {
    for (const method of methods) {
      for (const site of method.calls) yield JSON.stringify(rowOf(site));
      for (const site of program.initializationsIn(method)) yield JSON.stringify(rowOf(site));
    }
  }
}

function rowOf(site: CallSite): Readonly<Record<string, unknown>> {
  const { resolution, targets } = site;
  const [first] = targets;
  const isOwn = resolution.status === 'exact' || resolution.status === 'narrowed';
  return {
    file: site.file,
    line: site.line,
    name: site.name,
    nameLine: site.nameLine,
    caller: site.caller,
    declared: isOwn ? resolution.declared : null,
    external:
      resolution.status === 'external'
        ? `${resolution.owner}#${resolution.member}(${resolution.parameterTypes?.join(',') ?? '?'})`
        : null,
    targets: targets.map(({ method }) => method),
    how: first?.how ?? null,
    confidence: first?.confidence ?? null,
    status: resolution.status,
    reason: resolution.status === 'unresolved' ? resolution.reason : null,
  };
}
