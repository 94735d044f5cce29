import type { TypeName } from '../base/ids.ts';
import type { Operation, OperationIndex } from '../facts/operations.ts';
import type { Program, ProgramMethod, ProgramType } from '../link/program.ts';

const CONSTRUCTOR = '<init>';

/**
 * Tells exceptions of the tree whose messages are all constants: every place that makes one, or one below it, hands
 * constants over, and none of them words its text itself. What such a message tells, everybody may know. An exception that
 * is made nowhere in the tree is none of them: nobody can tell what it says.
 */
export function constantMessages(program: Program): (type: TypeName, member: string) => boolean {
  const known = new Map<string, boolean>();
  return (name, member) => {
    const key = `${name}.${member}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const types = program.subtypesOf(name);
    const answer = types.length > 0 && saysConstants(program, types, member);
    known.set(key, answer);
    return answer;
  };
}

function saysConstants(program: Program, types: readonly ProgramType[], member: string): boolean {
  const methods = types.flatMap((type) => type.methods);
  if (methods.some(({ name, synthesised }) => synthesised === null && name === member)) return false;
  const constructors = methods.filter(({ name }) => name === CONSTRUCTOR);
  const own = new Set(constructors);
  const sites = constructors.flatMap(({ id }) => program.callersOf(id));
  const makers = sites.flatMap((site) => {
    const caller = program.method(site.caller);
    const made = caller?.declaration?.body?.operations[site.operation];
    return caller && made && caller.owner.file.role !== 'test' ? [{ caller, made }] : [];
  });
  return (
    makers.length > 0 &&
    isConstantUpwards(program, constructors, own) &&
    makers.every((maker) => handsConstants(program, maker, own))
  );
}

interface Maker {
  readonly caller: ProgramMethod;
  readonly made: Operation;
}

/** What the constructors themselves hand on to the library's exception. */
function isConstantUpwards(
  program: Program,
  constructors: readonly ProgramMethod[],
  own: ReadonlySet<ProgramMethod>,
): boolean {
  return constructors.every((caller) =>
    (caller.declaration?.body?.operations ?? [])
      .filter((made) => made.kind === 'constructor-call')
      .every((made) => handsConstants(program, { caller, made }, own)),
  );
}

/** Constants, or what one of these constructors was handed itself. A cause alone would word the message. */
function handsConstants(program: Program, { caller, made }: Maker, own: ReadonlySet<ProgramMethod>): boolean {
  if (made.kind !== 'new' && made.kind !== 'constructor-call') return false;
  const texts = made.args.filter((argument) => !isThrowable(caller, argument));
  if (texts.length === 0) return made.args.length === 0;
  return texts.every(
    (argument) => isConstant(program, caller, argument) || (own.has(caller) && isParameter(caller, argument)),
  );
}

function isConstant(program: Program, caller: ProgramMethod, argument: OperationIndex): boolean {
  const { kind } = program.evaluateOperation(caller, argument);
  return kind !== 'unknown' && kind !== 'partial';
}

function isParameter({ declaration }: ProgramMethod, argument: OperationIndex): boolean {
  const operation = declaration?.body?.operations[argument];
  if (operation?.kind !== 'local') return false;
  return declaration?.body?.operations[operation.declaration]?.kind === 'parameter';
}

function isThrowable(caller: ProgramMethod, argument: OperationIndex): boolean {
  const type = caller.operationTypes[argument];
  return type?.kind === 'class' && /(?:Exception|Error|Throwable)$/u.test(type.name);
}
