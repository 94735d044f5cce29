import type { TypeName } from '../../base/ids.ts';
import type { ProgramMethod, ProgramType } from '../../link/program.ts';
import type { ResolvedType } from '../../link/resolved-type.ts';
import type { EntryDraft } from '../entries/entry-draft.ts';
import type { EntityUse } from '../labels.ts';
import { callsOf } from '../match/call-matcher.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny } from '../match/name-pattern.ts';
import { type SecretNaming, wordsOf } from '../secrets/secret-naming.ts';
import { type BlankedFields, blankedFields } from './blanked-fields.ts';
import { type ShownSecrets, shownSecrets } from './shown-secrets.ts';

/** Words that name somebody to whom a record belongs. */
const OWNER_WORDS: ReadonlySet<string> = new Set([
  ...[
    'user',
    'owner',
    'customer',
    'account',
    'member',
    'tenant',
    'author',
    'creator',
    'client',
    'login',
    'username',
  ],
]);
/** Type arguments looked into: `ResponseEntity<Page<Visit>>`. */
const DEEPEST_ARGUMENT = 4;
/** Sources from which a whole object is bound. */
const BOUND_FROM: ReadonlySet<string> = new Set(['body', 'form', 'query']);

/**
 * Where entry points take or give whole stored objects: parameters that a request is bound to, and results that are written for
 * the client. Says of each type whose records they are and which secret goes along.
 */
export function findEntityUses(
  tools: MatchTools,
  naming: SecretNaming,
  entries: readonly EntryDraft[],
): readonly EntityUse[] {
  const limited = limitedOwners(tools);
  const shown = shownSecrets(tools, naming);
  return entries.flatMap((entry) => {
    const handler = entry.lambda === undefined ? tools.program.method(entry.handler) : undefined;
    if (handler === undefined) return [];
    const bound = entry.parameters.flatMap(({ index, source }): readonly EntityUse[] => {
      const type = storedIn(tools, handler.parameters[index]?.type);
      if (
        type === undefined ||
        !BOUND_FROM.has(source) ||
        (source !== 'body' && limited.has(handler.owner.name))
      )
        return [];
      return [{ entry: entry.id, how: 'bound', parameter: index, ...storedAs(shown, type, () => false) }];
    });
    return answersData(tools, handler)
      ? [...bound, ...answersOf({ tools, shown, entry: entry.id }, handler)]
      : bound;
  });
}

/** Stored types of the tree whose records belong to somebody. */
export function ownedTypes(tools: MatchTools): ReadonlySet<TypeName> {
  const stored = tools.annotations.typesWith(tools.models.storedTypes.flatMap((row) => row.annotation));
  return new Set(stored.filter(hasOwner).map(({ name }) => name));
}

function storedAs(
  shown: ShownSecrets,
  type: ProgramType,
  blanked: BlankedFields,
): Pick<EntityUse, 'type' | 'secret' | 'isStored'> {
  return { type: type.name, secret: shown.in(type, blanked), isStored: true };
}

/** The stored object in an answer; else an object of the tree that code puts a secret into. */
function answersOf(
  {
    tools,
    shown,
    entry,
  }: { readonly tools: MatchTools; readonly shown: ShownSecrets; readonly entry: string },
  handler: ProgramMethod,
): readonly EntityUse[] {
  const blanked = blankedFields(tools, handler);
  const use = { entry, how: 'answered', parameter: null } as const;
  const stored = storedIn(tools, handler.returnType);
  if (stored !== undefined) return [{ ...use, ...storedAs(shown, stored, blanked) }];
  return ownIn(tools, handler.returnType)
    .flatMap((type): readonly EntityUse[] => {
      const secret = shown.filledIn(type, blanked);
      return secret === null ? [] : [{ ...use, type: type.name, secret, isStored: false }];
    })
    .slice(0, 1);
}

function isStored({ annotations, models }: MatchTools, type: ProgramType): boolean {
  return models.storedTypes.some((row) => annotations.find(type.annotations, row.annotation).length > 0);
}

/** The stored type that a type is or holds. */
function storedIn(tools: MatchTools, type: ResolvedType | undefined): ProgramType | undefined {
  return ownIn(tools, type).find((each) => isStored(tools, each));
}

/** The types of the tree that a type is or holds, outermost first. */
function ownIn(tools: MatchTools, type: ResolvedType | undefined): readonly ProgramType[] {
  const found: ProgramType[] = [];
  let level: readonly ResolvedType[] = type === undefined ? [] : [type];
  for (let depth = 0; depth <= DEEPEST_ARGUMENT && level.length > 0; depth += 1) {
    for (const each of level) {
      const own = each.kind === 'class' ? tools.program.type(each.name) : undefined;
      if (own !== undefined) found.push(own);
    }
    level = level.flatMap((each) =>
      each.kind === 'class' ? each.args : each.kind === 'array' ? [each.element] : [],
    );
  }
  return found;
}

/** A field that names or refers to whoever the record belongs to; what only says who wrote it last is none. */
function hasOwner(type: ProgramType): boolean {
  const self = wordsOf(type.declaration.name).at(-1) ?? '';
  return type.fields.some(({ name }) => {
    const words = wordsOf(name).filter((word) => word !== 'id');
    const last = words.at(-1) ?? '';
    return OWNER_WORDS.has(last) && last !== self && words.length <= 2;
  });
}

/** Classes whose binders name the fields that a request may set. */
function limitedOwners(tools: MatchTools): ReadonlySet<TypeName> {
  const rows = tools.models.bindingLimits;
  return new Set(
    callsOf(rows, tools)
      .filter((call) =>
        rows.some(
          (row) =>
            fitsAny(call.member, row.method) &&
            call.owners.some((owner) => tools.types.match(owner, row.type) === 'certain'),
        ),
      )
      .map(({ caller }) => caller.owner.name),
  );
}

function answersData({ annotations, models }: MatchTools, handler: ProgramMethod): boolean {
  return models.dataAnswers.some(
    (row) =>
      annotations.onMethod(handler, row.annotation) !== undefined ||
      annotations.onType(handler.owner, row.annotation) !== undefined,
  );
}
