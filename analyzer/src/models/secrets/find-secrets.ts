import type { TypeName } from '../../base/ids.ts';
import type { Text } from '../../base/text.ts';
import { Modifier } from '../../facts/declarations.ts';
import { bodyIndex } from '../../link/body-index.ts';
import type { ProgramField, ProgramMethod, ProgramType, ResolvedAnnotation } from '../../link/program.ts';
import type { ResolvedType } from '../../link/resolved-type.ts';
import type { SecretSource } from '../labels.ts';
import { textsOf } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { classOf } from '../match/type-matcher.ts';
import type { Row } from '../models.ts';
import type { SecretNaming } from './secret-naming.ts';

/** Finds fields, parameters and locals of production code that hold a secret by name, type or annotation. */
export function findSecrets(tools: MatchTools, naming: SecretNaming): readonly SecretSource[] {
  const searched: Searched = { tools, naming, whatHolds: heldSecrets(tools, naming) };
  const locals = localSecrets(searched);
  const found: SecretSource[] = [];
  for (const type of tools.productionTypes) {
    for (const field of type.fields) {
      const secret = fieldSecret(searched, type, field);
      if (secret !== undefined) found.push(secret);
    }
    for (const method of type.methods) {
      addParameterSecrets(found, searched, method);
      for (const local of locals.get(method) ?? NO_SECRETS) found.push(local);
    }
  }
  return found;
}

const NO_SECRETS: readonly SecretSource[] = [];

interface Holder {
  readonly name: string;
  readonly type: ResolvedType;
  readonly annotations: readonly ResolvedAnnotation[];
}

interface Searched {
  readonly tools: MatchTools;
  readonly naming: SecretNaming;
  readonly whatHolds: (holder: Holder) => Text | undefined;
}

/** What things of a class hold, whatever they are called. */
interface ClassAnswer {
  /** By a row about the class. */
  readonly what: Text | undefined;
  /** Whether a name can tell. */
  readonly canHold: boolean;
}

/** Tells what something holds. Most holders have no annotation that counts, and a class that holds nothing: names of few are read. */
function heldSecrets(tools: MatchTools, naming: SecretNaming): Searched['whatHolds'] {
  const rows = tools.models.secretTypes.filter(
    ({ type, annotation }) =>
      type !== undefined || (annotation !== undefined && tools.annotations.isUsed(annotation)),
  );
  const plain = rows.filter(({ type }) => type !== undefined);
  const byClass = new Map<TypeName, ClassAnswer>();
  const answerOf = (type: ResolvedType, name: TypeName): ClassAnswer => {
    let known = byClass.get(name);
    if (known === undefined) {
      const what = plain.find((row) => isOfRow(tools, row, type))?.what;
      known = { what, canHold: naming.canHold(type) };
      byClass.set(name, known);
    }
    return known;
  };
  return (holder) => {
    if (holder.annotations.length > 0 && rows.length > plain.length) {
      return annotatedHolder({ tools, naming, rows }, holder);
    }
    const { type } = holder;
    const name = classOf(type);
    if (name === undefined) return secretByName(naming, holder);
    const { what, canHold } = answerOf(type, name);
    return what ?? (canHold ? naming.whatIs(holder.name) : undefined);
  };
}

function isOfRow(tools: MatchTools, { type }: Row<'secretTypes'>, holder: ResolvedType): boolean {
  return type !== undefined && tools.types.matchResolved(holder, type) === 'certain';
}

function secretByName(naming: SecretNaming, { name, type }: Holder): Text | undefined {
  return naming.canHold(type) ? naming.whatIs(name) : undefined;
}

function annotatedHolder(
  {
    tools,
    naming,
    rows,
  }: Pick<Searched, 'tools' | 'naming'> & { readonly rows: readonly Row<'secretTypes'>[] },
  holder: Holder,
): Text | undefined {
  for (const row of rows) {
    if (isOfRow(tools, row, holder.type)) return row.what;
    if (row.annotation === undefined) continue;
    const found = tools.annotations.find(holder.annotations, row.annotation)[0];
    if (found === undefined) continue;
    const texts = (row.attributes ?? []).flatMap((name) => textsOf(found.attributes.get(name)));
    const what = texts.map((text) => naming.whatIs(text)).find((each) => each !== undefined);
    if (what !== undefined && naming.canHold(holder.type)) return what;
  }
  return secretByName(naming, holder);
}

function fieldSecret(
  { tools, whatHolds }: Searched,
  type: ProgramType,
  field: ProgramField,
): SecretSource | undefined {
  const what = whatHolds(field);
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

function addParameterSecrets(
  found: SecretSource[],
  { whatHolds }: Searched,
  { id, owner, declaration, parameters }: ProgramMethod,
): void {
  if (declaration === null) return;
  for (let index = 0; index < parameters.length; index++) {
    const parameter = parameters[index];
    const what = parameter === undefined ? undefined : whatHolds(parameter);
    if (parameter === undefined || what === undefined) continue;
    const line = parameter.declaration?.line ?? declaration.line;
    found.push({
      what,
      holder: { kind: 'parameter', method: id, index },
      evidence: evidence(owner, line, parameter.name),
    });
  }
}

function localSecrets({ tools, whatHolds }: Searched): ReadonlyMap<ProgramMethod, readonly SecretSource[]> {
  const found = new Map<ProgramMethod, SecretSource[]>();
  bodyIndex(tools.program).each('declare', (method, declaration) => {
    const operation = method.declaration?.body?.operations[declaration];
    if (operation?.kind !== 'declare') return;
    const type = method.operationTypes[declaration] ?? UNKNOWN;
    const what = whatHolds({ name: operation.name, type, annotations: [] });
    if (what === undefined) return;
    const secret: SecretSource = {
      what,
      holder: { kind: 'local', method: method.id, declaration },
      evidence: evidence(method.owner, operation.line, operation.name),
    };
    const known = found.get(method);
    if (known === undefined) found.set(method, [secret]);
    else known.push(secret);
  });
  return found;
}

const UNKNOWN: ResolvedType = { kind: 'unknown', reason: 'unknown-name' };

function evidence(type: ProgramType, line: number, name: string): SecretSource['evidence'] {
  return { file: type.file.facts.path, line, text: name.slice(0, 200) };
}
