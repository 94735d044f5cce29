import type { ConstantExpression } from '../../../analyzer/src/facts/constants.ts';
import type { TypeDeclaration } from '../../../analyzer/src/facts/declarations.ts';
import type { OperationIndex } from '../../../analyzer/src/facts/operations.ts';
import { type BodyReader, type Link, readBody } from './body-reader.ts';

/** Members of a test class that its tests use: `xml("Name")`, `userCredentials()`. */
export interface TestMembers {
  /** What a method without parameters gives, as the chain of calls that makes it. */
  made(name: string): { readonly body: BodyReader; readonly chain: readonly Link[] } | undefined;
  /** The text that a method of one parameter makes of a text. */
  textOf(name: string, argument: string): string | null;
}

export function readMembers(type: TypeDeclaration): TestMembers {
  const methodOf = (name: string, parameters: number) =>
    type.methods.find((each) => each.name === name && each.parameters.length === parameters);
  return {
    made(name) {
      const method = methodOf(name, 0);
      if (method === undefined) return undefined;
      const body = readBody(method);
      const value = returned(body);
      return value === undefined ? undefined : { body, chain: body.chain(value) };
    },
    textOf(name, argument) {
      const method = methodOf(name, 1);
      if (method === undefined) return null;
      const body = readBody(method);
      const value = returned(body);
      return value === undefined ? null : textAt({ type, body, argument }, value, 0);
    },
  };
}

/** The value of the one `return` of a body. */
function returned({ operations }: BodyReader): OperationIndex | undefined {
  const values = operations.flatMap((each) =>
    each.kind === 'return' && each.value !== null ? [each.value] : [],
  );
  return values.length === 1 ? values[0] : undefined;
}

interface TextContext {
  readonly type: TypeDeclaration;
  readonly body: BodyReader;
  readonly argument: string;
}

const DEEPEST = 20;

function textAt(context: TextContext, index: OperationIndex, depth: number): string | null {
  const operation = context.body.operation(index);
  if (depth > DEEPEST) return null;
  switch (operation?.kind) {
    case 'literal':
      return operation.value;
    case 'parameter':
      return context.argument;
    case 'name':
      return constantText(context.type.fields.find(({ name }) => name === operation.name)?.constant);
    case 'binary': {
      const parts = operation.operands.map((each) => textAt(context, each, depth + 1));
      return operation.operator === '+' && !parts.includes(null) ? parts.join('') : null;
    }
    default:
      return null;
  }
}

function constantText(constant: ConstantExpression | undefined): string | null {
  if (constant?.kind === 'literal') return constant.value;
  if (constant?.kind !== 'sum') return null;
  const parts = constant.items.map(constantText);
  return parts.includes(null) ? null : parts.join('');
}
