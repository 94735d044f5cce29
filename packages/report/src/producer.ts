/** What whoever makes reports needs of the contract, without the formats and texts that readers load. */
export { formatEvent } from './events/event-line.ts';
export { categoriesOf, RULE_FACTS } from './rules/rule-facts.ts';
export { EVENT_VERSION } from './schema/event.ts';
export { CAPS, CONTRACT_VERSION } from './schema/vocabulary.ts';
export { clipText } from './text/plain.ts';
export { textsOf } from './text/texts-of.ts';
export { encodeReport } from './writers/json.ts';
