import { annotationPublisher } from './annotations.ts';
import { bundlePublisher } from './fork-bundle.ts';
import { githubPublishers } from './github-publishers.ts';
import type { Publisher } from './publisher.ts';
import { summaryPublisher } from './summary.ts';

/** Every way in which a run is published, in order: the comment and, last, the summary tell of the others. */
export const publishers: readonly Publisher[] = [
  annotationPublisher,
  bundlePublisher,
  ...githubPublishers(),
  summaryPublisher,
];
