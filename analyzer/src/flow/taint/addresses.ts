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

/** What the text that an operation gives begins with; parts that are not known are `x`. */
export class BeginningTexts {
  private readonly body: Body;
  private readonly values: BodyValues;
  private readonly questions: AddressQuestions;

  constructor(body: Body, values: BodyValues, questions: AddressQuestions) {
    this.body = body;
    this.values = values;
    this.questions = questions;
  }

  /** What is left of the value at a position of an operation, by what stands before it: the host of an address, a folder. */
  keptAt(operation: Operation, index: OperationIndex, position: number): TaintMask {
    switch (operation.kind) {
      case 'binary':
        return position > 0 && position < MOST
          ? this.keptBehind(operation.operands.slice(0, position))
          : FULL_TAINT;
      case 'assign':
        return position === 1 ? this.keptBehind([operation.target]) : FULL_TAINT;
      case 'call':
      case 'new':
        return this.keptInCall(operation, index, position);
      default:
        return FULL_TAINT;
    }
  }

  private keptInCall(
    { object, args }: CallOperation | NewOperation,
    index: OperationIndex,
    position: number,
  ): TaintMask {
    const [first] = args;
    switch (this.questions.addressAction(index)) {
      case 'append':
        return object === null ? FULL_TAINT : this.keptBehind([object]);
      case 'format': {
        const pattern = object !== null && this.questions.textOf(object) !== undefined ? object : first;
        const isBehind = pattern !== undefined && (pattern === object || position > 0);
        return isBehind ? this.keptInPattern(pattern) : FULL_TAINT;
      }
      case 'part':
        return FULL_TAINT & ~DECIDED_BY_HOST;
      case 'path': {
        const isName = position > 0 && first !== undefined && this.nameFolder(first);
        return isName ? FULL_TAINT & ~DECIDED_BY_FOLDER : FULL_TAINT;
      }
      default:
        return FULL_TAINT;
    }
  }

  /** What is left of a value behind the texts. */
  private keptBehind(operations: readonly OperationIndex[]): TaintMask {
    return operations.length === 0 ? FULL_TAINT : this.keptAfter(this.joined(operations, 0));
  }

  /** The same behind the text before the first place that is filled in. */
  private keptInPattern(pattern: OperationIndex): TaintMask {
    return this.keptAfter(this.of(pattern, 0).replace(/[%{].*$/su, ''));
  }

  /** The operation gives a folder: what is put behind it lies below it, or beside it. */
  private nameFolder(operation: OperationIndex): boolean {
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
