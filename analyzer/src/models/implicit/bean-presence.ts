import type { ProgramType } from '../../link/program.ts';
import { findApplications } from '../access/applications.ts';
import { type BeanCondition, type BeanConditions, createBeanConditions } from '../access/bean-conditions.ts';
import type { MatchTools } from '../match/match-tools.ts';

/** Whether a class is there when the applications it is part of run as their files say; `active` if in any of them. */
export type BeanPresence = (type: ProgramType) => BeanCondition['state'];

/** Builds the question over the conditions of all applications, each read once. */
export function createBeanPresence(tools: MatchTools): BeanPresence {
  const beans = tools.models.access.find((each) => each.on === 'beans');
  if (beans === undefined) return () => 'unknown';
  const applications = findApplications(tools, beans);
  const conditions = new Map<string, BeanConditions>();
  return (type) => {
    const states = applications.of(type).map((application) => {
      const known =
        conditions.get(application.name) ?? createBeanConditions(tools, application, beans.factoryMethod);
      conditions.set(application.name, known);
      return known.ofType(type).state;
    });
    if (states.includes('active')) return 'active';
    return states.length === 0 || states.includes('unknown') ? 'unknown' : 'inactive';
  };
}
