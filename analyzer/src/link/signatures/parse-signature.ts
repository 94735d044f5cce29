import { type TypeName, typeName } from '../../base/ids.ts';
import { fitted, NOTHING } from '../../base/lists.ts';
import type { TypeKind } from '../../facts/declarations.ts';
import type { ResolutionRules } from '../../facts/resolution-rules.ts';
import type { ResolvedType } from '../resolved-type.ts';
import { CONSTRUCTOR, type FieldShape, type LookedUp, type MethodShape, type TypeShape } from '../shapes.ts';
import { type ClassType, classType, unboundedType, type VariableType, VOID } from '../types.ts';
import { beginOfName, MembersByName, placesOfMembers } from './members-by-name.ts';

/** One line of a signature file with what is needed to read it. */
export interface SignatureLine {
  readonly name: TypeName;
  readonly text: string;
  readonly rules: ResolutionRules;
  /** Looks a short name of the file up. */
  readonly fullName: (short: string) => string;
}

const KINDS: Readonly<Record<string, TypeKind>> = {
  C: 'class',
  I: 'interface',
  E: 'enum',
  R: 'record',
  A: 'annotation',
};

/** Reads one line of a signature file; the grammar stands in scripts/make-signatures/README.md. */
export function parseSignature(line: SignatureLine): TypeShape {
  return new SignatureShape(line);
}

interface Members {
  readonly fields: ReadonlyMap<string, FieldShape>;
  readonly methods: ReadonlyMap<string, readonly MethodShape[]>;
}

/** A type of a signature file. Of many nothing is asked but whether they are there: members are read when first asked for. */
class SignatureShape implements TypeShape {
  readonly name: TypeName;
  readonly kind: TypeKind;
  readonly rules: ResolutionRules;
  readonly isAbstract: boolean;
  readonly isStatic: boolean;
  readonly outer: TypeName | null;
  readonly parameters: readonly VariableType[];
  readonly self: ClassType;
  readonly parents: readonly ClassType[];
  readonly draft = null;
  readonly hasUnknownParent = false;
  lookedUp: LookedUp | null = null;
  readonly #line: SignatureLine;
  /** Where the members begin in the line. */
  readonly #membersAt: number;
  #members: Members | null = null;

  constructor(line: SignatureLine) {
    const { name, text, rules } = line;
    const [header = 'C', parents = '', membersAt] = beginningOf(text);
    const formalsAt = header.indexOf('<');
    const flags = formalsAt < 0 ? header : header.slice(0, formalsAt);
    const kind = KINDS[flags[0] ?? 'C'] ?? 'class';
    const dollar = name.lastIndexOf('$');
    this.name = name;
    this.kind = kind;
    this.rules = rules;
    this.isAbstract = kind === 'interface' || kind === 'annotation' || flags.includes('a');
    this.isStatic = dollar < 0 || flags.includes('s') || kind !== 'class';
    this.outer = dollar < 0 ? null : typeName(name.slice(0, dollar));
    this.parameters = new TypeReader(line, [], formalsAt < 0 ? '' : header.slice(formalsAt)).formals(name);
    this.self = classType(name, this.parameters);
    this.parents = readParents(parents, line, { parameters: this.parameters, kind });
    this.#line = line;
    this.#membersAt = membersAt;
  }

  get fields(): ReadonlyMap<string, FieldShape> {
    this.#members ??= membersOf(this.#line, this.#membersAt, this.parameters);
    return this.#members.fields;
  }

  get methods(): ReadonlyMap<string, readonly MethodShape[]> {
    this.#members ??= membersOf(this.#line, this.#membersAt, this.parameters);
    return this.#members.methods;
  }
}

/** The second and the third part of a line, and where those behind them begin. */
function beginningOf(text: string): readonly [header: string | undefined, parents: string, end: number] {
  const header = partEnd(text, 0) + 1;
  const parents = partEnd(text, header) + 1;
  const members = partEnd(text, parents) + 1;
  return [
    header > text.length ? undefined : text.slice(header, parents - 1),
    text.slice(parents, members - 1),
    members,
  ];
}

function partEnd(text: string, start: number): number {
  const tab = text.indexOf('\t', start);
  return tab < 0 ? text.length : tab;
}

function membersOf(line: SignatureLine, start: number, parameters: readonly VariableType[]): Members {
  const places = placesOfMembers(line.text, start);
  const read = (at: number) => parseMember(line.text.slice(at, partEnd(line.text, at)), line, parameters);
  return {
    // Of several fields of one name the last.
    fields: new MembersByName(places.fields, (all) => read(all[all.length - 1] ?? start) as FieldShape),
    methods: new MembersByName(places.methods, (all) => all.map((at) => read(at) as MethodShape)),
  };
}

function readParents(
  text: string,
  line: SignatureLine,
  type: { readonly parameters: readonly VariableType[]; readonly kind: TypeKind },
): ClassType[] {
  const isInterface = type.kind === 'interface' || type.kind === 'annotation';
  const parents: ClassType[] = [];
  for (const [index, part] of text.split(';').entries()) {
    if (part === '') {
      if (index === 0 && !isInterface && line.name !== line.rules.rootType) {
        parents.push(classType(typeName(line.rules.rootType)));
      }
      continue;
    }
    const parent = new TypeReader(line, type.parameters, part).type();
    if (parent.kind === 'class') parents.push(parent);
  }
  return parents;
}

function parseMember(
  text: string,
  line: SignatureLine,
  parameters: readonly VariableType[],
): MethodShape | FieldShape {
  const begin = beginOfName(text, 0);
  const flags = text.slice(0, Math.max(0, begin - 1));
  const rest = text.slice(begin);
  const nameEnd = rest.search(/[(<=]/);
  const name = rest.slice(0, nameEnd);
  const visibility = flags.includes('p') ? 'protected' : 'public';
  if (rest[nameEnd] === '=') {
    const valueAt = rest.indexOf('=', nameEnd + 1);
    const typeText = valueAt < 0 ? rest.slice(nameEnd + 1) : rest.slice(nameEnd + 1, valueAt);
    return {
      owner: line.name,
      name,
      type: new TypeReader(line, parameters, typeText).type(),
      isStatic: flags.includes('s') || flags.includes('e'),
      visibility,
      isEnumConstant: flags.includes('e'),
      ...(valueAt < 0 ? {} : { constant: JSON.parse(rest.slice(valueAt + 1)) as string | number }),
      field: null,
    };
  }
  const reader = new TypeReader(line, parameters, rest.slice(nameEnd));
  const variables = reader.formals(`${line.name}#${text}`);
  const { parameters: formals, returns } = reader.call();
  return {
    owner: line.name,
    name: name === 'new' ? CONSTRUCTOR : name,
    variables,
    parameters: formals,
    returns,
    isStatic: flags.includes('s'),
    isAbstract: flags.includes('a'),
    isVarargs: flags.includes('v'),
    visibility,
    draft: null,
  };
}

/** What stands behind a word, by character: one for those that do. */
const WORD_ENDS = new Uint8Array(128);
for (const each of '<>,:&()[];+-?') WORD_ENDS[each.charCodeAt(0)] = 1;

/** Reads types from left to right. Nesting is that of our own data, so recursion is bounded. */
class TypeReader {
  readonly #line: SignatureLine;
  readonly #text: string;
  #scope: readonly VariableType[];
  #at = 0;

  constructor(line: SignatureLine, scope: readonly VariableType[], text: string) {
    this.#line = line;
    this.#scope = scope;
    this.#text = text;
  }

  /** `<T:Bound&Bound,U>`, or nothing. Bounds are read twice, because they may speak of later variables. */
  formals(owner: string): readonly VariableType[] {
    if (this.#text[this.#at] !== '<') return NOTHING;
    const start = this.#at;
    const root = classType(typeName(this.#line.rules.rootType));
    const outer = this.#scope;
    let variables: VariableType[] = [];
    for (let round = 0; round < 2; round++) {
      this.#at = start;
      variables = this.#formalList(owner, root);
      this.#scope = [...variables, ...outer];
    }
    return variables;
  }

  #formalList(owner: string, root: ClassType): VariableType[] {
    const variables: VariableType[] = [];
    do {
      this.#at++;
      const name = this.#word();
      let bound: ResolvedType = root;
      if (this.#text[this.#at] === ':') {
        this.#at++;
        bound = this.type();
        while (this.#text[this.#at] === '&') {
          this.#at++;
          this.type();
        }
      }
      variables.push({ kind: 'variable', name, owner, bound });
    } while (this.#text[this.#at] === ',');
    this.#at++;
    return variables;
  }

  /** `(Type,…)Type`. */
  call(): { readonly parameters: readonly ResolvedType[]; readonly returns: ResolvedType } {
    const parameters: ResolvedType[] = [];
    this.#at++;
    while (this.#at < this.#text.length && this.#text[this.#at] !== ')') {
      parameters.push(this.type());
      if (this.#text[this.#at] === ',') this.#at++;
    }
    this.#at++;
    return { parameters: fitted(parameters), returns: this.#at < this.#text.length ? this.type() : VOID };
  }

  /** One type; a wildcard is the type it is bounded by, as everywhere in linking. */
  type(): ResolvedType {
    const first = this.#text[this.#at];
    if (first === '?') {
      this.#at++;
      return unboundedType(typeName(this.#line.rules.rootType));
    }
    if (first === '+' || first === '-') this.#at++;
    let type = this.#named();
    while (this.#text.startsWith('[]', this.#at)) {
      this.#at += 2;
      type = { kind: 'array', element: type };
    }
    return type;
  }

  #named(): ResolvedType {
    const word = this.#word();
    if (Object.hasOwn(this.#line.rules.boxes, word)) return { kind: 'primitive', name: word };
    const variable = this.#scope.find((candidate) => candidate.name === word);
    if (variable !== undefined) return variable;
    const name = typeName(this.#line.fullName(word));
    if (this.#text[this.#at] !== '<') return classType(name);
    const args: ResolvedType[] = [];
    do {
      this.#at++;
      args.push(this.type());
    } while (this.#text[this.#at] === ',');
    this.#at++;
    return classType(name, fitted(args));
  }

  #word(): string {
    const start = this.#at;
    const text = this.#text;
    let at = start;
    while (at < text.length && WORD_ENDS[text.charCodeAt(at)] !== 1) at++;
    this.#at = at;
    return text.slice(start, at);
  }
}
