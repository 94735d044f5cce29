import type { TypeName } from '../../base/ids.ts';
import type { ProgramField, ProgramMethod, ProgramType, ResolvedAnnotation } from '../../link/program.ts';
import type { ResolvedType } from '../../link/resolved-type.ts';
import { isConstant, textsOf } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { simpleName } from '../match/name-pattern.ts';
import type { SecretNaming } from '../secrets/secret-naming.ts';
import type { BlankedFields } from './blanked-fields.ts';
import { standInsOf } from './stand-ins.ts';

/** Supertypes looked into. */
const DEEPEST_TYPE = 4;

/** Tells which secrets of an object go along where it is written for a client. */
export interface ShownSecrets {
  /** A field with a secret that nothing keeps out, `User.password`; null where there is none. `blanked` are fields that code empties before. */
  in(type: ProgramType, blanked: BlankedFields): string | null;
  /** The same of an object that is made for the answer: a field that can be read from outside, and that code fills. */
  filledIn(type: ProgramType, blanked: BlankedFields): string | null;
}

/** Reads what keeps fields out of answers: annotations on them, on their type, or on a type that stands for it. */
export function shownSecrets(tools: MatchTools, naming: SecretNaming): ShownSecrets {
  const standIns = standInsOf(tools);
  const answerable = new Set(
    tools.models.secretNames.secretNames.flatMap((row) => (row.leaksInResponse ? [] : [row.what.en])),
  );
  const isHidden = (type: ProgramType, field: ProgramField): boolean => {
    const own = [type, ...(standIns.get(type.name) ?? [])];
    if (own.some((each) => hidesByType(tools, each, field.name))) return true;
    const members = [field, ...own.flatMap((each) => membersFor(each, field.name))];
    return hidesByMark(
      tools,
      members.flatMap(({ annotations }) => annotations),
    );
  };
  const secretsOf = (type: ProgramType) =>
    fieldsOf(tools, type).filter(
      (field) =>
        naming.whatIsKept(field.name) !== undefined && naming.canHold(field.type) && !isHidden(type, field),
    );
  const named = (field: ProgramField | undefined) =>
    field === undefined ? null : `${simpleName(field.owner)}.${field.name}`;
  return {
    in: (type, blanked) => named(secretsOf(type).find((field) => !blanked(field))),
    filledIn: (type, blanked) =>
      named(
        secretsOf(type).find(
          (field) =>
            // A login answers with a token: that is what it is for.
            !(answerable.has(naming.whatIs(field.name)?.en ?? '') && isAlone(naming, field)) &&
            !blanked(field) &&
            isReadable(tools, type, field) &&
            isFilled(tools, type, field),
        ),
      ),
  };
}

/** No name of something that is kept, but that of something that is given away on demand. */
function isAlone(naming: SecretNaming, { name }: ProgramField): boolean {
  return naming.whatIs(name) === naming.whatIsKept(name);
}

/** Own and inherited fields. */
function fieldsOf(tools: MatchTools, type: ProgramType): readonly ProgramField[] {
  return lineOf(tools, type).flatMap(({ fields }) => fields);
}

/** The type and its superclasses in the tree. */
function lineOf(tools: MatchTools, type: ProgramType): readonly ProgramType[] {
  const line: ProgramType[] = [];
  let current: ProgramType | undefined = type;
  for (let depth = 0; depth < DEEPEST_TYPE && current !== undefined; depth += 1) {
    line.push(current);
    const above: ResolvedType | null = current.superclass;
    current = above?.kind === 'class' ? tools.program.type(above.name) : undefined;
  }
  return line;
}

/** What of a type may carry annotations for a field: the field itself, and its getter. */
function membersFor(type: ProgramType, field: string): readonly (ProgramField | ProgramMethod)[] {
  return [
    ...type.fields.filter(({ name }) => name === field),
    ...type.methods.filter(({ name, parameters }) => parameters.length === 0 && isGetterName(name, field)),
  ];
}

function isGetterName(name: string, field: string): boolean {
  return name === field || name.toLowerCase() === `get${field}`.toLowerCase();
}

function hidesByMark(tools: MatchTools, written: readonly ResolvedAnnotation[]): boolean {
  return tools.models.hiddenFields.some(
    (row) =>
      row.annotation !== undefined &&
      tools.annotations
        .find(written, row.annotation)
        .some(({ attributes }) =>
          Object.entries(row.set ?? {}).every(([name, values]) =>
            textsOf(attributes.get(name)).some((text) => values.includes(text)),
          ),
        ),
  );
}

function hidesByType(tools: MatchTools, { annotations }: ProgramType, field: string): boolean {
  return tools.models.hiddenFields.some(({ typeAnnotation, attributes: names }) => {
    if (typeAnnotation === undefined) return false;
    return tools.annotations
      .find(annotations, typeAnnotation)
      .some(
        ({ attributes }) =>
          names === undefined || names.some((name) => textsOf(attributes.get(name)).includes(field)),
      );
  });
}

/** A getter or a component of a record: what has neither is not written. */
function isReadable(tools: MatchTools, type: ProgramType, field: ProgramField): boolean {
  return lineOf(tools, type).some(({ methods }) =>
    methods.some(
      ({ name, parameters, accesses }) =>
        parameters.length === 0 && (isGetterName(name, field.name) || accesses === field.name),
    ),
  );
}

/** Code sets the field, by a setter, a builder or a constructor, to something that is not constant. */
function isFilled(tools: MatchTools, type: ProgramType, field: ProgramField): boolean {
  const names = ['', 'set', 'with'].map((start) => `${start}${field.name}`.toLowerCase());
  const isSetter = ({ name, accesses, parameters }: ProgramMethod) =>
    parameters.length === 1 && (names.includes(name.toLowerCase()) || accesses === field.name);
  const builder = tools.program.type(`${type.name}$${simpleName(type.name)}Builder` as TypeName);
  const setters = [...lineOf(tools, type), ...(builder ? [builder] : [])].flatMap(({ methods }) =>
    methods.filter(isSetter),
  );
  const makers = type.methods.flatMap((method) => {
    const position = method.parameters.findIndex(({ name }) => name === field.name);
    return method.name === '<init>' && position >= 0 ? [{ method, position }] : [];
  });
  return [...setters.map((method) => ({ method, position: 0 })), ...makers].some(({ method, position }) =>
    isGivenValue(tools, method, position),
  );
}

function isGivenValue({ program }: MatchTools, method: ProgramMethod, position: number): boolean {
  return program.callersOf(method.id).some((site) => {
    const caller = program.method(site.caller);
    const made = caller?.declaration?.body?.operations[site.operation];
    if (caller === undefined || (made?.kind !== 'call' && made?.kind !== 'new')) return false;
    const argument = made.args[position];
    return argument !== undefined && !isConstant(program.evaluateOperation(caller, argument));
  });
}
