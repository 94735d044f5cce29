import { fitted, NOTHING } from '../../base/lists.ts';
import type {
  FieldDeclaration,
  MethodDeclaration,
  ParameterDeclaration,
  TypeDeclaration,
  TypeKind,
} from '../../facts/declarations.ts';
import type { TypeRef } from '../../facts/type-refs.ts';
import { childInField, childOfKind, type FlatTree, NO_NODE, type NodeIndex } from '../shared/flat-tree.ts';
import { readModifiers } from './annotations.ts';
import { isTypeDeclaration } from './anonymous-numbers.ts';
import {
  finishInitializer,
  type InitializerBuilder,
  readEnumConstant,
  readFields,
  readInitializerBlock,
  startInitializer,
} from './initializers.ts';
import { declareName, enterScope, leaveScope } from './locals.ts';
import { initializerOf, isField, type Members, membersOf } from './members.ts';
import { readMethod } from './methods.ts';
import { readParameters } from './parameters.ts';
import { Field, Kind } from './syntax.ts';
import { damagedHead } from './top-level.ts';
import { readTypeParameters, readTypes } from './type-refs.ts';
import {
  type AnonymousSite,
  endLineOf,
  lineOf,
  MAX_DEPTH,
  nameOf,
  reportTooDeep,
  type TypeSite,
  textOf,
  type Unit,
} from './unit.ts';

const KIND_OF_KEYWORD: Readonly<Record<string, TypeKind>> = {
  ...{ interface: 'interface', enum: 'enum', record: 'record', '@interface': 'annotation' },
};

/** A type before its members are read. */
type TypeHead = Omit<TypeDeclaration, 'fields' | 'methods'>;

/** Reads a named type declaration with everything in it. */
export function readTypeDeclaration(unit: Unit, node: NodeIndex, site: TypeSite): void {
  const { tree } = unit;
  const { name, line } = nameOfType(unit, node);
  const { bits, annotations } = readModifiers(unit, node);
  const superTypes = readTypes(unit, childOfKind(tree, node, Kind.superclass));
  readMembers(unit, [...bodiesOf(unit, node), ...(site.strays ?? [])], {
    name,
    binaryName: `${site.prefix}${name}`,
    kind: kindOf(tree, node),
    modifiers: bits,
    annotations,
    typeParameters: readTypeParameters(unit, childOfKind(tree, node, Kind.typeParameters)),
    extends: superTypes[0] ?? null,
    implements: [
      ...listedTypes(unit, node, Kind.superInterfaces),
      ...listedTypes(unit, node, Kind.extendsInterfaces),
    ],
    permits: listedTypes(unit, node, Kind.permits),
    outer: site.outer,
    enclosingMethod: site.enclosingMethod,
    components: readComponents(unit, node),
    span: { start: lineOf(unit, node), end: endLineOf(unit, node) },
    line,
  });
}

/** Reads a type declared among statements; it stands in the method of the current body. */
export function readLocalType(unit: Unit, node: NodeIndex): void {
  readTypeDeclaration(unit, node, {
    outer: unit.site.type,
    prefix: `${unit.site.binaryName}$${unit.numbers.get(node) ?? 1}`,
    enclosingMethod: unit.body.address,
  });
}

/** Reads an anonymous body; null when it nests too deep to be read. */
export function readAnonymousType(unit: Unit, node: NodeIndex, site: AnonymousSite): number | null {
  const name = String(unit.numbers.get(node) ?? 1);
  return readMembers(unit, [node], {
    name,
    binaryName: `${unit.site.binaryName}$${name}`,
    kind: 'anonymous',
    modifiers: 0,
    annotations: [],
    typeParameters: [],
    extends: site.extends,
    implements: [],
    permits: [],
    outer: unit.site.type,
    enclosingMethod: unit.body.address,
    components: [],
    span: { start: site.line, end: endLineOf(unit, node) },
    line: site.line,
  });
}

function readMembers(unit: Unit, bodies: readonly NodeIndex[], head: TypeHead): number | null {
  const firstBody = bodies[0] ?? NO_NODE;
  if (unit.depth >= MAX_DEPTH) {
    reportTooDeep(unit, firstBody);
    return null;
  }
  unit.depth++;
  const outerSite = unit.site;
  const index = unit.types.push({ ...head, fields: [], methods: [] }) - 1;
  unit.site = { type: index, binaryName: head.binaryName };
  const mark = enterScope(unit.locals);
  const members = membersOf(unit.tree, bodies);
  if (mark > 0) hideLocals(unit, members, head.components);
  unit.types[index] = { ...head, ...readMemberList(unit, members, { head, index }) };
  leaveScope(unit.locals, mark);
  unit.site = outerSite;
  unit.depth--;
  return index;
}

function readMemberList(
  unit: Unit,
  members: Members,
  type: { readonly head: TypeHead; readonly index: number },
): Pick<TypeDeclaration, 'fields' | 'methods'> {
  const lists: MemberLists = { fields: [], methods: [] };
  const initializers = {
    static: builderFor(type.index, members.staticInitializer),
    instance: builderFor(type.index, members.instanceInitializer),
  };
  for (const node of members.nodes) {
    const method = members.methodIndex.get(node);
    const initializer = initializerOf(unit.tree, node);
    if (method === undefined) {
      const builder = initializer === null ? null : initializers[initializer];
      readMember(unit, node, { ...type, builder, fields: lists.fields });
    } else {
      const address = { type: type.index, method };
      lists.methods.push(readMethod(unit, node, { address, components: type.head.components }));
    }
  }
  const { static: forStatic, instance: forInstance } = initializers;
  if (forStatic !== null) lists.methods.push(finishInitializer(forStatic, 'static-initializer'));
  if (forInstance !== null) lists.methods.push(finishInitializer(forInstance, 'instance-initializer'));
  return { fields: fitted(lists.fields), methods: fitted(lists.methods) };
}

interface MemberLists {
  readonly fields: FieldDeclaration[];
  readonly methods: MethodDeclaration[];
}

interface MemberSite {
  readonly head: TypeHead;
  readonly index: number;
  /** The initializer in which the member's code runs. */
  readonly builder: InitializerBuilder | null;
  readonly fields: FieldDeclaration[];
}

/** Reads a member that is no method. */
function readMember(unit: Unit, node: NodeIndex, { head, index, builder, fields }: MemberSite): void {
  const kind = unit.tree.kind[node];
  if (isField(kind)) {
    for (const field of readFields(unit, node, builder)) fields.push(field);
  } else if (kind === Kind.enumConstant) {
    fields.push(readEnumConstant(unit, node, { enumName: head.name, builder }));
  } else if (isTypeDeclaration(kind)) {
    readTypeDeclaration(unit, node, { outer: index, prefix: `${head.binaryName}$`, enclosingMethod: null });
  } else if (builder !== null) {
    readInitializerBlock(unit, node, builder);
  }
}

function builderFor(type: number, method: number | null): InitializerBuilder | null {
  return method === null ? null : startInitializer({ type, method });
}

/** Fields of a local or anonymous type hide the locals around it. */
function hideLocals(unit: Unit, members: Members, components: readonly ParameterDeclaration[]): void {
  const { tree } = unit;
  const hide = (name: string): void => declareName(unit.locals, null, { name, declaration: NO_NODE });
  for (const node of members.nodes) {
    if (!isField(tree.kind[node])) continue;
    const end = tree.next[node] ?? 0;
    for (let child = node + 1; child < end; child = tree.next[child] ?? end) {
      if (tree.kind[child] !== Kind.variableDeclarator) continue;
      const name = childInField(tree, child, Field.name);
      if (name !== NO_NODE) hide(textOf(unit, name));
    }
  }
  for (const component of components) hide(component.name);
}

function nameOfType(unit: Unit, node: NodeIndex): { readonly name: string; readonly line: number } {
  const kind = unit.tree.kind[node];
  if (kind === Kind.program) return { name: unit.fileName, line: 1 };
  const head = kind === Kind.error ? damagedHead(unit.tree, node) : null;
  return head === null
    ? nameOf(unit, node)
    : { name: textOf(unit, head.name), line: lineOf(unit, head.name) };
}

function bodiesOf(unit: Unit, node: NodeIndex): NodeIndex[] {
  const kind = unit.tree.kind[node];
  if (kind === Kind.program || kind === Kind.error) return [node];
  const body = childInField(unit.tree, node, Field.body);
  return body === NO_NODE ? [] : [body];
}

function readComponents(unit: Unit, node: NodeIndex): readonly ParameterDeclaration[] {
  if (unit.tree.kind[node] !== Kind.recordDeclaration) return [];
  return readParameters(unit, childOfKind(unit.tree, node, Kind.formalParameters));
}

function listedTypes(unit: Unit, node: NodeIndex, clause: number): readonly TypeRef[] {
  const clauseNode = childOfKind(unit.tree, node, clause);
  return clauseNode === NO_NODE
    ? NOTHING
    : readTypes(unit, childOfKind(unit.tree, clauseNode, Kind.typeList));
}

function kindOf(tree: FlatTree, node: NodeIndex): TypeKind {
  if (tree.kind[node] === Kind.error)
    return KIND_OF_KEYWORD[damagedHead(tree, node)?.keyword ?? ''] ?? 'class';
  switch (tree.kind[node]) {
    case Kind.interfaceDeclaration:
      return 'interface';
    case Kind.enumDeclaration:
      return 'enum';
    case Kind.recordDeclaration:
      return 'record';
    case Kind.annotationTypeDeclaration:
      return 'annotation';
    default:
      return 'class';
  }
}
