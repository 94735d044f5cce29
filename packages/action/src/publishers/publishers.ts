import type { Publisher } from '../publisher.ts';
import { annotationPublisher } from './annotations.ts';
import { summaryPublisher } from './summary.ts';

/** Every way in which a run is published, in order: the summary comes last, for it tells of the others. */
export const publishers: readonly Publisher[] = [annotationPublisher, summaryPublisher];
