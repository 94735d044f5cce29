import type { ResolvedAnnotation } from '../../link/program.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { boundsContent, cascadeOn, type Groups, narrowsContent, notCounting } from './constraints.ts';
import type { Part, PartChecks } from './looseness.ts';

/** What constraints of the groups do to parts of a value: `bound` how a text looks, or say of what letters it is made. */
export function partChecks(tools: MatchTools, groups: Groups, by: 'bounds' | 'narrows'): PartChecks {
  const asks = by === 'bounds' ? boundsContent : narrowsContent;
  return {
    bounds(part, isContainer) {
      const all = annotationsOn(tools, part);
      return asks(tools, isContainer ? notCounting(tools, all) : all, groups);
    },
    cascades: (part) => cascadeOn(tools, annotationsOn(tools, part)) !== undefined,
  };
}

/** Those of a field stand on it or on its getter. */
function annotationsOn({ program }: MatchTools, part: Part): readonly ResolvedAnnotation[] {
  if (!('owner' in part)) return part.annotations;
  const { annotations, name, owner } = part;
  const getter = `get${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const getters = (program.type(owner)?.methods ?? []).filter(
    (method) => method.name === getter && method.parameters.length === 0,
  );
  return [...annotations, ...getters.flatMap((method) => method.annotations)];
}
