import type { ProgramMethod } from '../link/program.ts';

/** `OwnerController.create`: how a method is named to people. Constructors are `Owner.new`, initializers `Owner.static`. */
export function methodLabel({ owner, name }: ProgramMethod): string {
  if (last.binary !== owner.name) last = { binary: owner.name, simple: simpleName(owner.name) };
  return `${last.simple}.${SPECIAL.get(name) ?? name}`;
}

/** Methods of one type mostly follow each other. */
let last = { binary: '', simple: '' };

function simpleName(binary: string): string {
  return binary.slice(Math.max(binary.lastIndexOf('.'), -1) + 1).replaceAll('$', '.');
}

/** No object: its own members would answer for `toString`. */
const SPECIAL: ReadonlyMap<string, string> = new Map([
  ['<init>', 'new'],
  ['<clinit>', 'static'],
  ['<instance>', 'init'],
]);
