import type { ProgramMethod } from '../link/program.ts';

/** `OwnerController.create`: how a method is named to people. Constructors are `Owner.new`, initializers `Owner.static`. */
export function methodLabel(method: ProgramMethod): string {
  const binary = method.owner.name;
  const simple = binary.slice(Math.max(binary.lastIndexOf('.'), -1) + 1).replaceAll('$', '.');
  return `${simple}.${SPECIAL[method.name] ?? method.name}`;
}

const SPECIAL: Readonly<Record<string, string>> = {
  '<init>': 'new',
  '<clinit>': 'static',
  '<instance>': 'init',
};
