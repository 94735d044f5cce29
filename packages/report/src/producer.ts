/** What whoever makes reports needs of the contract, without the formats and texts that readers load. */
export { isInOrder } from './read/in-order.ts';
export { categoriesOf, RULE_FACTS } from './rules/rule-facts.ts';
export { CAPS, CONTRACT_VERSION } from './schema/contract.ts';
export { inKeyOrder } from './schema/key-order.ts';
export { clipText } from './text/plain.ts';
export { textsOf } from './text/texts-of.ts';
export { encodeReport } from './writers/encode-report.ts';
