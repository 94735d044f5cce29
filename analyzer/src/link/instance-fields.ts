import { Modifier } from '../facts/declarations.ts';
import type { ProgramField } from './program.ts';
import type { TypeDraft } from './shapes.ts';

/** Fields each object has of its own; generators leave names with `$` alone. */
export function instanceFields(owner: TypeDraft): readonly ProgramField[] {
  return owner.fields.filter(
    ({ declaration, name }) =>
      declaration.enumConstant !== true &&
      (declaration.modifiers & Modifier.static) === 0 &&
      !name.startsWith('$'),
  );
}
