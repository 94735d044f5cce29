import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';

/** The directory of the action. */
export const ACTION = join(import.meta.dirname, '..');

/** How the workflows of the README name the action. */
export const OURS = 'org/csqa-action@v1';

/** A workflow to copy, as a README shows it: its first line names the file. */
export interface Sample {
  readonly path: string;
  readonly text: string;
}

/** One step of a job. */
export interface WorkflowStep {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** One job of a workflow. */
export interface WorkflowJob {
  readonly if?: string;
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly string[]>> };
  readonly steps: readonly WorkflowStep[];
}

/** The part of a workflow that decides what a run of it does. */
export interface Workflow {
  readonly name: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly concurrency?: { readonly group: string; readonly 'cancel-in-progress': unknown };
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, WorkflowJob>>;
}

/** The workflows of a README, in its order. */
export async function samplesIn(readme: string): Promise<readonly Sample[]> {
  const text = await readFile(join(ACTION, readme), 'utf8');
  const blocks = text.matchAll(/```yaml\n(# (\S+)\n[\s\S]*?)```/g);
  return [...blocks].map(([, yaml = '', path = '']) => ({ path, text: yaml }));
}

/** A workflow as its YAML says. */
export function workflowOf({ text }: Sample): Workflow {
  return parse(text) as Workflow;
}
