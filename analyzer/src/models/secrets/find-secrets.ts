import type { Text } from '../../base/text.ts';
import { Modifier } from '../../facts/declarations.ts';
import type { ProgramField, ProgramMethod, ProgramType, ResolvedAnnotation } from '../../link/program.ts';
import type { ResolvedType } from '../../link/resolved-type.ts';
import type { SecretSource } from '../labels.ts';
import { textsOf } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import type { SecretNaming } from './secret-naming.ts';

/** Finds fields, parameters and locals of production code that hold a secret by name, type or annotation. */
export function findSecrets(tools: MatchTools, naming: SecretNaming): readonly SecretSource[] {
  const found: SecretSource[] = [];
  for (const type of tools.productionTypes) {
    for (const field of type.fields) {
      const secret = fieldSecret(tools, naming, { type, field });
      if (secret !== undefined) found.push(secret);
    }
    for (const method of type.methods) addMethodSecrets(found, { tools, naming, method });
  }
  return found;
}

interface Holder {
  readonly name: string;
  readonly type: ResolvedType;
  readonly annotations: readonly ResolvedAnnotation[];
}

function whatHolds(tools: MatchTools, naming: SecretNaming, holder: Holder): Text | undefined {
  for (const row of tools.models.secretTypes) {
    if (row.type !== undefined && tools.types.matchResolved(holder.type, row.type) === 'certain') {
      return row.what;
    }
    if (row.annotation === undefined || holder.annotations.length === 0) continue;
    const found = tools.annotations.find(holder.annotations, row.annotation)[0];
    if (found === undefined) continue;
    const texts = (row.attributes ?? []).flatMap((name) => textsOf(found.attributes.get(name)));
    const what = texts.map((text) => naming.whatIs(text)).find((each) => each !== undefined);
    if (what !== undefined && naming.canHold(holder.type)) return what;
  }
  return naming.canHold(holder.type) ? naming.whatIs(holder.name) : undefined;
}

function fieldSecret(
  tools: MatchTools,
  naming: SecretNaming,
  { type, field }: { readonly type: ProgramType; readonly field: ProgramField },
): SecretSource | undefined {
  const what = whatHolds(tools, naming, field);
  if (what === undefined || namesASecret(tools, type, field)) return undefined;
  return {
    what,
    holder: { kind: 'field', owner: field.owner, name: field.name },
    evidence: evidence(type, field.declaration.line, field.name),
  };
}

/** A constant such as `PASSWORD_PARAMETER = "password"` is a name: short, or itself made of secret words. */
function namesASecret(tools: MatchTools, type: ProgramType, field: ProgramField): boolean {
  const { modifiers, constant, enumConstant } = field.declaration;
  if (enumConstant === true) return true;
  const isConstant = (modifiers & Modifier.static) !== 0 && (modifiers & Modifier.final) !== 0;
  if (!isConstant || constant === undefined) return false;
  const value = tools.program.evaluate(constant, type);
  if (value.kind !== 'text') return false;
  // Words of a key or column name have no digits or symbols; a real secret nearly always does.
  return /^[A-Za-z][A-Za-z ._:/-]*$/u.test(value.value);
}

interface Searched {
  readonly tools: MatchTools;
  readonly naming: SecretNaming;
  readonly method: ProgramMethod;
}

function addMethodSecrets(found: SecretSource[], { tools, naming, method }: Searched): void {
  const { declaration, parameters } = method;
  if (declaration === null) return;
  for (const [index, parameter] of parameters.entries()) {
    const what = whatHolds(tools, naming, parameter);
    if (what === undefined) continue;
    const line = parameter.declaration?.line ?? declaration.line;
    found.push({
      what,
      holder: { kind: 'parameter', method: method.id, index },
      evidence: evidence(method.owner, line, parameter.name),
    });
  }
  addLocalSecrets(found, { tools, naming, method });
}

function addLocalSecrets(found: SecretSource[], { tools, naming, method }: Searched): void {
  const operations = method.declaration?.body?.operations ?? [];
  for (let index = 0; index < operations.length; index++) {
    const operation = operations[index];
    if (operation?.kind !== 'declare') continue;
    const type = method.operationTypes[index] ?? { kind: 'unknown', reason: 'unknown-name' };
    const what = whatHolds(tools, naming, { name: operation.name, type, annotations: [] });
    if (what === undefined) continue;
    found.push({
      what,
      holder: { kind: 'local', method: method.id, declaration: index },
      evidence: evidence(method.owner, operation.line, operation.name),
    });
  }
}

function evidence(type: ProgramType, line: number, name: string): SecretSource['evidence'] {
  return { file: type.file.facts.path, line, text: name.slice(0, 200) };
}
