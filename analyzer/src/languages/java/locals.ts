import type { OperationIndex } from '../../facts/operations.ts';
import type { BodyBuilder } from './body-builder.ts';

/** A name that a pattern introduces, before it is put in a scope. */
export interface Binding {
  readonly name: string;
  readonly declaration: OperationIndex;
}

interface Entry {
  readonly name: string;
  /** Null for a field of a local or anonymous type, which hides locals outside. */
  readonly body: BodyBuilder | null;
  readonly declaration: OperationIndex;
  readonly hidden: Entry | undefined;
}

/** The locals in scope: a table of the innermost meaning of each name, and the order in which to forget them. */
export interface Locals {
  readonly byName: Map<string, Entry>;
  readonly stack: Entry[];
}

/** An empty table. */
export function createLocals(): Locals {
  return { byName: new Map(), stack: [] };
}

/** The start of a scope, to be handed to `leaveScope`. */
export function enterScope(locals: Locals): number {
  return locals.stack.length;
}

/** Forgets what was declared since `enterScope` gave the mark. */
export function leaveScope(locals: Locals, mark: number): void {
  while (locals.stack.length > mark) {
    const entry = locals.stack.pop();
    if (entry === undefined) return;
    if (entry.hidden === undefined) locals.byName.delete(entry.name);
    else locals.byName.set(entry.name, entry.hidden);
  }
}

/** Puts a name in the current scope; `body` is null for a field that hides locals of the bodies around it. */
export function declareName(locals: Locals, body: BodyBuilder | null, binding: Binding): void {
  const { name, declaration } = binding;
  const entry = { name, declaration, body, hidden: locals.byName.get(name) };
  locals.byName.set(name, entry);
  locals.stack.push(entry);
}

/** The local that a simple name means here, with the body that declares it; null when it means no local. */
export function findLocal(
  locals: Locals,
  name: string,
): { readonly body: BodyBuilder; readonly declaration: OperationIndex } | null {
  const entry = locals.byName.get(name);
  if (entry === undefined || entry.body === null) return null;
  return { body: entry.body, declaration: entry.declaration };
}
