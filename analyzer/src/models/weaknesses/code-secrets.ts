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
  const what = naming.whatIs(name);
  return what === undefined || wordsOf(name).some((word) => MIXED_IN.has(word)) ? undefined : what;
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
  const found: Weakness[] = [];
  for (let i = 0; i < operations.length; i++) {
    const operation = operations[i];
    if (operation === undefined) continue;
    if (isText(operation) && isIssued(operation.value)) {
      const what = { en: 'credentials of a provider', ru: 'учётные данные провайдера' };
      const place = { symbol: method.id, line: operation.line };
      const issued = written(method.owner, { what, name: 'literal', ...place });
      found.push({ ...issued, surroundings: 'production', confidence: 'certain' });
      continue;
    }
    const held = holderOf(operations, operation);
    if (held === undefined) continue;
    const what = secretNamed(naming, held.name);
    if (what === undefined || !isSecretValue(what.en, held.text, 'code')) continue;
    const { line } = operation;
    found.push(written(method.owner, { what, name: held.name, symbol: method.id, line }));
  }
  return found;
}

function isText(operation: Operation): operation is Extract<Operation, { readonly kind: 'literal' }> {
  return operation.kind === 'literal' && operation.type === 'string';
}

interface Holder {
  readonly name: string;
  /** What is written there. */
  readonly text: string;
}

/** What an operation gives a text to that is written out, or compares with one; few are, so that is asked first. */
function holderOf(operations: readonly Operation[], operation: Operation): Holder | undefined {
  switch (operation.kind) {
    case 'declare': {
      const text = operation.role === 'local' ? textAt(operations, operation.value) : undefined;
      return text === undefined ? undefined : { name: operation.name, text };
    }
    case 'assign': {
      const text = textAt(operations, operation.value);
      const name = text === undefined ? undefined : nameOf(operations, operation.target);
      return text === undefined || name === undefined ? undefined : { name, text };
    }
    case 'call':
      return ofCall(operations, operation);
    default:
      return undefined;
  }
}

function textAt(operations: readonly Operation[], index: OperationIndex | null): string | undefined {
  const operation = index === null ? undefined : operations[index];
  return operation !== undefined && isText(operation) ? operation.value : undefined;
}

/** `setPassword("…")`, `.password("…")`, `password.equals("…")`, `"…".equals(password)`. */
function ofCall(operations: readonly Operation[], { name, object, args }: CallOperation): Holder | undefined {
  const [argument] = args;
  if (argument === undefined || args.length > 1) return undefined;
  const text = textAt(operations, argument);
  if (!COMPARES.has(name)) return text === undefined ? undefined : { name: name.replace(SETTER, ''), text };
  const other = textAt(operations, object);
  if (object === null || (text === undefined && other === undefined)) return undefined;
  const left = nameOf(operations, object);
  if (left !== undefined) return text === undefined ? undefined : { name: left, text };
  const right = nameOf(operations, argument);
  return right === undefined || other === undefined ? undefined : { name: right, text: other };
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
