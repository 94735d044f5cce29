import type { OperationIndex } from '../../../facts/operations.ts';
import type { ConstantValue } from '../../../link/program.ts';
import type { ElementAction } from '../../../models/kinds.ts';
import { type Contents, EMPTY_LIST, EMPTY_MAP, listOf, type Place, withKey } from './contents.ts';

/** A call on a list or map of which it is known what stands where. */
export interface ElementCall {
  readonly args: readonly OperationIndex[];
  readonly constant: (operation: OperationIndex) => ConstantValue | undefined;
}

/** What a call leaves behind; nothing is known of it any more where `contents` is undefined. */
export interface ElementEffect {
  readonly contents: Contents | undefined;
  /** The values that the call may give; absent where it gives none that stood there, or they are not known. */
  readonly gives?: Place;
}

type Action<Kind extends Contents['kind']> = (
  places: Extract<Contents, { readonly kind: Kind }>['places'],
  call: ElementCall,
) => ElementEffect;

const LOST: ElementEffect = { contents: undefined };
const list = (places: readonly Place[], gives?: Place): ElementEffect => ({
  contents: listOf(places),
  ...(gives ? { gives } : {}),
});

/** The number at a position; undefined where it is no constant. */
function indexOf({ args, constant }: ElementCall): number | undefined {
  const value = args[0] === undefined ? undefined : constant(args[0]);
  return value?.kind === 'number' ? value.value : undefined;
}

/** A place of the list that there is; a wrong index throws and gives nothing. */
function placeAt(places: readonly Place[], index: number | undefined): Place | undefined {
  return index === undefined ? undefined : places[index];
}

function valueAt({ args }: ElementCall, position: number): Place {
  const value = args[position];
  return value === undefined ? [] : [value];
}

const ON_LISTS: Readonly<Partial<Record<ElementAction, Action<'list'>>>> = {
  append: (places, call) => list([...places, valueAt(call, 0)]),
  prepend: (places, call) => list([valueAt(call, 0), ...places]),
  insert: (places, call) => {
    const index = indexOf(call);
    if (index === undefined || index < 0 || index > places.length) return LOST;
    return list(places.toSpliced(index, 0, valueAt(call, 1)));
  },
  replace: (places, call) => {
    const index = indexOf(call);
    const before = placeAt(places, index);
    if (index === undefined || before === undefined) return LOST;
    return list(places.with(index, valueAt(call, 1)), before);
  },
  read: (places, call) => {
    const index = indexOf(call);
    const gives = index === undefined ? undefined : (placeAt(places, index) ?? []);
    return { contents: { kind: 'list', places }, ...(gives ? { gives } : {}) };
  },
  'read-first': (places) => list(places, places[0] ?? []),
  'read-last': (places) => list(places, places.at(-1) ?? []),
  remove: (places, call) => {
    const index = indexOf(call);
    const gives = placeAt(places, index);
    return index === undefined || gives === undefined ? LOST : list(places.toSpliced(index, 1), gives);
  },
  'remove-first': (places) => list(places.slice(1), places[0] ?? []),
  'remove-last': (places) => list(places.slice(0, -1), places.at(-1) ?? []),
  clear: () => list([]),
  inspect: (places) => ({ contents: { kind: 'list', places } }),
};

/** The text that a constant key is told apart by. */
function keyOf({ args, constant }: ElementCall): string | undefined {
  const value = args[0] === undefined ? undefined : constant(args[0]);
  switch (value?.kind) {
    case 'text':
    case 'number':
    case 'boolean':
      return `${value.kind} ${value.value}`;
    case 'enum':
      return `enum ${value.type} ${value.name}`;
    default:
      return undefined;
  }
}

const ON_MAPS: Readonly<Partial<Record<ElementAction, Action<'map'>>>> = {
  put: (places, call) => {
    const key = keyOf(call);
    if (key === undefined) return LOST;
    return { contents: withKey(places, key, valueAt(call, 1)), gives: places.get(key) ?? [] };
  },
  'look-up': (places, call) => {
    const key = keyOf(call);
    const contents: Contents = { kind: 'map', places };
    return key === undefined ? { contents } : { contents, gives: places.get(key) ?? [] };
  },
  'take-out': (places, call) => {
    const key = keyOf(call);
    if (key === undefined) return LOST;
    const left = new Map(places);
    left.delete(key);
    return { contents: { kind: 'map', places: left }, gives: places.get(key) ?? [] };
  },
  clear: () => ({ contents: EMPTY_MAP }),
  inspect: (places) => ({ contents: { kind: 'map', places } }),
};

/** What a call does to what is known of the list or map it is made on. */
export function elementEffect(does: ElementAction, contents: Contents, call: ElementCall): ElementEffect {
  if (contents.kind === 'list') return ON_LISTS[does]?.(contents.places, call) ?? LOST;
  return ON_MAPS[does]?.(contents.places, call) ?? LOST;
}

/** What stands in what a call makes; undefined for calls that make nothing. */
export function madeBy(does: ElementAction, args: readonly OperationIndex[]): Contents | undefined {
  if (does === 'make-list') return EMPTY_LIST;
  if (does === 'make-map') return EMPTY_MAP;
  return does === 'list-of' ? listOf(args.map((argument) => [argument])) : undefined;
}
