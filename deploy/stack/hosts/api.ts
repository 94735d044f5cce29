/** A run as the API tells it, as far as these tests look. */
export interface Run {
  readonly id: string;
  readonly state: string;
  readonly attempt: number;
  readonly createdAt: string;
  readonly finishedAt: string | null;
  readonly error: unknown;
}

/** A worker as the API tells it. */
export interface Worker {
  readonly id: string;
  readonly host: string;
  readonly seenAt: string;
  readonly runs: readonly { readonly id: string; readonly attempt: number }[];
}

const PATIENCE_MS = 20_000;

/** The API at an address, in the name of its operator. */
export class Api {
  readonly #url: string;
  readonly #token: string;

  constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  /** The answer. Throws where it is not a good one. */
  async ask(path: string, init: RequestInit = {}): Promise<Response> {
    const reply = await fetch(`${this.#url}/api/v1${path}`, {
      ...init,
      headers: { authorization: `Bearer ${this.#token}` },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
    return reply;
  }

  /** Hands in an archive to be analysed. */
  async submit(archive: { readonly project: string; readonly content: Buffer }): Promise<Run> {
    const form = new FormData();
    form.append('project', archive.project);
    form.append('archive', new Blob([new Uint8Array(archive.content)]), `${archive.project}.zip`);
    return (await (await this.ask('/runs/archive', { method: 'POST', body: form })).json()) as Run;
  }

  /** The newest runs. */
  async runs(count: number): Promise<readonly Run[]> {
    const page = (await (await this.ask(`/runs?limit=${count}`)).json()) as { readonly runs: readonly Run[] };
    return page.runs;
  }

  async workers(): Promise<readonly Worker[]> {
    const list = (await (await this.ask('/workers')).json()) as { readonly workers: readonly Worker[] };
    return list.workers;
  }

  /** The stored document of a run, byte for byte. */
  async combined(id: string): Promise<string> {
    return await (await this.ask(`/runs/${id}/artifacts/combined`)).text();
  }
}
