import type { Body, CallOperation, Operation, OperationIndex } from '../../facts/operations.ts';
import type { AddressAction } from '../../models/kinds.ts';
import { FULL_TAINT, type TaintMask, taintBit } from './taint-mask.ts';
import type { BodyValues } from './values/body-values.ts';

/** What is left of a value that stands behind the host of an address: it decides no longer where the address leads. */
export const BEHIND_HOST: TaintMask =
  FULL_TAINT & ~taintBit('request-forgery') & ~taintBit('url-redirection');

/** What is asked of the operations of one body. */
export interface AddressQuestions {
  /** The text that an operation always gives; undefined where it gives others too, or none. */
  readonly textOf: (operation: OperationIndex) => string | undefined;
  readonly addressAction: (call: OperationIndex) => AddressAction | undefined;
  /** What may stand before an address and is no part of it: `redirect:`. */
  readonly redirectWords: readonly string[];
}

/** Stands for a text that is not known: whatever it is, it ends no host by itself. */
const SOME_TEXT = 'x';
/** Texts in texts that are looked into, texts in one, and letters of a text that matter. */
const DEEPEST = 8;
const MOST = 64;
const LONGEST = 300;

/** A host, with or without a protocol before it, and what ends it; or a path, query or fragment of the same host. */
const HOST_IS_OVER =
  /^(?:[a-z][a-z0-9+.-]*:\/\/[^/?#\\]+[/?#]|(?![a-z][a-z0-9+.-]*:)[^/?#\\]+[/?#]|\/[^/\\]|[?#])/iu;

/** Tells which operands and arguments of an operation stand behind the host of an address. */
export function behindHosts(
  body: Body,
  values: BodyValues,
  questions: AddressQuestions,
): (operation: Operation, index: OperationIndex) => (position: number) => boolean {
  const texts = new BeginningTexts(body, values, questions);
  return (operation, index) => {
    if (operation.kind === 'binary')
      return (position) => position < MOST && texts.endHost(operation.operands.slice(0, position));
    if (operation.kind === 'assign') return (position) => position === 1 && texts.endHost([operation.target]);
    if (operation.kind !== 'call') return () => false;
    return behindInCall(operation, index, { texts, questions });
  };
}

function behindInCall(
  { object, args }: CallOperation,
  index: OperationIndex,
  { texts, questions }: { readonly texts: BeginningTexts; readonly questions: AddressQuestions },
): (position: number) => boolean {
  const pattern = object !== null && questions.textOf(object) !== undefined ? object : args[0];
  switch (questions.addressAction(index)) {
    case 'append':
      return (position) => position >= 0 && object !== null && texts.endHost([object]);
    case 'format':
      return (position) =>
        pattern !== undefined && (pattern === object || position > 0) && texts.patternEndsHost(pattern);
    case 'part':
      return (position) => position >= 0;
    default:
      return () => false;
  }
}

/** What the text that an operation gives begins with; parts that are not known are `x`. */
class BeginningTexts {
  private readonly body: Body;
  private readonly values: BodyValues;
  private readonly questions: AddressQuestions;

  constructor(body: Body, values: BodyValues, questions: AddressQuestions) {
    this.body = body;
    this.values = values;
    this.questions = questions;
  }

  /** The texts one after the other have the whole host in them: `http://stock/`, `x/visits?`, `/visits/`. */
  endHost(operations: readonly OperationIndex[]): boolean {
    return operations.length > 0 && HOST_IS_OVER.test(this.withoutWord(this.joined(operations, 0)));
  }

  /** The same of the text before the first place that is filled in. */
  patternEndsHost(pattern: OperationIndex): boolean {
    return HOST_IS_OVER.test(this.withoutWord(this.of(pattern, 0)).replace(/[%{].*$/su, ''));
  }

  private withoutWord(text: string): string {
    const word = this.questions.redirectWords.find((each) => text.startsWith(each));
    return text.slice(word?.length ?? 0);
  }

  private joined(operations: readonly OperationIndex[], depth: number): string {
    let text = '';
    for (const operation of operations) {
      if (text.length > LONGEST) break;
      text += this.of(operation, depth);
    }
    return text;
  }

  private of(at: OperationIndex, depth: number): string {
    const known = this.questions.textOf(at);
    if (known !== undefined) return known.slice(0, LONGEST);
    const operation = this.body.operations[at];
    if (operation === undefined || depth > DEEPEST) return SOME_TEXT;
    const parts = this.partsOf(operation, at);
    return parts === null ? SOME_TEXT : this.joined(parts, depth + 1);
  }

  /** The operations whose texts make up that of the operation; null where it is not made of others that are known. */
  private partsOf(operation: Operation, at: OperationIndex): readonly OperationIndex[] | null {
    switch (operation.kind) {
      case 'local':
        return this.written(at);
      case 'declare':
        return operation.value === null || operation.role !== 'local' ? null : [operation.value];
      case 'assign':
        return operation.operator === '=' ? [operation.value] : [operation.target, operation.value];
      case 'cast':
        return [operation.operand];
      case 'binary':
        return operation.operator === '+' ? operation.operands : null;
      case 'new':
        return operation.args.length === 1 ? operation.args : null;
      case 'call':
        return this.appended(operation, at);
      default:
        return null;
    }
  }

  /** What a local was last given; null where that is not one value. */
  private written(read: OperationIndex): readonly OperationIndex[] | null {
    const node = this.values.nodeOf(read);
    return node >= 0 && node !== read && this.values.inputsOf(node).length === 0 ? [node] : null;
  }

  private appended(
    { object, name, args }: CallOperation,
    at: OperationIndex,
  ): readonly OperationIndex[] | null {
    if (object === null) return null;
    if (this.questions.addressAction(at) === 'append') return [object, ...args];
    return name === 'toString' && args.length === 0 ? [object] : null;
  }
}
