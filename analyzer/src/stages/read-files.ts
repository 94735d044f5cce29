import { setImmediate as turn } from 'node:timers/promises';
import type { RelativePath } from '../base/ids.ts';
import type { FactSource, FileReading, KeptReadings } from '../facts/file-reading.ts';
import { type PackedReadings, unpackReadings } from '../facts/packed/packed-readings.ts';
import type { FileReader } from './file-reader.ts';
import type { KeptTests } from './known-tests.ts';
import { readForBench } from './read-test.ts';
import type { ReaderBeside, ReadingCrew, ReadTest, TestSource, TestsBeside } from './reading-beside.ts';
import { ReadingQueue, type WaitingFile, type Wanting } from './reading-queue.ts';

/** Characters of texts that wait to be read at most: enough for the largest to go first in all but the largest trees. */
const MOST_WAITING = 32 * 1024 * 1024;
/** Characters of texts that others have and did not answer for. */
const MOST_IN_FLIGHT = 16 * 1024 * 1024;
/** Characters of texts that go over at a time: enough to be cheap, few enough for all to end at once. */
const BATCH = 200_000;
/** One that is read, and one that is at hand when it has been. */
const BATCHES_AHEAD = 2;

/** What the files of a tree have come to. */
export interface ReadFiles {
  /** What was read for whoever links the program. */
  readonly readings: ReadonlyMap<RelativePath, FileReading>;
  /** Tests that whoever judges them has. */
  readonly tests: ReadonlyMap<RelativePath, ReadTest>;
}

/** How files are read. */
export interface ReadingTools {
  readonly reader: FileReader;
  readonly kept: KeptReadings | null;
  /** What tests came to earlier; null: all of them are read. */
  readonly keptTests?: KeptTests | null;
  /** Who reads beside; null: all is read here. */
  readonly crew: ReadingCrew | null;
  /** Told how many files were read, now and then. */
  readonly onRead: (files: number) => void;
}

/** Files in their order, with their texts; who asks for the next is done with the last as far as memory goes. */
export type WaitingFiles = AsyncIterator<WaitingFile, unknown, undefined>;

/** Reads files, together with others where there are any: the largest are for them, this thread takes the smallest. */
export function readFiles(files: WaitingFiles, tools: ReadingTools): Promise<ReadFiles> {
  return new SharedReading(files, tools).run();
}

/** Somebody else who reads. */
interface Hand {
  readonly prefers: Wanting | null;
  read(sources: readonly FactSource[]): Promise<PackedReadings>;
  readTests(sources: readonly TestSource[]): Promise<readonly ReadTest[]>;
  /** Those that are with him. */
  batches: number;
}

class SharedReading {
  readonly #files: WaitingFiles;
  readonly #tools: ReadingTools;
  readonly #bench: TestsBeside | null;
  readonly #hands: readonly Hand[];
  readonly #queue = new ReadingQueue();
  readonly #readings = new Map<RelativePath, FileReading>();
  readonly #tests = new Map<RelativePath, ReadTest>();
  /** Answers that others owe. */
  readonly #owed = new Set<Promise<void>>();
  #charsInFlight = 0;
  /** Tests that the bench is to look for among what earlier runs have read. */
  #sought: WaitingFile[] = [];
  #hasMore = true;
  #failure: { readonly error: unknown } | null = null;

  constructor(files: WaitingFiles, tools: ReadingTools) {
    this.#files = files;
    this.#tools = tools;
    const { readers, bench } = tools.crew ?? { readers: [], bench: null };
    this.#bench = bench;
    this.#hands = [
      ...(bench === null ? [] : [benchHand(bench)]),
      ...readers.map((each) => handOf(each, bench)),
    ];
  }

  async run(): Promise<ReadFiles> {
    while (await this.#step()) {
      // Whoever has answered meanwhile is let in.
      if (this.#hands.length > 0) await turn();
      if (this.#failure !== null) throw this.#failure.error;
      this.#tools.onRead(this.#readings.size + this.#tests.size);
    }
    return { readings: this.#readings, tests: this.#tests };
  }

  /** Reads a file, or waits for others; false where all is read. */
  async #step(): Promise<boolean> {
    await this.#fill();
    this.#handOut();
    const own = this.#queue.takeSmallest('program');
    if (own !== null) await this.#readHere(own);
    else if (this.#owed.size > 0) await Promise.race(this.#owed);
    else return this.#hasMore;
    return true;
  }

  /** Has more files wait: alone one after the other, in their order; with others as many as can be, for the largest to be known. */
  async #fill(): Promise<void> {
    const most = this.#hands.length === 0 ? 1 : MOST_WAITING;
    while (this.#hasMore && this.#queue.chars + this.#charsInFlight < most) {
      const next = await this.#files.next();
      if (next.done === true) this.#hasMore = false;
      else await this.#admit(next.value);
      if (this.#queue.chars > this.#hands.length * BATCHES_AHEAD * BATCH) this.#handOut();
    }
    this.#seekTests();
  }

  async #admit(file: WaitingFile): Promise<void> {
    const { kept, keptTests = null } = this.#tools;
    const known = file.isTest ? ((await keptTests?.find(testSource(file))) ?? null) : null;
    if (known !== null) {
      this.#tests.set(file.source.path, { facts: known.notes, declares: known.declares });
      return;
    }
    if (kept !== null && file.wanting === 'bench') {
      this.#sought.push(file);
      if (charsOf(this.#sought) >= BATCH) this.#seekTests();
      return;
    }
    const reading = (await kept?.find(file.source)) ?? null;
    if (reading === null) this.#queue.add(file);
    else this.#readings.set(file.source.path, reading);
  }

  #seekTests(): void {
    const files = this.#sought;
    if (files.length === 0) return;
    this.#sought = [];
    this.#owe(files, async () => {
      const found = (await this.#bench?.find(files.map(testSource))) ?? [];
      files.forEach((file, index) => {
        const test = found[index] ?? null;
        if (test === null) this.#queue.add(file);
        else this.#tests.set(file.source.path, test);
      });
    });
  }

  #handOut(): void {
    for (const hand of this.#hands) {
      while (hand.batches < BATCHES_AHEAD && this.#charsInFlight < MOST_IN_FLIGHT) {
        const share = this.#queue.chars / (this.#hands.length + 1) / BATCHES_AHEAD;
        const batch = this.#queue.takeLargest(Math.min(BATCH, share), hand.prefers);
        if (batch.length === 0) return;
        this.#give(hand, batch);
      }
    }
  }

  #give(hand: Hand, batch: readonly WaitingFile[]): void {
    hand.batches += 1;
    const isForBench = batch.every(({ wanting }) => wanting === 'bench');
    this.#owe(batch, async () => {
      if (isForBench) this.#addTests(await hand.readTests(batch.map(testSource)));
      else this.#addPacked(await hand.read(batch.map(({ source }) => source)));
      hand.batches -= 1;
    });
  }

  async #readHere({ source, module, wanting }: WaitingFile): Promise<void> {
    const reading = await this.#tools.reader.read(source);
    if (wanting === 'program' || this.#bench === null) return this.#add(reading);
    const { tests, packed } = readForBench([reading]);
    this.#bench.take({ packed, modules: [module] });
    this.#addTests(tests);
  }

  #addPacked(packed: PackedReadings): void {
    for (const reading of unpackReadings(packed)) this.#add(reading);
  }

  #add(reading: FileReading): void {
    this.#tools.kept?.keep(reading.facts.path, reading);
    this.#readings.set(reading.facts.path, reading);
  }

  #addTests(tests: readonly ReadTest[]): void {
    for (const test of tests) this.#tests.set(test.facts.path, test);
  }

  /** Does what others have to answer first; what fails there fails the reading. */
  #owe(files: readonly WaitingFile[], work: () => Promise<void>): void {
    const chars = charsOf(files);
    this.#charsInFlight += chars;
    const owed = work()
      .then(() => {
        this.#charsInFlight -= chars;
        this.#handOut();
      })
      .catch((error: unknown) => {
        this.#failure ??= { error };
      })
      .finally(() => this.#owed.delete(owed));
    this.#owed.add(owed);
  }
}

function benchHand(bench: TestsBeside): Hand {
  return {
    ...{ prefers: 'bench', batches: 0 },
    read: (sources) => bench.read(sources),
    readTests: (sources) => bench.readTests(sources),
  };
}

function handOf(reader: ReaderBeside, bench: TestsBeside | null): Hand {
  return {
    ...{ prefers: null, batches: 0 },
    read: (sources) => reader.read(sources),
    readTests: async (sources) => {
      const { tests, packed } = await reader.readForBench(sources);
      bench?.take({ packed, modules: sources.map(({ module }) => module) });
      return tests;
    },
  };
}

function testSource({ source, module }: WaitingFile): TestSource {
  return { ...source, module };
}

function charsOf(files: readonly WaitingFile[]): number {
  return files.reduce((sum, { source }) => sum + source.text.length, 0);
}
