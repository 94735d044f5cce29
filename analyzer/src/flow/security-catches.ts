import { compareLocation } from '../base/ordering.ts';
import type { Program, ProgramMethod } from '../link/program.ts';
import type { Labels } from '../models/labels.ts';
import type { CallGraph } from './call-graph.ts';
import { type CatchJudge, catchJudge } from './catch-verdicts.ts';
import { type RelevanceOf, securityRelevance } from './security-relevance.ts';
import type { CatchVerdict } from './security-view.ts';

/**
 * Judges each catch block of production code whose `try` holds security-relevant code, and tells of the empty ones
 * elsewhere: those lose failures too, but do not say whether a door is open.
 */
export function judgeSecurityCatches(program: Program, labels: Labels, graph: CallGraph): CatchVerdict[] {
  const known = { relevanceOf: securityRelevance(labels, graph), judge: catchJudge(labels, graph) };
  return program.methods
    .filter((method) => method.owner.file.role !== 'test')
    .flatMap((method) => verdictsIn(known, method))
    .sort((left, right) => compareLocation(left.location, right.location));
}

function verdictsIn(
  { relevanceOf, judge }: { readonly relevanceOf: RelevanceOf; readonly judge: CatchJudge },
  method: ProgramMethod,
): CatchVerdict[] {
  const body = method.declaration?.body;
  const { role, facts } = method.owner.file;
  return (body?.regions ?? []).flatMap((region, index) => {
    const tried = region.of === undefined ? undefined : body?.regions[region.of];
    if (!body || !tried || region.kind !== 'catch') return [];
    const relevance = relevanceOf(method, tried);
    const isEmpty = region.end - region.start <= 1;
    if (!relevance && (!isEmpty || role !== 'production')) return [];
    return [
      {
        method: method.id,
        location: { file: facts.path, line: region.line },
        verdict: relevance ? judge(method, body, index) : 'open-empty',
        relevance: relevance?.evidence ?? null,
        onGuard: relevance?.onGuard ?? false,
        exceptions: (region.catches ?? []).map((type) => type.name),
      },
    ];
  });
}
