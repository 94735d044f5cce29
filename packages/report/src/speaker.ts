/** What whoever sends events needs of the contract: none of its schemas, which take longer to load than a start should. */
export { formatEvent } from './events/format-event.ts';
export { CAPS, CONTRACT_VERSION, EVENT_VERSION } from './schema/contract.ts';
export { clipText } from './text/plain.ts';
