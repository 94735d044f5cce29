import { Kind, keywordKind, operatorKind } from '../syntax.ts';

/** Kinds of the tokens of Java. `>>` and `>>>` are told as so many `>`: only who reads them knows whether they close types. */
export const Token = {
  end: 0,
  identifier: 1,
  /** Words that mean something in some places only, and name things elsewhere. */
  record: 2,
  sealed: 3,
  nonSealed: 4,
  permits: 5,
  yield: 6,
  when: 7,
  underscore: 8,
  module: 9,
  open: 10,
  with: 11,
  /** Literals. */
  decimalInteger: 16,
  hexInteger: 17,
  octalInteger: 18,
  binaryInteger: 19,
  decimalFloat: 20,
  hexFloat: 21,
  character: 22,
  string: 23,
  true: 24,
  false: 25,
  null: 26,
  /** Types. */
  integral: 28,
  floating: 29,
  boolean: 30,
  void: 31,
  /** Modifiers. */
  public: 32,
  protected: 33,
  private: 34,
  abstract: 35,
  static: 36,
  final: 37,
  strictfp: 38,
  default: 39,
  synchronized: 40,
  native: 41,
  transient: 42,
  volatile: 43,
  /** Other keywords. */
  assert: 48,
  break: 49,
  case: 50,
  catch: 51,
  class: 52,
  continue: 53,
  do: 54,
  else: 55,
  enum: 56,
  extends: 57,
  finally: 58,
  for: 59,
  if: 60,
  implements: 61,
  import: 62,
  instanceof: 63,
  interface: 64,
  new: 65,
  package: 66,
  return: 67,
  super: 68,
  switch: 69,
  this: 70,
  throw: 71,
  throws: 72,
  try: 73,
  while: 74,
  /** `const` and `goto`: no Java has them. */
  unused: 75,
  /** Punctuation. */
  openParenthesis: 80,
  closeParenthesis: 81,
  openBrace: 82,
  closeBrace: 83,
  openBracket: 84,
  closeBracket: 85,
  semicolon: 86,
  comma: 87,
  dot: 88,
  ellipsis: 89,
  at: 90,
  atInterface: 91,
  colon: 92,
  colons: 93,
  arrow: 94,
  question: 95,
  /** Operators. */
  not: 100,
  complement: 101,
  increment: 102,
  decrement: 103,
  plus: 104,
  minus: 105,
  times: 106,
  divide: 107,
  remainder: 108,
  and: 109,
  or: 110,
  xor: 111,
  andAnd: 112,
  orOr: 113,
  equal: 114,
  notEqual: 115,
  less: 116,
  lessEqual: 117,
  greater: 118,
  greaterEqual: 119,
  shiftLeft: 120,
  assign: 121,
  plusAssign: 122,
  minusAssign: 123,
  timesAssign: 124,
  divideAssign: 125,
  remainderAssign: 126,
  andAssign: 127,
  orAssign: 128,
  xorAssign: 129,
  shiftLeftAssign: 130,
} as const;

/** How many kinds there may be. */
export const MOST_KINDS = 256;

/** The words of Java, by the kind of their token. */
export const WORDS: ReadonlyMap<string, number> = new Map<string, number>([
  ...(['record', 'sealed', 'permits', 'yield', 'when', 'module', 'open', 'with'] as const).map(named),
  ['_', Token.underscore],
  ...(['true', 'false', 'null', 'boolean', 'void'] as const).map(named),
  ...['byte', 'short', 'int', 'long', 'char'].map((word): [string, number] => [word, Token.integral]),
  ...['float', 'double'].map((word): [string, number] => [word, Token.floating]),
  ...(['public', 'protected', 'private', 'abstract', 'static', 'final', 'strictfp'] as const).map(named),
  ...(['default', 'synchronized', 'native', 'transient', 'volatile'] as const).map(named),
  ...(['assert', 'break', 'case', 'catch', 'class', 'continue', 'do', 'else', 'enum'] as const).map(named),
  ...(['extends', 'finally', 'for', 'if', 'implements', 'import', 'instanceof'] as const).map(named),
  ...(['interface', 'new', 'package', 'return', 'super', 'switch', 'this', 'throw'] as const).map(named),
  ...(['throws', 'try', 'while'] as const).map(named),
  ...['const', 'goto'].map((word): [string, number] => [word, Token.unused]),
]);

function named(word: keyof typeof Token): [string, number] {
  return [word, Token[word]];
}

/** The kind of node that a token is in a tree by itself; 0 for none. */
export const NODE_OF_TOKEN = tableOf([
  [Token.identifier, Kind.identifier],
  [Token.decimalInteger, Kind.decimalIntegerLiteral],
  [Token.hexInteger, Kind.hexIntegerLiteral],
  [Token.octalInteger, Kind.octalIntegerLiteral],
  [Token.binaryInteger, Kind.binaryIntegerLiteral],
  [Token.decimalFloat, Kind.decimalFloatingPointLiteral],
  [Token.hexFloat, Kind.hexFloatingPointLiteral],
  [Token.character, Kind.characterLiteral],
  [Token.string, Kind.stringLiteral],
  [Token.true, Kind.true],
  [Token.false, Kind.false],
  [Token.null, Kind.nullLiteral],
  [Token.integral, Kind.integralType],
  [Token.floating, Kind.floatingPointType],
  [Token.boolean, Kind.booleanType],
  [Token.void, Kind.voidType],
  [Token.super, Kind.super],
  [Token.this, Kind.this],
  [Token.sealed, keywordKind('sealed')],
  [Token.nonSealed, keywordKind('non-sealed')],
  [Token.record, keywordKind('record')],
  ...(
    [
      ...['public', 'protected', 'private', 'static', 'final', 'abstract', 'default', 'synchronized'],
      ...['native', 'transient', 'volatile', 'extends', 'new', 'class', 'interface', 'enum'],
    ] as const
  ).map((word): [number, number] => [Token[word as keyof typeof Token], keywordKind(word as 'public')]),
  [Token.atInterface, keywordKind('@interface')],
  [Token.not, operatorKind('!')],
  [Token.complement, operatorKind('~')],
  [Token.increment, operatorKind('++')],
  [Token.decrement, operatorKind('--')],
  [Token.plus, operatorKind('+')],
  [Token.minus, operatorKind('-')],
  [Token.times, operatorKind('*')],
  [Token.divide, operatorKind('/')],
  [Token.remainder, operatorKind('%')],
  [Token.and, operatorKind('&')],
  [Token.or, operatorKind('|')],
  [Token.xor, operatorKind('^')],
  [Token.andAnd, operatorKind('&&')],
  [Token.orOr, operatorKind('||')],
  [Token.equal, operatorKind('==')],
  [Token.notEqual, operatorKind('!=')],
  [Token.less, operatorKind('<')],
  [Token.lessEqual, operatorKind('<=')],
  [Token.greater, operatorKind('>')],
  [Token.greaterEqual, operatorKind('>=')],
  [Token.shiftLeft, operatorKind('<<')],
  [Token.assign, operatorKind('=')],
  [Token.plusAssign, operatorKind('+=')],
  [Token.minusAssign, operatorKind('-=')],
  [Token.timesAssign, operatorKind('*=')],
  [Token.divideAssign, operatorKind('/=')],
  [Token.remainderAssign, operatorKind('%=')],
  [Token.andAssign, operatorKind('&=')],
  [Token.orAssign, operatorKind('|=')],
  [Token.xorAssign, operatorKind('^=')],
  [Token.shiftLeftAssign, operatorKind('<<=')],
]);

/** Binding strength of operators between two operands; 0 for all other tokens. */
export const STRENGTH = tableOf([
  [Token.orOr, 1],
  [Token.andAnd, 2],
  [Token.or, 3],
  [Token.xor, 4],
  [Token.and, 5],
  [Token.equal, 6],
  [Token.notEqual, 6],
  [Token.less, 7],
  [Token.lessEqual, 7],
  [Token.greater, 7],
  [Token.greaterEqual, 7],
  [Token.instanceof, 7],
  [Token.shiftLeft, 8],
  [Token.plus, 9],
  [Token.minus, 9],
  [Token.times, 10],
  [Token.divide, 10],
  [Token.remainder, 10],
]);

/** Binding strength of `>>` and `>>>`. */
export const SHIFT_STRENGTH = 8;

/** 1 for words that may name things. */
export const NAMES = setOf([
  ...[Token.identifier, Token.record, Token.sealed, Token.permits, Token.yield, Token.when],
  ...[Token.module, Token.open, Token.with],
]);

/** 1 for types that are keywords. */
export const PRIMITIVES = setOf([Token.integral, Token.floating, Token.boolean, Token.void]);

/** 1 for modifiers that are always keywords. */
export const MODIFIERS = setOf([
  ...[Token.public, Token.protected, Token.private, Token.abstract, Token.static, Token.final],
  ...[Token.strictfp, Token.default, Token.synchronized, Token.native, Token.transient, Token.volatile],
  Token.nonSealed,
]);

/** 1 for `=` and its kin; those of `>>` and `>>>` are several tokens. */
export const ASSIGNMENTS = setOf([
  ...[Token.assign, Token.plusAssign, Token.minusAssign, Token.timesAssign, Token.divideAssign],
  ...[Token.remainderAssign, Token.andAssign, Token.orAssign, Token.xorAssign, Token.shiftLeftAssign],
]);

/** 1 for what may follow a cast to a type that is no keyword; `+` and `-` after it are between two operands. */
export const CAST_OPERANDS = setOf([
  ...[Token.identifier, Token.record, Token.sealed, Token.permits, Token.yield, Token.when, Token.module],
  ...[Token.open, Token.with, Token.decimalInteger, Token.hexInteger, Token.octalInteger],
  ...[Token.binaryInteger, Token.decimalFloat, Token.hexFloat, Token.character, Token.string, Token.true],
  ...[Token.false, Token.null, Token.integral, Token.floating, Token.boolean, Token.void, Token.new],
  ...[Token.super, Token.switch, Token.this, Token.openParenthesis, Token.not, Token.complement],
]);

function tableOf(entries: readonly (readonly [number, number])[]): Uint8Array {
  const table = new Uint8Array(MOST_KINDS);
  for (const [key, value] of entries) table[key] = value;
  return table;
}

function setOf(kinds: readonly number[]): Uint8Array {
  return tableOf(kinds.map((kind) => [kind, 1] as const));
}
