import { isInOrder, isOrdered } from '../read/in-order.ts';
import { documentBySchema, type FileDocument } from '../schema/by-schema.ts';

/** A document as its schema makes it. Throws a TypeError, naming the place, if it does not fit the contract. */
export function inContract(name: FileDocument, document: unknown): unknown {
  if (isOrdered(name) && isInOrder(name, document)) return document;
  const result = documentBySchema(name, document);
  if (result.ok) return result.value;
  const places = result.issues.map((issue) => `${issue.path}: ${issue.message}`);
  throw new TypeError(`document does not fit the contract: ${places.slice(0, 5).join('; ')}`);
}
