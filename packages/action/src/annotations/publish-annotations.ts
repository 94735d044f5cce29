import { error, notice, warning } from '@actions/core';
import type { PublishOutcome } from '../run-types.ts';
import type { Annotation } from './annotations.ts';

const COMMANDS = { error, warning, notice };

/** Hands annotations to the runner, which shows them beside the lines of the pull request. */
export function publishAnnotations(annotations: readonly Annotation[]): PublishOutcome {
  for (const { kind, title, message, file, line } of annotations) {
    COMMANDS[kind](message, {
      title,
      ...(file === null ? {} : { file }),
      ...(line === null ? {} : { startLine: line }),
    });
  }
  return annotations.length === 0
    ? { name: 'annotations', status: 'skipped', reason: '' }
    : { name: 'annotations', status: 'published', url: null, id: null };
}
