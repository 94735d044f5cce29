import type { Body, OperationIndex } from '../../../facts/operations.ts';

/**
 * What a condition says when it comes to `holds`: that something is there, or that it is missing. A filter that refuses only
 * where a token is there, or goes on where it is missing, lets everybody in who brings none.
 */
export type Presence = 'present' | 'missing' | undefined;

const SAYS_MISSING = /^(?:is(?:Null|Blank|Empty|NullOrEmpty|AnyBlank|AnyEmpty)|nullOrEmpty)$/u;
const SAYS_PRESENT =
  /^(?:(?:is)?(?:nonNull|NonNull|NotNull|NotBlank|NotEmpty|Present)|hasText|hasLength|contains\w*|startsWith\w*|has[A-Z]\w*)$/u;
const DEEPEST = 20;

/** How the parts of `&&` and `||` join: one side decides for a condition that all sides must meet. */
export function presenceSaid(
  body: Body,
  condition: OperationIndex,
  { holds, leaves }: { readonly holds: boolean; readonly leaves?: (operation: OperationIndex) => boolean },
): Presence {
  return said(body, condition, { holds, leaves: leaves ?? (() => false), depth: 0 });
}

interface Asked {
  readonly holds: boolean;
  /** Parts that speak of something else, as the path of the request. */
  readonly leaves: (operation: OperationIndex) => boolean;
  readonly depth: number;
}

function said(body: Body, condition: OperationIndex, asked: Asked): Presence {
  const { holds, depth } = asked;
  const operation = body.operations[condition];
  if (operation === undefined || depth > DEEPEST) return undefined;
  switch (operation.kind) {
    case 'unary':
      return operation.operator === '!'
        ? said(body, operation.operand, { ...asked, holds: !holds, depth: depth + 1 })
        : undefined;
    case 'binary':
      return ofBinary(body, operation, { asked, condition });
    case 'call': {
      if (asked.leaves(condition)) return undefined;
      const named = SAYS_MISSING.test(operation.name)
        ? 'missing'
        : SAYS_PRESENT.test(operation.name)
          ? 'present'
          : undefined;
      return holds ? named : opposite(named);
    }
    default:
      return undefined;
  }
}

function ofBinary(
  body: Body,
  operation: { readonly operator: string; readonly operands: readonly OperationIndex[] },
  { asked, condition }: { readonly asked: Asked; readonly condition: OperationIndex },
): Presence {
  const { operator, operands } = operation;
  const { holds, depth } = asked;
  if (operator === '==' || operator === '!=') {
    if (!comparesNull(body, operands) || asked.leaves(condition)) return undefined;
    return (operator === '==') === holds ? 'missing' : 'present';
  }
  if (operator !== '&&' && operator !== '||') return undefined;
  const sides = operands.map((operand) => said(body, operand, { ...asked, depth: depth + 1 }));
  // Where all sides hold, `present` on one is enough to leave out who brings nothing; where one does, `missing` is.
  const [enough, other]: readonly Presence[] =
    (operator === '&&') === holds ? ['present', 'missing'] : ['missing', 'present'];
  if (sides.includes(enough)) return enough;
  return sides.every((side) => side === other) ? other : undefined;
}

function comparesNull(body: Body, operands: readonly OperationIndex[]): boolean {
  return operands.some((operand) => {
    const each = body.operations[operand];
    return each?.kind === 'literal' && each.type === 'null';
  });
}

function opposite(presence: Presence): Presence {
  if (presence === undefined) return undefined;
  return presence === 'present' ? 'missing' : 'present';
}
