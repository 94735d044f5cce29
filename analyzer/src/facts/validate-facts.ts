import type { MethodDeclaration, TypeDeclaration } from './declarations.ts';
import type { FileFacts } from './file-facts.ts';
import type { Body } from './operations.ts';
import { type Report, validateBody } from './validate-body.ts';

/** At most this many violations are told for a file. */
const MAX_VIOLATIONS = 50;

/**
 * Checks what every reader of facts may rely on: operands come before their users, names refer to declarations,
 * regions nest, lines lie within the file, types and methods refer to each other correctly. Gives one sentence a
 * violation, empty when all holds. A violation is a mistake of the front end, whatever the source says, or of whoever has
 * kept the facts since.
 */
export function validateFacts(facts: FileFacts): string[] {
  const violations: string[] = [];
  const reportAt =
    (where: string): Report =>
    (what) => {
      if (violations.length < MAX_VIOLATIONS) violations.push(`${facts.path} ${where}: ${what}`);
    };
  checkStatements(facts, reportAt('statements'));
  checkLines(facts, reportAt('lines'));
  const names = new Set<string>();
  facts.types.forEach((type, index) => {
    const isNew = !names.has(type.binaryName);
    names.add(type.binaryName);
    checkType(facts, { type, index, isNew }, reportAt(type.binaryName));
    type.methods.forEach((method, position) => {
      const report = reportAt(`${type.binaryName}#${method.name}`);
      checkMethod(method, report);
      if (method.body !== null) validateBody(facts, { type: index, method: position }, report);
    });
  });
  return violations;
}

function checkStatements(facts: FileFacts, report: Report): void {
  const { hashes, tokens, lines } = facts.statements;
  if (hashes.length !== tokens.length || hashes.length !== lines.length) report('lists differ in length');
  if (hashes.some((hash) => hash !== hash >>> 0)) report('a hash is not an unsigned 32-bit number');
  if (lines.some((line, index) => line < (lines[index - 1] ?? 1))) report('lines go back');
}

function checkLines(facts: FileFacts, report: Report): void {
  const { code, total } = facts.lines;
  if (code > total) report(`${code} lines of code in ${total} lines`);
  if (facts.problems.length > 20) report(`${facts.problems.length} problems instead of at most 20`);
  const placed = [...facts.problems, ...facts.imports, ...facts.suppressions];
  const outside = placed.find(({ line }) => line < 1 || line > Math.max(1, total));
  if (outside !== undefined) report(`line ${outside.line} of ${total}`);
}

interface PlacedType {
  readonly type: TypeDeclaration;
  readonly index: number;
  /** No type before it has its binary name. */
  readonly isNew: boolean;
}

function checkType(facts: FileFacts, { type, index, isNew }: PlacedType, report: Report): void {
  const outer = type.outer === null ? null : facts.types[type.outer];
  if (type.outer !== null && (outer === undefined || type.outer >= index))
    report('its outer type does not come first');
  if (!type.binaryName.startsWith(outer?.binaryName ?? facts.package))
    report('its binary name does not extend the outer one');
  if (!type.binaryName.endsWith(type.name)) report(`its binary name does not end in ${type.name}`);
  if (!isNew && facts.problems.length === 0) report('its binary name comes twice');
  checkEnclosing(facts, type, report);
  const { start, end } = type.span;
  if (start < 1 || end < start || end > facts.lines.total)
    report(`spans ${start}–${end} of ${facts.lines.total}`);
}

function checkEnclosing(facts: FileFacts, type: TypeDeclaration, report: Report): void {
  const enclosing = type.enclosingMethod;
  if (type.kind === 'anonymous' && (enclosing === null || type.extends === null))
    report('has no method or no supertype');
  if (enclosing === null) return;
  if (enclosing.type !== type.outer)
    report('its enclosing method belongs to another type than the outer one');
  if (facts.types[enclosing.type]?.methods[enclosing.method] === undefined)
    report('its enclosing method does not exist');
}

function checkMethod(method: MethodDeclaration, report: Report): void {
  const { span, line, cognitiveComplexity } = method;
  if (line < span.start || line > span.end) report(`line ${line} outside ${span.start}–${span.end}`);
  if (cognitiveComplexity < 0 || !Number.isInteger(cognitiveComplexity))
    report(`complexity ${cognitiveComplexity}`);
  if (method.body === null) return;
  if (hasItsParameters(method, method.body)) return;
  const parameters = method.body.operations.flatMap((operation, index) =>
    operation.kind === 'parameter' ? [`${operation.index}@${index} ${operation.name}`] : [],
  );
  const expected = method.parameters.map(({ name }, index) => `${index}@${index} ${name}`);
  report(`parameters ${parameters.join()} instead of ${expected.join()}`);
}

/** The parameters of a method are its first operations, in order, and no others. */
function hasItsParameters({ parameters }: MethodDeclaration, { operations }: Body): boolean {
  for (let index = 0; index < operations.length; index++) {
    const operation = operations[index];
    const isParameter = operation?.kind === 'parameter';
    if (isParameter !== index < parameters.length) return false;
    if (isParameter && (operation.index !== index || operation.name !== parameters[index]?.name))
      return false;
  }
  return operations.length >= parameters.length;
}
