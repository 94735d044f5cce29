import { Agent, get } from 'node:http';

/** Opens many event streams of one run and reads each to its end; prints what came, as JSON, in the last line. */

interface Heard {
  /** Numbers of events in the order in which they came. */
  readonly ids: number[];
  readonly delays: number[];
}

const [url = '', countText = '0', token = ''] = process.argv.slice(2);
const count = Number(countText);
const agent = new Agent({ maxSockets: count });
let opened = 0;

function listen(): Promise<Heard> {
  const heard: Heard = { ids: [], delays: [] };
  let waiting = '';
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { authorization: `Bearer ${token}` } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`HTTP ${response.statusCode}`));
      if (++opened === count) console.log('all are open');
      response.setEncoding('utf8').on('data', (text: string) => {
        waiting += text;
        const blocks = waiting.split('\n\n');
        waiting = blocks.pop() ?? '';
        for (const block of blocks) note(heard, block);
      });
      response.on('end', () => resolve(heard)).on('error', reject);
    }).on('error', reject);
  });
}

function note(heard: Heard, block: string): void {
  const id = /^id: (\d+)$/mu.exec(block)?.[1];
  const data = /^data: (.*)$/mu.exec(block)?.[1];
  if (id === undefined || data === undefined) return;
  heard.ids.push(Number(id));
  heard.delays.push(Date.now() - (JSON.parse(data) as { readonly sent: number }).sent);
}

const all = await Promise.all(Array.from({ length: count }, listen));
const delays = all.flatMap(({ delays: own }) => own).sort((a, b) => a - b);
const inOrder = all.filter(({ ids }) => ids.every((id, index) => id === index + 1)).length;
console.log(
  JSON.stringify({
    inOrder,
    fewest: Math.min(...all.map(({ ids }) => ids.length)),
    p99: delays[Math.floor(delays.length * 0.99)] ?? null,
    most: delays.at(-1) ?? null,
  }),
);
