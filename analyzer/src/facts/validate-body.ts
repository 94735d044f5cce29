import type { Region } from './control-flow.ts';
import type { MethodAddress } from './declarations.ts';
import type { FileFacts } from './file-facts.ts';
import { operandsOf } from './operands.ts';
import type { Body, Operation, OperationIndex } from './operations.ts';

/** Takes one violation, as the end of a sentence. */
export type Report = (what: string) => void;

/** Checks the operations and regions of one body. */
export function validateBody(facts: FileFacts, address: MethodAddress, report: Report): void {
  const body = bodyAt(facts, address);
  if (body === null) return;
  const place: Place = { body, index: 0 };
  for (const { operations } = body; place.index < operations.length; place.index++)
    checkOperation(facts, place, report);
  body.regions.forEach((region, index) => {
    checkRegion(body, index, (what) => report(`${region.kind} region ${index} ${what}`));
  });
  checkSiblings(body, report);
}

const DECLARING: ReadonlySet<string> = new Set(['parameter', 'lambda-parameter', 'declare']);
const PLACES: ReadonlySet<string> = new Set(['local', 'captured', 'name', 'field', 'index', 'opaque']);

function bodyAt(facts: FileFacts, address: MethodAddress): Body | null {
  return facts.types[address.type]?.methods[address.method]?.body ?? null;
}

function declares(body: Body | null, index: OperationIndex): boolean {
  return DECLARING.has(body?.operations[index]?.kind ?? '');
}

/** An operation of a body. There is one for all of them: what was kept has hundreds of thousands, and nearly all are right. */
interface Place {
  readonly body: Body;
  index: OperationIndex;
}

function checkOperation(facts: FileFacts, place: Place, report: Report): void {
  const { index } = place;
  const operation = place.body.operations[index];
  if (operation === undefined) return;
  const { kind, line } = operation;
  if (line < 1 || line > Math.max(1, facts.lines.total)) report(`${kind} at ${index} stands on line ${line}`);
  const late = lateOperandOf(operation, index);
  if (late !== null) report(`${kind} at ${index} uses ${late}, which does not come before it`);
  const violation = violationOf(facts, place, operation);
  if (violation !== null) report(`${kind} at ${index} ${violation}`);
}

/** The first operand that does not come before its operation. */
function lateOperandOf(operation: Operation, index: OperationIndex): OperationIndex | null {
  const operands = operandsOf(operation);
  for (let at = 0; at < operands.length; at++) {
    const operand = operands[at] ?? 0;
    if (!(operand >= 0 && operand < index)) return operand;
  }
  return null;
}

/** What an operation refers to beside its operands; null when that is right. */
function violationOf(facts: FileFacts, { body, index }: Place, operation: Operation): string | null {
  switch (operation.kind) {
    case 'local':
      return operation.declaration < index && declares(body, operation.declaration)
        ? null
        : 'reads no declaration';
    case 'captured':
      return capturesLocal(facts, body, operation) ? null : 'captures no declaration of another body';
    case 'assign':
      return isPlace(body, operation.target) || facts.problems.length > 0 ? null : 'assigns to no place';
    case 'new':
      return hasAnonymousBody(facts, operation.body) ? null : 'has no anonymous body';
    case 'lambda':
      return followsItsRegion(body, operation, index) ? null : 'does not follow its region and parameters';
    case 'call':
      return operation.nameLine < operation.line ? 'is named before it starts' : null;
    default:
      return null;
  }
}

type OfKind<K extends Operation['kind']> = Extract<Operation, { kind: K }>;

function capturesLocal(facts: FileFacts, body: Body, { method, declaration }: OfKind<'captured'>): boolean {
  const outer = bodyAt(facts, method);
  return outer !== body && declares(outer, declaration);
}

function hasAnonymousBody(facts: FileFacts, type: number | null): boolean {
  return type === null || facts.types[type]?.kind === 'anonymous';
}

function followsItsRegion(body: Body, lambda: OfKind<'lambda'>, index: OperationIndex): boolean {
  const region = body.regions[lambda.region];
  const isDirectlyBefore = region?.kind === 'lambda' && region.end === index;
  return isDirectlyBefore && lambda.parameters.every((parameter) => declares(body, parameter));
}

function isPlace(body: Body, index: OperationIndex): boolean {
  return PLACES.has(body.operations[index]?.kind ?? '');
}

function checkRegion(body: Body, index: number, report: Report): void {
  const region = body.regions[index];
  if (region === undefined) return;
  if (region.endLine < region.line) report('ends before its line');
  if (region.parent === null) checkRoot(body, index, report);
  else checkInside(body, index, report);
  checkCondition(region, report);
  if (region.of !== undefined && body.regions[region.of]?.kind !== 'try') report('belongs to no try');
  if (region.kind === 'catch' && body.operations[region.exception ?? -1]?.kind !== 'declare')
    report('declares nothing');
}

function checkRoot(body: Body, index: number, report: Report): void {
  const root = body.regions[index];
  const coversAll = root?.start === 0 && root.end === body.operations.length;
  if (index !== 0 || root?.kind !== 'body' || !coversAll) report('is no root of all operations');
}

function checkInside(body: Body, index: number, report: Report): void {
  const region = body.regions[index];
  const outer = body.regions[region?.parent ?? -1];
  if (region === undefined || outer === undefined || (region.parent ?? index) >= index)
    report('has no parent before it');
  else if (region.kind === 'body') report('is a second root');
  else if (region.start < outer.start || region.end > outer.end || region.end < region.start)
    report('leaves its parent');
}

function checkCondition({ kind, condition, start, end }: Region, report: Report): void {
  if (condition === undefined) {
    if (kind === 'then' || kind === 'else' || kind === 'case') report('has no condition');
    return;
  }
  const isInside = condition >= start && condition < end;
  if (kind === 'loop' ? !isInside : !(condition < start)) report(`has its condition at ${condition}`);
}

/** Regions with one parent follow each other; one pass, as regions stand in order of their start. */
function checkSiblings(body: Body, report: Report): void {
  const ends = new Map<number, OperationIndex>();
  body.regions.forEach((region, index) => {
    if (region.parent === null) return;
    if (region.start < (ends.get(region.parent) ?? 0))
      report(`${region.kind} region ${index} overlaps the one before`);
    ends.set(region.parent, region.end);
  });
}
