import type { GrammarNames } from '../parse.ts';
import type { GrammarTable } from '../shared/flat-tree.ts';

/** Node kinds of the Java grammar that say something, under our own stable numbers. Keys are the grammar's names in camelCase. */
export const Kind = {
  error: 1,
  annotatedType: 2,
  annotation: 3,
  annotationArgumentList: 4,
  annotationTypeBody: 5,
  annotationTypeDeclaration: 6,
  annotationTypeElementDeclaration: 7,
  argumentList: 8,
  arrayAccess: 9,
  arrayCreationExpression: 10,
  arrayInitializer: 11,
  arrayType: 12,
  assertStatement: 13,
  assignmentExpression: 14,
  asterisk: 15,
  binaryExpression: 16,
  block: 17,
  breakStatement: 18,
  castExpression: 19,
  catchClause: 20,
  catchFormalParameter: 21,
  catchType: 22,
  classBody: 23,
  classDeclaration: 24,
  classLiteral: 25,
  compactConstructorDeclaration: 26,
  constantDeclaration: 27,
  constructorBody: 28,
  constructorDeclaration: 29,
  continueStatement: 30,
  dimensions: 31,
  dimensionsExpr: 32,
  doStatement: 33,
  elementValueArrayInitializer: 34,
  elementValuePair: 35,
  enhancedForStatement: 36,
  enumBody: 37,
  enumBodyDeclarations: 38,
  enumConstant: 39,
  enumDeclaration: 40,
  explicitConstructorInvocation: 41,
  expressionStatement: 42,
  extendsInterfaces: 43,
  fieldAccess: 44,
  fieldDeclaration: 45,
  finallyClause: 46,
  floatingPointType: 47,
  forStatement: 48,
  formalParameter: 49,
  formalParameters: 50,
  genericType: 51,
  guard: 52,
  ifStatement: 53,
  importDeclaration: 54,
  inferredParameters: 55,
  instanceofExpression: 56,
  integralType: 57,
  interfaceBody: 58,
  interfaceDeclaration: 59,
  labeledStatement: 60,
  lambdaExpression: 61,
  localVariableDeclaration: 62,
  markerAnnotation: 63,
  methodDeclaration: 64,
  methodInvocation: 65,
  methodReference: 66,
  modifiers: 67,
  objectCreationExpression: 68,
  packageDeclaration: 69,
  parenthesizedExpression: 70,
  permits: 71,
  program: 72,
  receiverParameter: 73,
  recordDeclaration: 74,
  recordPattern: 75,
  recordPatternBody: 76,
  recordPatternComponent: 77,
  resource: 78,
  resourceSpecification: 79,
  returnStatement: 80,
  scopedIdentifier: 81,
  scopedTypeIdentifier: 82,
  spreadParameter: 83,
  staticInitializer: 84,
  stringInterpolation: 85,
  stringLiteral: 86,
  superInterfaces: 87,
  superclass: 88,
  switchBlock: 89,
  switchBlockStatementGroup: 90,
  switchExpression: 91,
  switchLabel: 92,
  switchRule: 93,
  synchronizedStatement: 94,
  templateExpression: 95,
  ternaryExpression: 96,
  throwStatement: 97,
  throws: 98,
  tryStatement: 99,
  tryWithResourcesStatement: 100,
  typeArguments: 101,
  typeBound: 102,
  typeList: 103,
  typeParameter: 104,
  typeParameters: 105,
  typePattern: 106,
  unaryExpression: 107,
  updateExpression: 108,
  variableDeclarator: 109,
  whileStatement: 110,
  wildcard: 111,
  yieldStatement: 112,
  binaryIntegerLiteral: 113,
  booleanType: 114,
  characterLiteral: 115,
  decimalFloatingPointLiteral: 116,
  decimalIntegerLiteral: 117,
  false: 118,
  hexFloatingPointLiteral: 119,
  hexIntegerLiteral: 120,
  identifier: 121,
  nullLiteral: 122,
  octalIntegerLiteral: 123,
  super: 124,
  this: 125,
  true: 126,
  typeIdentifier: 127,
  underscorePattern: 128,
  voidType: 129,
  pattern: 130,
} as const;

/** Fields of the Java grammar that decide what a child is. */
export const Field = {
  alternative: 1,
  arguments: 2,
  body: 3,
  condition: 4,
  consequence: 5,
  dimensions: 6,
  init: 7,
  name: 8,
  object: 9,
  type: 10,
  typeArguments: 11,
  update: 12,
  value: 13,
} as const;

/** Tokens that are kept although they are no named nodes: their kind is this number plus the index in the list. */
const FIRST_OPERATOR = 200;
const OPERATORS = [
  ...[
    '&&',
    '||',
    '>',
    '<',
    '>=',
    '<=',
    '==',
    '!=',
    '+',
    '-',
    '*',
    '/',
    '&',
    '|',
    '^',
    '%',
    '<<',
    '>>',
    '>>>',
  ],
  ...['=', '+=', '-=', '*=', '/=', '&=', '|=', '^=', '%=', '<<=', '>>=', '>>>=', '!', '~', '++', '--'],
] as const;

const FIRST_KEYWORD = 150;
const KEYWORDS = [
  ...['public', 'protected', 'private', 'static', 'final', 'abstract', 'default', 'synchronized', 'native'],
  ...['sealed', 'non-sealed', 'transient', 'volatile', 'extends', 'new'],
  ...['class', 'interface', 'enum', 'record', '@interface'],
] as const;

/** The kind of an operator token. */
export function operatorKind(operator: (typeof OPERATORS)[number]): number {
  return FIRST_OPERATOR + OPERATORS.indexOf(operator);
}

/** The kind of a keyword token. */
export function keywordKind(keyword: (typeof KEYWORDS)[number]): number {
  return FIRST_KEYWORD + KEYWORDS.indexOf(keyword);
}

/** The operator that a kind stands for, or null for any other kind. */
export function operatorOf(kind: number): string | null {
  return OPERATORS[kind - FIRST_OPERATOR] ?? null;
}

/** The keyword that a kind stands for, or null for any other kind. */
export function keywordOf(kind: number): string | null {
  return KEYWORDS[kind - FIRST_KEYWORD] ?? null;
}

const LEAVES: readonly number[] = [
  ...[
    Kind.identifier,
    Kind.typeIdentifier,
    Kind.underscorePattern,
    Kind.scopedIdentifier,
    Kind.this,
    Kind.super,
    Kind.asterisk,
  ],
  ...[
    Kind.decimalIntegerLiteral,
    Kind.hexIntegerLiteral,
    Kind.octalIntegerLiteral,
    Kind.binaryIntegerLiteral,
  ],
  ...[Kind.decimalFloatingPointLiteral, Kind.hexFloatingPointLiteral, Kind.characterLiteral],
  ...[Kind.true, Kind.false, Kind.nullLiteral],
  ...[Kind.integralType, Kind.floatingPointType, Kind.booleanType, Kind.voidType],
];

/** Kinds whose children need no field to tell them apart. */
const FIELDLESS: readonly number[] = [
  ...[Kind.program, Kind.classBody, Kind.interfaceBody, Kind.enumBody, Kind.enumBodyDeclarations],
  ...[Kind.block, Kind.constructorBody, Kind.expressionStatement, Kind.returnStatement, Kind.throwStatement],
  ...[Kind.argumentList, Kind.parenthesizedExpression, Kind.arrayInitializer, Kind.binaryExpression],
  ...[Kind.modifiers, Kind.annotationArgumentList, Kind.elementValueArrayInitializer, Kind.formalParameters],
  ...[Kind.genericType, Kind.scopedTypeIdentifier, Kind.typeArguments, Kind.typeList, Kind.superclass],
  ...[Kind.superInterfaces, Kind.throws, Kind.switchBlock, Kind.switchBlockStatementGroup, Kind.switchRule],
  ...[Kind.importDeclaration, Kind.packageDeclaration, Kind.assignmentExpression, Kind.ternaryExpression],
  ...[Kind.unaryExpression, Kind.updateExpression, Kind.arrayAccess, Kind.stringLiteral],
];

/** Maps the ids of the loaded grammar onto our kinds and fields. Comments and punctuation are dropped. */
export function javaTable(names: GrammarNames): GrammarTable {
  const kinds = new Map(Object.entries(Kind).map(([key, kind]) => [inGrammar(key), kind]));
  const tokens = new Map<string, number>([
    ...OPERATORS.map((text, index): [string, number] => [text, FIRST_OPERATOR + index]),
    ...KEYWORDS.map((text, index): [string, number] => [text, FIRST_KEYWORD + index]),
  ]);
  const fields = new Map(Object.entries(Field).map(([key, field]) => [inGrammar(key), field]));
  const isLeaf = new Uint8Array(256).fill(1, FIRST_KEYWORD);
  for (const kind of LEAVES) isLeaf[kind] = 1;
  const hasFields = new Uint8Array(256).fill(1);
  for (const kind of FIELDLESS) hasFields[kind] = 0;
  return {
    kindOfType: Uint8Array.from(names.types, (name, id) =>
      names.isNamed[id] ? (kinds.get(name) ?? 0) : (tokens.get(name) ?? 0),
    ),
    isLeaf,
    hasFields,
    fieldOf: Uint8Array.from(names.fields, (name) => (name === null ? 0 : (fields.get(name) ?? 0))),
    errorKind: Kind.error,
  };
}

function inGrammar(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
