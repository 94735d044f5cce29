import { relativePath } from '../src/base/ids.ts';
import type { MethodDeclaration } from '../src/facts/declarations.ts';
import type { FileFacts } from '../src/facts/file-facts.ts';
import type { Operation } from '../src/facts/operations.ts';
import { printBody } from '../src/facts/print-facts.ts';
import { validateFacts } from '../src/facts/validate-facts.ts';
import { extractJava, prepareText, readPlain } from '../src/languages/java/compilation-unit.ts';
import { loadJavaGrammar } from '../src/languages/java/grammar.ts';
import { createJavaParser } from '../src/languages/java/parser/parse-java.ts';
import { indexLines } from '../src/languages/shared/line-index.ts';
import { TextTable } from '../src/languages/shared/text-table.ts';

const grammar = await loadJavaGrammar();
const parser = createJavaParser();
const texts = new TextTable();

/** Reads Java text and insists that its facts are well formed. */
export function factsOf(text: string, path = 'src/main/java/Sample.java'): FileFacts {
  const source = { path: relativePath(path), text, lines: indexLines(text), texts, isMeasured: true };
  const facts = extractJava(source, readPlain(source, parser) ?? readAny(text));
  const violations = validateFacts(facts);
  if (violations.length > 0) throw new Error(`malformed facts:\n${violations.join('\n')}`);
  return facts;
}

function readAny(text: string) {
  const { tokens, repaired } = prepareText(text);
  return { tokens, tree: parser.parse(repaired) ?? grammar.parse(repaired) };
}

/** Reads the members of a class `Sample` and gives the method of that name. */
export function methodOf(members: string, name = 'visit'): MethodDeclaration {
  const facts = factsOf(`class Sample {\n${members}\n}`);
  const method = facts.types.flatMap((type) => type.methods).find((candidate) => candidate.name === name);
  if (method === undefined) throw new Error(`no method ${name} among ${JSON.stringify(facts.types)}`);
  return method;
}

/** Reads statements as the body of a method `Object visit(Owner owner, List<Pet> pets)` and gives that method. */
export function statementsOf(statements: string): MethodDeclaration {
  return methodOf(`Object visit(Owner owner, List<Pet> pets) {${statements}\n}`);
}

/** The printed body of `statements`, without the two parameters and without source lines. */
export function bodyOf(statements: string): string[] {
  const { body } = statementsOf(statements);
  if (body === null) throw new Error('no body');
  return printBody(body)
    .trimEnd()
    .split('\n')
    .slice(2)
    .map((line) => line.replace(/(?: named :\d+)?(?: :\d+(?:-\d+)?)?$/, ''));
}

/** The operations of one kind in a method. */
export function operationsOf<K extends Operation['kind']>(
  method: MethodDeclaration,
  kind: K,
): Extract<Operation, { kind: K }>[] {
  const operations = method.body?.operations ?? [];
  return operations.filter(
    (operation): operation is Extract<Operation, { kind: K }> => operation.kind === kind,
  );
}
