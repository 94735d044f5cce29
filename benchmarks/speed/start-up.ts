import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { table } from '../accuracy/markdown.ts';
import { serviceTree } from './growth/service-tree.ts';
import { medianRun } from './measure.ts';
import { type FinishedRun, measureCommand, quoted, type Run } from './process-cost.ts';

/** What a tree takes that is too small to take anything but the start, and what nobody can go below. */
export interface StartUp {
  /** Node, the parser and its grammar, and one parsed class. */
  readonly floor: Run;
  /** `csqa analyze`. */
  readonly commandLine: Run;
  /** Null where there is no Docker, or no image. */
  readonly container: { readonly bare: Run; readonly analyzer: Run } | null;
}

const FILES = 10;
const IMAGE = 'csqa-metrics:fast';
const commandLine = join(import.meta.dirname, '../../packages/cli/dist/main.js');
const leastStart = join(import.meta.dirname, 'least-start.mjs');

/** Runs the floor and the analysis of ten files in turn, and in a container where there is one; the medians count. */
export async function measureStartUp(rounds: number): Promise<StartUp> {
  const work = await mkdtemp(join(tmpdir(), 'csqa-start-'));
  try {
    const commands = await commandsFor(work);
    const hasImage = (await measureCommand(`docker image inspect ${IMAGE}`)).code === 0;
    const names = hasImage
      ? (['floor', 'commandLine', 'bare', 'analyzer'] as const)
      : (['floor', 'commandLine'] as const);
    const runs = new Map(names.map((name) => [name, [] as FinishedRun[]]));
    // One round more: the first finds no compiled code and cold files.
    for (let round = 0; round <= rounds; round++) {
      for (const name of names) {
        const run = await succeeding(commands[name]);
        if (round > 0) runs.get(name)?.push(run);
      }
    }
    const middle = (name: keyof typeof commands): Run => medianRun(runs.get(name) ?? []);
    return {
      floor: middle('floor'),
      commandLine: middle('commandLine'),
      container: hasImage ? { bare: middle('bare'), analyzer: middle('analyzer') } : null,
    };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function commandsFor(work: string) {
  const [tree, out] = [join(work, 'tree'), join(work, 'out')];
  const java = serviceTree(1)
    .filter(({ path }) => path.endsWith('.java'))
    .slice(0, FILES);
  for (const { path, text } of java) {
    await mkdir(dirname(join(tree, path)), { recursive: true });
    await writeFile(join(tree, path), text);
  }
  const node = quoted(process.execPath);
  const docker = 'docker run --rm --network none';
  return {
    floor: `${node} ${quoted(leastStart)}`,
    commandLine: `${node} ${quoted(commandLine)} analyze ${quoted(tree)} --quiet --no-cache --format json --out ${quoted(out)}`,
    bare: `${docker} --entrypoint true ${IMAGE}`,
    analyzer: `${docker} -v ${quoted(tree)}:/src:ro ${IMAGE} analyze --source /src --out /tmp/out`,
  };
}

async function succeeding(command: string): Promise<FinishedRun> {
  const run = await measureCommand(command);
  if (run.code !== 0) throw new Error(`${command} ended with exit code ${run.code}: ${run.complaint}`);
  return run;
}

/** Ten files beside what is the least, in milliseconds. */
export function startUpTable({ floor, commandLine, container }: StartUp): string {
  const rows = [row('csqa analyze', commandLine, { name: 'Node, parser and grammar', run: floor })];
  if (container !== null) {
    rows.push(
      row(`docker run ${IMAGE}`, container.analyzer, { name: 'docker run true', run: container.bare }),
    );
  }
  return table(
    [`${FILES} files with`, 'wall ms', 'beside', 'wall ms', 'ratio', 'CPU ms', 'beside', 'ratio'],
    rows,
  );
}

function row(
  name: string,
  run: Run,
  beside: { readonly name: string; readonly run: Run },
): readonly string[] {
  // The engine does the work of a container: the processor time of its client says nothing.
  const hasOwnTime = !name.startsWith('docker');
  return [
    name,
    run.wallMs.toFixed(0),
    beside.name,
    beside.run.wallMs.toFixed(0),
    `**${(run.wallMs / beside.run.wallMs).toFixed(1)}**`,
    hasOwnTime ? run.cpuMs.toFixed(0) : '–',
    hasOwnTime ? beside.run.cpuMs.toFixed(0) : '–',
    hasOwnTime ? `**${(run.cpuMs / beside.run.cpuMs).toFixed(1)}**` : '–',
  ];
}
