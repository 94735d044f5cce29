import type { ClientBase } from 'pg';

/** Milliseconds that a connection may be silent before the system asks whether the other side is there. */
const SILENT_MS = 15_000;

/** How connections of this app to PostgreSQL are kept. An idle one whose server went away without a word is found out and replaced. */
export const CONNECTIONS = { keepAlive: true, keepAliveInitialDelayMillis: SILENT_MS } as const;

/**
 * What the server is told of each connection. A host that is cut off in the middle of a transaction holds its locks until the
 * server notices, which is hours by default: here the transaction ends when nothing was asked in it for so long, and the
 * connection when nobody answers. They count for a connection by TCP, and every user may set them.
 */
const SETTINGS = [
  "set idle_in_transaction_session_timeout = '30s'",
  'set tcp_keepalives_idle = 15',
  'set tcp_keepalives_interval = 5',
  'set tcp_keepalives_count = 3',
].join('; ');

/**
 * Tells the server how to treat a connection that was just made. A connection that dies between two queries of a transaction
 * has no query to fail; it would end the process if nobody listened, and the next query fails all the same.
 */
export async function settle(client: ClientBase): Promise<void> {
  client.on('error', () => undefined);
  await client.query(SETTINGS);
}
