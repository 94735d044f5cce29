import type { CallSite, ConstantValue, ProgramMethod } from '../../link/program.ts';
import type { TestRequest } from '../labels.ts';
import { argumentOperation, calledMember, describeCall } from '../match/call-facts.ts';
import { createCallMatcher } from '../match/call-matcher.ts';
import { areAbout } from '../match/call-rows.ts';
import type { ProgramTools } from '../match/match-tools.ts';

/** Reads the requests that a test sends to entry points, by the rows for test clients. */
export function createRequestReader(tools: ProgramTools): (test: ProgramMethod) => readonly TestRequest[] {
  const { program } = tools;
  const matcher = createCallMatcher(tools.models.testRequests, tools);
  const requestOf = (test: ProgramMethod, site: CallSite): TestRequest | undefined => {
    const call = describeCall(program, test, site);
    if (call === undefined) return undefined;
    const [match] = matcher(call);
    if (match === undefined) return undefined;
    const argument = argumentOperation(call, match.row.path);
    const path = argument === undefined ? undefined : textOf(program.evaluateOperation(test, argument));
    const verb = match.row.verb === 'member' ? verbOf(call.member) : null;
    return path === undefined
      ? undefined
      : { verb, path, location: { file: site.file, line: site.nameLine } };
  };
  // Tests call few members very often; they are told apart as they are written, which asks least.
  const asked = new Map<string, boolean>();
  const isAsked = (site: CallSite): boolean => {
    const { name, resolution } = site;
    const written = resolution.status === 'external' ? resolution.member : name;
    let known = asked.get(written);
    if (known === undefined) {
      known = areAbout(tools.models.testRequests, calledMember(site));
      asked.set(written, known);
    }
    return known;
  };
  return (test) => {
    const requests: TestRequest[] = [];
    const { calls } = test;
    for (let i = 0; i < calls.length; i++) {
      const site = calls[i];
      const request = site !== undefined && isAsked(site) ? requestOf(test, site) : undefined;
      if (request !== undefined) requests.push(request);
    }
    return requests;
  };
}

/** `postForEntity` posts. */
function verbOf(member: string): string | null {
  const verb = /^(?:get|head|post|put|patch|delete|options|multipart)/u.exec(member)?.[0];
  if (verb === undefined) return null;
  return verb === 'multipart' ? 'POST' : verb.toUpperCase();
}

/** A path as far as it is known; what is not known stands for one value: `"/owners/" + id`. */
function textOf(path: ConstantValue): string | undefined {
  if (path.kind === 'text') return path.value;
  return path.kind === 'partial' ? path.parts.map((part) => part ?? '{}').join('') : undefined;
}
