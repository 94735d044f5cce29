import type { ResolutionRules } from '../facts/resolution-rules.ts';
import { formatted, joined, partsOf, unknownConstant } from './constant-values.ts';
import type { ConstantValue } from './program.ts';

type Does = ResolutionRules['textFunctions'][number]['does'];

/** A call of a member of text, with what is known of its receiver and arguments. */
interface TextCall {
  readonly receiver: ConstantValue;
  readonly args: readonly ConstantValue[];
}

const UNKNOWN = unknownConstant('a call');

/** Members that make a text of texts of which only a part need be known. */
const MAKING: Readonly<Partial<Record<Does, (call: TextCall) => ConstantValue>>> = {
  format: ({ args: [format = UNKNOWN, ...values] }) => formatted(format, values),
  'format-receiver': ({ receiver, args }) => formatted(receiver, args),
  concat: ({ receiver, args: [other = UNKNOWN] }) => joined([...partsOf(receiver), ...partsOf(other)]),
  'value-of': ({ args: [value = UNKNOWN] }) => joined(partsOf(value)),
  trim: ({ receiver }) =>
    receiver.kind === 'text' ? { kind: 'text', value: receiver.value.trim() } : receiver,
  same: ({ receiver }) => receiver,
};

type Literal = string | number | boolean | null;

/** Members that are only told of constants. Null where they would throw. */
const TELLING: Readonly<Partial<Record<Does, (text: string, args: readonly Literal[]) => Literal>>> = {
  length: (text) => text.length,
  'is-empty': (text) => text === '',
  'is-blank': (text) => text.trim() === '',
  'char-at': (text, [at]) => (typeof at === 'number' ? (text[at] ?? null) : null),
  equals: (text, [other]) => text === other,
  'equals-ignoring-case': (text, [other]) =>
    typeof other === 'string' && text.toLowerCase() === other.toLowerCase(),
  'starts-with': (text, [start, from]) =>
    typeof start === 'string' && from === undefined ? text.startsWith(start) : null,
  'ends-with': (text, [end]) => (typeof end === 'string' ? text.endsWith(end) : null),
  contains: (text, [part]) => (typeof part === 'string' ? text.includes(part) : null),
  'index-of': (text, [part, from]) =>
    typeof part === 'string' && from === undefined ? text.indexOf(part) : null,
  substring: (text, [from, to = text.length]) => {
    if (typeof from !== 'number' || typeof to !== 'number') return null;
    return from >= 0 && from <= to && to <= text.length ? text.slice(from, to) : null;
  },
};

/** Folds a call of a member of text. */
export function textFunction(does: Does, call: TextCall): ConstantValue {
  const make = MAKING[does];
  if (make !== undefined) return make(call);
  const tell = TELLING[does];
  const args = call.args.map(literalOf);
  if (tell === undefined || call.receiver.kind !== 'text' || args.includes(undefined)) return UNKNOWN;
  const told = tell(
    call.receiver.value,
    args.filter((argument) => argument !== undefined),
  );
  if (typeof told === 'string') return { kind: 'text', value: told };
  if (typeof told === 'number') return { kind: 'number', value: told };
  return typeof told === 'boolean' ? { kind: 'boolean', value: told } : UNKNOWN;
}

function literalOf(value: ConstantValue): Literal | undefined {
  if (value.kind === 'null') return null;
  return value.kind === 'text' || value.kind === 'number' || value.kind === 'boolean'
    ? value.value
    : undefined;
}
