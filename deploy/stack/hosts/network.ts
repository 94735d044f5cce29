import { randomBytes, randomInt } from 'node:crypto';
import { run } from '../stack.ts';

/** A network of hosts on this machine: a bridge, and a namespace for each host. */
export interface Lan extends AsyncDisposable {
  /** Address of this machine on it. */
  readonly gateway: string;
  /** A host's end of a cable to it. */
  plugIn(): Promise<Cable>;
}

/** What a host reaches the others by. */
export interface Cable {
  /** File of the network namespace. */
  readonly namespace: string;
  cut(): Promise<void>;
  mend(): Promise<void>;
}

/** Makes an empty network in the range for measurements of RFC 2544, which nobody routes. */
export async function createLan(): Promise<Lan> {
  const id = randomBytes(3).toString('hex');
  const bridge = `csqa${id}`;
  const subnet = `198.18.${randomInt(256)}`;
  const gateway = `${subnet}.1`;
  const names: string[] = [];
  await ip('link', 'add', bridge, 'type', 'bridge');
  await ip('addr', 'add', `${gateway}/24`, 'dev', bridge);
  await ip('link', 'set', bridge, 'up');
  return {
    gateway,
    async plugIn() {
      const number = names.length + 11;
      const name = `${bridge}-${number}`;
      const device = `v${id}${number}`;
      names.push(name);
      await ip('netns', 'add', name);
      await ip('link', 'add', device, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', name);
      await ip('link', 'set', device, 'master', bridge, 'up');
      await ip('-n', name, 'addr', 'add', `${subnet}.${number}/24`, 'dev', 'eth0');
      await ip('-n', name, 'link', 'set', 'lo', 'up');
      await ip('-n', name, 'link', 'set', 'eth0', 'up');
      await ip('-n', name, 'route', 'add', 'default', 'via', gateway);
      return {
        namespace: `/run/netns/${name}`,
        cut: () => ip('link', 'set', device, 'down'),
        mend: () => ip('link', 'set', device, 'up'),
      };
    },
    async [Symbol.asyncDispose]() {
      for (const name of names) await run('ip', ['netns', 'delete', name]);
      await run('ip', ['link', 'delete', bridge]);
    },
  };
}

async function ip(...words: readonly string[]): Promise<void> {
  const ended = await run('ip', words);
  if (ended.code !== 0) throw new Error(`ip ${words.join(' ')}: ${ended.all}`);
}
