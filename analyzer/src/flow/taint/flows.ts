import type { Body, OperationIndex } from '../../facts/operations.ts';
import type { CallSite, Program, ProgramMethod } from '../../link/program.ts';
import type { CallRole, Labels } from '../../models/labels.ts';
import { roleIndex } from '../role-index.ts';
import type { CapturedReads } from './captured-reads.ts';
import { type ValueFlow, valueFlow } from './value-uses.ts';
import { bodyValues } from './values/body-values.ts';

/** How values move inside bodies, worked out once a body and shared by all that follow values. */
export interface BodyFlows {
  of(method: ProgramMethod, body: Body): ValueFlow;
  /** Its calls, by their operations. */
  sitesOf(method: ProgramMethod): ReadonlyMap<OperationIndex, CallSite>;
  /** Methods whose bodies were so much work that their values are told apart only roughly, in order of demand. */
  readonly coarse: readonly ProgramMethod[];
}

/** Looks into bodies when first asked for. */
export function bodyFlows(program: Program, labels: Labels, captures: CapturedReads): BodyFlows {
  const known = new Map<Body, ValueFlow>();
  const sites = new Map<ProgramMethod, ReadonlyMap<OperationIndex, CallSite>>();
  const coarse: ProgramMethod[] = [];
  const index = roleIndex(labels.callRoles);
  return {
    coarse,
    sitesOf: (method) => {
      const before = sites.get(method);
      if (before) return before;
      const found = method.calls.length === 0 ? NO_SITES : sitesIn(method);
      sites.set(method, found);
      return found;
    },
    of: (method, body) => {
      const before = known.get(body);
      if (before) return before;
      const rolesFor = (role: CallRole['role']) =>
        index.has(method.id, role) ? labels.callRoles.get(method.id) : undefined;
      const [elements, addresses] = [rolesFor('element'), rolesFor('address')];
      const captured = captures.variablesOf(method);
      const values = bodyValues(body, {
        fold: (operation, constantOf) => program.foldWith(method, operation, constantOf),
        elementAction: (operation) => {
          const role = elements?.get(operation)?.find((each) => each.role === 'element');
          return role?.role === 'element' ? role.does : undefined;
        },
        isPrimitive: (operation) => method.operationTypes[operation]?.kind === 'primitive',
        isCaptured: (declaration) => captured.has(declaration),
      });
      if (values.isCoarse) coarse.push(method);
      const flow = valueFlow(body, values, {
        redirectWords: labels.redirectWords,
        textOf: (operation) => {
          const value = program.evaluateOperation(method, operation);
          return value.kind === 'text' ? value.value : undefined;
        },
        addressAction: (operation) => {
          const role = addresses?.get(operation)?.find((each) => each.role === 'address');
          return role?.role === 'address' ? role.does : undefined;
        },
      });
      known.set(body, flow);
      return flow;
    },
  };
}

const NO_SITES: ReadonlyMap<OperationIndex, CallSite> = new Map();

function sitesIn({ calls }: ProgramMethod): ReadonlyMap<OperationIndex, CallSite> {
  const sites = new Map<OperationIndex, CallSite>();
  for (const site of calls) sites.set(site.operation, site);
  return sites;
}
