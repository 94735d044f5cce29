import { annotationsOf } from './annotations/annotations.ts';
import { publishAnnotations } from './annotations/publish-annotations.ts';
import type { Publisher } from './publisher.ts';

const annotations: Publisher = async ({ context, inputs, projects }) => [
  publishAnnotations(
    annotationsOf(
      projects.map(({ analysis }) => analysis),
      inputs.annotations,
      context.language,
    ),
  ),
];

/** Every way in which a run is published, in order: the comment and the summary come last, for they tell of the others. */
export const publishers: readonly Publisher[] = [annotations];
