import type { Body, CallOperation, NewOperation, Operation, OperationIndex } from '../../facts/operations.ts';
import type { AddressAction } from '../../models/kinds.ts';
import { FULL_TAINT, type TaintMask, taintBit } from './taint-mask.ts';
import type { BodyValues } from './values/body-values.ts';

/** What a value that stands behind the host of an address decides no longer: where the address leads. */
const DECIDED_BY_HOST: TaintMask = taintBit('request-forgery') | taintBit('url-redirection');
/** What a name that is put behind a folder decides no longer: whether the path begins there. */
const DECIDED_BY_FOLDER: TaintMask = taintBit('path-from-root');

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

/** A protocol or drive, and separators: what follows may begin at the root of everything. */
const NO_FOLDER = /^(?:[a-z][a-z0-9+.-]*:)?[/\\]*$/iu;

/** What is left of the value at a position of an operation, by what stands before it: the host of an address, a folder. */
export type KeptByPlace = (position: number) => TaintMask;

const KEPT: KeptByPlace = () => FULL_TAINT;

/** Tells what is left of the operands and arguments of an operation by what stands before them. */
export function keptByPlaces(
  body: Body,
  values: BodyValues,
  questions: AddressQuestions,
): (operation: Operation, index: OperationIndex) => KeptByPlace {
  const texts = new BeginningTexts(body, values, questions);
  return (operation, index) => {
    if (operation.kind === 'binary')
      return (position) =>
        position < MOST ? texts.keptBehind(operation.operands.slice(0, position)) : FULL_TAINT;
    if (operation.kind === 'assign')
      return (position) => (position === 1 ? texts.keptBehind([operation.target]) : FULL_TAINT);
    if (operation.kind !== 'call' && operation.kind !== 'new') return KEPT;
    return keptInCall(operation, index, { texts, questions });
  };
}

function keptInCall(
  { object, args }: CallOperation | NewOperation,
  index: OperationIndex,
  { texts, questions }: { readonly texts: BeginningTexts; readonly questions: AddressQuestions },
): KeptByPlace {
  const [first] = args;
  switch (questions.addressAction(index)) {
    case 'append':
      return (position) => (position >= 0 && object !== null ? texts.keptBehind([object]) : FULL_TAINT);
    case 'format': {
      const pattern = object !== null && questions.textOf(object) !== undefined ? object : first;
      return (position) =>
        pattern !== undefined && (pattern === object || position > 0)
          ? texts.keptInPattern(pattern)
          : FULL_TAINT;
    }
    case 'part':
      return (position) => (position >= 0 ? FULL_TAINT & ~DECIDED_BY_HOST : FULL_TAINT);
    case 'path':
      return (position) =>
        position > 0 && first !== undefined && texts.nameFolder(first)
          ? FULL_TAINT & ~DECIDED_BY_FOLDER
          : FULL_TAINT;
    default:
      return KEPT;
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

  /** What is left of a value behind the texts. */
  keptBehind(operations: readonly OperationIndex[]): TaintMask {
    return operations.length === 0 ? FULL_TAINT : this.keptAfter(this.joined(operations, 0));
  }

  /** The same behind the text before the first place that is filled in. */
  keptInPattern(pattern: OperationIndex): TaintMask {
    return this.keptAfter(this.of(pattern, 0).replace(/[%{].*$/su, ''));
  }

  /** The operation gives a folder: what is put behind it lies below it, or beside it. */
  nameFolder(operation: OperationIndex): boolean {
    return !NO_FOLDER.test(this.of(operation, 0));
  }

  /** The text has the whole host in it: `http://stock/`, `x/visits?`, `/visits/`; or a folder: `/srv/`. */
  private keptAfter(text: string): TaintMask {
    const isHostOver = HOST_IS_OVER.test(this.withoutWord(text));
    const isInFolder = !NO_FOLDER.test(text);
    return FULL_TAINT & ~(isHostOver ? DECIDED_BY_HOST : 0) & ~(isInFolder ? DECIDED_BY_FOLDER : 0);
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
