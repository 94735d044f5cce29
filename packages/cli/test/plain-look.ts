import { type Look, lookOf } from '../src/terminal/terminal.ts';

/** How a pipe of so many columns shows text: no colours. */
export function plainLook(width = 80): Look {
  const stream = { write: () => true };
  return lookOf({ stream, env: { COLUMNS: String(width) }, color: true });
}
