import { annotationsOf } from '../annotations/annotations.ts';
import { publishAnnotations } from '../annotations/publish-annotations.ts';
import type { Publisher } from './publisher.ts';

/** Remarks beside the lines of the change. */
export const annotationPublisher: Publisher = ({ context, inputs, projects }) => {
  const outcomes = projects.map(({ analysis }) => analysis);
  const annotations = annotationsOf(outcomes, inputs.annotations, context.language);
  return Promise.resolve([publishAnnotations(annotations)]);
};
