import { parseArgs } from 'node:util';
import { table } from '../../accuracy/markdown.ts';
import { serviceTree } from '../growth/service-tree.ts';
import { countWork } from './count-work.ts';
import { fasterThanTree, moreThanKept, workPerByte } from './judge-work.ts';
import { keepWork, LARGE, readKeptWork, SMALL } from './kept-work.ts';

const USAGE = `npm run bench:work [-- --write]

Counts the code that an analysis of a generated tree runs (characters of source, by part of the analyzer), for each byte
of the tree; the same on every machine. The tests fail where a part does a quarter more than is kept, where all
together do a tenth more, and where work for each byte grows from ${SMALL} modules to ${LARGE}.
  --write   keep the figures: benchmarks/speed/work/kept-work.json
  --help    this text

Exit codes: 0 fine, 1 more work than is kept, 2 wrong arguments.
`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { write: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const small = workPerByte(await countWork(serviceTree(SMALL)));
  const large = workPerByte(await countWork(serviceTree(LARGE)));
  if (values.write) await keepWork(small);
  const kept = await readKeptWork();
  const parts = Object.entries(small.byPart).sort(([, left], [, right]) => right - left);
  const rows = [['together', small.together] as const, ...parts].map(([part, ran]) => {
    const grown = part === 'together' ? large.together : (large.byPart[part] ?? 0);
    const before = part === 'together' ? kept.together : (kept.byPart[part] ?? 0);
    return [part, ran, before, `**${(grown / ran).toFixed(2)}**`];
  });
  console.log(table(['part', 'a byte', 'kept', `${LARGE / SMALL} times the tree`], rows));
  const complaints = [...moreThanKept(small, kept), ...fasterThanTree(small, large)];
  if (complaints.length > 0) console.error(`\nMore work than is kept:\n${complaints.join('\n')}`);
  return complaints.length > 0 ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
