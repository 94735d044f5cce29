/** A member of an object, with what is told of its value. */
export interface JsonMember {
  readonly name: string;
  readonly line: number;
  /** The value, where it is a text. */
  text: string | null;
  /** The members of the value, where it is an object of the outermost one. */
  members: JsonMember[] | null;
}

/**
 * Reads the members of the object that a text is, and of the objects that are their values: in order, with their lines, those
 * that come twice included. None where the text is no object; null where it is not JSON.
 */
export function jsonMembers(text: string): readonly JsonMember[] | null {
  try {
    JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  return membersOf(text);
}

/** Where a reader of a sound text is. */
interface Place {
  readonly text: string;
  at: number;
  line: number;
  depth: number;
  /** By depth: the members of the object that is open there; null for an array. Objects further in are not told of. */
  readonly lists: (JsonMember[] | null)[];
  /** The member whose value comes next. */
  pending: JsonMember | null;
}

const DEEPEST = 2;

/** The text is known to be JSON: nothing but its texts and brackets is looked at, and however deep it nests, nothing is recursive. */
function membersOf(text: string): readonly JsonMember[] {
  const members: JsonMember[] = [];
  const place: Place = { text, at: 0, line: 1, depth: 0, lists: [], pending: null };
  for (; place.at < text.length; place.at += 1) {
    switch (text[place.at]) {
      case '\n':
        place.line += 1;
        break;
      case '"':
        readText(place);
        break;
      case '{':
        open(place, place.depth === 0 ? members : membersBelow(place));
        break;
      case '[':
        open(place, null);
        break;
      case '}':
      case ']':
        place.depth -= 1;
        place.pending = null;
        break;
      case ',':
        place.pending = null;
        break;
      default:
    }
  }
  return members;
}

function open(place: Place, list: JsonMember[] | null): void {
  place.depth += 1;
  place.pending = null;
  if (place.depth <= DEEPEST) place.lists[place.depth] = list;
}

function membersBelow({ depth, pending }: Place): JsonMember[] | null {
  if (depth >= DEEPEST || pending === null) return null;
  pending.members = [];
  return pending.members;
}

/** Reads a name or a value, and moves to its last quote. */
function readText(place: Place): void {
  const { text, at: start, depth, line } = place;
  let end = text.indexOf('"', start + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  place.at = end;
  const list = depth <= DEEPEST ? place.lists[depth] : null;
  if (list === null || list === undefined) return;
  const value = String(JSON.parse(text.slice(start, end + 1)));
  if (place.pending !== null) place.pending.text = value;
  else {
    place.pending = { name: value, line, text: null, members: null };
    list.push(place.pending);
  }
}

/** An odd number of backslashes stands before a character. */
function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text[before - 1] === '\\') before -= 1;
  return (at - before) % 2 === 1;
}
