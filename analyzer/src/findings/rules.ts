import type { Rule } from './rule.ts';
import { ACCESS_RULES } from './rules/access.ts';
import { ATTACK_SURFACE_RULES } from './rules/attack-surface.ts';
import { DEFENCE_RULES } from './rules/defences.ts';
import { FLOW_RULES } from './rules/flows.ts';
import { INJECTION_RULES } from './rules/injections.ts';
import { LIBRARY_RULES } from './rules/libraries.ts';
import { MISSING_DEFENCE_RULES } from './rules/missing-defences.ts';
import { STRUCTURE_RULES } from './rules/structure.ts';
import { WEAKNESS_RULES } from './rules/weaknesses.ts';

/** All rules by id without `CSQA-`. */
export const RULES: ReadonlyMap<string, Rule> = new Map(
  [
    ...ACCESS_RULES,
    ...ATTACK_SURFACE_RULES,
    ...DEFENCE_RULES,
    ...FLOW_RULES,
    ...INJECTION_RULES,
    ...LIBRARY_RULES,
    ...MISSING_DEFENCE_RULES,
    ...STRUCTURE_RULES,
    ...WEAKNESS_RULES,
  ].map((rule) => [rule.id, rule]),
);
