import { byText } from '../../base/ordering.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { readXml, type XmlElement } from '../xml-elements.ts';
import { readSql, type SqlStatement } from './sql-text.ts';

/** One statement of a MyBatis mapper file. */
export interface MapperStatement {
  readonly action: SqlStatement['action'];
  readonly table: string | null;
  /** Names that are put into the text as they are: `${name}`. */
  readonly rawNames: readonly string[];
}

/** By `type#id`, the type being what the namespace means in the file's module. */
export type MapperStatements = ReadonlyMap<string, MapperStatement>;

const TAG_ACTIONS: Readonly<Record<string, SqlStatement['action']>> = {
  select: 'read',
  insert: 'write',
  update: 'write',
  delete: 'delete',
};
/** Fragments that include fragments: deeper ones are cut. */
const DEEPEST_INCLUDE = 5;

/** Reads all production mapper files of the tree. */
export function readMapperStatements(tools: MatchTools): MapperStatements {
  const statements = new Map<string, MapperStatement>();
  const files = tools.inventory.configuration
    .filter((file) => file.kind === 'mybatis-mapper' && file.role === 'production')
    .sort(byText((file) => file.path));
  for (const { path, module } of files) {
    const elements = readXml(tools.texts.get(path) ?? '');
    const namespace = elements[0]?.attributes.get('namespace') ?? '';
    const owner = tools.program.typeSeenFrom(module, namespace)?.name ?? namespace;
    readMapper(owner, elements, statements);
  }
  return statements;
}

function readMapper(
  owner: string,
  elements: readonly XmlElement[],
  statements: Map<string, MapperStatement>,
): void {
  const children = childrenOf(elements);
  const fragments = new Map<string, number>();
  elements.forEach((element, index) => {
    const id = element.attributes.get('id');
    if (element.name === 'sql' && id !== undefined) fragments.set(id, index);
  });
  elements.forEach((element, index) => {
    const action = TAG_ACTIONS[element.name];
    const id = element.attributes.get('id');
    if (action === undefined || id === undefined || element.parent !== 0) return;
    const text = textBelow({ elements, children, fragments }, index, 0);
    statements.set(`${owner}#${id}`, {
      action,
      table: readSql(text)?.table ?? null,
      rawNames: rawNamesIn(text),
    });
  });
}

interface Mapper {
  readonly elements: readonly XmlElement[];
  readonly children: ReadonlyMap<number, readonly number[]>;
  readonly fragments: ReadonlyMap<string, number>;
}

function childrenOf(elements: readonly XmlElement[]): ReadonlyMap<number, readonly number[]> {
  const children = new Map<number, number[]>();
  elements.forEach(({ parent }, index) => {
    if (parent === null) return;
    const siblings = children.get(parent) ?? [];
    siblings.push(index);
    children.set(parent, siblings);
  });
  return children;
}

/** Text of an element, of everything inside it and of the fragments it includes. */
function textBelow(mapper: Mapper, start: number, includes: number): string {
  const texts: string[] = [];
  const waiting = [start];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const element = mapper.elements[index];
    if (element === undefined) continue;
    texts.push(element.text);
    const fragment =
      element.name === 'include' ? mapper.fragments.get(element.attributes.get('refid') ?? '') : undefined;
    if (fragment !== undefined && includes < DEEPEST_INCLUDE) {
      texts.push(textBelow(mapper, fragment, includes + 1));
    }
    waiting.push(...[...(mapper.children.get(index) ?? [])].reverse());
  }
  return texts.join(' ');
}

/** Names in `${…}`: MyBatis puts their values into the statement's text. */
export function rawNamesIn(text: string): readonly string[] {
  const names = [...text.matchAll(/\$\{\s*(\w{1,60})/gu)].map((match) => match[1] ?? '');
  return [...new Set(names)];
}
