import type { Text } from '../../base/text.ts';
import type { CallOperation, Operation, OperationIndex } from '../../facts/operations.ts';
import { bodyIndex } from '../../link/body-index.ts';
import type { ProgramMethod, ProgramType } from '../../link/program.ts';
import type { Weakness } from '../labels.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { type SecretNaming, wordsOf } from '../secrets/secret-naming.ts';
import { isIssued, isSecretValue } from './secret-values.ts';

/** What is mixed into a secret may be known. */
const MIXED_IN: ReadonlySet<string> = new Set(['salt', 'pepper', 'iv', 'nonce']);
/** Members that set what they are named after. */
const SETTER = /^(?:set|with)(?=[A-Z])/u;
const COMPARES: ReadonlySet<string> = new Set(['equals', 'equalsIgnoreCase', 'contentEquals']);

/**
 * Secrets written into production code: values of fields and locals that are named after one, arguments of setters, what a
 * secret is compared with, and credentials of a provider under any name. The value itself is never shown.
 */
export function codeSecrets(tools: MatchTools, naming: SecretNaming): readonly Weakness[] {
  // Whatever is written is a text.
  const withTexts = new Set(bodyIndex(tools.program).having('text'));
  return tools.productionTypes
    .filter((type) => type.file.role === 'production')
    .flatMap((type) => [
      ...fieldSecrets(tools, naming, type),
      ...type.methods.flatMap((method) => (withTexts.has(method) ? bodySecrets(naming, method) : [])),
    ]);
}

function fieldSecrets(tools: MatchTools, naming: SecretNaming, type: ProgramType): readonly Weakness[] {
  return type.fields.flatMap(({ name, declaration }) => {
    if (declaration.constant === undefined || declaration.enumConstant === true) return [];
    const what = secretNamed(naming, name);
    if (what === undefined) return [];
    const value = tools.program.evaluate(declaration.constant, type);
    if (value.kind !== 'text' || !isSecretValue(what.en, value.value, 'code')) return [];
    return [written(type, { what, name, symbol: `${type.name}#${name}`, line: declaration.line })];
  });
}

function secretNamed(naming: SecretNaming, name: string): Text | undefined {
  return wordsOf(name).some((word) => MIXED_IN.has(word)) ? undefined : naming.whatIs(name);
}

interface Written {
  readonly what: Text;
  readonly name: string;
  readonly symbol: string;
  readonly line: number;
}

function written(type: ProgramType, { what, name, symbol, line }: Written): Weakness {
  const shown = name.slice(0, 150);
  return {
    kind: 'hard-coded-secret',
    mechanism: 'secret-names',
    what: { en: `${what.en} (${shown})`, ru: `${what.ru} (${shown})` },
    symbol,
    evidence: { file: type.file.facts.path, line, text: name.slice(0, 200) },
    surroundings: 'any',
    confidence: 'likely',
  };
}

function bodySecrets(naming: SecretNaming, method: ProgramMethod): readonly Weakness[] {
  const operations = method.declaration?.body?.operations ?? [];
  return operations.flatMap((operation, index): readonly Weakness[] => {
    const { line } = operation;
    const symbol = method.id;
    if (isText(operation) && isIssued(operation.value)) {
      const issued = written(method.owner, {
        what: { en: 'credentials of a provider', ru: 'учётные данные провайдера' },
        name: 'literal',
        symbol,
        line,
      });
      return [{ ...issued, surroundings: 'production', confidence: 'certain' }];
    }
    const held = holderOf(operations, index);
    const value = held === undefined ? undefined : operations[held.value];
    // Few values are written out, so that is asked before what the name means.
    if (held === undefined || value === undefined || !isText(value)) return [];
    const what = secretNamed(naming, held.name);
    if (what === undefined || !isSecretValue(what.en, value.value, 'code')) return [];
    return [written(method.owner, { what, name: held.name, symbol, line })];
  });
}

function isText(operation: Operation): operation is Extract<Operation, { readonly kind: 'literal' }> {
  return operation.kind === 'literal' && operation.type === 'string';
}

interface Holder {
  readonly name: string;
  /** The operation that gives it its value. */
  readonly value: OperationIndex;
}

/** What an operation gives a value to, or compares with one. */
function holderOf(operations: readonly Operation[], index: OperationIndex): Holder | undefined {
  const operation = operations[index];
  if (operation?.kind === 'declare') {
    const { role, value, name } = operation;
    return role === 'local' && value !== null ? { name, value } : undefined;
  }
  if (operation?.kind === 'assign') {
    const name = nameOf(operations, operation.target);
    return name === undefined ? undefined : { name, value: operation.value };
  }
  return operation?.kind === 'call' ? ofCall(operations, operation) : undefined;
}

/** `setPassword("…")`, `.password("…")`, `password.equals("…")`, `"…".equals(password)`. */
function ofCall(
  operations: readonly Operation[],
  { name, object, args: [argument, ...rest] }: CallOperation,
): Holder | undefined {
  if (argument === undefined || rest.length > 0) return undefined;
  if (!COMPARES.has(name)) return { name: name.replace(SETTER, ''), value: argument };
  if (object === null) return undefined;
  const left = nameOf(operations, object);
  if (left !== undefined) return { name: left, value: argument };
  const right = nameOf(operations, argument);
  return right === undefined ? undefined : { name: right, value: object };
}

function nameOf(operations: readonly Operation[], index: OperationIndex): string | undefined {
  const operation = operations[index];
  if (operation?.kind === 'name' || operation?.kind === 'field') return operation.name;
  if (operation?.kind === 'call' && operation.args.length === 0)
    return operation.name.replace(/^get(?=[A-Z])/u, '');
  if (operation?.kind !== 'local') return undefined;
  const declared = operations[operation.declaration];
  return declared !== undefined && 'name' in declared ? declared.name : undefined;
}
