import type { MethodId, TypeName } from '../../base/ids.ts';
import type { ProgramField, ProgramType } from '../../link/program.ts';
import type { SecretSource } from '../labels.ts';
import { textsOf } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import type { HiddenParts } from './hidden-parts.ts';
import { wordsOf } from './secret-naming.ts';

/** Types whose text is made of their fields, a secret among them: records, and what a library writes a text for. */
export function printedSecrets(
  tools: MatchTools,
  secrets: readonly SecretSource[],
  { text: hidden }: HiddenParts,
): ReadonlyMap<TypeName, SecretSource> {
  const found = new Map<TypeName, SecretSource>();
  for (const secret of secrets) {
    if (secret.holder.kind !== 'field') continue;
    const { owner, name } = secret.holder;
    const type = tools.program.type(owner);
    const field = type?.fields.find((each) => each.name === name);
    if (type === undefined || field === undefined || found.has(owner) || hidden.has(field)) continue;
    if (!writesOwnText(type) && showsInText(tools, type, field)) found.set(owner, secret);
  }
  return found;
}

/** Methods of production code that give back something else for what they get, by their names. */
export function maskingMethods({ models, productionMethods }: MatchTools): ReadonlySet<MethodId> {
  const masking = new Set(models.secretNames.maskingWords);
  const answers = new Map<string, boolean>();
  const found = new Set<MethodId>();
  for (const { id, name, parameters } of productionMethods) {
    if (parameters.length === 0) continue;
    let masks = answers.get(name);
    if (masks === undefined) {
      masks = wordsOf(name).some((word) => masking.has(word));
      answers.set(name, masks);
    }
    if (masks) found.add(id);
  }
  return found;
}

function writesOwnText(type: ProgramType): boolean {
  return type.methods.some(
    ({ name, parameters, declaration }) =>
      name === 'toString' && parameters.length === 0 && declaration !== null,
  );
}

function showsInText(tools: MatchTools, type: ProgramType, field: ProgramField): boolean {
  const rows = tools.models.generatedTexts.flatMap((row) => {
    const found = tools.annotations.find(type.annotations, row.annotation)[0];
    return found === undefined ? [] : [{ row, found }];
  });
  const [first] = rows;
  if (first === undefined) return type.declaration.kind === 'record';
  const { row, found } = first;
  const named = (attribute: string | undefined) =>
    attribute === undefined ? [] : textsOf(found.attributes.get(attribute));
  if (named(row.explicit).includes('true') || named(row.except).includes(field.name)) return false;
  const only = named(row.only);
  return only.length === 0 || only.includes(field.name);
}
