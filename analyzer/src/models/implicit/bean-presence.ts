import type { ProgramMethod, ProgramType } from '../../link/program.ts';
import { findApplications } from '../access/applications.ts';
import { type BeanCondition, type BeanConditions, createBeanConditions } from '../access/bean-conditions.ts';
import type { MatchTools } from '../match/match-tools.ts';

/** Whether a bean is there when the applications it is part of run as their files say; `active` if in any of them. */
export interface BeanPresence {
  ofType(type: ProgramType): BeanCondition['state'];
  /** Of what a factory method makes. */
  ofMethod(method: ProgramMethod): BeanCondition['state'];
}

/** Builds the question over the conditions of all applications, each read once. */
export function createBeanPresence(tools: MatchTools): BeanPresence {
  const beans = tools.models.access.find((each) => each.on === 'beans');
  if (beans === undefined) return { ofType: () => 'unknown', ofMethod: () => 'unknown' };
  const applications = findApplications(tools, beans);
  const conditions = new Map<string, BeanConditions>();
  const inAny = (
    type: ProgramType,
    ask: (known: BeanConditions) => BeanCondition,
  ): BeanCondition['state'] => {
    const states = applications.of(type).map((application) => {
      const known =
        conditions.get(application.name) ?? createBeanConditions(tools, application, beans.factoryMethod);
      conditions.set(application.name, known);
      return ask(known).state;
    });
    if (states.includes('active')) return 'active';
    return states.length === 0 || states.includes('unknown') ? 'unknown' : 'inactive';
  };
  return {
    ofType: (type) => inAny(type, (known) => known.ofType(type)),
    ofMethod: (method) => inAny(method.owner, (known) => known.ofMethod(method)),
  };
}
